"""A process of our own that reads pages, so that reading one can be stopped.

No Python thread can stop a parser or a pattern that has run away; a process can be
killed. It is started with the first page, kept for the next ones, and ended with the
program. Each process (also after a fork) and its threads share one.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from allegedly.collect.extract import serve; serve()"
)
_SECONDS_TO_START = 60.0


class TooSlowError(Exception):
    """A page took longer than its budget; the process was ended."""


class CrashedError(Exception):
    """The process ended while it read a page."""


class Worker:
    """The process; ``ask`` may be called from any thread, one page is read at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def ask(self, html: str, url: str | None, seconds: float) -> dict[str, object]:
        """What ``extract.extract`` answers for a page.

        Raises:
            TooSlowError: it took longer than ``seconds`` (of wall-clock time).
            CrashedError: the process ended by itself.
        """
        with self._lock:
            process = self._running()
            request = json.dumps({"html": html, "url": url}).encode()
            reply = self._exchange(process, request + b"\n", seconds)
        answer = json.loads(reply)
        assert isinstance(answer, dict)
        return answer

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            _finish(process)

    def forget(self) -> None:
        """Leave the process to the parent: called in a forked child."""
        _inherited.append(self._process)
        self._lock = threading.Lock()
        self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._owner = os.getpid()
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-c", _START, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                process_group=0,  # Ctrl-C is for us: it must not look as if a page broke it
            )
            self._exchange(self._process, b"", _SECONDS_TO_START)
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes:
        """Send a line and read one; the process is killed when the time is over."""
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(request)
                process.stdin.flush()
            reply = process.stdout.readline()
        except BaseException:  # an answer left in the pipe would be taken for the next page's
            self.close()
            raise
        finally:
            timer.cancel()
        if late.is_set() or not reply.endswith(b"\n"):
            self.close()
            raise TooSlowError if late.is_set() else CrashedError
        return reply


def _finish(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()


_inherited: list[subprocess.Popen[bytes] | None] = []
WORKER = Worker()
atexit.register(WORKER.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=WORKER.forget)
