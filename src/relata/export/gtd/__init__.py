"""Incidents as rows of the Global Terrorism Database (GTD), with its 135 columns.

Source: GTD codebook (START, University of Maryland). What each column gets stands in resources/exports/gtd.yml.
"""

from relata.export.gtd.rows import gtd_row, remarks, write_gtd

__all__ = ["gtd_row", "remarks", "write_gtd"]
