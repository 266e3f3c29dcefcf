"""allegedly follows a rumor through the news: who says what, on whose word, as of when."""

from . import records
from ._version import __version__
from .errors import AllegedlyError, ExtraError, InputError, LedgerError, WeightsError
from .ledger import Ledger
from .reader import Reader
from .run import read

__all__ = [
    "AllegedlyError",
    "ExtraError",
    "InputError",
    "Ledger",
    "LedgerError",
    "Reader",
    "WeightsError",
    "__version__",
    "read",
    "records",
]
