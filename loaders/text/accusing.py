"""Which words beside a name say that its bearer is held to have done something to others.

Owns accusation by apposition (``seorang calo, Burhanudin alias Wak Bur, ...``), by a noun for the
accused, and by a deed done with victims or their papers. Refuses words of a fronted clause:
``Lewat seorang calo, Siti berangkat`` tells of somebody else.
"""

from __future__ import annotations

from loaders.text.patterns import Pattern

# Between words stand one blank or two: of a long row of blanks there are few readings.
_CULPRIT = (
    r"(?:calo|perekrut|sponsor|tekong|agen|penampung|penyalur|makelar|pelaku|oknum|terlapor|otak|dalang|penyandang\s{1,2}dana|mucikari"
    r"|muncikari|bandar|anggota\s{1,2}(?:sindikat|jaringan)|kaki\s{1,2}tangan|penghubung|pengendali)"
)
_NAMED = (
    r"(?:(?:yang\s{1,2})?(?:(?:biasa|akrab|kerap|hanya)\s{1,2})?(?:bernama|berinisial|inisial|dipanggil|disapa|menyebut\s{1,2}dirinya"
    r"|dikenal\s{1,2}(?:dengan\s{1,2}(?:nama|sapaan)|sebagai)|mengaku\s{1,2}bernama|(?:ia|mereka|dia|korban)\s{1,2}(?:panggil|sapa|kenal|sebut))\s{1,2})"
)
# Names told before in the same row: "yakni Yosef Kause (41) dan ".
_ROW = (
    r"(?:[A-Z][\w.'’-]*(?:\s{1,2}(?:alias\s{1,2})?[A-Z][\w.'’-]*){0,4}(?:\s{0,2}\([^)]{0,20}\))?"
    r"(?:\s{0,2},\s{1,2}(?:warga|asal)\s{1,2}[A-Z]\w+)?(?:\s{0,2},\s{0,2}(?:dan\s{1,2}|serta\s{1,2})?|\s{1,2}(?:dan|serta)\s{1,2})){0,4}"
)
_IS = r"(?:adalah|ialah|yakni|yaitu)\s{1,2}"
_PERSON = (
    r"(?:(?:seorang|sosok|pria|perempuan|wanita|laki-laki|lelaki|wni|warga(?:\s{1,2}\w+){1,3})\s{1,2}){0,2}"
    r"(?:(?:bernama|berinisial)\s{1,2})?"
)
# Papers and money are theirs with whom it is done.
_THEIRS = (
    r"(?:(?:me(?:rekrut|nampung|mberangkatkan|ngirim|nyalurkan|njual|njemput|ngantar|nyekap|mbujuk|njanjikan|nawari|nipu|merdaya))(?:kan)?\s{1,2}(?:\w+\s{1,2}){0,3}?(?:korban|mereka|calon|pekerja|orang|warga)"
    r"|me(?:ngurus|mbuatkan|nyiapkan|malsukan|mbelikan|mbeli|nahan)\s{1,2}(?:(?!kepulangan|jenazah)\w+\s{1,2}){1,3}?(?:korban|mereka|calon|pekerja)"
    r"|menerima\s{1,2}(?:\w+\s{1,2}){1,4}?dari\s{1,2}(?:para\s{1,2})?(?:korban|mereka|calon|pekerja))\b"
)
_BEFORE = Pattern(
    # The clause of the noun has its own subject before it, so the comma closes no fronted phrase.
    rf"(?:^|[.;,\"“]\s{{1,2}})(?i:mereka|ia|dia|keduanya|ketiganya|para|korban|polisi|penyidik|sebanyak|\d+)\s[^.;,]{{0,90}}?\b(?:oleh|seorang|sang|dari|kepada)\s{{1,2}}(?:seorang\s{{1,2}})?{_CULPRIT}(?:\s{{1,2}}[a-z]+){{0,3}},\s{{1,2}}$"
    rf"|\b(?i:{_CULPRIT})(?:\s{{1,2}}(?!yang\b|dan\b|me)[a-z]+){{0,2}},?\s{{1,2}}{_NAMED}$"
    # Who is told to be one may be among several.
    rf"|\b(?i:terlapor)(?:nya)?\b(?:(?!\bme\w{{3,}})[^.;])*?(?:{_IS}|:\s{{0,2}}|,\s{{1,2}}|\bdan\s{{1,2}}|\bserta\s{{1,2}}){_PERSON}{_ROW}$"
    rf"|\b(?i:orang|nama|pihak)\s{{1,2}}(?:yang\s{{1,2}})?(?:(?:ia|mereka|telah|sudah)\s{{1,2}})*di(?:laporkan|adukan)\s{{0,2}},?\s{{0,2}}{_IS}{_ROW}$"
    r"|\b(?i:jaksa|hakim|pengacara|penyidik|mediator|kuasa\s{1,2}hukum|penuntut\s{1,2}umum)(?:\s{1,2}\w+){0,2}\s{1,2}yang\s{1,2}(?:ditunjuk|menangani|bertugas|menyidangkan|hadir|mendampingi)(?:\s{1,2}[a-z]+){0,3}\s{0,2},?\s{0,2}"
    rf"{_IS}{_ROW}$"
    rf"|\b(?i:pelaku|tersangka|terdakwa|sindikat|jaringan)\b[^.;]{{0,60}}?\bbekerja\s?sama\s{{1,2}}dengan\s(?:(?!\bkorban\b)[^.;,]){{0,60}}?(?:bernama|berinisial)\s{{1,2}}{_ROW}$"
    rf"|\b(?i:oknum)(?:\s{{1,2}}(?!korban)[\w.]+){{0,4}}?(?:\s{{1,2}}(?:yang\s{{1,2}})?(?:bernama|berinisial|inisial))?\s{{1,2}}$"
    # Who hands money out to those who are to go pays for the journey.
    r"|\b(?i:dibekali|diupah|diongkosi|dimodali|dibiayai|didanai)\b[^.;,]{0,40}?\boleh\s{1,2}$"
    rf"|\b[Yy]ang\s{{1,2}}(?:diduga\s{{1,2}}|turut\s{{1,2}})?{_THEIRS}[^.;,]{{0,30}}?\s{_IS}{_PERSON}$"
)
_ASIDE = (
    r"(?:\s{1,2}(?:alias|als\.?)\s{1,2}[A-Z]\w*(?:\s{1,2}[A-Z]\w*)?)?(?:\s{0,2}\([^)]{0,30}\))?"
    r"(?:\s{0,2},?\s{1,2}(?:warga|asal|asli)(?:\s{1,2}(?:[A-Z][\w-]*|asal|kota|kabupaten)){1,4}\s{0,2},?)?"
)
_AFTER = Pattern(
    # "Rukmini, perempuan 51 tahun yang dikenal warga sebagai sponsor", "Hasan, warga negara
    # Suriah, yang diduga menampung para pekerja": of whom such things are held is no victim.
    r"(?:\s{0,2}\([^)]{0,30}\))?(?:\s{0,2},\s{1,2}(?:(?!korban|saksi|calon)[\w-]+\s{1,2}){0,4}(?:(?!korban|saksi|calon)[\w-]+))?\s{0,2},?\s{1,2}yang\s{1,2}"
    r"(?:(?:dikenal|disebut(?:-sebut)?|dituding|diduga|berperan)(?:\s{1,2}(?!korban|saksi)[\w-]+){0,4}?\s{1,2}(?:sebagai\s{1,2})?"
    r"(?:sponsor|calo|perekrut|agen|tekong|makelar|penampung|penyalur|pelaku|dalang|otak)\b"
    r"|diduga\s{1,2}(?:kuat\s{1,2})?(?:merekrut|menerima\s{1,2}(?:para\s{1,2})?(?:korban|pekerja)|menampung|mengirim|memberangkatkan|menyalurkan|menjual"
    r"|mengendalikan|mengatur|memalsukan|menipu|terlibat)\b)"
    # "BD (33) bertugas mengurus paspor": who has a part is one of the doers.
    r"|(?:\s{0,2}\([^)]{0,30}\))?\s{0,2},?\s{1,2}(?:yang\s{1,2})?(?:berperan|kebagian\s{1,2}(?:peran|tugas)|bertugas\s{1,2}(?=me\w+\s{1,2}(?:\w+\s{1,2})?(?:paspor|dokumen|visa|tiket|keberangkatan|korban|calon)))\s{1,2}(?!(?:sebagai\s{1,2})?(?:korban|saksi)\b)"
    rf"|{_ASIDE}\s{{0,2}},\s{{1,2}}(?:seorang\s{{1,2}})?{_CULPRIT}\b(?!\s{{1,2}}(?:yang\s{{1,2}})?(?:itu|tersebut|me|di))"
    rf"|{_ASIDE}\s{{1,2}}(?:diduga|disebut(?:-sebut)?|dituding)\s{{1,2}}(?:kuat\s{{1,2}}|turut\s{{1,2}}|ikut\s{{1,2}})?(?:sebagai\s{{1,2}}|menjadi\s{{1,2}}|merupakan\s{{1,2}})?{_CULPRIT}\b"
    rf"|{_ASIDE}\s{{1,2}}(?:(?:diduga|disebut(?:-sebut)?|dituding)\s{{1,2}}(?:kuat\s{{1,2}}|turut\s{{1,2}}|ikut\s{{1,2}})?)?{_THEIRS}"
    rf"|{_ASIDE}\s{{1,2}}sebagai\s{{1,2}}(?:seorang\s{{1,2}})?(?:{_CULPRIT}|pengawas|koordinator|bendahara|penjemput|pengantar|kurir|bos|pemilik\s{{1,2}}(?:rumah|tempat|penampungan))\b"
)


def accuses(text: str, name: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Whether the sentence holds the bearer of a name to be one of those who did it.

    Args:
        text: The document.
        name: Where the name stands.
        sentence: Where its sentence begins and ends.
    """
    is_before = _BEFORE.search(text[sentence[0] : name[0]])
    return bool(is_before or _AFTER.match(text, name[1], sentence[1]))
