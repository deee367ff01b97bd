"""Several processes that work side by side, whose results come in order, and whose death costs one task at most."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from types import ModuleType
from typing import Any, Self, TypeVar

from relata.run.limits import may_end_process

Given = TypeVar("Given")
Got = TypeVar("Got")

AHEAD = 4
"""Tasks per process that are under way or waiting to be fetched. Bounds memory; more gains nothing."""


class Workers:
    """Processes for tasks. They are started fresh (spawn), so that no lock or connection is inherited.

    Args:
        count: how many.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = self._new_pool(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def each(
        self,
        work: Callable[..., Sequence[Got]],
        batches: Iterable[Sequence[Given]],
        fallback: Callable[[Given], Got],
        *extra: Any,
    ) -> Iterator[tuple[Sequence[Given], Sequence[Got]]]:
        """What ``work`` makes of each batch, in order, a bounded number of batches ahead.

        Args:
            work: a function of a module, called with a batch and ``extra``; it gives one result for each item.
            batches: items for it, taken up as they are needed.
            fallback: the result for an item on which the process dies.
            extra: further arguments for ``work``.
        """
        under_way: deque[tuple[Sequence[Given], Future[Sequence[Got]]]] = deque()
        for batch in batches:
            under_way.append((batch, self._submit(work, batch, *extra)))
            if len(under_way) > self.count * AHEAD:
                yield self._fetch(under_way.popleft(), work, fallback, extra)
        while under_way:
            yield self._fetch(under_way.popleft(), work, fallback, extra)

    def _fetch(
        self,
        task: tuple[Sequence[Given], Future[Sequence[Got]]],
        work: Callable[..., Sequence[Got]],
        fallback: Callable[[Given], Got],
        extra: tuple[Any, ...],
    ) -> tuple[Sequence[Given], Sequence[Got]]:
        batch, future = task
        try:
            return batch, future.result()
        except BrokenProcessPool:
            # Some task killed its process, perhaps not this one: again, out of the others' way.
            return batch, self._apart(work, batch, fallback, extra)

    def _apart(
        self,
        work: Callable[..., Sequence[Got]],
        batch: Sequence[Given],
        fallback: Callable[[Given], Got],
        extra: tuple[Any, ...],
    ) -> Sequence[Got]:
        """What ``work`` makes of a batch in a process of its own; if that dies too, of either half of it, and so on."""
        with _without_main(), self._new_pool(1) as pool:
            try:
                return pool.submit(work, batch, *extra).result()
            except BrokenProcessPool:
                if len(batch) == 1:
                    return [fallback(batch[0])]
        half = len(batch) // 2
        return [
            *self._apart(work, batch[:half], fallback, extra),
            *self._apart(work, batch[half:], fallback, extra),
        ]

    def _submit(self, work: Callable[..., Sequence[Got]], *args: Any) -> Future[Sequence[Got]]:
        with _without_main():
            try:
                return self._pool.submit(work, *args)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
                self._pool = self._new_pool(self.count)
                return self._pool.submit(work, *args)

    @staticmethod
    def _new_pool(count: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_settle)


@contextmanager
def _without_main() -> Iterator[None]:
    """Start processes without running the user's script again in each of them.

    A fresh process imports the main module, and a script that says ``db.read("folder")`` at its top level would
    read again in every worker. No task of ours needs anything from there.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _settle() -> None:
    """Make a worker leave interrupts to its parent, and end when the parent ends, however that happens."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    may_end_process()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
