from relata.incidents.names import NameIndex, full_names


def test_names_are_two_neighbouring_capitalised_words_and_initials_are_passed_over():
    found = full_names("then Amina B. Yusuf, of Gul Town Road, fled. police SAID so.")
    assert found == {"amina yusuf", "gul town", "town road"}


def test_only_names_that_few_other_reports_give_tell_anything():
    texts = [f"Mayor Rahim Gul spoke, case {n}" for n in range(500)]
    texts += ["the baker Zebediah Quill was shot", "friends of Zebediah Quill mourned", "Tamar Orbel was not there"]
    index = NameIndex.of(texts)
    assert set(index.shared("Rahim Gul named Zebediah Quill and Tamar Orbel")) == {"zebediah quill"}
