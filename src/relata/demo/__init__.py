"""The demonstration corpus: news reports written for Relata, and what a careful reader takes from them.

``reports/`` holds reports of invented outlets on documented public events, as text, HTML and JSON Lines, with the
disagreements, reprints, corrections and page furniture that real reports have. ``gold.json`` says what stands in
them; ``README.md`` says which events they tell and where the facts can be checked.
"""

from importlib.resources import files
from pathlib import Path

__all__ = ["gold_file", "reports_folder"]


def reports_folder() -> Path:
    """The folder of the demonstration reports, to be read like any other folder.

    The package must be installed as files, as pip and uv do; from inside a zip archive there is no folder to name.
    """
    return Path(str(files(__name__))) / "reports"


def gold_file() -> Path:
    """The file that says what a careful reader takes from the demonstration reports.

    It is one JSON object: ``reports`` (outlet, publication date, furniture, copies), ``incidents`` (with the values
    that each report gives), ``actors`` (names that are one actor and names that are not), ``claims`` (who says what,
    in which words), ``profile`` (what is said of actors) and ``skipped`` (files that are refused, with the reason).
    """
    return Path(str(files(__name__))) / "gold.json"
