"""Texts of the canvas's tools and of saved investigations, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text

CANVAS_TEXTS: Final[Mapping[str, Text]] = {
    "collapse": Text("Ciutkan", "Collapse"),
    "collapsed": Text("{n} tetangga disembunyikan.", "{n} neighbours are hidden."),
    "collapse_none": Text(
        "Tidak ada tetangga yang hanya bergantung di sini.", "No neighbour hangs here alone."
    ),
    "lasso": Text("Laso", "Lasso"),
    "lasso_hint": Text(
        "Tarik garis mengelilingi simpul; dengan papan ketik: tekan s pada simpul.",
        "Draw a line around nodes; from the keyboard: press s on a node.",
    ),
    "selected_n": Text("{n} dipilih", "{n} selected"),
    "only": Text("Hanya ini", "Only these"),
    "clear": Text("Batal", "Clear"),
    "path_n": Text("{n}: {steps} langkah", "{n}: {steps} steps"),
    "time_slider": Text("Sampai bulan", "Up to month"),
    "whole_time": Text("seluruh waktu", "all of time"),
    "looks": Text("Tampilan", "Look"),
    "by_size": Text("Ukuran", "Size"),
    "by_color": Text("Warna", "Colour"),
    "by_record": Text("menurut catatan", "as on record"),
    "by_class": Text("menurut jenis", "by class"),
    "metric_degree": Text("hubungan di sini", "links here"),
    "metric_between": Text("perantara (betweenness) di sini", "betweenness here"),
    "metric_support": Text("asal independen", "independent origins"),
    "metric_note": Text(
        "Dihitung dari yang tampil saja; bukan ukuran kesalahan siapa pun.",
        "Counted over what is shown only; no measure of anyone's guilt.",
    ),
    "fold_leaves": Text("Kumpulkan daun yang serupa", "Bundle alike leaves"),
    "fold_parallel": Text("Gabungkan garis sejajar", "Join parallel links"),
    "parallel_n": Text("{n} hubungan", "{n} links"),
    "many_note": Text("Pilih satu untuk fakta dan sumbernya", "Choose one for facts and sources"),
    "unfold": Text("Buka kumpulan", "Unfold"),
    "in_document": Text("lihat dalam dokumen", "see it in the document"),
    "one_origin": Text(
        "{n} dokumen dari satu asal; dihitung sekali", "{n} documents of one origin; counted once"
    ),
    "evidence_keep": Text("☆ Sematkan sebagai bukti", "☆ Pin as evidence"),
    "evidence_drop": Text("★ Lepas dari bukti", "★ Unpin evidence"),
    "sources_1": Text("1 sumber", "1 source"),
    "report": Text("Berkas bukti", "Evidence pack"),
    "report_wait": Text(
        "Berkas bukti sedang disusun; unduhan mulai beberapa detik lagi.",
        "The evidence pack is being made; the download starts in a few seconds.",
    ),
    "in_time": Text("Izin dan tahap hukum", "Licence and legal stages"),
    "see_timeline": Text("Garis waktu lengkap", "Full timeline"),
    "save": Text("Simpan", "Save"),
    "save_again": Text("Simpan perubahan", "Save changes"),
    "save_new": Text("Simpan sebagai baru", "Save as new"),
    "saved": Text("“{name}” tersimpan.", "“{name}” is saved."),
    "see_saved": Text("Catatan dan bukti", "Notes and evidence"),
}
"""Texts by key that scripts need too."""

INVESTIGATION_TEXTS: Final[Mapping[str, Text]] = {
    "investigations_title": Text("Penyelidikan tersimpan", "Saved investigations"),
    "investigations_lead": Text(
        "Tampilan kanvas dengan nama, catatan, dan bukti yang Anda sematkan. Hanya Anda yang "
        "melihatnya; rekan menerima berkas ekspornya.",
        "Views of the canvas with a name, notes, and the evidence you pinned. Only you see them; "
        "a colleague gets the exported file.",
    ),
    "investigations_none": Text(
        "Belum ada. Buka kanvas, telusuri, lalu tekan Simpan.",
        "None yet. Open the canvas, look around, then press Save.",
    ),
    "investigation_holds": Text("{n} entitas · {m} bukti", "{n} entities · {m} pieces of evidence"),
    "investigation_import": Text("Impor berkas", "Import a file"),
    "investigation_export": Text("Ekspor JSON", "Export JSON"),
    "investigation_name": Text("Nama", "Name"),
    "investigation_notes": Text("Catatan", "Notes"),
    "investigation_evidence": Text("Bukti yang disematkan", "Pinned evidence"),
    "investigation_no_evidence": Text(
        "Belum ada bukti. Di kanvas, buka sebuah sumber lalu tekan ☆.",
        "No evidence yet. On the canvas, open a source and press ☆.",
    ),
    "investigation_missing": Text(
        "{n} klaim tidak lagi ada dalam catatan, atau tidak tampil bagi peran Anda.",
        "{n} claims are no longer on record, or not shown to your role.",
    ),
    "investigation_entities": Text("Entitas di kanvas", "Entities on the canvas"),
    "investigation_delete": Text("Hapus penyelidikan ini", "Delete this investigation"),
    "investigation_delete_yes": Text("Ya, hapus", "Yes, delete"),
    "report_note": Text(
        "Semua klaim, kutipan, nilai, dan sumbernya dalam satu berkas",
        "All claims, excerpts, grades and sources in one paper",
    ),
    "document_text": Text("Naskah dokumen", "Text of the document"),
    "document_marks": Text(
        "Yang disorot adalah kutipan yang menjadi dasar klaim.",
        "What is highlighted are the excerpts that claims rest on.",
    ),
}
"""Texts of pages, by key."""
