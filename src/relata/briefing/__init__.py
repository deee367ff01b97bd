"""A briefing: what is known of some incidents in sentences, each with footnotes to the words it rests on."""

from relata.briefing.making import make_briefing
from relata.briefing.parts import Briefing
from relata.briefing.to_html import html
from relata.briefing.to_markdown import markdown
from relata.briefing.to_pdf import pdf

FORMS = ("md", "html", "pdf")
"""The forms in which a briefing can be written."""

__all__ = ["FORMS", "Briefing", "html", "make_briefing", "markdown", "pdf"]
