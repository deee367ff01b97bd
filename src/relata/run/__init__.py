"""Composing the stages: files into the database, claims into incidents."""

from relata.run.extractors import Extractor, extractor_named, maker_of
from relata.run.history import history_of
from relata.run.reading import read, read_given
from relata.run.recompute import bring_up_to_date, recompute
from relata.run.tally import Progress, ReadSummary

__all__ = [
    "Extractor",
    "Progress",
    "ReadSummary",
    "bring_up_to_date",
    "extractor_named",
    "history_of",
    "maker_of",
    "read",
    "read_given",
    "recompute",
]
