"""The learning curve of the MUC-4 benchmark's decisions: ``python -m training.muc4_curve --data DIR``.

``DIR`` holds messages and their keys, as for ``training.muc4``. The decisions are learnt from growing shares of the
messages that the marker was taught with, and measured on the fifth that it was not: F of all templates, each message by
tables that have not seen it. What the marker itself knows is the same for every share.
"""

from __future__ import annotations

import argparse
import copy
import tempfile
from pathlib import Path

from benchmarks.muc4 import find_scorer, load
from benchmarks.muc4_places import read_places

from training import muc4
from training.muc4_marked import Witnesses, crossed_words, make

SHARES = (0.25, 0.5, 1.0)


def main() -> None:
    """Learn from each share, and print what it gives."""
    parser = argparse.ArgumentParser(prog="python -m training.muc4_curve", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    new, known = (muc4.read_lessons(options.data, kept_out=kept_out) for kept_out in (True, False))
    places = read_places(options.data)
    _, found, _ = load(options.data, None)
    for share in SHARES:
        step = round(1 / share)
        some = [copy.copy(one) for one in known[::step]]
        muc4.first_steps(some)
        tables = muc4.make(some, places, {**muc4.BARS, "same": muc4.LOOSE})
        both = Witnesses([copy.copy(one) for one in new], some, tables, crossed_words(some, places))
        with tempfile.TemporaryDirectory() as folder:
            keys = Path(folder) / "key"
            keys.write_text("\n\n".join(path.read_text(encoding="latin-1") for path in found), encoding="latin-1")
            _, f = make(both, places, find_scorer(options.data), keys, Path(folder))
        print(f"{len(some)} messages: F {f:.2f} on {len(new)} others", flush=True)


if __name__ == "__main__":
    main()
