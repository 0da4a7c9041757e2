"""Patterns that name who speaks, before or after what they say.

Owns the forms of naming a speaker. Who is meant, :mod:`loaders.text.quotes` decides.
"""

from __future__ import annotations

from loaders.text.patterns import Pattern
from loaders.text.speech import ROOT, VERB
from loaders.text.view import pattern

_ADVERBS = (
    r"(?:(?:juga|pun|turut|kemudian|kembali|lalu|sebelumnya|sempat|secara\s+tegas|tegas|"
    r"lebih\s+lanjut|selanjutnya|sendiri|telah|sangat|mengaku|lantas|terus|akhirnya|hanya|bahkan"
    r"|pernah|selalu|tetap|masih|kerap|sering|langsung|ikut|sekaligus|cukup|merasa|sejak\s+awal|berkali-kali"
    r"|berulang\s+kali|kukuh|justru|malah|sudah|secara\s+terpisah|buru-buru)\s+)*"
)
_PRONOUN = r"(?:[Ii]a|[Dd]ia|[Bb]eliau)"
_ASIDE = (
    r"(?:\s*\([1-9]\d\))?(?:(?:\s*,\s*[^,.\"“]{0,70}){1,2},|\s+dari\s+⟨ORG\d+⟩|\s*,?\s+yang\s(?:(?!\b(?:karena|sebab|sehingga|namun|tetapi|hakim|jaksa|polisi|penyidik|majelis"
    r"|kata|ujar|setelah|dan)\b)[^.\"“]){0,110}?|\s+(?:saat|ketika|dalam|usai|di|pada|kepada|melalui"
    r"|lewat|setelah)\s[^.\"“]{0,110}?(?:,|⟨DAT\d+⟩)|\s*,\s+(?:lewat|melalui|dalam|saat|ketika|usai)\s[^.,⟨\"“]{0,60}?"
    r"|\s+(?:lewat|melalui)(?:\s+[\w@]+){1,6}?"
    r"|\s+di\s+⟨(?:LOC|PNT)\d+⟩(?:\s*,\s*⟨(?:LOC|DAT)\d+⟩)*,?"
    r"|\s+(?:dalam|pada|di)\s+(?:kesempatan|tempat|acara)\s+(?:terpisah|(?:itu|tersebut"
    r"|yang)\s*\w*))?"
)
_DATELINE = r"(?:[^⟨\"“]{0,30}(?:⟨[A-Z]{3}\d+⟩[^⟨\"“]{0,20}){0,3}\s[-–—]+\s*)?"
_LEAD = (
    rf"^{_DATELINE}(?:[\"”]\s*)?(?:(?:[A-Z][^⟨.,\"“]{{0,40}},\s*|(?!(?:Kepada|Untuk|Dengan|Bersama|Dari|Oleh|Terhadap)\s)[A-Z][^⟨.,\"“]{{0,24}}\s"
    r"|(?!(?:Kepada|Untuk|Dengan|Bersama|Dari|Oleh|Terhadap|Di|Pada|Menurut)\s)[A-Z][a-z]+(?:\s[A-Za-z]+){0,4}\s(?:dari\s)?⟨ORG\d+⟩\s*(?:\([^)⟨]{1,14}\)\s*)?(?=⟨PER))"
    r"|(?:Dalam|Pada|Saat|Ketika|Usai|Seusai|Di|Setelah|Terkait|Atas|Kepada|Ditanya|Ditemui|Dihubungi|Dikonfirmasi|Menanggapi|Menjawab|Dikutip|Mengutip|Dilansir|Melansir|Melalui(?=\s+(?:pengacara|kuasa|keterangan|pesan|siaran|sambungan|unggahan))|Lewat(?=\s+(?:pengacara|kuasa|keterangan|pesan|siaran|sambungan|unggahan)))\s[^\"“.]{0,90}?,\s*"
    r"|Sementara\s+itu,?\s*|Adapun\s+|Sementara\s+|⟨POS\d+⟩\s*/\s*)?"
)
# Between "kata" and the speaker no word may lead elsewhere: "kata warga kepada ⟨ORG⟩".
_TO_SPEAKER = (
    r"(?:\s+(?!(?:kepada|di|ke|dari|dalam|usai|saat|ketika|pada|melalui|lewat|yang|soal|dengan|tentang"
    r"|itu|tersebut|ini|politikus|politisi|legislator|kader|asal|seperti|sambil|seraya|mengutip|dikutip|setelah|untuk|warga|saksi|seorang"
    r"|salah|sumber)\b)[A-Za-z]+){0,3}?"
)
# What is told of, when it is told passively: "Hal itu disampaikan Anwar".
_TOLD = (
    r"di(?:katakan|jelaskan|sampaikan|ungkapkan|ungkap|tuturkan|terangkan|tegaskan|kemukakan|utarakan|lontarkan"
    r"|paparkan|tambahkan|sebutkan|beberkan|benarkan|akui)"
)
AFTER = pattern(
    rf"[\"”“]\s*,?\s*(?i:(?:(?:demikian|begitu(?:lah)?)\s+)?(?:{ROOT}|{_TOLD}(?:\s+oleh)?))(?:\s+(?:dia|lebih\s+lanjut|lagi|kemudian|pula))?"
    rf"{_TO_SPEAKER}\s*,?\s*{{SAY:speaker}}(?!\s+(?:itu|tersebut)\b)"
)
"""A quotation, a root of speech, a name: ``"...," kata Judha``."""
AFTER_APPOSED = pattern(
    rf"[\"”“]\s*,?\s*(?i:{ROOT})(?:\s+(?!(?:kepada|saat|ketika|usai|dalam|di|sambil|seraya|seorang|salah|warga)\b)[a-z-]+){{1,5}}"
    r"(?:\s+(?:dari\s+)?{ORG}(?:\s*\([^)⟨]{1,14}\))?)?,\s*{PER:speaker}(?=\s*[.,(]|\s*$)"
)
"""``"...," kata pendamping korban dari Yayasan Pulih, Sri``."""
_DESCRIBED = (
    r"(?:mantan\s+)?(?:pria|lelaki|laki-laki|perempuan"
    r"|wanita|ibu|bapak|ayah|politikus|politisi|legislator|aktivis|advokat|pengacara|jenderal|perwira"
    r"|mantan|dosen|peneliti|petani|nelayan|suster|pastor|romo|biarawati|rohaniwan|senator|alumnus|jaksa)\b[^.\"“⟨]{0,60}?"
    r"(?:{ANY}[^.\"“⟨]{0,30}?)?\s(?:itu|tersebut|ini)"
)
AFTER_DESCRIBED = pattern(rf"[\"”“]\s*,?\s*(?P<all>{ROOT}\s+(?P<what>{_DESCRIBED}))\b")
"""``"...," ujar lelaki 45 tahun itu``: whoever was spoken of last."""
SUBJECT_DESCRIBED = pattern(
    rf"^(?P<all>(?P<what>(?i:{_DESCRIBED}))\s+{_ADVERBS}(?:{VERB})(?:nya)?)\b"
)
"""``Politikus itu menilai``: whoever was spoken of last."""
ACCORDING_DESCRIBED = pattern(rf"^(?P<all>Menurut\s+(?P<what>{_DESCRIBED}))\b")
"""``Menurut politikus itu``."""
AFTER_PRONOUN = pattern(
    rf"[\"”“]\s*,?\s*(?:(?P<nya>{ROOT}nya)\b|{ROOT}\s+(?P<pronoun>dia|ia|beliau)\b)"
)
"""``"...," ungkapnya``."""
AFTER_VERB = pattern(rf"[\"”“]\s*,?\s*{{SAY:speaker}}\s+{_ADVERBS}{VERB}\b")
"""``"...," Judha menegaskan``."""
AFTER_PRONOUN_VERB = pattern(
    rf"[\"”“]\s*,?\s*(?P<pronoun>[Ii]a|[Dd]ia|[Bb]eliau)\s+{_ADVERBS}{VERB}\b"
)
"""``"...," ia menegaskan``."""
SUBJECT = pattern(rf"{_LEAD}(?P<all>{{SAY:speaker}}{_ASIDE}\s*,?\s+{_ADVERBS}(?:{VERB})(?:nya)?)\b")
"""The speaker as subject of a verb of speech, with what may stand between."""
SUBJECT_PRONOUN = pattern(
    rf"(?:{_LEAD}|^(?:Di|Pada|Dalam|Saat|Usai|Dengan|Sambil|Kepada)\s[^\"“.,⟨]{{0,60}}?\s)(?P<all>(?P<pronoun>{_PRONOUN}){_ASIDE}\s*,?\s+{_ADVERBS}(?:{VERB}|mencatat))\b"
)
"""``Ia menambahkan bahwa``."""
APPOSED = pattern(
    rf"^[^\"“.]{{0,140}}?,\s*(?P<all>{{PER:speaker}}(?:\s*\([1-9]\d\))?(?:\s*,|\s+(?:yang\s+(?:dikonfirmasi|ditemui|dihubungi|ditanya|dijumpai)\s[^\"“.;]{{0,80}}?|di\s+⟨(?:LOC|PNT)\d+⟩,?))\s+"
    rf"(?:(?:melalui|lewat|dalam|saat)\s[^.,⟨\"“]{{0,60}}?\s)?{_ADVERBS}(?:{VERB}))\b"
)
"""``Kepala dinas itu, Anwar, mengatakan``."""
RECORDS = pattern(r"^[^\"“.]{0,140}?(?P<all>{PER:speaker}\s*,?\s+(?:\w+\s+)?mencatat)\b")
"""A person who ``mencatat`` tells it; an office that does so counts."""
AFTER_COURT = Pattern(rf"[\"”“]\s*,?\s*(?P<all>{ROOT}\s+(?:majelis\s+)?(?P<who>hakim|jaksa))\b")
"""``"...," kata majelis hakim``."""
# "Indira SH MH", "Arlia, Sik.,MH": degrees without or with commas.
_DEGREES = r"(?:[\s,.]{1,2}(?:S\.?H|M\.?H|S\.?E|M\.?M|Sik|S\.?Sos|M\.?Si|⟨RNK\d+⟩)\b\.?){0,3}"
_BY_WHOM = rf"(?:{{PER}}{_DEGREES},?\s+(?:melalui|lewat)\s+(?={{PER}}))?"
THROUGH = pattern(
    rf"^{_DATELINE}(?P<all>(?:{{PER}}"
    rf"|{{POS}}\s*(?:{{ORG|LOC}})?|(?:Pihak\s+)?{{ORG}}|Pihak\s+[A-Z]\w+){_DEGREES}\s*,?\s+(?:melalui|lewat)\s+{{PER:speaker}}{_DEGREES}{_ASIDE}\s*,?\s+{_ADVERBS}(?:{VERB}))\b"
)
"""``Kapolda melalui Kabid Humas mengatakan``: the second speaks."""
ACCORDING = pattern(
    r"(?:^|,\s*|\s)(?P<all>[Mm]enurut(?:\s+(?:keterangan|catatan|penuturan|pengakuan|penjelasan))?\s+"
    r"(?:(?:kuasa\s+hukum|pengacara|penasi?e?hat\s+hukum|juru\s+bicara|koordinator|peneliti)(?:\s+[a-z]+){0,3}(?:\s+{ORG})?\s*,\s+"
    r"|(?:jaksa|hakim|advokat|aktivis|peneliti|dosen|psikolog|pengamat)\s+(?:[a-z]+\s+)?(?:{ORG}\s+)?)?{SAY:speaker})"
)
"""``Menurut keterangan Anwar``, ``Menurut pengacara korban, Anwar``."""
OPENING = pattern(
    r"^(?P<all>(?:Lanjut|Kata|Ujar|Ucap|Tutur|Ungkap|Jelas|Terang|Tambah|Imbuh|Sambung|Papar|Beber)\s+"
    r"{SAY:speaker})\s*,"
)
"""``Ujar Anwar, ...``."""
ACCORDING_PRONOUN = pattern(
    r"^(?P<all>Menurutnya|Di(?:tambahkan|katakan|jelaskan|sampaikan|ungkapkan|tuturkan|terangkan|sebutkan|akui)nya(?=,|\s+bahwa)|(?:Kata|Ujar|Ucap|Tutur|Ungkap)nya(?=,)|(?:Menurut|Kata|Ujar|Ucap|Tutur|Ungkap)\s+"
    r"(?P<pronoun>dia|ia|beliau))\b"
)
"""``Menurutnya``, ``Dikatakannya``."""
PASSIVE = pattern(
    r"^(?P<all>(?:Hal\s+(?:itu|tersebut|ini|senada|serupa|yang\s+sama)\s+(?:juga\s+)?|Demikian\s+"
    r"|(?:Pernyataan|Imbauan|Pesan|Keterangan|Penjelasan|Penegasan|Permintaan|Harapan|Kritik(?:an)?|Apresiasi|Tanggapan|Komentar"
    r"|(?:Data|Angka|Rincian|Perkembangan|Pengungkapan|Capaian)(?=\s+(?:itu|tersebut|ini)\s)"
    r"|Fakta|Temuan|Keberatan|Kekhawatiran|Kronologi|Penilaian|Pendapat|Dukungan|Bantahan|Kecaman|Ajakan|Usul(?:an)?|Ucapan|Pengakuan|Saran|Pandangan|Informasi|Kabar|Adanya)\s+"
    rf"(?:\w+\s+){{0,4}})?(?i:{_TOLD})\s+(?:langsung\s+)?(?:oleh\s+)?{_BY_WHOM}{{SAY:speaker}})"
)
"""``Hal itu disampaikan Anwar``."""
SUMMED = pattern(
    rf"^(?P<all>(?:Demikian(?:lah)?|Begitu(?:lah)?|Hal\s+(?:itu|tersebut|ini)|Pernyataan\s+(?:itu|tersebut|ini))\s+(?:juga\s+)?"
    rf"(?:(?i:{_TOLD})(?:\s+oleh)?|{ROOT}|(?:pernyataan|penjelasan|keterangan|penegasan)(?:\s+dari)?)\s+{_BY_WHOM}{{SAY:speaker}})"
)
"""``"... ." Demikian disampaikan Anwar``: behind a quotation that names nobody."""
BY_POST = pattern(
    rf"{_LEAD}(?P<all>{{POS:post}}\s*(?:{{ORG|LOC}}\s*){{1,2}}{_ASIDE}\s*,?\s+{_ADVERBS}(?:{VERB}))\b"
)
"""``Kepala BP3MI Kaltara menyebut``: whoever the document says holds the post."""
TRAILING = pattern(
    rf",\s*(?P<all>(?:demikian(?:\s+(?:{ROOT}|{_TOLD}(?:\s+oleh)?))?|{ROOT})(?:\s+(?:dia|pula|lagi))?{_TO_SPEAKER}\s+{{SAY:speaker}})"
)
"""``..., kata Anwar``."""
TRAILING_APPOSED = pattern(
    rf",\s*(?P<all>{ROOT}(?:\s+(?!(?:kepada|saat|ketika|usai|dalam|di|sambil|seraya|seorang|salah|warga)\b)[a-z-]+){{1,5}}"
    r"(?:\s+(?:(?:dari|di|pada)\s+)?{ORG}(?:\s*\([^)⟨]{1,14}\))?)?,\s*{PER:speaker})(?=\s*[.,(])"
)
"""``..., kata pengamat dari Universitas Airlangga, Sri, ...``."""
SECOND = pattern(
    rf",\s+(?:sementara(?:\s+itu)?|sedangkan|adapun)\s+(?P<all>{{SAY:speaker}}{_ASIDE}\s*,?\s+{_ADVERBS}(?:{VERB}))\b"
)
"""``A menyatakan pikir-pikir, sementara B langsung menyatakan banding``: two of them speak."""
FILED = Pattern(
    r"(?:(?!\bbahwa\b)[^.;\"“]){0,90}?\b(?:ke|kepada)\s+(?:⟨ORG|polisi|kepolisian|kantor\s+polisi|aparat)"
)
"""What follows ``melaporkan`` where a report is filed and nothing is said: ``X ke Polres``."""
FOR_ANOTHER = pattern(
    r"^(?:Kuasa\s+hukum|Pengacara|Penasi?e?hat\s+hukum|Juru\s+bicara|Advokat)\b[^.,\"“]{0,60},\s+(?P<who>{PER})\s*,"
)
"""``Kuasa hukum Fransiskus, Viktor Nekur, belum memutuskan``: he is who speaks next."""
APPOSED_SUBJECT = pattern(
    r"^[A-Z][^⟨.,\"“]{0,40}(?:⟨(?:ORG|LOC)\d+⟩[^⟨.,\"“]{0,40}){0,2},\s+(?P<who>{PER})(?:\s*\([1-9]\d\))?\s*,\s+(?:(?:juga|turut|kemudian|langsung|masih|sudah|telah|pun)\s+)*(?:me|ber)[a-z]+"
    r"|^(?:Kritik(?:an)?|Sorotan|Kecaman|Dukungan|Komentar|Tanggapan|Pendapat|Desakan|Apresiasi|Suara|Hal|Pernyataan)\b[^⟨.\"“]{0,40}\b(?:dari|oleh)\s+(?P<from>{PER})\s*\."
)
"""``Anggota Komisi IX, Edy Wuryanto, membuka posko``: whom ``ia`` means from here on."""
POINTS = pattern(
    rf"^(?P<all>(?P<what>(?i:kementerian|(?:lembaga|organisasi|yayasan|serikat|kementerian)\s+(?:itu|tersebut|ini)))\s+{_ADVERBS}(?:{VERB}))\b"
)
"""``Kementerian menegaskan``, ``Lembaga itu menyebut``."""
TRAILING_PRONOUN = pattern(
    rf",\s*(?P<all>(?P<nya>{ROOT}nya)|(?:{ROOT}|menurut)\s+(?P<pronoun>dia|ia|beliau))\s*[.,;]"
)
"""``..., menurut dia``."""
FOR_GROUP = pattern(
    r"\s*(?:\([^)⟨]{1,14}\)\s*)?(?:,\s*)?(?P<who>{PER})(?=\s*[,.(]|\s+(?:di|saat|dalam|kepada|pada|lewat|melalui|usai|ketika)\b)"
)
"""``kata aktivis Migrant Care Anis Hidayah``: who speaks stands behind the group."""
OF_ANOTHER = Pattern(
    r"(?i)(?:kuasa\s+hukum|pengacara|penasi?e?hat\s+hukum|keluarga|istri|suami|kakak|adik|ayah"
    r"|ibu|orang\s+tua|paman|bibi|anak|kerabat|tetangga|teman|rekan|sepupu|mertua|ipar|kandung"
    r"|pendamping|perwakilan)\s+$"
)
"""Words behind which a name is another's: ``Kuasa hukum JS``."""

