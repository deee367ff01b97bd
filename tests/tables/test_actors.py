from pathlib import Path

import pytest

from genscripts import actors as genscript
from relata.model import ACTOR_KINDS
from relata.tables.actors import by_key, known_actors, lookup, strong_names
from relata.tables.folding import fold_words, folded

CASES = Path(__file__).parents[1] / "cases" / "actors"


def test_the_table_is_what_the_genscript_builds():
    assert genscript.TARGET.read_bytes() == genscript.build()


def test_there_are_groups_forces_media_and_states_of_all_regions():
    kinds = {kind: sum(actor.kind == kind for actor in known_actors()) for kind in ACTOR_KINDS}
    assert kinds["armed group"] >= 180
    assert kinds["media"] >= 50
    assert kinds["state force"] >= 30
    assert kinds["state"] >= 150


def test_every_entry_has_a_source():
    assert not [actor.key for actor in known_actors() if not actor.source]


def test_no_name_stands_for_two_actors():
    owner = {}
    for actor in known_actors():
        for name in (actor.name, *actor.aliases):
            assert owner.setdefault(fold_words(name), actor.key) == actor.key, name


def test_parents_are_entries_and_nobody_is_its_own_ancestor():
    for actor in known_actors():
        seen, at = set(), actor.key
        while at:
            assert at not in seen, actor.key
            seen.add(at)
            found = by_key(at)
            assert found is not None, at
            at = found.parent


def _pairs():
    for line in (CASES / "lookup.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, key = line.split("\t")
            yield name, key


@pytest.mark.parametrize(("name", "key"), list(_pairs()))
def test_a_written_name_finds_its_actor(name, key):
    found = lookup(name)
    assert (found.key if found else "-") == key


@pytest.mark.parametrize("name", ["", " ", "…", "(", "\x00", "the", "a" * 10_000, "al-" * 5_000])
def test_strange_names_are_looked_up_without_a_crash(name):
    assert lookup(name) is None


def test_folding_makes_spellings_equal():
    assert folded("al-Shabaab") == folded("El Shabab") == "al shabab"
    assert folded("Tehrik-e Taliban Pakistan") == folded("tehrik-i-taliban pakistan")
    assert folded("al-Qa’ida") == folded("Al Qaeda")
    assert folded("Séléka") == folded("SELEKA")


def test_tables_cannot_be_changed_by_a_caller():
    with pytest.raises(TypeError):
        strong_names()[("x",)] = "y"
