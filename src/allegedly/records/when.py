"""A partial date with its bounds and its basis."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class When:
    """A TIMEX3-like value that is never finer than what is known.

    ``value`` is an ISO prefix (``2021``, ``2021-02``, ``2021-02-09``) or a TIMEX3
    value; ``earliest`` and ``latest`` are inclusive days; ``basis`` says what the
    date rests on (``given``, ``json-ld``, ``meta``, ``time-element``, ``url``, ``text``).
    """

    value: str
    earliest: date | None
    latest: date | None
    basis: str

    def __post_init__(self) -> None:
        if not self.value:
            raise ValueError("an unknown date is None, not an empty value")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} is after latest {self.latest}")

    @classmethod
    def from_iso(cls, value: str, basis: str) -> When:
        """The When of an ISO prefix: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            ValueError: where ``value`` is none of these or names no real day.
        """
        match = _PREFIX.fullmatch(value)
        if not match:
            raise ValueError(f"not YYYY, YYYY-MM or YYYY-MM-DD: {value!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        first = date(year, month or 1, day or 1)
        final_month = month or 12
        final_day = day or calendar.monthrange(year, final_month)[1]
        return cls(value, first, date(year, final_month, final_day), basis)
