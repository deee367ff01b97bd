"""The page and its API: what a database holds, to be looked at in a browser. No model is loaded, nothing is fetched."""
