"""Rules for what a page puts around a story: embeds, buttons, boxes, links, forms, notices."""

from __future__ import annotations

from .rules import PLATFORM, WORK, Rule

EMBEDS: tuple[Rule, ...] = (
    Rule(
        "(?i:view (?:this (?:post|photo|profile|video|reel|thread|story|photograph)|more|post)?"
        r" ?on) [A-Z][A-Za-z]{1,20}(?: ?\W{1,3})?",
        "embed",
        "View this post on Instagram",
    ),
    Rule(
        r"https?://\S{4,300}|(?:pic\.twitter\.com|t\.co|youtu\.be)/\w{5,20}",
        "embed",
        "a bare address",
    ),
    Rule(
        "(?i:scroll down for (?:more |the )?(?:video|photo|picture|image)s?)[.:]?",
        "embed",
        "Scroll down for video",
    ),
    Rule(
        r"(?i:(?:(?:on|using) a mobile device\? ?|for mobile users, ?)?(?:please )?(?:click|tap) "
        "here to (?:watch|see|view|play) (?:the |this )?(?:full )?video)[.!]?",
        "embed",
        "Click here to watch the video",
    ),
    Rule(
        r"(?i:(?:video|poll|content|comments)? ?loading) ?(?:\.{1,3}|…)?(?: {2,}.{0,120})?",
        "embed",
        "Loading …",
    ),
    Rule(r"(?i:play video) \d{1,2}:\d\d .{3,160}", "embed", "Play video 1:51 …"),
    Rule(r"(?i:now playing: ?watch this:).{3,160}", "embed", "Now playing: …"),
    Rule(r"JUST WATCHED .{3,260} MUST WATCH.{0,160}", "embed", "Just watched … must watch …"),
    Rule(r"(?i:please enable javascript(?: to .{3,60})?)[.]?", "embed", "Please enable JavaScript"),
    Rule(
        r"(?i:watch (?:the |this )?(?:full )?video (?:above|below|here))(?:, via \w{3,20})?[.:]?",
        "embed",
        "Watch the video below",
    ),
)

SHARING: tuple[Rule, ...] = (
    Rule(rf"(?:{PLATFORM}[ ,|/·•]{{0,3}}){{2,20}}", "share", "FacebookTwitterEmailPrint"),
    Rule("(?:SHARE|Share)(?: THIS| this)?[:.]?", "share", "Share"),
    Rule(
        rf"(?:SHARE|Share)(?: THIS| this)?(?: {WORK})?: [\w+ -]{{1,24}}"
        r"(?: ?[|/·•,] ?[\w+-][\w+ -]{0,24}){1,12}",
        "share",
        "Share this: Mail | Print",
    ),
    Rule(
        "(?i:(?:read or )?(?:share|tweet|e-?mail|print|pin) (?:this|the)"
        rf"(?: {WORK})?): ?https?://\S{{4,100}}",
        "share",
        "Read or share this story: https://…",
    ),
    Rule(
        rf"(?i:(?:share|tweet|e-?mail|print|pin) (?:this(?: {WORK})?|(?:on|via|to) {PLATFORM}|"
        rf"this(?: {WORK})? (?:on|via|to|with) (?:{PLATFORM}|(?:your|an?) \w{{2,20}})))[:.!]?",
        "share",
        "Share this article on …",
    ),
    Rule(
        rf"[>»—–• -]{{0,6}}(?i:follow) [^“”\".!?]{{0,60}}(?i:\bon|at) {PLATFORM}"
        rf"(?:(?:,|,? and|,? &) {PLATFORM}){{0,6}}(?:[: (,]{{0,3}}(?:at )?@\w{{2,30}}\)?)?[.!]?",
        "share",
        "Follow Jane Roe on Twitter @jane",
    ),
    Rule(r"[Ff]ollow @\w{2,30}(?: (?i:on) \w{1,12})?[.!]?", "share", "Follow @jane on Twitter"),
    Rule(
        rf"(?i:(?:like|find|follow|join) us on) {PLATFORM}(?:[ ,/&|]{{1,3}}(?i:and |or )?"
        rf"(?i:(?:like|find|follow|join) us on )?{PLATFORM}){{0,6}}[.!]?",
        "share",
        "Like us on Facebook",
    ),
    Rule(rf"Follow us: .{{0,100}}\bon {PLATFORM}.{{0,60}}", "share", "Follow us: …"),
)

