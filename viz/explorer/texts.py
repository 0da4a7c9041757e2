"""Every text of the live pages, in Indonesian and English; the only place for them.

Texts that pages share with exported pictures are in :mod:`viz.texts` and join in here.
Labels of classes, properties, questions and columns are the ontology's and the catalogue's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text
from viz.explorer.texts_access import ACCESS_TEXTS
from viz.explorer.texts_api import API_TEXTS
from viz.explorer.texts_canvas import CANVAS_TEXTS, INVESTIGATION_TEXTS
from viz.explorer.texts_help import HELP_TEXTS
from viz.explorer.texts_policy import POLICY_TEXTS
from viz.explorer.texts_review import REVIEW_TEXTS
from viz.explorer.texts_write import WRITE_TEXTS
from viz.texts import TEXTS as PICTURE_TEXTS

_FRAME: Final[Mapping[str, Text]] = {
    "skip": Text("Langsung ke isi", "Skip to content"),
    "nav": Text("Utama", "Main"),
    "nav_explore": Text("Jelajah", "Explore"),
    "nav_questions": Text("Pertanyaan", "Questions"),
    "switch_language": Text("English", "Bahasa Indonesia"),
    "theme_dark": Text("Gelap", "Dark"),
    "theme_light": Text("Terang", "Light"),
    "find_label": Text(
        "Cari orang, perusahaan, lembaga, kesepakatan, peristiwa, tempat",
        "Find people, companies, agencies, agreements, events, places",
    ),
    "find_placeholder": Text("Cari nama… ejaan boleh meleset", "Search names… spelling may be off"),
    "find_go": Text("Cari", "Search"),
    "find_title": Text("Hasil untuk “{q}”", "Results for “{q}”"),
    "find_none": Text(
        "Tidak ada nama yang mirip dengan “{q}”. Coba sebagian nama saja, singkatannya, atau "
        "ejaan lain; atau mulai dari daftar pertanyaan.",
        "No name resembles “{q}”. Try part of the name, its abbreviation, or another spelling; "
        "or start from the list of questions.",
    ),
    "find_empty": Text("Ketik nama di kotak pencarian.", "Type a name into the search box."),
    "find_count": Text(
        "{n} hasil; panah dan Enter untuk memilih", "{n} results; arrows and Enter to choose"
    ),
    "find_failed": Text(
        "Pencarian tidak menjawab. Periksa apakah `lacak serve` masih berjalan.",
        "Search does not answer. Check whether `lacak serve` is still running.",
    ),
    "origins_n": Text("{n} asal", "{n} origins"),
    "yes": Text("ya", "yes"),
    "no": Text("tidak", "no"),
}

_HOME: Final[Mapping[str, Text]] = {
    "home_title": Text(
        "Siapa merekrut, menindak, dan menyepakati apa",
        "Who recruited, intercepted, and agreed what",
    ),
    "home_lead": Text(
        "Graf pengetahuan dari dokumen publik tentang perdagangan orang (TPPO) terhadap pekerja "
        "migran Indonesia. Setiap garis membawa sumbernya.",
        "A knowledge graph of public documents about the trafficking (TPPO) of Indonesian migrant "
        "workers. Every line carries its source.",
    ),
    "home_numbers": Text("Isi catatan publik", "The public record in numbers"),
    "n_documents": Text("dokumen publik", "public documents"),
    "n_claims": Text("klaim bersumber", "sourced claims"),
    "n_entities": Text("entitas", "entities"),
    "n_agreements": Text("kesepakatan", "agreements"),
    "n_events": Text("peristiwa", "events"),
    "n_p3mi": Text("P3MI", "P3MIs"),
    "n_counts": Text("angka yang diklaim", "claimed counts"),
    "n_provinces": Text("provinsi", "provinces"),
    "door_investigator": Text("Penyidik", "Investigators"),
    "door_investigator_line": Text(
        "Telusuri kaitan perekrut sampai ke kalimat sumbernya.",
        "Trace recruiter links down to the source's sentence.",
    ),
    "door_analyst": Text("Analis", "Analysts"),
    "door_analyst_line": Text(
        "Ajukan pertanyaan graf, unduh jaringannya.", "Ask graph questions, download the network."
    ),
    "door_policy": Text("Kebijakan", "Policy"),
    "door_policy_line": Text(
        "Lihat siapa bermitra dengan siapa, dan di mana belum.",
        "See who partners with whom, and where no one does.",
    ),
    "link_p3mi": Text(
        "Sekitar satu P3MI: PT Putri Samawa Mandiri", "Around one P3MI: PT Putri Samawa Mandiri"
    ),
    "link_partnership": Text(
        "Jejaring kemitraan dalam satu gambar", "The partnership network in one picture"
    ),
    "link_coverage": Text(
        "Cakupan: provinsi × jenis lembaga", "Coverage: province × kind of agency"
    ),
    "what_title": Text("Apa itu Lacak", "What Lacak is"),
    "what_text": Text(
        "Lacak menyimpan klaim: satu pernyataan dari satu sumber, dengan dokumen, letaknya, siapa "
        "yang berkata, dan seberapa dapat dipercaya. Graf disusun dari klaim itu dan dapat "
        "disusun ulang kapan saja. Klaim yang bertentangan tampil berdampingan, dan sepuluh "
        "salinan satu siaran pers dihitung sebagai satu asal.",
        "Lacak keeps claims: one statement of one source, with the document, the place in it, who "
        "said so, and how far to trust it. The graph is made from these claims and can be made "
        "again at any time. Contradicting claims stand side by side, and ten copies of one press "
        "release count as one origin.",
    ),
    "presumption_title": Text("Praduga tak bersalah", "Presumption of innocence"),
}

_EXPLORE: Final[Mapping[str, Text]] = {
    "explore_title": Text("Jelajah", "Explore"),
    "explore_empty_title": Text("Mulai dari satu nama", "Start from one name"),
    "explore_empty": Text(
        "Cari orang, perusahaan, lembaga, kesepakatan, atau tempat di kotak di atas. Yang dipilih "
        "muncul di sini bersama tetangganya; lalu buka lebih jauh menurut jenis hubungan.",
        "Search a person, company, agency, agreement or place in the box above. What you choose "
        "appears here with its neighbours; then open further by type of relationship.",
    ),
    "explore_try": Text("Atau coba", "Or try"),
    "explore_noscript": Text(
        "Kanvas memerlukan JavaScript. Tanpa itu, halaman entitas memuat semua fakta dan sumber.",
        "The canvas needs JavaScript. Without it, entity pages hold every fact and source.",
    ),
    "undo": Text("Urungkan", "Undo"),
    "redo": Text("Ulangi", "Redo"),
    "tidy": Text("Rapikan", "Tidy up"),
    "share": Text("Salin tautan", "Copy link"),
    "shared": Text("Tautan tampilan ini tersalin.", "The link to this view is copied."),
    "share_failed": Text(
        "Tidak dapat menyalin; salin dari bilah alamat.",
        "Cannot copy; copy it from the address bar.",
    ),
    "download": Text("Unduh", "Download"),
    "offline": Text("Gambar luring", "Offline picture"),
    "filters": Text("Saring", "Filter"),
    "layers": Text("Lapisan", "Layers"),
    "since": Text("Sejak", "From"),
    "until": Text("Sampai", "Until"),
    "reset": Text("Hapus saringan", "Clear filter"),
    "filter_note": Text("Yang tanpa tanggal tetap tampil.", "What has no date stays visible."),
    "expand": Text("Buka hubungan", "Expand"),
    "expand_hint": Text(
        "Angka: hubungan dalam catatan. Paling banyak {n} ditambahkan sekaligus.",
        "Number: relationships on record. At most {n} are added at once.",
    ),
    "expand_none": Text("Tidak ada hubungan lain.", "No further relationships."),
    "expanded": Text("{n} ditambahkan.", "{n} added."),
    "expanded_part": Text(
        "{n} ditambahkan, {rest} lagi tersisa: tekan sekali lagi.",
        "{n} added, {rest} more remain: press again.",
    ),
    "expanded_none": Text("Semuanya sudah tampil.", "All of it is shown already."),
    "opened_part": Text(
        "Ditampilkan {n} tetangga, beberapa dari tiap jenis hubungan. Selebihnya: Buka hubungan.",
        "{n} neighbours are shown, some by each type of relationship. For the rest: Expand.",
    ),
    "full": Text(
        "Kanvas memuat paling banyak {n} entitas. Sembunyikan sebagian dulu.",
        "The canvas holds at most {n} entities. Hide some first.",
    ),
    "hide": Text("Sembunyikan", "Hide"),
    "pin": Text("Sematkan", "Pin"),
    "unpin": Text("Lepas sematan", "Unpin"),
    "path_from": Text("Jalur dari sini…", "Path from here…"),
    "path_to": Text("Jalur dari {name} ke sini", "Path from {name} to here"),
    "path_pick": Text(
        "Pilih simpul tujuan, atau cari namanya. Esc membatalkan.",
        "Choose the goal on the canvas, or search its name. Esc cancels.",
    ),
    "path_found": Text("{n} jalur terpendek disorot.", "{n} shortest paths are highlighted."),
    "path_none": Text("Tidak ada jalur sampai enam langkah.", "No path within six steps."),
    "page_of": Text("Halaman lengkap", "Full page"),
    "failed": Text("Tidak terjawab: {why}", "No answer: {why}"),
    "offline_server": Text(
        "server tidak dapat dihubungi; periksa apakah `lacak serve` berjalan",
        "the server cannot be reached; check that `lacak serve` is running",
    ),
    "missing": Text(
        "{n} entitas dari tautan ini tidak lagi ada dalam catatan.",
        "{n} entities of this link are no longer on record.",
    ),
    "view_counts": Text("{nodes} entitas · {links} hubungan", "{nodes} entities · {links} links"),
    "hidden_by_filter": Text("{n} tersaring", "{n} filtered out"),
}

_PAGES: Final[Mapping[str, Text]] = {
    "questions_title": Text("Pertanyaan", "Questions"),
    "questions_lead": Text(
        "Pertanyaan bernama atas graf; masing-masing satu teks Cypher yang diperiksa. Pilih satu, "
        "isi bila perlu, dan baca jawabannya dengan sumber.",
        "Named questions to the graph; each one a checked Cypher text. Choose one, fill in what it "
        "needs, and read the answer with its sources.",
    ),
    "ask": Text("Jawab", "Ask"),
    "required": Text("wajib", "required"),
    "optional": Text("boleh kosong", "optional"),
    "example": Text("contoh", "example"),
    "any": Text("apa saja", "any"),
    "rows_n": Text("{n} baris", "{n} rows"),
    "rows_part": Text(
        "{shown} dari {n} baris tampil; selebihnya dalam data JSON.",
        "{shown} of {n} rows are shown; the rest is in the JSON data.",
    ),
    "rows_none": Text(
        "Tidak ada baris yang cocok. Kosongkan satu isian, atau pakai contohnya.",
        "No row matches. Empty one of the fields, or use its example.",
    ),
    "needs_input": Text(
        "Isi yang wajib, lalu tekan Jawab. Contohnya sudah siap dipakai.",
        "Fill in what is required, then press Ask. The examples are ready to use.",
    ),
    "use_example": Text("Pakai contoh", "Use the example"),
    "as_network": Text("Lihat sebagai jaringan", "See as network"),
    "as_data": Text("Data JSON", "JSON data"),
    "cypher": Text("Teks Cypher", "Cypher text"),
    "more_n": Text("{n} lagi", "{n} more"),
    "coverage_title": Text("Cakupan kemitraan", "Coverage of partnerships"),
    "coverage_lead": Text(
        "Kesepakatan yang mencakup tiap provinsi, menurut jenis lembaga pihaknya. Satu kesepakatan "
        "dengan beberapa pihak tampil di beberapa kolom dan dihitung sekali dalam jumlah.",
        "Agreements covering each province, by kind of agency of their parties. An agreement with "
        "several parties stands in several columns and counts once in the total.",
    ),
    "coverage_gap": Text("penggagalan, tanpa kesepakatan", "interceptions, no agreement"),
    "coverage_gaps": Text(
        "{n} provinsi dengan penggagalan dan tanpa kesepakatan",
        "{n} provinces with interceptions and no agreement",
    ),
    "coverage_rest": Text(
        "{n} jenis lembaga lain ada dalam rincian provinsi.",
        "{n} other kinds of agency are in the details of a province.",
    ),
    "province": Text("Provinsi", "Province"),
    "total": Text("Berbeda", "Different"),
    "interceptions": Text("Penggagalan", "Interceptions"),
    "coverage_none": Text(
        "Tidak ada kesepakatan yang tercatat mencakup provinsi ini. Itu berarti belum ditemukan "
        "dalam dokumen publik yang dimuat, bukan bahwa pasti tidak ada.",
        "No agreement on record covers this province. That means none was found in the public "
        "documents loaded, not that there is none.",
    ),
    "unstated": Text("pihak tidak disebut", "parties not stated"),
    "parties": Text("Pihak", "Parties"),
    "conflicts_title": Text("Sumber berbeda", "Where sources disagree"),
    "conflicts_lead": Text(
        "Semua nilai tampil; yang ditandai dipilih menurut aturan graf, bukan berarti benar.",
        "All values are shown; the marked one is picked by the graph's rule, which does not make "
        "it true.",
    ),
    "records_n": Text("Gabungan {n} catatan", "{n} records merged"),
    "open_explorer": Text("Buka di kanvas", "Open on the canvas"),
    "entity_links": Text("Yang menunjuk ke sini", "What points here"),
    "entity_sources": Text(
        "{n} dokumen dari {m} asal yang independen", "{n} documents from {m} independent origins"
    ),
    "entity_no_facts": Text(
        "Belum ada fakta tentang entitas ini selain hubungannya.",
        "No facts about this entity beyond its links.",
    ),
    "stage_note": Text(
        "Tahap hukum menurut sumber pada tanggalnya; dapat berubah sesudahnya.",
        "Legal stage as the source says on its date; it may have changed since.",
    ),
    "rest_in_explorer": Text("{n} lagi: buka di kanvas", "{n} more: open on the canvas"),
    "error_404": Text("Tidak ditemukan", "Not found"),
    "error_404_text": Text(
        "Alamat atau entitas ini tidak ada dalam catatan. Mungkin salah ketik, atau sudah digabung "
        "dengan catatan lain. Cari namanya di kotak di atas.",
        "This address or entity is not on record. It may be mistyped, or merged with another "
        "record. Search its name in the box above.",
    ),
    "error_422": Text("Isian tidak dapat dipakai", "The input cannot be used"),
    "error_422_text": Text(
        "Perbaiki isian yang disebut di bawah, lalu coba lagi.",
        "Correct what is named below, then try again.",
    ),
    "error_503": Text("Belum siap", "Not ready"),
    "error_503_text": Text(
        "Bagian yang diperlukan belum menjawab. Muat catatan publik dengan `lacak load`, atau "
        "tunggu mesin graf selesai menyala, lalu muat ulang halaman ini.",
        "A part that is needed does not answer. Load the public record with `lacak load`, or wait "
        "for the graph engine to start, then reload this page.",
    ),
    "error_detail": Text("Rincian (bahasa Inggris)", "Particulars"),
    "error_input": Text("Isian yang tidak sah: {names}.", "Not valid: {names}."),
    "error_500": Text("Ada yang gagal", "Something failed"),
    "error_500_text": Text(
        "Muat ulang halaman; bila berulang, laporkan pesan di bawah.",
        "Reload the page; if it happens again, report the message below.",
    ),
    "home": Text("Beranda", "Home"),
}

SCRIPT_TEXTS: Final[Mapping[str, Text]] = {
    **PICTURE_TEXTS,
    **_FRAME,
    **_EXPLORE,
    **_PAGES,
    **CANVAS_TEXTS,
}
"""Texts that scripts need, by key."""

TEXTS: Final[Mapping[str, Text]] = {
    **SCRIPT_TEXTS,
    **_HOME,
    **INVESTIGATION_TEXTS,
    **HELP_TEXTS,
    **POLICY_TEXTS,
    **REVIEW_TEXTS,
    **ACCESS_TEXTS,
    **API_TEXTS,
    **WRITE_TEXTS,
}
"""Texts by key; ``{…}`` is filled in where the text is used."""
