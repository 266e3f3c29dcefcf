"""Every error this library raises on purpose.

    AllegedlyError
    ├── InputError      something handed in cannot be read (the rest of the batch goes on)
    ├── LedgerError     a ledger cannot be opened, written or trusted
    │   └── OldLedgerError   it must be opened for writing once, to be brought up to date
    ├── WeightsError    the packaged model is missing or damaged
    └── ExtraError      a feature needs an optional package that is not installed

A message says what is wrong, where (file, byte, row) and what to do.
"""

from __future__ import annotations


class AllegedlyError(Exception):
    """Base of all errors of this library."""


class InputError(AllegedlyError):
    """An input, or one item of it, cannot be read.

    ``where`` names the file, and the line or byte inside it where known.
    """

    def __init__(self, where: str, what: str, todo: str = "") -> None:
        self.where = where
        self.what = what
        self.todo = todo
        super().__init__(f"{where}: {what}" + (f" ({todo})" if todo else ""))


class LedgerError(AllegedlyError):
    """A ledger cannot be opened, is not one, is newer than this version, or cannot be written."""


class OldLedgerError(LedgerError):
    """A ledger is of an older version and was opened read-only; nothing was changed."""


class WeightsError(AllegedlyError):
    """The packaged model is missing or damaged; reinstalling the package mends it."""


class ExtraError(AllegedlyError):
    """An optional package is missing; the message names the extra to install."""
