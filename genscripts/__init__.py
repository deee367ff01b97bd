"""From hand-edited ``resources/`` to the compact tables in ``src/relata/tables``; deterministic, one module a table."""
