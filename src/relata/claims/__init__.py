"""Claims: what reports say happened, with who says it, how surely, and in which words."""
