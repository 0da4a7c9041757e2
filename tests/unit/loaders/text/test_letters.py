"""Chats and e-mails saved as text: their title, and heads of messages that state nothing."""

from __future__ import annotations

import pytest

from loaders.formats.articles import ArticleSource
from loaders.text import layout, letters
from loaders.text.draft import Metadata
from loaders.text.spans import Role

CHAT = """\
[12/08/25 09.14.22] Ani BP3MI: \u200e<Media tidak disertakan>
[12/08/25 09.15.01] Ani BP3MI: Mohon izin, melaporkan kegiatan hari ini
[12/08/25 09.15.44] Ani BP3MI: {bold}
Pada hari Selasa, 12 Agustus 2025, Polresta Barelang mencegah keberangkatan 7 CPMI di Batam.
[12/08/25 09.20.00] Budi Polda: Penulis Maria Lopo
"""
ANDROID = """\
12/08/25 09.10 - Pesan dan panggilan dienkripsi secara end-to-end.
12/08/25 09.14 - Ani mengubah nama grup ini
12/08/25 09.15 - Ani: Polda NTT menangkap 3 tersangka TPPO di Kupang, Senin (4/8/2025).
"""
MAIL = """\
{sender}: "Maria Lopo" <humas@polda-ntt.example>
{to}: redaksi@example.id
{date}: Rabu, 6 Agustus 2025 19:12 WIB
{subject}: Fwd: Re: Rilis pengungkapan TPPO

Polda NTT Menangkap Tiga Tersangka
KUPANG - Polda NTT menangkap 3 tersangka TPPO di Kota Kupang, Senin (4/8/2025).
Laporkan ke lapor@kp2mi.example.
"""
KEYS = (
    {"sender": "Dari", "to": "Kepada", "date": "Tanggal", "subject": "Subjek"},
    {"sender": "From", "to": "To", "date": "Date", "subject": "Subject"},
)


def source(tmp_path, text: str) -> ArticleSource:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    return ArticleSource(path, Metadata(), "t")


def said(found: ArticleSource, name: str) -> list[str]:
    return [claim.value for claim in found.found.claims if claim.property == name]


@pytest.mark.parametrize("keys", KEYS, ids=["id", "en"])
def test_the_subject_of_an_e_mail_is_its_title_and_its_sender_no_author(tmp_path, keys):
    found = source(tmp_path, MAIL.format(**keys))
    assert found.meta.title == "Rilis pengungkapan TPPO"
    assert found.meta.published == "2025-08-06"
    assert "Rilis pengungkapan TPPO" in said(found, "name")
    assert said(found, "author") == []
    assert not any("Maria" in claim.value for claim in found.found.claims)
    # Addresses of the head are the post's; one that the text gives is told of.
    assert said(found, "email") == ["lapor@kp2mi.example"]


def test_the_line_in_bold_of_a_chat_is_its_title(tmp_path):
    found = source(tmp_path, CHAT.format(bold="*PENCEGAHAN CPMI NONPROSEDURAL*"))
    assert found.meta.title == "PENCEGAHAN CPMI NONPROSEDURAL"
    assert said(found, "author") == []
    assert not any("Ani" in claim.value or "09.1" in claim.value for claim in found.found.claims)


@pytest.mark.parametrize("text", [CHAT.format(bold="Baik"), ANDROID], ids=["iphone", "android"])
def test_a_chat_without_one_is_called_what_it_is(tmp_path, text):
    found = source(tmp_path, text)
    assert found.meta.title == "Percakapan, 12/08/25"
    assert Role.TITLE not in {block.role for block in layout.blocks(text)}
    assert Role.BYLINE not in {block.role for block in layout.blocks(text)}
    assert found.found.claims


def test_heads_of_messages_are_cut_off_what_is_said():
    blocks = layout.blocks(ANDROID)
    heads = [block.text for block in blocks if block.role is Role.FURNITURE]
    assert heads == [ANDROID.splitlines()[0], ANDROID.splitlines()[1], "12/08/25 09.15 - Ani:"]
    assert all(ANDROID[block.start : block.end] == block.text for block in blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Dari: mana mereka datang?\n\nKUPANG - Polda NTT menangkap 3 tersangka.",
        "Tanggal: 6 Agustus 2025\nPerihal: Undangan\n\nKepada Yth.",
        "12/08/25 09.15 - Ani: satu pesan saja\nLalu teks biasa.",
        "Polda NTT Menangkap Tiga\n\nDari: Kupang\nSubjek: TPPO",
    ],
)
def test_what_only_looks_so_is_a_plain_text(text):
    assert letters.form_of(text) == "plain"
