from relata.incidents.standard import standing_lines, without
from relata.incidents.words import Lexicon, likeness, most_telling
from relata.model import make_report


def report(text, published):
    return make_report(uri="x", text=text, published=published, published_from="given")


def test_a_line_that_comes_again_weeks_later_is_standing_matter_and_news_is_not():
    appeal = "Call the tip line at 555-0134 with any information."
    news = "Three men were shot outside the Blue Heron on Mill Lane."
    reports = [
        report(f"{news}\n{appeal}", "2016-01-04"),
        report(news, "2016-01-06"),
        report(f"Other news of another town.\n{appeal}", "2016-03-01"),
    ]
    standing = standing_lines(reports)
    assert standing == {appeal}
    told = without(reports[0].text, standing)
    assert news in told
    assert "tip line" not in told
    assert len(told) == len(reports[0].text)


def test_a_notice_that_differs_in_names_alone_is_standing_matter():
    notice = "Your notice has been saved. Whenever {} posts something new you will find a letter in your box."
    reports = [report(notice.format("Ann Lee"), "2016-01-04"), report(notice.format("Bo Quill"), "2016-03-01")]
    assert not without(reports[0].text, standing_lines(reports)).strip()


def test_names_tell_more_than_plain_words_and_common_words_nothing():
    texts = [f"police said a man was shot near the river, number {n}" for n in range(80)]
    texts += ["police said Zebediah Quill was shot near the river", "Zebediah Quill, the baker, was shot"]
    lexicon = Lexicon.of(texts)
    assert lexicon.weight("police") == 0
    assert lexicon.weight("quill") > lexicon.weight("baker") > 0
    first, second = lexicon.vector(texts[-2]), lexicon.vector(texts[-1])
    assert likeness(first, second) > 0.5
    assert set(most_telling(first, second)) == {"zebediah", "quill"}


def test_dates_are_no_shared_words():
    lexicon = Lexicon.of(["On Monday in March a bomb", "On Monday in March a raid"])
    vector = lexicon.vector("Monday March")
    assert likeness(vector, vector) == 0
    assert most_telling(vector, vector) == []


def test_text_in_capitals_shows_no_names():
    lexicon = Lexicon.of(["THE POLICE OF LIMA FOUND A BOMB", "THE ARMY OF PERU FOUND A BOMB"])
    assert lexicon.weight("bomb") < 0.2
