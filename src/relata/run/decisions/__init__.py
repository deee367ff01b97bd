"""What analysts decide: values from what they type, what each decision does now, and what should be looked at."""

from relata.run.decisions.effects import Effect, effects
from relata.run.decisions.questions import questions
from relata.run.decisions.values import value_of

__all__ = ["Effect", "effects", "questions", "value_of"]
