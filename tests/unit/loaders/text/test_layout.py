"""Lines to roles, sentences to offsets."""

from __future__ import annotations

import pytest

from loaders.text import layout, tokens
from loaders.text.spans import Role

PAGE = """iklan
BERANDA / Nasional

Polda Riau Gagalkan Pengiriman 12 Pekerja
Oleh Budi Santoso
Foto: Kapolda Riau saat jumpa pers
Senin, 4 Agustus 2025 10:30 WIB
Friday, 19 April 2024
00.11 6 November 2019 2036

PEKANBARU - Kombes Pol. Anom S.H. hadir. Ia membawa Rp1.200.000 tunai.
Baca juga: Berita lain
Modus Lama
"Kami kejar terus," katanya.
Penulis :
Budi Santoso
"""


@pytest.fixture
def roles() -> dict[str, Role]:
    return {block.text: block.role for block in layout.blocks(PAGE)}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("iklan", Role.FURNITURE),
        ("BERANDA / Nasional", Role.SECTION),
        ("Polda Riau Gagalkan Pengiriman 12 Pekerja", Role.TITLE),
        ("Oleh Budi Santoso", Role.BYLINE),
        ("Foto: Kapolda Riau saat jumpa pers", Role.CAPTION),
        ("Senin, 4 Agustus 2025 10:30 WIB", Role.STAMP),
        ("Friday, 19 April 2024", Role.FURNITURE),
        ("00.11 6 November 2019 2036", Role.STAMP),
        ("Baca juga: Berita lain", Role.FURNITURE),
        ("Modus Lama", Role.HEADING),
        ('"Kami kejar terus," katanya.', Role.BODY),
        ("Budi Santoso", Role.BYLINE),
    ],
)
def test_roles(roles: dict[str, Role], line: str, role: Role) -> None:
    assert roles[line] is role


def test_offsets_are_code_points_of_the_given_text() -> None:
    text = "\ufeffJudul Berita Yang Panjang\r\n\u00a0Isi\u2044paragraf pertama selesai.\r\n"
    for block in layout.blocks(text):
        assert text[block.start : block.end] == block.text
    for sentence in tokens.sentences(layout.blocks(text)):
        assert text[sentence.start : sentence.end] == sentence.text


def test_abbreviations_do_not_end_sentences() -> None:
    body = [s.text for s in tokens.sentences(layout.blocks(PAGE)) if s.role is Role.BODY]
    assert body[0].endswith("hadir.")
    assert body[1] == "Ia membawa Rp1.200.000 tunai."


