"""Accuracy and speed, measured: ``python -m benchmarks NAME --data DIR [--json FILE]``."""
