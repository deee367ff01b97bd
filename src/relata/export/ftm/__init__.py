"""FollowTheMoney: entities and links as investigative databases (Aleph, OpenAleph, OpenSanctions) hold them."""

from relata.export.ftm.writing import write_ftm, write_ftm_statements

__all__ = ["write_ftm", "write_ftm_statements"]
