"""Texts of maps, timelines and trends, in Indonesian and English; the only place for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text

VIEW_TEXTS: Final[Mapping[str, Text]] = {
    "map_title": Text("Peta provinsi dan rute", "Map of provinces and routes"),
    "measure_interceptions": Text("Penggagalan keberangkatan", "Departures intercepted"),
    "measure_agreements": Text("Kesepakatan yang mencakup", "Agreements covering it"),
    "measure_declarations": Text("Deklarasi bersama", "Joint declarations"),
    "measure_posts": Text("Kantor dan pos pelindungan", "Protection offices and posts"),
    "measure_events": Text("Semua peristiwa", "All events"),
    "map_zero": Text("tidak tercatat", "none on record"),
    "map_gap": Text(
        "penggagalan, tetapi tidak ada kesepakatan tingkat provinsi",
        "interceptions, but no agreement of province level",
    ),
    "map_inland": Text("asal → transit → tempat keluar", "origin → transit → exit"),
    "map_abroad": Text("tempat keluar → negara tujuan", "exit → country of destination"),
    "map_thick": Text("makin tebal, makin banyak peristiwa", "the thicker, the more events"),
    "map_events_n": Text("{n} penggagalan", "{n} interceptions"),
    "map_source": Text(
        "Batas: cahyadsn/wilayah_boundaries (MIT), disederhanakan; bukan penetapan batas wilayah.",
        "Boundaries: cahyadsn/wilayah_boundaries (MIT), simplified; they settle no boundary.",
    ),
    "map_all_time": Text("seluruh catatan", "the whole record"),
    "map_period": Text("{first} – {last}", "{first} – {last}"),
    "timeline_title": Text("Garis waktu", "Timeline"),
    "timeline_licence": Text("Izin (SIP3MI)", "Licence (SIP3MI)"),
    "timeline_stages": Text("Tahap hukum menurut sumber", "Legal stages, as sources say"),
    "timeline_agreements": Text("Kesepakatan dan kemitraan", "Agreements and partnerships"),
    "timeline_posts": Text("Jabatan dan keanggotaan", "Posts and memberships"),
    "timeline_cases": Text("Perkara", "Cases"),
    "timeline_enforcement": Text("Penindakan", "Enforcement"),
    "timeline_other": Text("Peristiwa lain", "Other events"),
    "timeline_open": Text(
        "memudar: tidak ada sumber yang menyebut kelanjutannya; ≤: paling lambat pada hari itu",
        "fading: no source says what came after; ≤: by that day at the latest",
    ),
    "timeline_none": Text(
        "Tidak ada yang bertanggal tentang entitas ini dalam catatan.",
        "Nothing dated about this entity is on record.",
    ),
    "timeline_more": Text("{n} lagi dalam tabel", "{n} more in the table"),
    "timeline_undated": Text("{n} tanpa tanggal tidak tampil", "{n} undated are not shown"),
    "timeline_alleged": Text("diduga atau belum terjadi", "alleged, or not yet fact"),
}
"""Texts by key; ``{…}`` is filled in where the text is used."""


def say(key: str, language: str, **values: object) -> str:
    """Return a text in one language with its gaps filled."""
    told = VIEW_TEXTS[key]
    text = told.en if language == "en" else told.id
    return text.format(**values) if values else text
