"""The main job as a function: inputs in, readings out, in the order of the inputs."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from .collect import Source, collect, find_sources
from .errors import InputError
from .reader import Reader
from .records import Article, Reading, Unread

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
    """
    reader = reader or Reader()
    count = workers or os.cpu_count() or 1
    with ThreadPoolExecutor(count, thread_name_prefix="allegedly") as pool:
        waiting: deque[Future[Reading] | Unread | Source] = deque()
        busy = 0
        try:
            for item in _items(find_sources(inputs)):
                if isinstance(item, Article):
                    if known(item.id, reader.stage):
                        continue
                    waiting.append(pool.submit(reader.read_article, item))
                    busy += 1
                else:
                    waiting.append(item)
                while waiting and (busy >= count * _AHEAD or not isinstance(waiting[0], Future)):
                    busy -= isinstance(waiting[0], Future)
                    yield from _done(waiting.popleft(), progress)
            while waiting:
                yield from _done(waiting.popleft(), progress)
        finally:
            for left in waiting:
                if isinstance(left, Future):
                    left.cancel()


def _items(sources: Iterable[Source]) -> Iterator[Article | Unread | Source]:
    for source in sources:
        for item in collect(source):
            yield _unread(item) if isinstance(item, InputError) else item
        yield source


def _done(
    item: Future[Reading] | Unread | Source, progress: Callable[[Source], None]
) -> Iterator[Reading | Unread]:
    if isinstance(item, Source):
        progress(item)
    elif isinstance(item, Future):
        yield item.result()
    else:
        yield item


def _unread(error: InputError) -> Unread:
    return Unread(error.where, error.what, error.todo)
