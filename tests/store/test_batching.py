import pytest

from relata.store.batching import batches


@pytest.mark.parametrize(
    ("items", "size", "found"),
    [
        ([], 2, []),
        ([1, 2], 2, [[1, 2]]),
        (iter([1, 2, 3]), 2, [[1, 2], [3]]),
        ("ab", 500, [["a", "b"]]),
    ],
)
def test_batches_hold_everything_once_in_its_order(items, size, found):
    assert list(batches(items, size)) == found
