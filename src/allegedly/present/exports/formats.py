"""The formats of `allegedly export`, by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from allegedly.ledger.flat import Coverage
from allegedly.ledger.schema import datasette_metadata

from ..safe import writable
from .brat import standoff
from .docbin import doc_bin
from .file import File
from .followthemoney import entities
from .linked_data import claim_reviews, schema_claims, web_annotations
from .tabular import comma_separated, jsonl, parquet
from .timelinejs import timelinejs
from .whole import whole


@dataclass(frozen=True, slots=True)
class Format:
    """An export format; ``folder`` says that it has several files and `-o` names a folder."""

    name: str
    doc: str
    folder: bool
    files: Callable[[Coverage], Iterator[File]]


def _json(name: str, make: Callable[[Coverage], Any]) -> Callable[[Coverage], Iterator[File]]:
    def files(coverage: Coverage) -> Iterator[File]:
        text = json.dumps(make(coverage), ensure_ascii=False, indent=1)
        yield File(name, (writable(text) + "\n").encode())

    return files


def _datasette(coverage: Coverage) -> dict[str, Any]:
    return datasette_metadata(coverage.ledger)


def _lines(coverage: Coverage) -> Iterator[File]:
    lines = (json.dumps(one, ensure_ascii=False) for one in entities(coverage))
    yield File("entities.ftm.json", "".join(writable(line) + "\n" for line in lines).encode())


def _docbin(coverage: Coverage) -> Iterator[File]:
    yield File("articles.spacy", doc_bin(coverage))


_ALL = (
    Format("json", "everything as one JSON object", False, _json("story.json", whole)),
    Format("jsonl", "JSON lines, one file a table", True, jsonl),
    Format("parquet", "Parquet, one file a table (needs pyarrow)", True, parquet),
    Format("csv", "CSV, one file a table, safe to open in a spreadsheet", True, comma_separated),
    Format(
        "webannotation",
        "W3C Web Annotations, as one AnnotationPage",
        False,
        _json("annotations.json", web_annotations),
    ),
    Format("claim", "schema.org Claim", False, _json("claims.json", schema_claims)),
    Format(
        "claimreview",
        "schema.org ClaimReview of what a person resolved",
        False,
        _json("reviews.json", claim_reviews),
    ),
    Format("timelinejs", "TimelineJS 3", False, _json("timeline.json", timelinejs)),
    Format("ftm", "FollowTheMoney entities, one a line", False, _lines),
    Format("brat", "brat standoff, two files an article", True, standoff),
    Format(
        "datasette",
        "metadata for `datasette story.db -m metadata.json`",
        False,
        _json("metadata.json", _datasette),
    ),
    Format("docbin", "a spaCy DocBin (needs spaCy)", False, _docbin),
)

FORMATS = {one.name: one for one in _ALL}
