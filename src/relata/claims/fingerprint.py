"""What made the claims: a hash of the rules, the tables and the weights of this installation."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from relata.tables.imported import imports_hash, renewed

_PACKAGES = ("relata.claims", "relata.language", "relata.places", "relata.tables")


@renewed
def model_hash() -> str:
    """Sixteen hexadecimal digits that change when any rule, table or weight changes, or what is imported.

    Claims in one database with unlike hashes were made by unlike rules; reading the reports again makes them alike.
    """
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for entry in sorted(files(package).iterdir(), key=lambda entry: entry.name):
            if entry.is_file() and not entry.name.endswith((".pyc", ".pyi")):
                digest.update(entry.name.encode())
                digest.update(entry.read_bytes())
    digest.update(imports_hash().encode())
    return digest.hexdigest()[:16]
