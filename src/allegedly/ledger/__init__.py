"""The ledger: one SQLite file that keeps what was read, and gives it back exactly."""

from .schema import datasette_metadata, json_schema, schema_markdown
from .store import Counts, Ledger

__all__ = ["Counts", "Ledger", "datasette_metadata", "json_schema", "schema_markdown"]
