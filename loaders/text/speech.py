"""Verbs of speech, as patterns that other modules share."""

from __future__ import annotations

import re

from loaders.text.patterns import Pattern

# Roots that stand before or after their speaker: "kata Judha", "ujar dia", "ungkapnya".
_ROOTS = (
    "kata", "ujar", "ungkap", "ucap", "tutur", "jelas", "tegas", "papar", "terang", "sebut",
    "imbuh",
    "tambah", "pungkas", "tukas", "timpal", "cetus", "beber", "urai", "lanjut", "ingat", "pesan",
    "harap", "sambung", "tandas", "imbau", "klaim", "akui", "aku", "urainya", "jawab", "kisah",
    "simpul", "kenang", "cerita", "keluh", "dalih", "kilah", "tanya", "seru", "sahut", "sergah",
    "pinta", "tutup", "sesal", "rinci", "celetuk", "protes", "sindir", "kritik", "tegur", "sela",
    "canda", "seloroh", "kelakar", "usul",
    "jabar", "rangkum", "ralat", "koreksi", "sanggah", "bantah", "ulas", "cecar",
    "singkat", "ajak", "saran", "tekan", "elak", "tampik", "tepis", "puji", "kecam", "desak",
    "bela", "tantang", "semprot", "ancam", "gumam", "tulis", "ulang", "himbau", "keluhkan",
    "bilang",
)  # fmt: skip
# "Polri mengungkap kasus" uncovers one and says nothing.
_UNCOVERED = (
    r"mengungkap(?!\s+(?:\w+\s+)?(?:kasus|jaringan|sindikat|praktik|perkara|tindak|dugaan|peran|identitas|modus"
    r"|pe\w+an|upaya|aksi|kedok|kejahatan|keterlibatan|⟨CNT|⟨TOP))"
)
# Verbs that introduce what someone says: "Ia menegaskan bahwa".
VERBS = (
    "mengatakan", "menyatakan", "menegaskan", "menjelaskan", "menyampaikan", "mengungkapkan",
    _UNCOVERED, "menyebutkan", "menyebut", "menuturkan", "memaparkan", "menerangkan",
    "menambahkan", "mengakui", "mengaku", "menekankan", "membeberkan", "mengimbau", "menghimbau",
    "mengingatkan", "menilai", "menduga", "meminta", "berharap", "mengapresiasi", "menyoroti",
    "menyambut baik", "mengklaim", "membantah", "melaporkan", "menandaskan", "menuding",
    "berpendapat", "berpesan", "berkata", "memastikan", "menguraikan", "merinci", "mengutarakan",
    "mengumumkan", "mengemukakan", "membenarkan", "berkomitmen", "menyayangkan", "mencontohkan",
    "menggarisbawahi", "berjanji", "mendesak", "mengecam", "mengkritik", "memperkirakan",
    "menceritakan", "mengisahkan", "memperingatkan", "mempertanyakan", "mengajak", "mengeluhkan",
    "mengusulkan", "menyarankan", "menampik", "menepis", "menyangkal", "menegur",
    "menyimpulkan", "mendorong", "bertutur", "menyadari", "mengonfirmasi", "mengkonfirmasi",
    "menginformasikan", "mengabarkan", "memberitahukan", "memberi tahu", "menyinggung",
    "menggambarkan", "menyerukan", "menganggap", "meyakini", "memandang", "mengharapkan",
    "menyanggah", "mengelak", "berdalih", "beralasan", "berkilah",
    "menyanggupi", "mencurigai", "mempersilakan",
    "berujar", "bercerita", "berkisah", "mengenang", "bersaksi", "menimpali", "menyahut",
    "menjawab", "menanyakan", "mempersoalkan", "menyesalkan", "mengeluh", "menanggapi",
    "merespons", "mengklarifikasi", "meluruskan", "menyindir", "memuji", "mewanti-wanti",
    "memprediksi", "menaksir", "meragukan", "menyangsikan", "menjabarkan", "membeberkan",
    "mengutip", "menulis", "menuliskan", "bersikukuh", "berkukuh", "bersikeras", "berkeras",
    "optimistis", "yakin", "percaya", "khawatir",
    "bilang", "berpandangan", "menjamin", "mensinyalir", "menggaransi", "mengulas", "mengamini",
    "mengiyakan", "memohon", "mengultimatum", "bersyukur", "berterima kasih", "bertanya",
    "tidak menampik", "tak menampik",
    "tidak membantah", "tak membantah", "tidak memungkiri", "tak memungkiri",
    # "Taufik beberkan bahwa": as headlines and hurried writers have it.
    r"(?:beber|jelas|ungkap|tegas|sampai|terang|papar|kata|sebut)kan(?=\s+bahwa)",
)  # fmt: skip

ROOT = rf"(?:{'|'.join(_ROOTS)})"
"""Pattern of a root of speech."""
VERB = rf"(?:{'|'.join(VERBS)})"
"""Pattern of a verb that introduces indirect speech."""

_FILLER = r"(?:\s+(?:dia|lebih\s+lanjut|kemudian|pula|lagi))?"
SAID_BEFORE = Pattern(rf"(?:\b(?:{ROOT}){_FILLER}|\b[Mm]enurut)\s+$", re.IGNORECASE)
"""Matches the text before a name that a root of speech introduces."""
SAID_AFTER = Pattern(
    rf"(?:\s*,)?\s+(?:(?:juga|pun|turut|kemudian|kembali|lalu|sendiri|sempat|telah)\s+)*{VERB}\b"
)
"""Matches the text behind a name that is the subject of a verb of speech."""
TRIED_AFTER = Pattern(
    r"(?:\s*\([^)]{0,14}\))?\s*,?\s+(?:juga\s+|kemudian\s+)?(?:(?:divonis|dihukum|diganjar|dijatuhi|didakwa|dituntut|ditahan|dijerat)\b"
    r"|(?:\d+|[a-z]+)\s+tahun(?:\s+(?:\d+|[a-z]+)\s+bulan)?\s+(?:pidana\s+)?penjara\b)"
)
"""Matches the text behind a name that is the subject of a verb of justice."""
