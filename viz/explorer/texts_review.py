"""Texts of the review desk, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text

REVIEW_TEXTS: Final[Mapping[str, Text]] = {
    "nav_review": Text("Tinjauan", "Review"),
    "tabs_label": Text("Halaman terkait", "Related pages"),
    "review_title": Text("Meja tinjauan", "Review desk"),
    "review_lead": Text(
        "Klaim yang ditarik mesin dari naskah menunggu keputusan Anda. Bandingkan tiap klaim "
        "dengan kalimat yang disorot. Yang diterima masuk graf saat graf disusun ulang "
        "(`lacak rebuild`).",
        "Claims that the machine drew from texts wait for your decision. Compare each with the "
        "sentence highlighted. What is accepted enters the graph when it is next rebuilt "
        "(`lacak rebuild`).",
    ),
    "review_drafts": Text("Draf dari naskah", "Drafts from texts"),
    "review_identity": Text("Identitas berdampingan", "Identities side by side"),
    "review_decisions": Text("Keputusan", "Decisions"),
    "review_waiting": Text("{n} menunggu", "{n} waiting"),
    "review_none": Text(
        "Tidak ada draf yang menunggu. Muat naskah dengan `lacak load artikel.txt`, lalu kembali.",
        "No draft is waiting. Load a text with `lacak load article.txt`, then come back.",
    ),
    "review_done": Text(
        "Semua draf dokumen ini sudah diputuskan.", "Every draft of this document is decided."
    ),
    "review_accept": Text("Terima", "Accept"),
    "review_reject": Text("Tolak", "Reject"),
    "review_correct": Text("Perbaiki", "Correct"),
    "review_accept_chosen": Text("Terima yang dicentang", "Accept those ticked"),
    "review_reject_chosen": Text("Tolak yang dicentang", "Reject those ticked"),
    "review_choose": Text("Pilih", "Choose"),
    "review_value": Text("Seharusnya", "It should say"),
    "review_why": Text("Alasan", "Reason"),
    "review_who": Text("Oleh", "By"),
    "review_verdict": Text("Keputusan", "Decision"),
    "identity_lead": Text(
        "Dua catatan yang mungkin satu. Nama saja tidak pernah menyatukan orang: cari bukti lain. "
        "Yang sama di kedua sisi disorot. Setiap keputusan dapat diurungkan tepat.",
        "Two records that may be one. A name alone never joins persons: look for other evidence. "
        "What both sides share is highlighted. Every decision can be undone exactly.",
    ),
    "identity_n": Text("{n} pasangan menunggu", "{n} pairs waiting"),
    "identity_none": Text(
        "Tidak ada pasangan yang menunggu pada jenis ini.", "No pair of this kind is waiting."
    ),
    "reason_agreed": Text("Cocok", "Agrees"),
    "reason_disagreed": Text("Bertentangan", "Contradicts"),
    "reason_missing": Text("Tidak diketahui", "Not known"),
    "verdict_same": Text("Sama", "Same"),
    "verdict_different": Text("Berbeda", "Different"),
    "verdict_unsure": Text("Belum pasti", "Unsure"),
    "verdict_accept": Text("Diterima", "Accepted"),
    "verdict_reject": Text("Ditolak", "Rejected"),
    "decisions_lead": Text(
        "Semua yang pernah diputuskan, yang terbaru dahulu. Mengurungkan mengembalikan graf persis "
        "seperti tanpa keputusan itu.",
        "Everything ever decided, the latest first. Undoing returns the graph to exactly what it "
        "is without that decision.",
    ),
    "decisions_none": Text("Belum ada keputusan.", "Nothing has been decided yet."),
    "decision_undone": Text("diurungkan", "undone"),
}
"""Texts by key; ``{…}`` is filled in where the text is used."""
