"""Texts of the page for queries of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text

WRITE_TEXTS: Final[Mapping[str, Text]] = {
    "nav_write": Text("Kueri", "Query"),
    "write_title": Text("Tulis kueri sendiri", "Write your own query"),
    "write_lead": Text(
        "Cypher atau SPARQL, hanya membaca, atas data yang boleh Anda lihat. Kueri berjalan di "
        "ruang terkunci: tidak menyentuh berkas, jaringan, atau data induk.",
        "Cypher or SPARQL, reading only, over the data that you may see. The query runs in a "
        "locked room: it touches no file, no network, and not the primary data.",
    ),
    "write_query": Text("Kueri", "Query"),
    "write_language": Text("Bahasa", "Language"),
    "write_run": Text("Jalankan", "Run"),
    "write_examples": Text("Contoh", "Examples"),
    "write_took": Text("{n} baris dalam {s} detik", "{n} rows in {s} seconds"),
    "write_cut": Text(
        "Jawaban dipotong: ada lebih banyak baris. Persempit kueri.",
        "The answer was cut: there are more rows. Narrow the query.",
    ),
}
"""Texts by key."""
