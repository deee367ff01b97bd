"""An incident as a coder of event data sees it: sides, dead of each side, sources, a note. What several forms share."""
