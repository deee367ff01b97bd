"""Reports to annotated reports: sentences, tokens, parts of speech, noun phrases, mentions."""

from relata.language.annotate import annotate
from relata.language.annotated import Annotated, Chunk, Mention, MentionKind, Sentence, SentenceKind, Token

__all__ = ["Annotated", "Chunk", "Mention", "MentionKind", "Sentence", "SentenceKind", "Token", "annotate"]
