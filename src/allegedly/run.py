"""The main job as a function: inputs in, readings out, in the order of the inputs."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from .collect import Source, collect, find_sources
from .errors import AllegedlyError, InputError
from .ledger.check import check
from .reader import Reader
from .records import Article, Reading, Unread

_Waiting = Future[Reading | Unread] | Unread | Source
#: Articles in flight per worker: enough to keep all busy, few enough for memory.
_AHEAD = 4


def read(
    inputs: Sequence[str | Path],
    *,
    reader: Reader | None = None,
    workers: int | None = None,
    known: Callable[[str, str], bool] = lambda article_id, stage: False,
    progress: Callable[[Source], None] = lambda source: None,
) -> Iterator[Reading | Unread]:
    """Read files, folders or ``-`` (standard input); lazily, in order.

    What cannot be read is yielded as `Unread` and the rest goes on. ``workers``
    is the number of threads (default: one a core). ``known(article_id, stage)``
    tells which articles to leave out because they were read before; ``progress``
    is called with each source once all its articles are done.

    Raises:
        WeightsError: where the packaged model is missing or damaged.
        AllegedlyError: where no input is to blame: there is no room for temporary files.
    """
    reader = reader or Reader()
    count = workers or os.cpu_count() or 1
    pool = ThreadPoolExecutor(count, thread_name_prefix="allegedly")
    waiting: deque[_Waiting] = deque()
    try:
        for item in _items(find_sources(inputs)):
            if not isinstance(item, Article):
                waiting.append(item)
            elif not known(item.id, reader.stage):
                waiting.append(pool.submit(_reading, reader, item))
            while waiting and (len(waiting) > count * _AHEAD or _is_ready(waiting[0])):
                yield from _done(waiting.popleft(), progress)
        while waiting:
            yield from _done(waiting.popleft(), progress)
    finally:
        # Nobody waits, after Ctrl-C, for the articles being read: their threads end with them.
        pool.shutdown(wait=False, cancel_futures=True)


def _items(sources: Iterable[Source]) -> Iterator[Article | Unread | Source]:
    for source in sources:
        try:
            for item in collect(source):
                yield _unread(item) if isinstance(item, InputError) else item
        except AllegedlyError:
            raise
        except Exception as error:
            yield _fault(source.name, error)
        yield source


def _reading(reader: Reader, article: Article) -> Reading | Unread:
    """The reading of an article; a fault of ours costs this article, not the batch."""
    try:
        reading = reader.read_article(article)
        check(reading)
        return reading
    except Exception as error:
        return _fault(article.origin or article.url or article.id, error)


def _is_ready(item: _Waiting) -> bool:
    return not isinstance(item, Future) or item.done()


def _done(item: _Waiting, progress: Callable[[Source], None]) -> Iterator[Reading | Unread]:
    if isinstance(item, Source):
        progress(item)
    elif isinstance(item, Future):
        yield item.result()
    else:
        yield item


def _unread(error: InputError) -> Unread:
    return Unread(error.where, error.what, error.todo)


def _fault(origin: str, error: Exception) -> Unread:
    why = " ".join(f"{type(error).__name__} {error}".split())[:300]
    return Unread(origin, f"internal error: {why}", "please report it, with this input")
