"""Copies, versions and shared passages: what is found, what is not, and where it stands."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.collect import collect, find_sources
from allegedly.link import find_copies
from allegedly.link.words import words
from allegedly.records import Article, Copies, Furniture, Place, Shared, Span

from ..strategies import articles as any_articles
from .making import BRIDGE, MINE, OPERA, STATEMENT, article, coverage

WIRE = "\n\n".join(
    (
        "A warehouse full of pianos burned down in Quillmouth on Thursday, and nobody was hurt.",
        "The fire began in a lift shaft shortly after ten, the fire brigade said, and reached the "
        "roof before the first engine had crossed the river. Forty firemen fought it until dawn.",
        "“You could hear the strings go, one after the other,” said Bette Rauch, who watches over "
        "the lock next door. “It was the saddest tune that I ever heard.”",
        "The pianos, some three hundred of them, belonged to the maker Holm and Daughter, whose "
        "workshop stands across the yard and was spared because the wind blew from the west.",
        "Its owner, Clara Holm, told reporters that every piano was insured but that a dozen of "
        "them had been waiting for buyers who would not want another.",
        "Quillmouth has lost two warehouses to fire within a year. The police have asked those who "
        "walked along the river on Thursday evening to come forward.",
    )
)
PARTS = WIRE.split("\n\n")


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def find(*items: Article) -> Copies:
    return find_copies(items)


def wire(text: str = WIRE, day: str = "2023-06-02", **more: str) -> Article:
    return article(text, title=more.pop("title", "Fire destroys pianos"), day=day, **more)


EDITS = {
    "another headline": wire(title="Three hundred pianos lost", day="2023-06-03"),
    "the last paragraphs dropped": wire("\n\n".join(PARTS[:3]), day="2023-06-03"),
    "a byline and an outlet put in": wire(
        f"By Our Own Reporter\n\n{PARTS[0]}\n\nThe Quillmouth Lantern has been told by several "
        "neighbours that the smoke could be seen for miles.\n\n" + "\n\n".join(PARTS[1:]),
        day="2023-06-03",
    ),
    "straight quotation marks and an edited word here and there": wire(
        re.sub("[“”]", '"', WIRE)
        .replace("nobody was hurt", "no one was hurt")
        .replace("Forty firemen", "About forty firemen")
        .replace("the saddest tune", "the very saddest tune")
        .replace("some three hundred", "around 300")
        .replace("Thursday evening", "that evening"),
        day="2023-06-03",
    ),
    "paragraphs in another order": wire("\n\n".join(PARTS[:1] + PARTS[:0:-1]), day="2023-06-03"),
    "the same day": wire("\n\n".join(PARTS[:5]), outlet="The Lantern"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_wire_copy_with_small_edits_is_found(edit: str) -> None:
    first, again = wire(), EDITS[edit]
    (group,) = find(first, again).groups
    assert group.origin == first.id
    assert group.articles == (first.id, again.id)
    assert group.dated == (edit != "the same day")


def test_dates_decide_who_was_first_then_the_input_does() -> None:
    late, early = wire(day="2023-06-05"), wire(day="2023-06-02")
    assert find(late, early).groups[0].origin == early.id
    one, other = wire(outlet="The Gull"), wire(outlet="The Lantern")
    assert find(one, other).groups[0].origin == one.id
    assert find(other, one).groups[0].origin == other.id
    month, undated = wire(day="2023-06"), article(WIRE, title="Fire")
    (group,) = find(undated, month, late).groups
    assert group.articles == (late.id, month.id, undated.id)
    assert not group.dated


def test_a_copy_of_a_copy_counts_with_the_origin() -> None:
    first = wire()
    second = wire("\n\n".join(PARTS[:4]), day="2023-06-03")
    third = wire("\n\n".join(PARTS[:2]), day="2023-06-04")
    (group,) = find(third, second, first).groups
    assert group.articles == (first.id, second.id, third.id)


def test_reporting_that_grows_is_no_copy_but_shares() -> None:
    note = wire(PARTS[0] + " " + PARTS[1])
    longer = wire(f"{PARTS[0]} {PARTS[1]}\n\n{BRIDGE[0][1]}\n\n{OPERA[0][1]}", day="2023-06-03")
    found = find(note, longer)
    assert found.groups == ()
    assert [shared.kind for shared in found.shared] == ["passage"]


def test_two_articles_on_one_statement_are_no_copies_but_share_the_quote() -> None:
    one = article(f"{MINE[0][1]}\n\n{STATEMENT}", day="2023-05-08")
    other = article(f"{STATEMENT}\n\n{BRIDGE[1][1]}", day="2023-05-09")
    found = find(one, other)
    assert found.groups == ()
    (shared,) = found.shared
    quoted = STATEMENT.split("”")[0].strip("“,")
    assert (shared.kind, shared.words) == ("quote", len(forms(quoted)))
    assert shared.first.span.of(one.text) == quoted
    assert shared.again.span.of(other.text) == quoted


def test_mostly_quoted_articles_are_compared_by_their_own_words() -> None:
    speech = "\n\n".join(f"“{part}”" for _, part in (*OPERA, *MINE))
    mine = (
        "That is what she told the hall, and it took the hall a long while to find its answer. She "
    )
    mine += "had come by train, and went home by train. "
    yours = (
        "Nobody on the benches had expected so long a speech, least of all the mayor himself, who "
    )
    yours += "had brought a sandwich and a newspaper. "
    found = find(
        article(mine + speech, day="2023-05-08"), article(yours + speech, day="2023-05-09")
    )
    assert found.groups == ()
    assert {shared.kind for shared in found.shared} == {"quote"}


def test_a_short_quote_counts_only_where_both_quote_it() -> None:
    said = "never sign a paper that I have not read"
    quoting = article(f"{MINE[0][1]} “I {said},” she said.", day="2023-05-08")
    telling = article(f"{OPERA[0][1]} He would {said}.", day="2023-05-09")
    again = article(f"{BRIDGE[0][1]} “I {said},” she had said.", day="2023-05-09")
    assert find(quoting, telling).shared == ()
    (shared,) = find(quoting, again).shared
    assert shared.again.span.of(again.text) == f"I {said}"


def test_a_passage_is_reported_with_its_first_teller_only() -> None:
    first = article(f"{MINE[0][1]}\n\n{STATEMENT}", day="2023-05-08")
    others = [
        article(f"{text}\n\n{STATEMENT}", day=f"2023-05-{9 + n:02}")
        for n, (_, text) in enumerate(BRIDGE)
    ]
    assert [(s.first.article, s.again.article) for s in find(*others, first).shared] == [
        (first.id, other.id) for other in others
    ]


def test_what_a_copy_has_from_its_origin_is_not_reported_again() -> None:
    first = article(f"{MINE[0][1]}\n\n{STATEMENT}", day="2023-05-08")
    origin = wire(f"{WIRE}\n\n{STATEMENT}", day="2023-05-09")
    copies = [wire(f"{WIRE}\n\n{STATEMENT}", day="2023-05-10", name=f"{n}") for n in range(4)]
    found = find(first, origin, *copies)
    assert len(found.groups[0].articles) == 5
    assert [s.again.article for s in found.shared] == [origin.id]


def test_versions_of_a_page_are_no_copies_and_say_what_changed() -> None:
    page = "https://lantern.example/fire"
    was = wire(url=page)
    now = wire("\n\n".join([*PARTS[:2], *PARTS[3:], BRIDGE[0][1]]), url=page)
    found = find(was, now)
    assert (found.groups, found.shared) == ((), ())
    (version,) = found.versions
    assert (version.url, version.earlier, version.later) == (page, was.id, now.id)
    assert [span.of(was.text) for span in version.dropped] == [PARTS[2]]
    assert [span.of(now.text) for span in version.added] == [BRIDGE[0][1]]


def test_each_version_is_compared_with_the_one_before() -> None:
    page = "https://lantern.example/fire"
    all_versions = [
        wire("\n\n".join(PARTS[:count]), url=page, day=f"2023-06-{count:02}") for count in (4, 5, 6)
    ]
    found = find(*all_versions)
    assert [(v.earlier, v.later) for v in found.versions] == [
        (all_versions[0].id, all_versions[1].id),
        (all_versions[1].id, all_versions[2].id),
    ]
    assert [
        [s.of(all_versions[n + 1].text) for s in v.added] for n, v in enumerate(found.versions)
    ] == [
        [PARTS[4]],
        [PARTS[5]],
    ]


def test_an_unlike_page_at_the_same_address_is_no_version() -> None:
    page = "https://lantern.example/today"
    assert find(wire(url=page), article(BRIDGE[0][1], url=page)) == Copies((), (), ())


def test_a_page_that_was_almost_empty_is_no_version() -> None:
    page = "https://lantern.example/fire"
    assert find(wire("Soon.", day="2023-06-01", url=page), wire(url=page)) == Copies((), (), ())


def test_nothing_shared_gives_nothing() -> None:
    assert find() == Copies((), (), ())
    assert find(wire()) == Copies((), (), ())
    assert find(wire(), wire()) == Copies((), (), ())  # the same article, given twice
    stories = [item for group in coverage().values() for item in group]
    assert find_copies(stories).groups == ()


def test_short_texts_are_copies_only_word_for_word() -> None:
    one = article("The bridge to Gannet is open again.", day="2023-05-20")
    same = article("THE BRIDGE to Gannet is open again!", day="2023-05-21")
    other = article("The bridge to Gannet is open again, the county says.", day="2023-05-21")
    assert find(one, same).groups[0].articles == (one.id, same.id)
    assert find(one, other).groups == ()


def test_furniture_is_not_what_articles_share() -> None:
    box = (
        "Sign up for our newsletter and get the best of the harbour in your inbox every morning, "
        "free of charge and without any advertisements at all."
    )
    one = article(f"{MINE[0][1]}\n\n{box}", day="2023-05-08")
    other = article(f"{BRIDGE[0][1]}\n\n{box}", day="2023-05-09")
    (shared,) = find(one, other).shared
    one, other = (
        replace(a, furniture=(Furniture(Span(a.text.index(box), len(a.text)), "newsletter"),))
        for a in (one, other)
    )
    assert find(one, other) == Copies((), (), ())
    assert shared.words == len(forms(box))


def test_five_hundred_copies_are_one_group_soon() -> None:
    first = wire(day="2023-06-01")
    many = [
        wire("\n\n".join(PARTS[: 3 + n % 4]) + f"\n\nPage {n}", day="2023-06-02", name=f"{n}")
        for n in range(499)
    ]
    before = time.process_time()
    found = find_copies([*many, first])
    assert time.process_time() - before < 20
    (group,) = found.groups
    assert (group.origin, len(group.articles)) == (first.id, 500)
    assert found.shared == ()


PIECES = st.sampled_from(
    [
        *PARTS,
        STATEMENT,
        *(text for _, text in (*BRIDGE, *OPERA)),
        "“no”",
        "é\u0301",
        "\n",
        "😀 said",
    ]
)


@given(st.lists(st.lists(PIECES, min_size=1, max_size=5).map("\n\n".join), max_size=5))
@settings(max_examples=80, deadline=None)
def test_the_words_of_both_places_are_the_same(all_texts: list[str]) -> None:
    items = {a.id: a for a in map(article, (t for t in all_texts if t.strip()))}
    found = find_copies(items.values())
    for shared in found.shared:
        first, again = (_words_at(items, place) for place in (shared.first, shared.again))
        assert first == again
        assert len(first) == shared.words
    grouped = [name for group in found.groups for name in group.articles]
    assert len(grouped) == len(set(grouped))
    together = {name: group.origin for group in found.groups for name in group.articles}
    assert not any(_in_one_group(shared, together) for shared in found.shared)


@given(st.lists(any_articles(), max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_articles_at_all(batch: list[Article]) -> None:
    found = find_copies(batch)
    names = {item.id for item in batch}
    assert all(set(group.articles) <= names for group in found.groups)
    assert all(group.origin == group.articles[0] for group in found.groups)


def test_one_word_over_and_over_ends_soon() -> None:
    before = time.process_time()
    one = article("no " * 20_000, day="2023-05-08")
    other = article("no " * 19_000 + "yes", day="2023-05-09")
    assert len(find(one, other).groups) == 1
    assert time.process_time() - before < 10


def _words_at(items: dict[str, Article], place: Place) -> list[str]:
    return forms(place.span.of(items[place.article].text))


def _in_one_group(shared: Shared, together: dict[str, str]) -> bool:
    one, other = shared.first.article, shared.again.article
    return one in together and together[one] == together.get(other)


def test_the_bundled_example(coverage: Path) -> None:
    sources = find_sources([coverage])
    items = [item for s in sources for item in collect(s) if isinstance(item, Article)]
    by_id = {item.id: item for item in items}
    gold = json.loads((coverage.parent / "gold.json").read_text("utf-8"))
    found = find_copies(items)

    def given(name: str) -> str | None:
        return by_id[name].given_id

    assert [
        ({given(name) for name in group.articles}, given(group.origin)) for group in found.groups
    ] == [({a["id"] for a in g["articles"]}, g["origin"]["id"]) for g in gold["copies"]]
    assert [
        (
            v.url,
            [given(v.earlier), given(v.later)],
            [s.of(by_id[v.earlier].text) for s in v.dropped],
        )
        for v in found.versions
    ] == [(g["url"], [a["id"] for a in g["articles"]], [g["dropped"]]) for g in gold["versions"]]
    assert all(version.added == () for version in found.versions)
