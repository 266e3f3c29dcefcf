"""Rules for those who made a story and its pictures: bylines, captions, authors."""

from __future__ import annotations

from .rules import AGENCY, NAMES, PICTURE, Rule

_WHO = f"(?:{NAMES}|{AGENCY})"
_ROLE = (
    "(?i:(?:staff|senior|special|freelance|political|news|contributing|national|chief) )*"
    "(?i:writer|reporter|editor|correspondent|columnist|contributor)"
    r"(?i: (?:for|at|in) [\w .]{1,30})?"
)
_NO_AUTHOR = (
    "(?!(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|all|any|my|your|his|her|its|our|their"
    r"|then|now|that|this|far|no|and)\b)"
)
_BRACKETED_CREDIT = (
    rf"{PICTURE} ?(?i:credits?|courtesy|source)?) ?"
    r"(?:(?i:by|from|courtesy of)(?= [A-Z@©])|(?i:via)|[:–|/©-]) ?"
)

BYLINES: tuple[Rule, ...] = (
    Rule(
        rf"(?:(?i:written |words |story |reported )?(?:By|BY|by):? ){_NO_AUTHOR}{NAMES}"
        rf"(?:,? (?:and|AND|&) {NAMES})?(?:, {NAMES}){{0,3}}(?:,? {_ROLE})?",
        "byline",
        "By Jane Roe, Staff Writer",
    ),
    Rule(
        r"By:? [^.!?“”\"\n]{2,60} \|.{0,80}\b(?i:posted|published|updated)\b.{4,40}",
        "byline",
        "By: Agency | City | Posted: date",
    ),
    Rule(
        r"[—–•*(\[ -]{0,4}(?i:with )?(?i:additional )(?i:reporting|writing|research) "
        r"(?i:by|from) [^“”\"]{2,200}",
        "byline",
        "Additional reporting by …",
    ),
    Rule(
        r"\((?i:(?:additional )?(?:reporting|writing|editing|compiled|written|edited)) "
        r"(?i:by|in|for) [^“”\"()]{2,280}\)\.?",
        "byline",
        "(Reporting by …; Editing by …)",
    ),
    Rule(
        rf"(?i:reporting|writing) by {NAMES}(?:[,;] ?.{{0,120}})?; ?(?i:editing) by .{{2,80}}",
        "byline",
        "Reporting by …; Editing by …",
    ),
    Rule(
        r"[—–•* -]{0,4}[^“”\":!?]{3,200} contributed(?: reporting)? to this "
        r"(?:report|story|article|post)(?:, which was updated.{0,40})?[.]?",
        "byline",
        "… contributed to this report",
    ),
    Rule(
        r"(?:Contributing|CONTRIBUTING|Contributors?): [^“”\"]{2,120}",
        "byline",
        "Contributing: …",
    ),
)

