"""Annotated reports to claims: what happened, when, where, to whom, by whose hand, and who says so."""
