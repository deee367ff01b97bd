"""Look-ups generated from `resources/` and trained weights, each with a cached loader."""
