"""The ledger: one SQLite file that keeps what was read, linked and decided, and gives it back."""

from .ledger import Ledger
from .quotes import Quote
from .schema import datasette_metadata, json_schema, schema_markdown
from .store import Counts

__all__ = ["Counts", "Ledger", "Quote", "datasette_metadata", "json_schema", "schema_markdown"]
