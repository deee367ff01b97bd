"""Accuracy and speed, measured: ``python -m benchmarks NAME --data DIR [--json FILE]``."""

import os

os.environ["RELATA_IMPORTS"] = os.devnull
"""What somebody imported on this machine must not change what is measured."""
