"""Every text of an evidence pack, in Indonesian and English; the only place for them.

Labels of classes, properties and concepts are the ontology's; the presumption of innocence
is that of the pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Language, Text

TEXTS: Final[Mapping[str, Text]] = {
    "title": Text("Berkas bukti", "Evidence pack"),
    "summary": Text("Ringkasan", "Summary"),
    "picture": Text("Jaringan", "Network"),
    "picture_cut": Text(
        "Gambar terpotong; tidak semua hubungan terlihat.",
        "The picture is cut; not every link is shown.",
    ),
    "stages": Text("Tahap hukum menurut sumber", "Legal stages as sources say"),
    "stages_rule": Text(
        "Tahap hukum adalah status pada tanggal sumber, bukan status hari ini. Berita saja "
        'paling jauh mendukung "dilaporkan". "Tersangka" bukan "pelaku".',
        "A legal stage is the status on the source's date, not today's. News alone supports "
        'at most "reported". A suspect is not an offender.',
    ),
    "licences": Text("Izin dan sanksi", "Licences and sanctions"),
    "facts": Text("Fakta menurut sumber", "Facts as sources say"),
    "related": Text("Entitas terkait", "Related entities"),
    "left_out": Text(
        "{n} entitas terkait lain tidak diuraikan; naikkan --limit.",
        "{n} more related entities are not described; raise --limit.",
    ),
    "case_left_out": Text(
        "{n} entitas lain di kanvas tidak diuraikan.",
        "{n} more entities of the canvas are not described.",
    ),
    "notes": Text("Catatan penyusun", "Notes of whoever made this pack"),
    "pinned": Text("Bukti yang disematkan", "Pinned evidence"),
    "conflicts": Text("Yang dibantah atau bertentangan", "What is denied or contradicted"),
    "no_conflicts": Text(
        "Tidak ditemukan klaim yang bertentangan dalam bahan ini. Itu bukan bukti bahwa tidak ada.",
        "No contradicting claims were found in this material. That is no proof that none exist.",
    ),
    "sources": Text("Sumber", "Sources"),
    "claims": Text("Daftar klaim", "List of claims"),
    "claims_rule": Text(
        "Setiap klaim: pengenal (hash isinya), subjek, sifat, nilai, sumber, letak.",
        "Each claim: id (hash of its content), subject, property, value, source, place.",
    ),
    "property": Text("Sifat", "Property"),
    "value": Text("Nilai", "Value"),
    "evidence": Text("Bukti", "Evidence"),
    "entity": Text("Entitas", "Entity"),
    "id": Text("Pengenal", "Id"),
    "place": Text("Letak", "Place"),
    "source": Text("Sumber", "Source"),
    "according_to": Text("menurut", "according to"),
    "picked": Text("dipakai dalam graf", "shown in the graph"),
    "conflicting": Text("sumber berbeda", "sources differ"),
    "origins": Text("asal-usul mandiri", "independent origins"),
    "entities": Text("entitas", "entities"),
    "claims_count": Text("klaim", "claims"),
    "documents": Text("dokumen", "documents"),
    "made": Text("Dibuat", "Made"),
    "state": Text("Keadaan graf", "State of the graph"),
    "as_of": Text("Sebagaimana tercatat pada", "As recorded on"),
    "text_hash": Text("SHA-256 teks", "SHA-256 of the text"),
    "record_hash": Text("SHA-256 catatan sumber", "SHA-256 of the source's record"),
    "reliability": Text("keandalan", "reliability"),
    "published": Text("Terbit", "Published"),
    "grades": Text(
        "Penilaian: huruf A–F untuk keandalan sumber, angka 1–6 untuk kredibilitas informasi.",
        "Grades: letters A–F for the reliability of the source, figures 1–6 for the "
        "credibility of the information.",
    ),
    "verify": Text(
        "Periksa keutuhan berkas ini: lacak report --verify FOLDER",
        "Check that this pack is whole: lacak report --verify FOLDER",
    ),
    "page": Text("hlm.", "p."),
}


def text(key: str, language: Language, **values: object) -> str:
    """Return a text with its values filled in."""
    return TEXTS[key].in_(language).format(**values)