NEWSLETTERS: tuple[Rule, ...] = (
    Rule(
        r"(?i:(?:for more, ?)?(?:please )?(?:sign up|subscribe|register)\b)[^“”\".]{0,140}"
        r"(?i:newsletters?|briefings?|bulletins?|your inbox|e-?mails?|alerts|podcast|on youtube|"
        "for free|a month)"
        r"(?i: (?:here|now|today|below|manage newsletters)|, [^“”\".!?]{1,40})?[.!]?",
        "newsletter",
        "Sign up for our newsletter",
    ),
    Rule(
        "(?i:(?:sign up|subscribe)(?: now| here)?|manage newsletters)[.!]?",
        "newsletter",
        "Subscribe",
    ),
    Rule(
        '(?:Get|GET|Receive|Let|The) [^“”".!?]{2,120}(?i:in your inbox|meet your inbox|'
        r"(?:delivered|sent|straight|direct(?:ly)?|right)\b[^“”\".!?]{0,40}\byour inbox)\b"
        '[^“”"]{0,140}',
        "newsletter",
        "Get the news in your inbox",
    ),
    Rule(
        "(?i:enter your e-?mail(?: address)?(?: (?:here|below|to subscribe))?)[:.]?",
        "newsletter",
        "Enter your email address",
    ),
    Rule(
        r"(?i:(?:click here )?(?:to )?(?:get|download) (?:the|our) [^“”\".!?]{2,40} app\b)"
        '(?i: (?:for|on|here|now|today)[^“”"]{0,100})?[.!]?',
        "newsletter",
        "Get the app",
    ),
    Rule(
        "(?i:click here (?:to (?:get|read|download|subscribe|sign up)|for (?:the|more|full))) "
        ".{3,100}",
        "newsletter",
        "Click here for more",
    ),
    Rule(
        r"(?i:thank you for subscribing!?|not a (?:regular )?subscriber\?.{0,60}|"
        r"already a subscriber\?.{0,60})",
        "newsletter",
        "Already a subscriber?",
    ),
)

RELATED: tuple[Rule, ...] = (
    Rule(
        "(?i:related (?:coverage|stor(?:y|ies)|articles?|posts?|news|links|content|topics|videos?|"
        "reading)|see all related|more (?:stories|on this story|from (?:this author|around the "
        "web))|you (?:may|might) (?:also )?like|recommended(?: for you| stories| reading)?|"
        "read (?:more|next|also)|most (?:read|popular)|trending(?: now)?|what to read next|"
        r"don['’]t miss|see also|more from [\w ’'&.-]{2,40})[:.]?",
        "related",
        "Related stories",
    ),
    Rule(
        "(?:RELATED(?: VIDEO| STORY| COVERAGE)?|Related(?: roundup| story| article| video)?|"
        "READ MORE|Read [Mm]ore|READ ALSO|Read [Aa]lso|ALSO READ|Also [Rr]ead|SEE ALSO|"
        "See [Aa]lso|READ|Don['’]t [Mm]iss|DON['’]T MISS|READ NEXT|Read [Nn]ext|MUST READ|"
        "Must [Rr]ead|MORE|WATCH|PHOTOS|VIDEO|GALLERY|See photos|See video|You may also like): ?"
        r"(?:(?!\(@)[^\n]){2,200}[^.,;:”\"]",
        "related",
        "Read more: headline",
    ),
    Rule(
        'Related(?: Coverage)? (?=[A-Z])[^.“”"]{15,160}[^.“”"]',
        "related",
        "Related, glued to a headline",
    ),
    Rule('[^.“”"]{12,160} Read more', "related", "a headline, then Read more"),
)

FORMS: tuple[Rule, ...] = (
    Rule(
        "(?i:leave a (?:reply|comment)(?: cancel reply)?|cancel reply|post (?:a )?comment|"
        "add (?:a|your) comment|write a comment|join the (?:conversation|discussion)|"
        r"(?:see|view|show|read|load) (?:all |more )?comments?(?: \(?\d{1,6}\)?)?"
        r"(?: {1,3}write a comment)?|(?:recent )?comments? ?(?:\(\d{1,6}\)|:)|"
        r"no comments(?: yet)?|comments? (?:are )?(?:closed|off)|(?:recent )?comments|"
        r"\d{1,6} comments?|be the first to comment|what do you think\?|submit)[.!]?",
        "form",
        "Leave a reply",
    ),
    Rule(
        "(?i:your e-?mail address will not be published"
        r"\.?(?: required fields are marked ?\*?)?|required fields are marked ?\*?)",
        "form",
        "Your email address will not be published.",
    ),
    Rule(
        r"(?i:name|e-?mail|website|comment|message)(?: address)? ?\*(?: .{0,40})?",
        "form",
        "Email *",
    ),
    Rule(
        "(?i:save my name, e-?mail,? (?:and|&) website in this browser).{0,60}",
        "form",
        "Save my name in this browser",
    ),
    Rule(
        "(?i:you must be (?:logged|signed) in|log ?in|sign in)(?i: (?:or register )?to "
        "(?:post a |leave a |write a )?(?:comment|reply))[.!]?",
        "form",
        "Log in to comment",
    ),
    Rule(
        "(?i:(?:notify me of|email me) (?:new|follow-?up) (?:posts|comments)).{0,40}",
        "form",
        "Notify me of new comments",
    ),
    Rule(
        "(?i:sorry,? we are not currently accepting comments).{0,40}",
        "form",
        "Comments are closed",
    ),
    Rule(
        '[^“”"]{0,140}(?i:(?:share it|tell us|let us know|sound off|share your|leave your)'
        r"\b[^“”\".]{0,60}\b(?:in|with) (?:the |your )?comments?(?: section)?(?: below)?)[.!]?",
        "form",
        "Tell us in the comments",
    ),
)

