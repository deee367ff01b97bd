"""Bytes to reports: text and HTML pages, JSON Lines, folders of them; page furniture cut, several articles told apart.

Whatever is offered comes out as a :class:`~relata.model.Report` or as a :class:`~relata.model.Skipped` with its reason.
"""

from relata.reading.files import find_files, read_file, read_paths
from relata.reading.given import Given, read_bytes, read_text

__all__ = ["Given", "find_files", "read_bytes", "read_file", "read_paths", "read_text"]
