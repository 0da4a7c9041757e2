"""Texts of the policy pages and timelines, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text
from viz.view_texts import VIEW_TEXTS

_POLICY: Final[Mapping[str, Text]] = {
    "nav_policy": Text("Kebijakan", "Policy"),
    "tab_map": Text("Peta", "Map"),
    "tab_coverage": Text("Cakupan", "Coverage"),
    "tab_ledger": Text("Deklarasi", "Declarations"),
    "tab_counts": Text("Angka", "Counts"),
    "tab_trends": Text("Tren", "Trends"),
    "tab_partnership": Text("Kemitraan", "Partnerships"),
    "tab_timeline": Text("Garis waktu", "Timeline"),
    "map_lead": Text(
        "Warna menunjukkan berapa yang tercatat di tiap provinsi; garis menunjukkan rute yang "
        "disebut sumber. Yang dihitung peristiwa dan kesepakatan dalam dokumen publik, bukan "
        "orang, dan bukan semua yang terjadi.",
        "Shade shows how much is on record in each province; lines show the routes that sources "
        "tell. Events and agreements in public documents are counted, not people, and not "
        "everything that happened.",
    ),
    "measure": Text("Yang diwarnai", "Shade by"),
    "show": Text("Tampilkan", "Show"),
    "as_file": Text("Unduh SVG", "Download SVG"),
    "map_tiles": Text("Semua provinsi sama besar", "Every province the same size"),
    "map_table": Text("Peta sebagai tabel", "The map as a table"),
    "map_routes": Text("Rute menurut sumber", "Routes, as sources tell them"),
    "map_undated": Text(
        "{n} peristiwa tanpa tanggal tidak ikut dalam rentang ini.",
        "{n} undated events are left out of this period.",
    ),
    "map_gaps": Text(
        "{n} provinsi dengan penggagalan, tetapi tanpa kesepakatan tingkat provinsi",
        "{n} provinces with interceptions but no agreement of province level",
    ),
    "gap_local": Text("hanya kesepakatan kabupaten/kota", "agreements of regencies only"),
    "gap_none": Text("tidak ada kesepakatan", "no agreement"),
    "province_events": Text("Peristiwa di sini", "Events here"),
    "province_posts": Text("Kantor dan pos pelindungan", "Protection offices and posts"),
    "province_routes": Text("Rute yang melewati provinsi ini", "Routes through this province"),
    "province_counts": Text(
        "Angka yang diklaim tentang provinsi ini", "Claimed counts about this province"
    ),
    "nothing_recorded": Text(
        "Tidak ada dalam catatan. Itu berarti belum ditemukan dalam dokumen publik yang dimuat.",
        "Nothing on record. That means none was found in the public documents loaded.",
    ),
    "ledger_title": Text("Buku deklarasi dan kesepakatan", "Ledger of declarations and agreements"),
    "ledger_lead": Text(
        "Siapa menjanjikan apa kepada siapa, sampai kapan, dan apa yang menunjukkan "
        "pelaksanaannya. “Belum ada bukti” berarti tidak ditemukan dalam dokumen yang dimuat, "
        "bukan bahwa tidak dilaksanakan; daftar ini menunjukkan di mana perlu bertanya.",
        "Who promised what to whom, by when, and what shows that it was done. “No evidence” means "
        "that none was found in the documents loaded, not that nothing was done; the list shows "
        "where to ask.",
    ),
    "ledger_n": Text(
        "{n} kesepakatan · {promises} butir komitmen · {gaps} tanpa bukti pelaksanaan",
        "{n} agreements · {promises} commitments · {gaps} without evidence of execution",
    ),
    "ledger_kind": Text("Jenis", "Kind"),
    "ledger_gap_only": Text("Hanya tanpa bukti", "Only without evidence"),
    "ledger_promises": Text("Komitmen dan tenggat", "Commitments and deadlines"),
    "ledger_evidence": Text("Bukti pelaksanaan", "Evidence of execution"),
    "ledger_joint": Text("Tindakan bersama sesudahnya", "Joint action afterwards"),
    "ledger_gap": Text("belum ada bukti", "no evidence"),
    "ledger_none": Text(
        "Tidak ada kesepakatan yang cocok. Longgarkan saringan.",
        "No agreement matches. Loosen the filter.",
    ),
    "state_done": Text("ada bukti", "evidence on record"),
    "state_overdue": Text("tenggat {day} lewat", "deadline {day} has passed"),
    "state_due": Text("tenggat {day}", "due {day}"),
    "state_undated": Text("tanpa tenggat", "no deadline"),
    "no_parties": Text("pihak tidak disebut", "parties not stated"),
    "counts_title": Text("Angka yang didamaikan", "Counts, reconciled"),
    "counts_lead": Text(
        "Setiap angka milik yang menyatakannya, untuk rentang dan wilayah tertentu. Angka tidak "
        "dijumlahkan: batas bawah yang aman berdiri di samping aturan yang melahirkannya.",
        "Every number belongs to whoever stated it, for a window and an area. Numbers are not "
        "added up: a safe lower bound stands beside the rule that gives it.",
    ),
    "counts_measure": Text("Ukuran", "Measure"),
    "counts_area": Text("Wilayah", "Area"),
    "counts_everywhere": Text("semua wilayah", "everywhere"),
    "counts_bound": Text("Sedikitnya", "At least"),
    "counts_claimed": Text("Diklaim", "Claimed"),
    "counts_window": Text("Rentang", "Window"),
    "counts_claimant": Text("Menurut", "Claimed by"),
    "counts_rule": Text("Aturan", "Rule"),
    "counts_safe": Text(
        "Sedikitnya {n}: angka terbesar yang berdiri sendiri; yang lain bisa menghitung orang "
        "atau perkara yang sama.",
        "At least {n}: the largest single figure; others may count the same persons or cases.",
    ),
    "trends_title": Text("Tren", "Trends"),
    "trends_lead": Text(
        "Berapa yang tercatat per rentang waktu. Setiap grafik punya skalanya sendiri.",
        "How much is on record per period. Every chart has a scale of its own.",
    ),
    "trends_by": Text("Per", "Per"),
    "by_month": Text("bulan", "month"),
    "by_quarter": Text("triwulan", "quarter"),
    "by_year": Text("tahun", "year"),
    "trends_not": Text("Yang tidak dapat dibandingkan", "What cannot be compared"),
    "trends_not_1": Text(
        "Catatan ini disusun dari dokumen publik yang dimuat. Naiknya batang bisa berarti lebih "
        "banyak diberitakan atau lebih banyak dokumen dimuat, bukan lebih banyak terjadi; "
        "bandingkan dengan grafik dokumen.",
        "The record is made from the public documents loaded. A higher bar may mean more reporting "
        "or more documents, not more events; compare it with the chart of documents.",
    ),
    "trends_not_2": Text(
        "Sebelum 21 Oktober 2024 lembaganya BP2MI, sesudahnya Kementerian P2MI bersama BP2MI; "
        "cara melapor berubah.",
        "Before 21 October 2024 the body was BP2MI, afterwards the ministry KP2MI beside BP2MI; "
        "ways of reporting changed.",
    ),
    "trends_not_3": Text(
        "Rentang terakhir belum selesai, dan {n} yang tanpa tanggal tidak ikut.",
        "The last period is not over, and {n} undated ones are left out.",
    ),
    "trends_not_4": Text(
        "Yang dihitung peristiwa, bukan orang. Angka orang adalah klaim dan ada di halaman Angka.",
        "Events are counted, not people. Numbers of people are claims, on the page Counts.",
    ),
    "trend_interceptions": Text("Penggagalan", "Interceptions"),
    "trend_agreements": Text("Kesepakatan", "Agreements"),
    "trend_arrests": Text("Penangkapan dan penggerebekan", "Arrests and raids"),
    "trend_verdicts": Text("Vonis", "Verdicts"),
    "trend_licences": Text("Tindakan atas izin", "Licence actions"),
    "trend_returns": Text("Pemulangan dan deportasi", "Repatriations and deportations"),
    "trend_documents": Text("Dokumen yang dimuat, menurut terbitnya", "Documents, by publication"),
    "partnership_title": Text("Jejaring kemitraan", "Partnership network"),
    "partnership_lead": Text(
        "Siapa menyepakati apa dengan siapa, dalam rentang yang dipilih. Buka gambarnya untuk "
        "mencari, memilih, dan membaca sumber.",
        "Who agreed what with whom, in the period chosen. Open the picture to search, choose, and "
        "read the sources.",
    ),
    "partnership_n": Text("{n} kesepakatan dan kemitraan", "{n} agreements and partnerships"),
    "partnership_open": Text("Buka gambar yang dapat dijelajahi", "Open the picture to explore"),
    "whole": Text("Semua", "All"),
    "timeline_lead": Text(
        "Pilih seseorang, perusahaan, lembaga, perkara, atau provinsi.",
        "Choose a person, company, body, case or province.",
    ),
    "timeline_go": Text("Lihat garis waktu", "See the timeline"),
    "timeline_table": Text("Garis waktu sebagai tabel", "The timeline as a table"),
    "timeline_day": Text("Waktu", "When"),
    "timeline_what": Text("Apa", "What"),
    "timeline_stage": Text("Tahap atau tindakan", "Stage or action"),
    "timeline_told": Text("menurut terbitnya sumber", "by the day of its source"),
}

POLICY_TEXTS: Final[Mapping[str, Text]] = {**VIEW_TEXTS, **_POLICY}
"""Texts by key; ``{…}`` is filled in where the text is used."""
