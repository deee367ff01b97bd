"""Places: found in text, looked up in the bundled gazetteer, chosen with reasons. No network, no key.

toponyms = find_toponyms(report.text)
answers = resolve(toponyms, text=report.text)
"""

from relata.places.demonyms import Demonym, country_of_demonym, find_demonyms
from relata.places.folding import fold
from relata.places.gazetteer import Candidate, CandidateKind, Gazetteer, as_place, gazetteer
from relata.places.geometry import distance_km, great_circle_km, within
from relata.places.phrases import place_for
from relata.places.resolution import Resolved, resolve
from relata.places.toponyms import Toponym, find_toponyms, toponym_at

__all__ = [
    "Candidate",
    "CandidateKind",
    "Demonym",
    "Gazetteer",
    "Resolved",
    "Toponym",
    "as_place",
    "country_of_demonym",
    "distance_km",
    "find_demonyms",
    "find_toponyms",
    "fold",
    "gazetteer",
    "great_circle_km",
    "place_for",
    "resolve",
    "toponym_at",
    "within",
]
