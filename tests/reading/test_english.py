import pytest

from relata.reading.english import other_language


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State militants blew up a shrine in Daquq district of Kirkuk province.",
        "THE EJERCITO POPULAR DE LA SIERRA HAS KILLED JOSE MARIA ECHEVERRIA GUTIERREZ IN SANTA MARIA DEL RIO, LOS ALMENDROS.",
        "Bombing in Kandahar kills five Taliban",
        "Kabul",
        "",
    ],
)
def test_english_is_known_whatever_its_names_are(text):
    assert other_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Hombres armados atacaron un puesto de policía y mataron a cuatro agentes, dijo el jefe del distrito.",
            "Spanish",
        ),
        (
            "HOMBRES ARMADOS ATACARON UN PUESTO DE POLICIA Y MATARON A CUATRO AGENTES, DIJO EL JEFE DEL DISTRITO.",
            "Spanish",
        ),
        (
            "Des hommes armés ont attaqué un poste de police et tué quatre agents, a indiqué le chef du district.",
            "French",
        ),
        ("Вооружённые люди напали на полицейский пост и убили четверых, сообщил глава района.", "Russian"),
        ("مسلحون هاجموا مركزا للشرطة وقتلوا أربعة من رجال الأمن قرب النهر ليلة الثلاثاء", "Arabic"),
    ],
)
def test_other_languages_are_named(text, language):
    assert other_language(text) == language