# "Salah seorang penumpang bercerita", "Mawar (42), bukan nama sebenarnya, mengaku".
SOMEBODY_SAYS = Pattern(
    r"^[\"“]?(?:(?:Salah\s+(?:satu|seorang)|Seorang|Sejumlah|Beberapa|Para|Sang|Keluarga|Ibu|Ayah|Orang\s+tua|Suami|Istri|Kakak|Adik"
    r"|Warga|Korban|Penyintas|Saksi|Pelapor|Tetangga|Mantan|Sebut\s+saja|Perempuan|Pria|Lelaki|Pemuda|Narasumber|Sumber)\b"
    r"|[A-Z]\w+\s*(?:\(\d{2}\)\s*)?,\s+(?:bukan\s+nama|nama\s+samaran|korban|penyintas))"
    rf"[^\"“]{{0,160}}?\s(?:{VERB})\b"
)
"""Somebody without a name speaks: ``Salah seorang penumpang bercerita``."""

UNTOLD_SAYS = Pattern(
    r"\b[a-z]+\s+(?:(?:itu|tersebut|ini|juga|pun|kemudian|sempat)\s+)*(?:mengatakan|menyatakan|menegaskan|menjelaskan|menyampaikan"
    r"|mengungkapkan|menyebutkan|menuturkan|memaparkan|menerangkan|menambahkan|mengaku|mengakui|membeberkan|mengingatkan"
    r"|membantah|menepis|menampik|bercerita|berujar|bertutur|berkata)\b"
)
"""``Kepada wartawan sang menteri menepis kabar``: somebody spoke, and who is not read."""
