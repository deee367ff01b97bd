"""The extractor "llm": a language model behind an OpenAI-compatible API, kept to what stands in the text."""

from relata.run.llm.extractor import LanguageModel

__all__ = ["LanguageModel"]
