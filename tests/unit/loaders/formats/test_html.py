from __future__ import annotations

import pytest

from loaders.formats.html import About, about, text_of


def test_blocks_become_lines_and_inline_tags_do_not():
    text, title = text_of(
        "<html><head><title> Judul \n berita</title></head><body><h1>Satu</h1>"
        "<p>Dua <b>tebal</b> dan<br>tiga</p><ul><li>a<li>b</ul></body></html>"
    )
    assert [line for line in text.splitlines() if line] == [
        "Satu",
        "Dua tebal dan",
        "tiga",
        "a",
        "b",
    ]
    assert title == "Judul berita"


@pytest.mark.parametrize("tag", ["script", "style", "noscript", "template", "svg", "iframe"])
def test_what_no_reader_sees_is_left_out(tag):
    assert text_of(f"<p>a</p><{tag}>secret</{tag}><p>b</p>")[0].split() == ["a", "b"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>a &amp; b &#8211; c", ["a", "&", "b", "–", "c"]),
        ("<head><title>x<body><p>isi", ["isi"]),
        ("tanpa tag", ["tanpa", "tag"]),
        ("<p>a</div></p></p>b", ["a", "b"]),
        ("<svg><svg>x</svg>y</svg>z", ["z"]),
        ("<!-- komentar -->a<!doctype x>", ["a"]),
        ("", []),
    ],
)
def test_broken_pages_still_give_their_text(page, words):
    assert text_of(page)[0].split() == words


def test_deep_nesting_does_not_break():
    assert text_of("<div>" * 50_000 + "x")[0].split() == ["x"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta property="article:published_time" content="2025-08-06T19:12:00+07:00">'
            '<meta property="og:site_name" content="Contoh Pos">'
            '<link rel="canonical" href="https://contoh.example/a">',
            About("2025-08-06", "Contoh Pos", "https://contoh.example/a"),
        ),
        ('<meta itemprop="datePublished" content="2025-08-06">', About("2025-08-06")),
        # At eight in the evening of Greenwich it is the next day in Jakarta.
        ('<meta name="pubdate" content="2025-08-05T20:00:00Z">', About("2025-08-06")),
        ('<meta name="pubdate" content="kemarin"><meta property="og:url" content="javascript:x">',
         About()),
        ("<p>2025-08-06</p>", About()),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself(head: str, expected: About) -> None:
    assert about(f"<html><head>{head}</head><body><p>Isi</p></body></html>") == expected
