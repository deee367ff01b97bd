"""How the weights of the marker are made: ``python -m training.marker --data DIR --start FOLDER --out FILE``."""
