"""What a ledger gives to other programs: every format, read back by what reads it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from allegedly.errors import ExtraError
from allegedly.ledger.flat import TABLES, Coverage, arrow
from allegedly.present.exports import FORMATS
from allegedly.present.safe import writable
from allegedly.records import Account, Reading
from docs.schema.build import FILE, written

from .accounts import account_of
from .hostile import MANY, hostile_story
from .scattered import generated

_FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")


@pytest.fixture(scope="module")
def coverage(readings: tuple[Reading, ...]) -> Coverage:
    return Coverage(readings, account_of(readings))


def exported(coverage: Coverage, name: str) -> dict[str, bytes]:
    found = {file.name: file.content for file in FORMATS[name].files(coverage)}
    assert len(found) == 1 or FORMATS[name].folder
    return found


def one(coverage: Coverage, name: str) -> Any:
    (content,) = exported(coverage, name).values()
    return json.loads(content)


def anchors_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every anchor anywhere in a C5 object."""
    if isinstance(value, dict):
        yield from value.get("anchors") or ()
        for part in value.values():
            yield from anchors_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from anchors_in(part)


def test_the_whole_has_the_keys_of_the_contract(coverage: Coverage) -> None:
    found = one(coverage, "json")
    assert {
        "articles", "cast", "attributions", "claims", "rumors", "timeline", "contradictions",
        "sourcing", "copies",
    } <= found.keys()  # fmt: skip
    (rumor,) = found["rumors"]
    assert {"id", "statement", "state", "stances"} <= rumor.keys()
    stance = rumor["stances"][0]
    assert {"article", "stance", "headline", "confidence", "date", "anchors"} <= stance.keys()
    edge = found["sourcing"][0]
    assert {"teller", "via", "origin", "sourcing", "claims", "anchors"} <= edge.keys()


def test_every_anchor_of_the_whole_is_exact(coverage: Coverage) -> None:
    found = one(coverage, "json")
    texts = {row["id"]: row for row in found["articles"]}
    anchors = list(anchors_in(found))
    assert len(anchors) > 30
    for anchor in anchors:
        start, end = anchor["span"]
        field = texts[anchor["article"]][anchor["field"]]
        assert field[start:end] == anchor["text"]


def test_articles_go_by_the_id_their_input_gave_them_unless_two_share_it() -> None:
    found = generated(3)
    clash = replace(found[1], article=replace(found[1].article, given_id=found[0].article.given_id))
    readings = [found[0], clash, found[2]]
    ids = [row["id"] for row in one(Coverage(readings, Account(stage="")), "json")["articles"]]
    assert ids == [found[0].article.id, clash.article.id, found[2].article.given_id]


def test_speakers_of_the_whole_are_members_of_the_cast(coverage: Coverage) -> None:
    found = one(coverage, "json")
    members = {row["id"] for row in found["cast"]}
    speakers = {row["speaker"] for row in found["attributions"] if row["speaker"]}
    assert speakers
    assert speakers <= members


def test_lines_and_cells_hold_the_same_tables(coverage: Coverage) -> None:
    lines, cells = exported(coverage, "jsonl"), exported(coverage, "csv")
    for table in TABLES:
        rows = [json.loads(row) for row in lines[f"{table.name}.jsonl"].decode().splitlines()]
        text = cells[f"{table.name}.csv"].decode("utf-8-sig")
        read = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(read) == len(rows)
        assert all(list(row) == [column.name for column in table.columns] for row in rows)


