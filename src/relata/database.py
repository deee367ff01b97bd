"""The library's face: one database, from files to incidents."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from relata.asked import Asked
from relata.errors import QueryError
from relata.model import Decision, DecisionValue, History
from relata.run import (
    Extractor,
    Progress,
    ReadSummary,
    bring_up_to_date,
    decisions,
    history_of,
    read,
    read_given,
    recompute,
)
from relata.settings import setting
from relata.store import Clocks, Past, Store, TakenOver, make_clocks

if TYPE_CHECKING:
    from relata.export import Losses
    from relata.incidents import Question
    from relata.run.decisions import Effect

IN_MEMORY = ":memory:"
"""Instead of a file: a database that is gone when it is closed."""


def open(where: str | Path | None = None) -> Database:  # noqa: A001 - relata.open reads as it is meant
    """Open a database, making it if it is not there.

    Args:
        where: a file, ``postgresql://user:password@host/name``, or ":memory:" for one that is gone when it is
            closed. By default what RELATA_DB names, else relata.db in this folder.

    Raises:
        DatabaseTooNewError: if a newer Relata wrote it.
        DatabaseError: if it cannot be opened, or belongs to another program.
    """
    return Database(setting("db") if where is None else where)


class Database(Asked):
    """Reports, what they claim, and the incidents that come of it. Get one with :func:`relata.open`.

    Incidents are computed when reading ends, and again when they are asked for after a decision. Use it in a
    ``with`` statement, or close it.
    """

    def __init__(self, where: str | Path) -> None:
        self._folder = None
        if str(where) == IN_MEMORY:
            self._folder = tempfile.TemporaryDirectory(prefix="relata-")
            where = Path(self._folder.name) / "relata.db"
        self.store = Store.open(where)
        self._views: set[View] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<relata database {self.store.address}>"

    def close(self) -> None:
        """Let go of the database, and of its views: of all of them, even where one cannot be closed."""
        with ExitStack() as closing:
            if self._folder:
                closing.callback(self._folder.cleanup)
            closing.callback(self.store.close)
            for view in self._views:
                closing.callback(view.close)

    def at(self, *, as_of: str | date | None = None, known_at: str | date | datetime | None = None) -> View:
        """A view of the past: what had been published by a day, and what this database held at a time.

        It has the same calls, and can be read only. Its incidents are computed when they are first asked for, by
        today's rules, from the reports, extractions and decisions of then.

        Args:
            as_of: the last day of publication, inclusive (2022-03-05; a month or a year to its end). Reports without
                a date are left out.
            known_at: a time (2026-11-28T10:00, in UTC where it gives no offset), or a day, inclusive.

        Raises:
            QueryError: for a value that cannot be understood.
        """
        view = View(self.store.at(make_clocks(as_of, known_at)), self._views)
        self._views.add(view)
        return view

    def history(self, id_: str) -> History:
        """How toll, attribution and standing of an incident moved, report by report in order of publication.

        Values that analysts set or vouch for are left aside: the last step is what the reports give.

        Args:
            id_: the incident's id, as :meth:`incident` takes it.

        Raises:
            NotFoundError: if there is none, or more than one.
        """
        return history_of(self.store, self.incident(id_))

    def bring_up_to_date(self) -> None:
        """Compute incidents and actors, if anything was read or decided since. Most calls do so by themselves."""
        bring_up_to_date(self.store)

    def read(
        self,
        *paths: str | Path,
        extractor: str | Extractor | None = None,
        workers: int | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> ReadSummary:
        """Read files, folders and patterns, and compute the incidents. What is known and unchanged is passed over.

        Args:
            paths: what to read.
            extractor: what finds claims; by default Relata's rules.
            workers: processes; by default one for each core, and one for small inputs.
            progress: called after each file.

        Raises:
            ReadingError: if a path does not exist or matches nothing.
        """
        summary = read(self._for_writing(), paths, extractor=extractor, workers=workers, progress=progress)
        return self._computed(summary)

    def read_text(
        self, text: str, *, outlet: str | None = None, published: str | date | None = None, uri: str | None = None
    ) -> ReadSummary:
        """Read one text, as it might stand in a file.

        Args:
            text: the article, or a page.
            outlet: who published it, where the text does not say.
            published: when, as an ISO date, where the text does not say.
            uri: the name under which it is kept; by default "text:" and a hash of it.
        """
        given = published.isoformat() if isinstance(published, date) else published
        return self._computed(read_given(self._for_writing(), text, uri=uri, outlet=outlet, published=given))

    def recompute(self) -> int:
        """Compute incidents and actors anew, whether or not anything has changed; how many incidents there are."""
        return recompute(self.store)

    def _for_writing(self) -> Store:
        """The store, if something may be read into it."""
        return self.store

    def _computed(self, summary: ReadSummary) -> ReadSummary:
        bring_up_to_date(self.store)
        return replace(summary, incidents=len(self.store.incident_ids()))

    def decide(
        self,
        kind: str,
        subjects: Iterable[str],
        by: str,
        reason: str,
        *,
        attribute: str | None = None,
        value: str | DecisionValue = None,
    ) -> Decision:
        """Write down a decision, which every later computation respects.

        Args:
            kind: "same" (these are one incident), "different" (they are not), "reject" (the claim is wrong), "correct"
                (a value of the incident is this), "confirm" (the incident, or the claim, is right).
            subjects: ids of two or more events or incidents, of one claim, of one incident, or of either.
            by: who decides.
            reason: why, in a sentence.
            attribute: for correct, which value: killed, wounded, missing, abducted, arrested, type, date, place,
                responsible, target, victim or weapon.
            value: for correct, the value, as text in the form in which incidents show it ("64 (60-70)", "2022-03-04",
                "Peshawar, Pakistan", "Boko Haram (suspected)"), or of the model.

        Raises:
            QueryError: for another kind, number of subjects, attribute or value.
            NotFoundError: if nothing has one of the ids.
        """
        if kind == "correct" and attribute is not None and isinstance(value, str):
            value = decisions.value_of(attribute, value)
        return self.store.add_decision(kind, subjects, by=by, reason=reason, attribute=attribute, value=value)

    def decisions(self, *, withdrawn: bool = False) -> list[Decision]:
        """Decisions that hold, in order; with ``withdrawn``, those that were undone too."""
        return self.store.decisions(withdrawn=withdrawn)

    def effects(self, *, withdrawn: bool = False) -> list[Effect]:
        """What :meth:`decisions` gives, each with the incidents that it touches now, or why it is without effect."""
        bring_up_to_date(self.store)
        return decisions.effects(self.store, withdrawn=withdrawn)

    def undo(self, decision_id: str, by: str | None = None) -> Decision:
        """Withdraw a decision. Its row stays, with the time, and who did it.

        Raises:
            NotFoundError: if there is no such decision.
            QueryError: if it was withdrawn before.
        """
        return self.store.withdraw_decision(decision_id, by=by)

    def review(self) -> list[Question]:
        """Incidents that may be one, and incidents that may be two: the likeliest mistakes of joining first.

        What was decided is not asked again. It takes about as long as computing the incidents.
        """
        return decisions.questions(self.store)

    def export_decisions(self, where: str | Path | IO[str]) -> None:
        """Write all decisions, those that were undone too, as a file for others (docs/schema/decisions.schema.json).

        Args:
            where: a file, which appears only when it is whole, or a stream open for text.
        """
        from relata import export  # noqa: PLC0415 - most uses never export

        made = self.store.decisions(withdrawn=True)
        if isinstance(where, str | Path):
            export.write_whole(Path(where), lambda stream: export.write_decisions(made, stream))
        else:
            export.write_decisions(made, where)

    def import_decisions(self, where: str | Path) -> TakenOver:
        """Take over decisions that others made, all of a file or none. Doing it again changes nothing.

        They keep ids, names, times and withdrawals. One that was undone on either side is undone here.

        Raises:
            QueryError: if the file is not one of decisions, or is damaged; nothing is taken over then.
        """
        from relata import export  # noqa: PLC0415 - most uses never do

        return self.store.take_over_decisions(export.read_decisions(Path(where)))

    def export(self, format: str, where: str | Path | IO[Any], **filters: Any) -> None:  # noqa: A002 - the trade's word
        """Write incidents, and what they rest on.

        Args:
            format: a name in :data:`relata.export.FORMATS`: "json" (docs/schema/export.schema.json), "csv" (one row
                for each incident) and others; docs/formats.md describes them.
            where: a file, which appears only when it is whole, or a stream: open for text, of a binary form for bytes.
                For csv also a folder, which then gets incidents.csv, claims.csv and reports.csv.
            filters: as :meth:`incidents` takes them; all incidents where there are none.

        Raises:
            QueryError: for another format, or a filter that cannot be understood.
        """
        from relata import export  # noqa: PLC0415 - most uses never export

        form, query = export.format_called(format), self.query(**filters)
        bring_up_to_date(self.store)
        if not isinstance(where, str | Path):
            form.write(self.store, where, query)
        elif form.folder and (Path(where).is_dir() or str(where).endswith(("/", os.sep))):
            form.write_folder(self.store, Path(where), query)
        else:
            export.write_whole(Path(where), lambda stream: form.write(self.store, stream, query), binary=form.binary)

    def losses(self, format: str, **filters: Any) -> Losses:  # noqa: A002 - the trade's word
        """What :meth:`export` in this form cannot carry, of each incident and in all: statements, denials, figures.

        ``print`` shows it in sentences, :meth:`~relata.export.Losses.to_object` gives it for programs.

        Args:
            format: as :meth:`export` takes it.
            filters: as :meth:`incidents` takes them.
        """
        from relata import export  # noqa: PLC0415 - most uses never export

        form, query = export.format_called(format), self.query(**filters)
        bring_up_to_date(self.store)
        return export.find_losses(form, self.store.incidents(query))

    def briefing(
        self,
        where: str | Path | IO[str],
        *,
        form: str = "html",
        title: str | None = None,
        limit: int | None = None,
        **filters: Any,
    ) -> None:
        """Write a briefing: the incidents in sentences, with a footnote to the words of a report for every value.

        Args:
            where: a file, which appears only when it is whole; for md and html also a stream open for text.
            form: "md", "html", or "pdf", which a browser of this machine prints.
            title: by default made of the filters.
            limit: how many incidents at most are told.
            filters: as :meth:`incidents` takes them.

        Raises:
            QueryError: for another form, or a filter that cannot be understood.
            ResourceError: for pdf, where no browser can print.
        """
        from relata import briefing, export  # noqa: PLC0415 - most uses write none

        if form not in briefing.FORMS:
            raise QueryError(f"form is {form!r}; expected one of: {', '.join(briefing.FORMS)}")
        query = self.query(**filters)
        bring_up_to_date(self.store)
        made = briefing.make_briefing(self.store, query, title=title, limit=limit)
        if form == "pdf":
            if not isinstance(where, str | Path):
                raise QueryError("a pdf needs a file")
            printed = briefing.pdf(made)
            export.write_whole(Path(where), lambda stream: _put(stream, printed), binary=True)
            return
        text = briefing.html(made) if form == "html" else briefing.markdown(made)
        if isinstance(where, str | Path):
            export.write_whole(Path(where), lambda stream: _put(stream, text))
        else:
            where.write(text)


def _put(stream: IO[Any], whole: str | bytes) -> None:
    stream.write(whole)


class View(Database):
    """A database as it was. Get one with :meth:`Database.at`; it is closed with its database at the latest.

    Its calls are those of a database. Those that would change it raise ReadOnlyError, and what is there today and was
    not then raises NotKnownYetError.
    """

    store: Past

    def __init__(self, store: Past, opened: set[View]) -> None:
        """A view that is among the ``opened`` ones until it is closed."""
        self.store = store
        self._folder = None
        self._views = set()
        self._opened = opened

    def __repr__(self) -> str:
        return f"<view of relata database {self.store.address} {self.clocks.words}>"

    @property
    def clocks(self) -> Clocks:
        """From when it looks."""
        return self.store.clocks

    def notes(self) -> list[str]:
        """What somebody who looks should know: how many reports are left out, and why nothing is there."""
        return self.store.notes()

    def _for_writing(self) -> Store:
        raise self.store.refusal()

    def close(self) -> None:
        """Let go of the view, and of its views. Its database stays open."""
        self._opened.discard(self)
        super().close()