CAPTIONS: tuple[Rule, ...] = (
    Rule(
        "[\\[(] ?(?i:(?:featured |header |lead |main |file |stock |library |representational )?"
        rf"{_BRACKETED_CREDIT}[^()\[\]]{{1,120}}[\])][.,]?",
        "caption",
        "(Image credit: agency)",
    ),
    Rule(rf"\({NAMES} (?i:file )?(?:photo|image|picture|handout)\)", "caption", "(Agency photo)"),
    Rule(
        r"\((?i:(?:file|library|representational|stock|representative) (?:photo|image|picture))\)"
        r"[ .]{0,2}(?:[A-Z]\w{1,20})?",
        "caption",
        "(File photo)",
    ),
    Rule(
        "(?i:(?:photo|image|picture|featured image|cover image|video|screenshot|pic)s? )?"
        r"(?i:source|credit)s?: ?"
        rf"(?:[\w-]{{1,40}}(?:\.[\w-]{{1,20}}){{1,3}}(?:/\S{{0,60}})?|{_WHO})"
        rf"(?:(?:, ?| ?/ ?| via | and ){NAMES}){{0,3}}",
        "caption",
        "Source: site.example",
    ),
    Rule(
        "(?:(?:Photo|PHOTO|Image|IMAGE|Picture|PICTURE|Photograph|Illustration|Video)"
        "(?: (?i:credit|courtesy|source)s?)?|Photography|Photographer|Featured [Ii]mage|"
        "Main image|Top image)s?: .{1,200}",
        "caption",
        "Photo: …",
    ),
    Rule(
        "(?:Photo(?:graph)?|Image|Picture|Illustration|Featured image)s? "
        rf"(?:by|via|courtesy(?: of)?|from) {_WHO}"
        rf"(?:(?:, | ?/ ?| via | on | for | — | - ){_WHO}){{0,3}}\.?",
        "caption",
        "Photo by Jane Roe",
    ),
    Rule(rf"(?i:(?:photo )?courtesy(?: of)?:? ){NAMES}", "caption", "Courtesy of …"),
    Rule(
        rf"(?:{NAMES} ?(?:/|via|for|,|\||©|-) ?){{0,2}}{AGENCY}"
        rf"(?: ?(?:/|via|,) ?{NAMES}){{0,2}}\.?",
        "caption",
        "Jane Roe/Agency",
    ),
    Rule(
        rf"(?:{NAMES} )?© ?{NAMES}(?: ?/ ?[\w .]{{1,40}})?",
        "caption",
        "Jane Roe © Agency",
    ),
    Rule(
        r"(?:Enlarge this image ?)?toggle caption .{1,220}|Enlarge this image",
        "caption",
        "Enlarge this image, toggle caption …",
    ),
    Rule(
        r"(?:Image|Media|Video|Picture) (?:copyright|source|caption) .{1,300}",
        "caption",
        "Image caption …",
    ),
    Rule(
        r"Media playback is (?:not supported|unsupported) on (?:this|your) device.{0,250}",
        "caption",
        "a video player and its caption",
    ),
    Rule(r".{0,260}Hide Caption \d{1,3} of \d{1,3}", "caption", "a slide of a gallery"),
    Rule(
        r"(?i:slideshow \(\d{1,3} (?:images?|photos?)\)|view slideshow|(?:open|photo) gallery|"
        r"view (?:(?:full|larger|full.size) (?:image|picture)|(?:photo )?gallery)|"
        r"view all photos in gallery)",
        "caption",
        "View gallery",
    ),
    Rule(r"(?i:view gallery)(?=[A-Z]).{1,200}", "caption", "View gallery, glued to a caption"),
    Rule(r"(?:AFP|AP|EPA|REUTERS|PA) PHOTO\b.{0,100}", "caption", "AGENCY PHOTO …"),
    Rule(r"FILE ?(?:PHOTO:|[-–—]{1,2}) .{10,320}", "caption", "FILE - In this … photo"),
    Rule(
        r"In this (?:undated |image|[A-Z][a-z]{2,8}\.? ?\d{0,2},? (?:19|20)\d\d,? )(?:file )?"
        r"(?:photo|image|picture|frame grab)[ ,].{5,280}",
        "caption",
        "In this Jan. 3, 2020, photo, …",
    ),
    Rule(
        r"\d{1,3}(?: of |/)\d{1,3} (?:photos?|images?|pictures?)",
        "caption",
        "3 of 12 photos",
    ),
)

AUTHORS: tuple[Rule, ...] = (
    Rule(
        r"(?:[Ee]-?mail|EMAIL|Twitter|Contact)(?: the (?:author|writer|reporter)(?: at)?)?:? ?"
        r"(?:[\w.+-]{1,40}@[\w.-]{3,40}|@\w{2,30})\.?",
        "author",
        "Email: jane@site.example",
    ),
)

TAILS: tuple[Rule, ...] = (
    Rule(
        rf"[\[(] ?(?i:(?:file |featured )?{_BRACKETED_CREDIT}[^()\[\]]{{1,80}}[\])]\.?",
        "caption",
        "… (Photo: agency)",
    ),
    Rule(
        "(?:Photo|PHOTO|Image|Picture|Photograph|Photographer|Photo credit|Image credit): ?"
        rf"(?:{AGENCY}|(?:Courtesy of )?{NAMES})(?: ?(?:/|via|for|,) ?{NAMES}){{0,3}}\.?",
        "caption",
        "… Photo: Jane Roe/Agency",
    ),
    Rule(rf"(?<=[.!?’”)\"] )Credit {NAMES}(?: for {NAMES})?", "caption", "… Credit Jane Roe for …"),
)

LOOSE_TAILS: tuple[Rule, ...] = (
    Rule(
        rf"(?<=[.!?’”)\"] ){NAMES} ?(?:/|via) ?{AGENCY}(?: ?(?:/|via|,) ?{NAMES}){{0,2}}\.?",
        "caption",
        "… Jane Roe/Agency, which may have been glued to a sentence",
    ),
)
