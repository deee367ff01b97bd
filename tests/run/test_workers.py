"""Processes side by side: order, death, and who else they disturb."""

import os
import subprocess
import sys
import textwrap

import pytest

from relata.run.workers import Workers


def squared(batch, plus=0):
    """Work for a worker; the number 13 is its death."""
    if 13 in batch:
        os._exit(1)
    return [n * n + plus for n in batch]


def test_results_come_in_the_order_of_the_batches():
    batches = [[n, n + 1] for n in range(20, 80, 2)]
    with Workers(2) as crew:
        got = [(list(batch), list(found)) for batch, found in crew.each(squared, batches, lambda _: -1, 5)]
    assert got == [(batch, [n * n + 5 for n in batch]) for batch in batches]


def test_a_process_that_dies_costs_the_one_item_that_killed_it():
    batches = [[1, 2], [12, 13, 14], [3], [4]]
    with Workers(2) as crew:
        got = [list(found) for _, found in crew.each(squared, batches, lambda item: f"lost {item}")]
    assert got == [[1, 4], [144, "lost 13", 196], [9], [16]]


def test_batches_are_taken_up_as_they_are_needed():
    taken = []

    def batches():
        for n in range(200):
            taken.append(n)
            yield [n]

    with Workers(1) as crew:
        stream = crew.each(squared, batches(), lambda _: -1)
        next(stream)
        assert len(taken) < 10


@pytest.mark.slow
def test_a_script_without_a_guard_is_not_run_again_in_the_workers(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent("""
        from relata.run.workers import Workers
        print("once")
        with Workers(2) as crew:
            print([found for _, found in crew.each(sorted, [[2, 1], [4, 3]], lambda item: None)])
        """)
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == ["once", "[[1, 2], [3, 4]]"]