NAVIGATION: tuple[Rule, ...] = (
    Rule("(?i:home) ?[>»›|/→·] ?.{2,200}", "navigation", "Home > News > headline"),
    Rule(
        "(?i:skip to (?:main )?(?:content|navigation)|toggle navigation|jump to navigation|"
        "back to (?:the )?top|next (?:article|post|story)|previous (?:article|post|story)|"
        "main menu|(?:advertisement ?)?(?:story|article|post) continue[sd]? "
        "(?:below|after).{0,40}|(?:advertisement ?)?continue reading(?: below)?"
        r"(?: the main story)?|read (?:the )?full (?:article|story)|\d{1,3} min(?:ute)?s? read|"
        "table of contents|load more|show more|back to (?:home|all news)|print this page)"
        "[.:…]{0,3}",
        "navigation",
        "Skip to content",
    ),
    Rule(
        "(?i:tags|filed under|categories|topics|posted in|tagged(?: (?:as|with|in))?): ?"
        '[^.“”"]{1,200}[^.“”"?!:]',
        "navigation",
        "Tags: a, b, c",
    ),
    Rule(
        r"[\w.$]{2,60}\([^()]{0,200}\);|<!--.{0,280}-->|@media [\w (].{0,280}[{}]|"
        r"[.#][\w-]{2,40} \{.{0,120}",
        "navigation",
        "code left over from the page",
    ),
)

NOTICES: tuple[Rule, ...] = (
    Rule(
        "(?i:advertisements?|sponsored(?: content| links?| by .{2,40})?|ad|ads by .{2,30}|"
        "promoted(?: stories| content)?|paid content)[:.]?",
        "notice",
        "Advertisement",
    ),
    Rule(
        r"(?i:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d.{0,280}",
        "notice",
        "Copyright 2020 …",
    ),
    Rule(r"[^“”\"]{0,120}\b(?i:all rights reserved)\b.{0,220}", "notice", "All rights reserved"),
    Rule(
        "(?i:this material may not be (?:published|reproduced)).{5,160}",
        "notice",
        "a reprint notice",
    ),
    Rule(
        "(?i:we use cookies|this (?:web ?)?site uses cookies|by (?:using|continuing to use|"
        "browsing) (?:this|our) (?:web ?)?site,? you).{0,280}",
        "notice",
        "a cookie notice",
    ),
    Rule(
        "(?i:we (?:may )?(?:earn|receive) (?:a )?(?:small )?commissions?).{0,200}|"
        "(?i:this (?:post|article|page) (?:may )?contains? affiliate links).{0,200}",
        "notice",
        "an affiliate notice",
    ),
    Rule(
        rf"[-—–• ]{{0,4}}(?i:(?:this {WORK} (?:has been|was) )?(?:last )?(?:updated|modified)"
        r"(?:(?: at| on)? (?:\d{1,2}[:.]\d\d|\d{1,2} [ap]\.?m)[^“”\"!?]{0,60}"
        r"|:? \d{1,3} (?:minutes?|hours?|days?|weeks?) ago"
        r"| with additional (?:reporting|developments|information)\b[^“”\"]{0,40}))",
        "notice",
        "Updated at 6 p.m. ET",
    ),
    Rule(rf"(?i:this {WORK} has been updated)\.?", "notice", "This story has been updated."),
)

ANYWHERE: tuple[Rule, ...] = (
    Rule(
        r"Your email address will not be published\.(?: Required fields are marked ?\*?)?",
        "form",
        "Your email address will not be published.",
    ),
    Rule(
        r"View this (?:post|photo|profile|video|reel) on [A-Z][a-z]{2,15}"
        r"(?=\s{0,4}$|\s{1,4}A (?:post|photo|video) )",
        "embed",
        "View this post on Instagram",
    ),
    Rule(
        r"A (?:post|photo|video|reel) (?:shared|posted) by [^\n()]{1,80} ?\(@[\w.]{1,40}\)"
        r"(?: on [A-Z][a-z]{2} \d{1,2}, \d{4} at \d{1,2}:\d{2} ?[ap]m(?: P[SD]T)?"
        r"|(?=\s{0,4}$|\s{1,4}[A-Z“]))",
        "embed",
        "A post shared by …",
    ),
    Rule(
        r"Copyright (?:© )?\d{4} [^.\n]{2,40}\.(?: All rights reserved\.)(?: This material may "
        r"not be published, broadcast, rewritten or redistributed(?: without permission)?\.)?",
        "notice",
        "Copyright 2020 … All rights reserved.",
    ),
)
