from __future__ import annotations

import pytest

from loaders.formats.html import text_of


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
