"""How long one report may take: a report on which the work hangs is given up, and costs no other."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

GRACE = 5
"""Seconds after the limit at which a worker process ends itself, where the work could not be broken off."""

_may_end: list[IO[str]] = []
"""In a worker: a file that takes what faulthandler says before it ends the process. Empty in anybody else's process."""


class OutOfTimeError(BaseException):
    """The limit is over. No Exception: whoever catches all of those, on whatever report, must not catch this."""


def may_end_process() -> None:
    """Say that this process is a worker, and may be ended where nothing else breaks off the work."""
    if not _may_end:
        _may_end.append(open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open until the process ends


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Break off what runs inside after ``seconds``.

    First by an exception, where the system has alarms and this is the main thread; nobody else's alarm is touched.
    Code of C that neither returns nor looks for signals cannot be broken off so: a worker process then ends.

    Args:
        seconds: how long; 0 for no limit.

    Raises:
        OutOfTimeError: when the time is over.
    """
    alarm = seconds > 0 and _alarm_is_free()
    if seconds > 0 and _may_end:
        faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=_may_end[0])
    before = signal.signal(signal.SIGALRM, _over) if alarm else None
    try:
        if alarm:
            signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    finally:
        if alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        if seconds > 0 and _may_end:
            faulthandler.cancel_dump_traceback_later()


def _alarm_is_free() -> bool:
    return (
        hasattr(signal, "SIGALRM")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


def _over(_number: int, _frame: Any) -> None:
    raise OutOfTimeError
