"""``relata version``: what is installed."""

from __future__ import annotations

import sys


def version() -> None:
    """Print versions: of Relata, extractor, Python.

    \b
    Example:
      relata version
    """
    from importlib.metadata import version as installed  # noqa: PLC0415 - help must not wait for it
    from platform import python_version  # noqa: PLC0415

    from relata.run import extractor_named  # noqa: PLC0415
    from relata.run.extractors import RULES, maker_of  # noqa: PLC0415

    maker = maker_of(extractor_named(RULES))
    tables = f" (tables {maker.model})" if maker.model else ""
    lines = (
        f"relata {installed('relata')}",
        f"extractor {maker.extractor} {maker.version}{tables}",
        f"Python {python_version()}",
    )
    sys.stdout.write("".join(f"{line}\n" for line in lines))
