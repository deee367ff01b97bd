"""How the weights in `relata.tables` are made: data in, weights out, one command each, seeds fixed."""
