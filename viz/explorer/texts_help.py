"""Texts of the tour and of the help page, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text

HELP_TEXTS: Final[Mapping[str, Text]] = {
    "tour_title": Text("Lima langkah pertama", "Five first steps"),
    "tour_next": Text("Lanjut", "Next"),
    "tour_done": Text("Selesai", "Done"),
    "tour_skip": Text("Tutup", "Close"),
    "tour_1": Text("Cari sebuah nama", "Search a name"),
    "tour_1_text": Text(
        "Ketik orang, perusahaan, lembaga, atau tempat; ejaan boleh meleset. Panah dan Enter "
        "memilih. Coba: putri samawa.",
        "Type a person, company, agency or place; spelling may be off. Arrows and Enter choose. "
        "Try: putri samawa.",
    ),
    "tour_2": Text("Buka hubungannya", "Open what it is linked to"),
    "tour_2_text": Text(
        "Di kanvas, panel kanan menyebut tiap jenis hubungan dengan jumlahnya. Tekan satu untuk "
        "menambahkannya; Urungkan mengembalikan.",
        "On the canvas, the panel lists every type of relationship with its count. Press one to "
        "add it; Undo takes it back.",
    ),
    "tour_3": Text("Baca sumbernya", "Read the source"),
    "tour_3_text": Text(
        "Tekan garis atau “sumber” untuk melihat dokumen, letak atau kalimatnya, siapa yang "
        "berkata, dan penilaiannya. Sumber yang berbeda tampil berdampingan.",
        "Press a line or “sources” to see the document, the place or sentence, who said so, and "
        "its grading. Sources that disagree stand side by side.",
    ),
    "tour_4": Text("Simpan temuan Anda", "Save what you found"),
    "tour_4_text": Text(
        "Sematkan bukti dengan ☆, tekan Simpan, lalu tulis catatan. Salin tautan membagikan "
        "tampilan yang sama.",
        "Pin evidence with ☆, press Save, then write notes. Copy link shares the same view.",
    ),
    "tour_5": Text("Lihat gambaran besarnya", "See the whole"),
    "tour_5_text": Text(
        "Kebijakan berisi peta, cakupan, deklarasi, angka, dan tren; Pertanyaan berisi pertanyaan "
        "siap pakai dengan jawaban bersumber.",
        "Policy holds the map, coverage, declarations, counts and trends; Questions holds ready "
        "questions whose answers carry their sources.",
    ),
    "help": Text("Bantuan", "Help"),
    "help_title": Text("Bantuan", "Help"),
    "help_lead": Text(
        "Lima langkah untuk jawaban pertama, tombol papan ketik, dan arti kata-kata.",
        "Five steps to a first answer, keys, and what the words mean.",
    ),
    "help_keys": Text("Papan ketik", "Keyboard"),
    "help_words": Text("Arti kata-kata", "What the words mean"),
    "help_grade": Text(
        "Huruf menilai sumber (A terbaik, F tidak dapat dinilai), angka menilai informasinya (1 "
        "dipastikan, 6 tidak dapat dinilai). B2 berarti sumber yang biasanya andal dan informasi "
        "yang mungkin benar.",
        "The letter grades the source (A best, F cannot be judged), the digit the information (1 "
        "confirmed, 6 cannot be judged). B2 means a usually reliable source and probably true "
        "information.",
    ),
    "key_search": Text("ke kotak pencarian", "to the search box"),
    "key_choose": Text("memilih dari hasil", "choose from results"),
    "key_move": Text("di kanvas: simpul terdekat ke arah itu", "canvas: nearest node that way"),
    "key_open": Text("di kanvas: buka panel simpul", "canvas: open the node's panel"),
    "key_pin": Text("di kanvas: sematkan", "canvas: pin"),
    "key_hide": Text("di kanvas: sembunyikan", "canvas: hide"),
    "key_select": Text("di kanvas: pilih untuk tindakan bersama", "canvas: select among many"),
    "key_zoom": Text("di kanvas: perbesar, perkecil, semua", "canvas: zoom in, out, everything"),
    "key_undo": Text("urungkan, ulangi", "undo, redo"),
    "key_close": Text("tutup menu atau panel", "close menu or panel"),
}
"""Texts by key; ``{…}`` is filled in where the text is used."""
