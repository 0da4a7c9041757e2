"""Every text that pictures show, in Indonesian and English; the only place for them.

Labels of classes, properties and relationship types are the ontology's and not repeated.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Language, Text

TEXTS: Final[Mapping[str, Text]] = {
    "presumption": Text(
        "Praduga tak bersalah: dugaan, penangkapan, dan status tersangka bukan putusan. "
        "Setiap orang dianggap tidak bersalah sampai ada putusan pengadilan yang berkekuatan "
        "hukum tetap.",
        "Presumption of innocence: an allegation, an arrest or suspect status is no verdict. "
        "Everyone is presumed innocent until a court's decision is final.",
    ),
    "presumption_short": Text(
        "Menurut sumber; bukan putusan bersalah.", "As sources say; not a finding of guilt."
    ),
    "noscript": Text(
        "Gambar ini memerlukan JavaScript, yang seluruhnya ada di dalam berkas ini; "
        "tidak ada yang diambil dari jaringan.",
        "This picture needs JavaScript, all of which is inside this file; nothing is fetched.",
    ),
    "picture": Text("Gambar", "Picture"),
    "table": Text("Tabel", "Table"),
    "entities": Text("entitas", "entities"),
    "links": Text("hubungan", "links"),
    "sources": Text("sumber", "sources"),
    "search": Text("Cari nama…", "Search names…"),
    "search_label": Text("Cari entitas dalam gambar", "Search entities in the picture"),
    "results_none": Text("Tidak ada yang cocok", "Nothing matches"),
    "results_some": Text("{n} cocok", "{n} match"),
    "list_label": Text("Daftar entitas", "List of entities"),
    "legend": Text("Legenda", "Legend"),
    "legend_hint": Text("Pilih untuk menyembunyikan atau menampilkan", "Select to hide or show"),
    "lines": Text("Garis", "Lines"),
    "line_solid": Text("dinyatakan, dikutip, atau dilaporkan", "stated, quoted or reported"),
    "line_dashed": Text(
        "diduga, dinilai, diharapkan, ditargetkan, atau diperintahkan",
        "alleged, evaluated, expected, aimed at or ordered",
    ),
    "line_dotted": Text("dibantah", "denied"),
    "line_width": Text(
        "makin tebal, makin banyak asal yang independen",
        "the thicker, the more independent origins",
    ),
    "layer_reference": Text("rujukan", "reference"),
    "layer_enforcement": Text("penindakan", "enforcement"),
    "layer_suspect": Text("dugaan keterlibatan", "alleged involvement"),
    "mark_focus": Text("pusat pertanyaan", "focus of the question"),
    "mark_conflict": Text("sumber berbeda", "sources disagree"),
    "mark_group": Text("kelompok: kelas dan tetangga sama", "group: same class, same neighbours"),
    "close": Text("Tutup", "Close"),
    "fit": Text("Tampilkan semua", "Show everything"),
    "zoom_in": Text("Perbesar", "Zoom in"),
    "zoom_out": Text("Perkecil", "Zoom out"),
    "theme": Text("Terang/gelap", "Light/dark"),
    "language": Text("English", "Bahasa Indonesia"),
    "print": Text("Cetak", "Print"),
    "facts": Text("Fakta menurut sumber", "Facts, as sources say"),
    "evidence": Text("Bukti", "Evidence"),
    "no_evidence": Text(
        "Tidak ada kutipan dalam salinan data ini.", "No citation in this copy of the data."
    ),
    "conflict": Text("Sumber berbeda", "Sources disagree"),
    "picked": Text("dipilih", "picked"),
    "not_picked": Text("tidak dipilih", "not picked"),
    "modality": Text("Cara dinyatakan", "How it is stated"),
    "support": Text("Asal independen", "Independent origins"),
    "confidence": Text("Keyakinan", "Confidence"),
    "period": Text("Waktu", "Time"),
    "identifier": Text("Id", "Id"),
    "from": Text("Dari", "From"),
    "to": Text("Ke", "To"),
    "kind": Text("Jenis", "Kind"),
    "relationship": Text("Hubungan", "Relationship"),
    "grading": Text("Penilaian", "Grading"),
    "said_by": Text("kata", "said by"),
    "printed_as": Text("tertulis", "printed as"),
    "locator": Text("letak", "place"),
    "undated": Text("tanpa tanggal", "undated"),
    "unknown_publisher": Text("penerbit tidak diketahui", "publisher unknown"),
    "source_document": Text("Dokumen sumber", "Source document"),
    "open_source": Text("buka sumber di jendela baru", "open source in a new window"),
    "show_more": Text("Tampilkan {n} lagi", "Show {n} more"),
    "table_links": Text("Hubungan dan sumbernya", "Links and their sources"),
    "table_empty": Text("Tidak ada hubungan.", "No links."),
    "empty": Text("Tidak ada entitas untuk ditampilkan.", "There are no entities to show."),
    "truncated": Text(
        "Ditampilkan {shown} entitas; pertanyaan ini punya lebih banyak. "
        "Persempit atau naikkan batasnya.",
        "{shown} entities are shown; the question has more. Narrow it or raise the limit.",
    ),
    "left_out": Text(
        "Ditampilkan {shown} dari {all} entitas, yang terdekat dulu. "
        "Persempit atau naikkan batasnya.",
        "{shown} of {all} entities are shown, the nearest first. "
        "Narrow the question or raise the limit.",
    ),
    "canvas_label": Text(
        "Gambar jaringan. Panah memilih simpul terdekat ke arah itu, Enter membuka rincian, "
        "plus dan minus memperbesar dan memperkecil, nol menampilkan semua. "
        "Daftar dan tabel memuat isi yang sama.",
        "Network picture. Arrow keys choose the nearest node that way, Enter opens details, "
        "plus and minus zoom, zero shows everything. List and table hold the same content.",
    ),
    "made": Text(
        "Lacak · data {digest} · dibuat {built} UTC", "Lacak · data {digest} · built {built} UTC"
    ),
    "as_of": Text("keadaan per {when} UTC", "as of {when} UTC"),
}
"""Texts by key; ``{…}`` is filled in where the text is used."""


def text(key: str, language: Language, **values: object) -> str:
    """Return a text in one language with its gaps filled."""
    return TEXTS[key].in_(language).format(**values) if values else TEXTS[key].in_(language)