@pytest.mark.parametrize("formula", _FORMULAS)
def test_no_cell_is_a_formula(readings: tuple[Reading, ...], formula: str) -> None:
    account = account_of(readings)
    rumor = replace(account.rumors[0], statement=formula, reasons=(formula,))
    files = exported(Coverage(readings, replace(account, rumors=(rumor,))), "csv")
    text = files["rumors.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["statement"] == "'" + formula
    assert row["reasons"] == "'" + formula


def test_annotations_quote_what_stands_at_their_positions(coverage: Coverage) -> None:
    found = one(coverage, "webannotation")
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    by_address = {coverage.address(key): article for key, article in coverage.articles.items()}
    names = [item["id"] for item in found["items"]]
    assert len(names) == len(set(names))
    for item in found["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            article = by_address[target["source"]]
            field = article.title if "scope" in target else article.text
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert field is not None
            assert field[start:end] == quote["exact"]
            assert field[:start].endswith(quote["prefix"])
            assert field[end:].startswith(quote["suffix"])


def test_only_what_a_person_resolved_is_reviewed(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)
    (review,) = one(Coverage(readings, account), "claimreview")["@graph"]
    assert review["claimReviewed"] == account.rumors[0].statement
    assert review["reviewRating"]["alternateName"] == "False"
    rumor = replace(account.rumors[0], state="unverified", resolution=None)
    nothing = one(Coverage(readings, replace(account, rumors=(rumor,))), "claimreview")
    assert nothing["@graph"] == []


def test_claims_name_where_they_appear(coverage: Coverage) -> None:
    (claim,) = one(coverage, "claim")["@graph"]
    assert claim["@type"] == "Claim"
    carried = coverage.account.claims[0].appearances
    assert {work["identifier"] for work in claim["appearance"]} == {
        each.anchor.article for each in carried
    }


def test_a_partial_date_stays_partial_on_a_timeline(coverage: Coverage) -> None:
    (event,) = one(coverage, "timelinejs")["events"]  # the other event has no certain date
    assert event["start_date"] == {"year": 2023, "month": 3}


def test_standoff_offsets_lead_to_their_words(coverage: Coverage) -> None:
    files = exported(coverage, "brat")
    seen = 0
    for name, content in files.items():
        if not name.endswith(".ann"):
            continue
        text = files[name.replace(".ann", ".txt")].decode()
        for line in content.decode().splitlines():
            if line.startswith("T"):
                _, label, words = line.split("\t")
                places = [
                    tuple(map(int, part.split())) for part in label.split(" ", 1)[1].split(";")
                ]
                assert " ".join(text[start:end] for start, end in places) == words
                seen += 1
    assert seen > 20


def test_datasette_is_told_what_every_table_is(readings: tuple[Reading, ...]) -> None:
    found = one(Coverage(readings, Account(stage=""), ledger="ferry"), "datasette")
    tables = found["databases"]["ferry"]["tables"]
    assert {"article", "attribution", "rumors", "stances", "timeline"} <= tables.keys()
    assert all(table["description"] for table in tables.values())


def test_frames_are_the_tables(coverage: Coverage) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    for table in TABLES:
        found = arrow(coverage, table.name)
        assert found.column_names == [column.name for column in table.columns]
        assert found.num_rows == len(list(table.rows(coverage)))


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_pandas_and_polars_take_a_frame(coverage: Coverage, library: str) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    module = pytest.importorskip(library, reason=f"{library} is not installed")
    found = arrow(coverage, "stances")
    frame = found.to_pandas() if library == "pandas" else module.from_arrow(found)
    assert list(frame["stance"])[:2] == ["for", "against"]


def test_parquet_is_read_back(coverage: Coverage) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    for name, content in exported(coverage, "parquet").items():
        found = parquet.read_table(io.BytesIO(content))
        assert found.equals(arrow(coverage, name.removesuffix(".parquet")))


def test_documents_of_spacy_have_the_layers(coverage: Coverage) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    tokens = pytest.importorskip("spacy.tokens")
    (content,) = exported(coverage, "docbin").values()
    docs = list(tokens.DocBin().from_bytes(content).get_docs(spacy.blank("en").vocab))
    for doc, reading in zip(docs, coverage.readings, strict=True):
        assert doc.text == reading.article.text
        assert doc.user_data["article"] == reading.article.id
        contents = [span for row in reading.body.attributions for span in row.content]
        assert len(doc.spans["content"]) == len(contents)
        for found, span in zip(doc.spans["content"], contents, strict=True):
            assert span.of(reading.article.text) in found.text


def test_entities_are_valid_by_followthemoney(coverage: Coverage) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    (content,) = exported(coverage, "ftm").values()
    rows = [json.loads(line) for line in content.decode().splitlines()]
    assert {row["schema"] for row in rows} >= {"Article", "Person", "Event", "Mention"}
    for row in rows:
        proxy = ftm.model.get_proxy(row, cleaned=False)
        proxy.schema.validate(row)
        given = {name for name, values in row["properties"].items() if values}
        assert set(proxy.to_dict()["properties"]) == given


def test_without_the_package_the_message_says_what_to_install(
    coverage: Coverage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr("allegedly.ledger.flat.frames.import_module", missing)
    monkeypatch.setattr("allegedly.present.exports.docbin.import_module", missing)
    with pytest.raises(ExtraError, match=r"allegedly\[frames\]"):
        exported(coverage, "parquet")
    with pytest.raises(ExtraError, match=r"allegedly\[spacy\]"):
        exported(coverage, "docbin")


@pytest.mark.parametrize(
    "name",
    ["json", "jsonl", "csv", "webannotation", "claim", "claimreview", "timelinejs", "ftm", "brat"],
)
def test_whatever_stands_in_the_coverage_can_be_exported(name: str) -> None:
    readings, _ = hostile_story(MANY)
    files = exported(Coverage(readings, account_of(readings)), name)
    for content in files.values():
        text = content.decode("utf-8")
        assert text == writable(text)


def test_timeline_texts_are_escaped() -> None:
    readings, _ = hostile_story()
    found = one(Coverage(readings, account_of(readings)), "timelinejs")
    for event in found["events"]:
        assert "<script" not in event["text"]["headline"].lower()
        assert "<script" not in event["text"]["text"].lower()


@pytest.mark.parametrize("hostile", [True, False])
def test_the_whole_is_valid_by_its_schema(readings: tuple[Reading, ...], *, hostile: bool) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    found = hostile_story()[0] if hostile else readings
    schema = json.loads(FILE.read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(
        one(Coverage(found, account_of(found)), "json")
    )


def test_the_schema_on_file_is_that_of_the_records() -> None:
    assert FILE.read_text("utf-8") == written()
