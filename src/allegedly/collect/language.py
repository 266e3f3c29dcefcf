"""Which language a text is in."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ..errors import AllegedlyError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

_ENOUGH_LETTERS = 60
_LOOK_AT = 2_000
_SURE = 0.5
_LETTER = re.compile(r"[^\W\d_]")
# English news about West Africa scores up to .85 as Nigerian Pidgin.
_SURE_OF = {"pcm": 0.95}


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language (a longer code where there is no short one).

    None where there are fewer than 60 letters to go by, or where no language is
    likelier than all others together. Looks at 2,000 characters at most.

    Raises:
        AllegedlyError: the packaged model cannot be loaded.
    """
    sample = text[:_LOOK_AT]
    if len(sample) < _ENOUGH_LETTERS or not _has_letters(sample):
        return None
    ranked = _identifier().rank(sample)
    code, likely = ranked[0]
    return str(code) if likely >= _SURE_OF.get(code, _SURE) else None


def _has_letters(sample: str) -> bool:
    return len(list(islice(_LETTER.finditer(sample), _ENOUGH_LETTERS))) == _ENOUGH_LETTERS


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        # It is unpacked into a temporary file. No input is to blame for that.
        raise AllegedlyError(
            f"the language model cannot be loaded: {error.strerror or error} "
            f"(is there room in {tempfile.gettempdir()}?)"
        ) from error
