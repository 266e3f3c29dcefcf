"""Time expressions: which stretches of text are dates, and which dates they are."""

from .finder import find_times
from .layer import times_of

__all__ = ["find_times", "times_of"]