@pytest.mark.parametrize(
    "text",
    [
        "Ronald F.C. Sipahutar hadir di sana.",
        "Pasal 81 jo. Pasal 69 UU No. 18 Tahun 2017.",
        "Bertempat di Jl. Sudirman No. 5 Batam.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [s.text for s in tokens.sentences(layout.blocks(text))] == [text]


def test_long_lines_are_cut() -> None:
    blocks = layout.blocks("kata " * 20_000)
    assert max(block.end - block.start for block in blocks) <= 6000
    assert max(len(s.text) for s in tokens.sentences(blocks)) <= 1500


def test_section_and_author() -> None:
    blocks = layout.blocks(PAGE)
    section = next(span for b in blocks if (span := layout.section_of(b)))
    assert PAGE[section[0] : section[1]] == "Nasional"
    names = [
        PAGE[a:b] for block in blocks if (span := layout.byline_name(block)) for a, b in [span]
    ]
    assert names == ["Budi Santoso", "Budi Santoso"]


@pytest.mark.parametrize(
    "line",
    [
        "Laporan Wartawan BERITA-KUPANG.COM, Maria Lopo",
        "Penulis: Kontributor Medan, Maria Lopo",
        "Reporter: Maria Lopo | Editor: Budi Tarigan",
        "Laporan Reporter Maria Lopo",
    ],
)
def test_for_whom_somebody_writes_is_no_part_of_the_name(line: str) -> None:
    page = f"Judul berita\n\n{line}\n\nPolisi menangkap AM (45) di Kupang, Selasa."
    spans = [span for block in layout.blocks(page) if (span := layout.byline_name(block))]
    assert [page[slice(*span)] for span in spans] == ["Maria Lopo"]


def test_a_masthead_and_a_caption_are_no_title() -> None:
    page = (
        "Saturday, 4 October 2025\nPortal Berita Pekerja Migran Indonesia\n"
        "Berita Terkini dari BP3MI Bali tentang Desa Migran\n"
        "Kepala BP3MI Bali saat melepas pekerja di Denpasar. Foto: Surya/Antara\n\n"
        "DENPASAR - BP3MI Bali melepas pekerja migran, Senin."
    )
    roles = [block.role for block in layout.blocks(page)]
    assert roles == [Role.FURNITURE, Role.FURNITURE, Role.TITLE, Role.CAPTION, Role.BODY]


def test_who_releases_stands_above_the_title() -> None:
    text = (
        "KEPOLISIAN NEGARA REPUBLIK INDONESIA\nDAERAH RIAU\n\nSIARAN PERS\nNomor: SP/1/2026\n\n"
        "POLRES SIAK GAGALKAN PENGIRIMAN CPMI\n\nSiak - Polres Siak menggagalkannya.\n"
    )
    roles = {block.text: block.role for block in layout.blocks(text)}
    assert roles["KEPOLISIAN NEGARA REPUBLIK INDONESIA"] is Role.FURNITURE
    assert roles["POLRES SIAK GAGALKAN PENGIRIMAN CPMI"] is Role.TITLE
    above = "BP3MI Riau Pulangkan 12 PMI\nSIARAN PERS\n\nPekanbaru - BP3MI memulangkan 12 PMI.\n"
    assert layout.blocks(above)[0].role is Role.TITLE


def test_sentences_without_a_space_between() -> None:
    text = "Hal itu dibahas di Wina.Penandatanganan digelar. Lihat Kabarnusa.Com lalu Prof.Dr Budi."
    made = [one.text for one in tokens.sentences(layout.blocks(text))]
    assert made[:2] == ["Hal itu dibahas di Wina.", "Penandatanganan digelar."]
    assert len(made) == 3


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Baca berita tanpa iklan. Gabung Harian.com+", Role.FURNITURE),
        ("Kapal pembawa pekerja migran yang diamankan Lanal Dumai/Ist", Role.CAPTION),
        (
            "Kapolres Natuna menunjukkan barang bukti, Selasa (7/10/2025). (Foto: hend)",
            Role.CAPTION,
        ),
        ("Sejumlah calon PMI diamankan TNI AL. Foto: Dispenal", Role.CAPTION),
        ("Tujuh Pekerja Gagal Berangkat dari Pelabuhan Rakyat", Role.TITLE),
    ],
)
def test_what_stands_above_a_text(line: str, role: Role) -> None:
    page = f"{line}\n\nPolisi menangkap AM (45) di Kupang, Selasa."
    assert layout.blocks(page)[0].role is role


def test_titles_below_read_also_are_no_headings() -> None:
    page = "Berita Terkini:\n- Lima Siswa Keracunan\n- DPRD NTB Panggil Gubernur\nPolisi pergi."
    roles = [block.role for block in layout.blocks(page)]
    assert roles == [Role.FURNITURE] * 3 + [Role.BODY]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Kasus TPPO di Riau\n", "Balai Pulangkan 24 Korban ke Daerah Asal, Terbanyak dari Jambi"),
        ("Tribun Rantau Hari Ini\n", "Polda Riau Ungkap 12 Tersangka, Kini Berstatus Buronan"),
        ("Nikmati berita dan siaran langsung 24 jam di Rantau\n", "Empat Buronan Ditangkap Polisi"),
        ("Baca berita dengan sedikit iklan, gabung sekarang\n", "Empat Buronan Ditangkap Polisi"),
        ("BerandaRIAUGubernur Kukuhkan Gugus Tugas\n", "Gubernur Kukuhkan Gugus Tugas"),
        ("Gudang saat digerebek polisi (Rantau/Istimewa)\n", "Empat Buronan Ditangkap Polisi"),
        ("date 2025-11-02 ", "Empat Buronan Ditangkap Polisi"),
        ("Polda Riau mengungkap penyaluran calon pekerja lewat Dumai.Â \n", ""),
    ],
)
def test_the_title_stands_below_what_is_none(above: str, title: str) -> None:
    page = f"{above}{title}\n\nPEKANBARU - Polisi menangkap empat orang di sana.\n"
    told = [block.text for block in layout.blocks(page) if block.role is Role.TITLE]
    assert told == ([title] if title else [])


@pytest.mark.parametrize(
    ("last", "role"),
    [
        (
            "Dari hasil pemeriksaan, YTS berperan sebagai penampung calon pekerja. YTS sejak",
            Role.BODY,
        ),
        ("Kasus ini kembali menyoroti pentingnya perlindungan bagi para pe", Role.BODY),
        ("Polisi Gagalkan Pengiriman Sembilan Calon Pekerja Migran di Nunukan", Role.HEADING),
        ("Peran para tersangka", Role.HEADING),
    ],
)
def test_a_last_line_that_breaks_off_is_no_heading(last: str, role: Role) -> None:
    text = f"Dua Calo Ditangkap di Kupang\n\nPolda NTT menangkap dua calo, Senin (4/8).\n\n{last}\n"
    assert layout.blocks(text)[-1].role is role
