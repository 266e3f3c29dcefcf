"""A ledger as flat tables, for data frames and exports."""

from __future__ import annotations

from .coverage import Coverage
from .frames import arrow, named
from .tables import BY_NAME, TABLES, Cell, Row, Table

__all__ = ["BY_NAME", "TABLES", "Cell", "Coverage", "Row", "Table", "arrow", "named"]
