"""Broken files, made from a seed: what a folder of scraped pages can hold at its worst."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

PROSE = (
    "Gunmen attacked a police post near the river on Tuesday night and killed four officers, the district chief said. "
    "Residents heard shots for about an hour before soldiers arrived from the town and the attackers fled into the hills. "
)
BIG = 50_000_000


def _text(rng: random.Random, sentences: int = 6) -> str:
    return "\n\n".join(PROSE * rng.randint(1, 2) for _ in range(sentences))


def empty(rng: random.Random) -> tuple[str, bytes]:
    return ".txt", b" \n\t" * rng.randint(0, 40)


def truncated_utf8(rng: random.Random) -> tuple[str, bytes]:
    data = (_text(rng) + " “Ñandú” – élan " + "شهر کابل ").encode()
    return ".txt", data[: -rng.randint(1, 3)]


def spoiled_utf8(rng: random.Random) -> tuple[str, bytes]:
    data = bytearray(_text(rng).encode())
    for _ in range(rng.randint(1, 30)):
        data[rng.randrange(len(data))] = rng.randint(128, 255)
    return ".txt", bytes(data)


def noise(rng: random.Random) -> tuple[str, bytes]:
    return rng.choice([".txt", ".html", ".jsonl", ""]), rng.randbytes(rng.randint(1, 4000))


def nuls(rng: random.Random) -> tuple[str, bytes]:
    data = bytearray(_text(rng).encode())
    for _ in range(rng.randint(1, 200)):
        data.insert(rng.randrange(len(data)), 0)
    return rng.choice([".txt", ".html", ".jsonl"]), bytes(data)


def bidi(rng: random.Random) -> tuple[str, bytes]:
    marks = "\u202e\u202d\u2066\u2069\u200f\u200b\ufeff\u00ad\U000e0041"
    return ".txt", "".join(c + (rng.choice(marks) if rng.random() < 0.2 else "") for c in _text(rng)).encode()


def parentheses(rng: random.Random) -> tuple[str, bytes]:
    size = rng.choice([1000, 50_000, 1_000_000])
    body = rng.choice(["(", ")", "()", "([{", "((a"]) * size
    return rng.choice([".txt", ".html", ".jsonl", ".md"]), (body[:1_000_000]).encode()


def long_line(rng: random.Random) -> tuple[str, bytes]:
    unit = rng.choice(["a", "word ", "A.", "12 ", "By ", "— ", "é"])
    return rng.choice([".txt", ".txt", ".html", ".jsonl"]), (
        unit * (rng.choice([10_000, 100_000, 390_000]) // len(unit))
    ).encode()


def deep_html(rng: random.Random) -> tuple[str, bytes]:
    tag = rng.choice(["div", "b", "span", "table><tr><td", "ul><li", "blockquote", "font", "a"])
    return ".html", (f"<html><body>{f'<{tag}>' * rng.choice([300, 5_000, 60_000])}{_text(rng, 2)}").encode()


def broken_html(rng: random.Random) -> tuple[str, bytes]:
    page = (
        f"<!doctype html><html><head><title>x</title><body><article><p>{_text(rng).replace('. ', '.</p><p>')}</article>"
    )
    data = list(page)
    for _ in range(rng.randint(1, 60)):
        data[rng.randrange(len(data))] = rng.choice(
            ["<", ">", '"', "&", "<!--", "]]>", "<script>", "<![CDATA[", "</", "\x00", "&#x110000;", "&#0;"]
        )
    return rng.choice([".html", ".txt", ".htm"]), "".join(data).encode()


def many_tags(rng: random.Random) -> tuple[str, bytes]:
    return ".html", (
        "<html><body>"
        + rng.choice(["<br>", "<p>a", "<a href=x>b</a> ", "<i>", "<td>1</td>"]) * rng.choice([2_000, 100_000])
    ).encode()


def open_tags(rng: random.Random) -> tuple[str, bytes]:
    return ".html", (
        b"<html>"
        + rng.choice([b"<", b"<a ", b"<!--", b"<script>", b'<p class="', b"&amp", b"&#"]) * rng.choice([500, 200_000])
    )


def broken_json(rng: random.Random) -> tuple[str, bytes]:
    line = json.dumps({"title": "Four killed", "text": _text(rng), "published": "2020-01-02"})
    lines = [line[: rng.randint(0, len(line))] for _ in range(rng.randint(1, 6))]
    return ".jsonl", "\n".join(lines).encode()


def deep_json(rng: random.Random) -> tuple[str, bytes]:
    unit = rng.choice(["[", '{"text":', '[{"a":'])
    return rng.choice([".jsonl", ".ndjson"]), (unit * rng.choice([100, 100_000])).encode()


def odd_json(rng: random.Random) -> tuple[str, bytes]:
    values = [
        None,
        1,
        True,
        [],
        {},
        "",
        "x",
        [[1]],
        {"name": 3},
        10**30,
        float("inf"),
        "\ud800",
        "\x00",
        [{"name": "A"}, 7],
        -1e308,
        "2020-99-99",
    ]
    keys = ["text", "body", "title", "published", "outlet", "url", "author", "html", "content", "date"]
    rows = [{k: rng.choice(values) for k in rng.sample(keys, 6)} for _ in range(5)]
    return ".jsonl", "\n".join(json.dumps(r) for r in [*rows, *values]).encode("utf-8", "surrogatepass")


def broken_gzip(rng: random.Random) -> tuple[str, bytes]:
    data = gzip.compress(json.dumps({"text": _text(rng)}).encode(), mtime=0)
    return rng.choice([".jsonl.gz", ".txt.gz"]), data[: rng.randint(0, len(data))] + rng.randbytes(rng.randint(0, 9))


def other_language(rng: random.Random) -> tuple[str, bytes]:
    said = [
        "Hombres armados atacaron un puesto de policía y mataron a cuatro agentes, dijo el jefe del distrito. ",
        "مسلحون هاجموا مركزا للشرطة وقتلوا أربعة من رجال الأمن. ",
        "武装分子袭击了一个警察哨所,打死四名警察。",
        "Вооружённые люди напали на полицейский пост и убили четверых. ",
    ]
    return ".txt", (rng.choice(said) * rng.randint(2, 30)).encode(rng.choice(["utf-8", "utf-16"]))


def unsupported(rng: random.Random) -> tuple[str, bytes]:
    return rng.choice([".png", ".pdf", ".zip", ".docx", ".mp4", ".exe", ".json", ".csv"]), rng.randbytes(100)


def other_encoding(rng: random.Random) -> tuple[str, bytes]:
    return rng.choice([".txt", ".html"]), (_text(rng) + " “naïve café” – señor").encode(
        rng.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman"]), "replace"
    )


def many_lines(rng: random.Random) -> tuple[str, bytes]:
    line = rng.choice(
        [
            "\n",
            "a\n",
            "Home\n",
            "- \n",
            "Read more: x\n",
            "March 3, 2020\n",
            "Opinion\n\n",
            "A Heading Of Six Words Here\n\n",
            "\r",
            "\u2028",
        ]
    )
    return ".txt", (line * rng.choice([5_000, 150_000])).encode()


def regex_bait(rng: random.Random) -> tuple[str, bytes]:
    bait = rng.choice(
        [
            "A" * 30 + ", ",
            "(AFP) ",
            "By A and ",
            "X reported ",
            "according to A ",
            "Aa Bb ",
            "[A] ",
            "KABUL, ",
            "2020-01-",
            "3 March ",
            "A-",
            "told The ",
            "Published in A, ",
            "| ",
        ]
    )
    return ".txt", (bait * rng.choice([50, 5_000, 30_000]) + "\n\n" + PROSE).encode()


def many_strips(rng: random.Random) -> tuple[str, bytes]:
    unit = rng.choice(
        [
            "Related Stories\n\nOld news about a fire\n\nIt burned down on a Tuesday night last year.\n\n",
            "Previous Story\n\n",
            "Opinion\n\nA thing\n\n07 Sep, 2024\n\n",
        ]
    )
    return ".txt", (PROSE + "\n\n" + PROSE + "\n\n" + unit * rng.choice([100, 12_000])).encode()


def many_headings(rng: random.Random) -> tuple[str, bytes]:
    unit = rng.choice(
        [
            "Gunmen kill four police officers near river\n\n",
            "Gunmen kill four police officers near river\n\n" + PROSE + "\n\n",
            "News One reported. News Two reported. A1 News reported that it is so.\n\n",
        ]
    )
    return ".txt", (PROSE + "\n\n" + PROSE + "\n\n" + unit * rng.choice([100, 3_500])).encode()


def huge(rng: random.Random) -> tuple[str, bytes]:
    unit = rng.choice([b"a", b"( ", b"word ", b"<p>", b"\n", b"\x00", b"\xc3\xa9", b"{"])
    return rng.choice([".txt", ".html", ".jsonl", ".md"]), unit * (BIG // len(unit))


def gzip_bomb(rng: random.Random) -> tuple[str, bytes]:
    return ".jsonl.gz", gzip.compress(rng.choice([b"\x00", b"a", b"\n"]) * 200_000_000, 9, mtime=0)


KINDS: tuple[Callable[[random.Random], tuple[str, bytes]], ...] = (
    empty, truncated_utf8, spoiled_utf8, noise, nuls, bidi, parentheses, long_line, deep_html, broken_html, many_tags, open_tags, broken_json, deep_json,
    odd_json, broken_gzip, other_language, unsupported, other_encoding, many_lines, regex_bait, many_strips, many_headings,
)  # fmt: skip
COSTLY: tuple[Callable[[random.Random], tuple[str, bytes]], ...] = (huge, gzip_bomb)


def broken_files(folder: Path, count: int, *, costly: int, seed: int = 20_240_507) -> Iterator[Path]:
    """Write ``count`` broken files one after the other, ``costly`` of them huge; each is removed before the next is made."""
    rng = random.Random(seed)
    for number in range(count):
        kinds = COSTLY if number < costly else KINDS
        make = kinds[number % len(kinds)]
        suffix, data = make(rng)
        path = folder / f"{number:05d}_{make.__name__}{suffix}"
        path.write_bytes(data)
        yield path
        path.unlink()
