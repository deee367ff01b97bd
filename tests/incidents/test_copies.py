from relata.incidents import find_copies
from relata.incidents.copies import agency, find_parents
from relata.model import make_report

STORY = (
    "Mortar rounds fell on the fruit market of Deir Hafir shortly after noon on Tuesday, residents said, and at least nine "
    "traders died between their carts. Rescue workers pulled two boys from a collapsed shed. A doctor at the district "
    "hospital said that it had run out of blood and was sending the badly hurt to the next town by tractor. No side "
    "said that it had fired. Shelling along the river has grown heavier since talks broke off in the spring."
)
OTHER = (
    "Residents of Deir Hafir told this newspaper that mortar rounds hit their fruit market at midday on Tuesday. Nine "
    "traders were buried by evening. Our correspondent counted four craters, the deepest beside the mosque wall, and "
    "met families who had slept in orchards for a week because the front line had crept up to their houses."
)


def report(text, outlet, published="2016-05-03"):
    return make_report(uri="x", text=text, outlet=outlet, published=published, published_from="given")


def test_a_whole_and_a_trimmed_reprint_are_copies_of_the_earliest():
    wire = report(STORY, "Reuters", "2016-05-03")
    whole = report(STORY, "Daily", "2016-05-04")
    trimmed = report("By our staff. " + STORY[:240], "Evening", "2016-05-04")
    assert find_copies([trimmed, whole, wire]) == {whole.id: wire.id, trimmed.id: wire.id}


def test_on_one_day_the_agency_is_the_original():
    wire, daily = report(STORY, "Reuters"), report(STORY + " More follows in tomorrow's paper.", "Daily")
    assert find_copies([daily, wire]) == {daily.id: wire.id}


def test_two_outlets_that_write_for_themselves_are_no_copies():
    assert find_copies([report(STORY, "Reuters"), report(OTHER, "Daily")]) == {}


REWRITTEN = (
    "It was market day. Mortar rounds landed on the fruit market of Deir Hafir just after noon on Tuesday, locals said, and "
    "nine or more traders died between their carts. Rescuers pulled two boys from a collapsed shed. A hospital "
    "doctor said that it had run out of blood and was sending the badly wounded to the next town on a tractor. No "
    "side said that it had fired. Elsewhere in the province the harvest began under a clear sky, and farmers said that "
    "the price of wheat had fallen again."
)
NOTICE = (
    "You have read all of your free articles this month. Sign in or subscribe now to support the reporters of the Daily and "
    "to read as many stories as you like, on every one of your devices, for less than the price of a cup of coffee.\n"
)
QUIET = (
    "The council of Tal Rifaat opened a new bridge on Monday after nine years of waiting. Traders from both banks danced "
    "on it until dark. The engineer, who had drawn the first plan as a student, cut the ribbon with her daughter."
)


def test_a_rewritten_story_with_other_matter_is_a_copy():
    wire, daily = report(STORY, "Reuters"), report(REWRITTEN, "Daily", "2016-05-04")
    assert find_copies([daily, wire]) == {daily.id: wire.id}


def test_a_notice_of_the_site_makes_no_copies():
    pages = [
        report(NOTICE + text, "Daily", f"2016-{month}-03")
        for text, month in ((STORY, "05"), (QUIET, "05"), (OTHER, "09"))
    ]
    assert find_copies(pages) == {}


def test_what_stands_again_much_later_is_no_reprint():
    assert find_copies([report(NOTICE + STORY, "Daily"), report(NOTICE + QUIET, "Daily", "2017-01-09")]) == {}


def test_a_story_printed_again_a_year_later_leaves_its_reprints_copies():
    days = [
        report(STORY, outlet, day)
        for outlet, day in (("AFP", "2016-05-03"), ("Daily", "2016-05-04"), ("Old", "2017-05-03"))
    ]
    assert find_copies(days) == {days[1].id: days[0].id}


def test_a_report_has_the_parent_that_it_shares_most_with():
    wire = report(STORY, "Reuters", "2016-05-03")
    rewritten = report(REWRITTEN, "Daily", "2016-05-04")
    reprint = report(REWRITTEN + " The mayor will speak tonight.", "Evening", "2016-05-05")
    assert find_parents([reprint, rewritten, wire]) == {rewritten.id: wire.id, reprint.id: rewritten.id}
    assert find_copies([reprint, rewritten, wire]) == {rewritten.id: wire.id, reprint.id: wire.id}


def test_very_short_texts_are_never_called_copies():
    assert find_copies([report("Blast in Kabul.", "One"), report("Blast in Kabul.", "Two")]) == {}


def test_a_crowd_of_reprints_is_found_without_comparing_every_pair():
    crowd = [report(STORY, f"Outlet {n:03d}", f"2016-05-{4 + n % 9:02d}") for n in range(120)]
    first = report(STORY, "AFP", "2016-05-02")
    copies = find_copies([*crowd, first])
    assert set(copies.values()) == {first.id}
    assert len(copies) == 120


def test_agencies_are_known_by_every_way_of_writing_them():
    assert agency("The Associated Press")
    assert agency("AFP")
    assert not agency("The Daily Record")
