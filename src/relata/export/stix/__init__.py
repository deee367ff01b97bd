"""STIX 2.1: incidents, those said to be responsible, reports, and what is claimed, denied and doubted."""

from relata.export.stix.writing import write_stix

__all__ = ["write_stix"]
