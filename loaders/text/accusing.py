"""Which words beside a name say that its bearer is held to have done something to others.

Owns accusation by apposition (``seorang calo, Burhanudin alias Wak Bur, ...``), by a noun for the
accused, and by a deed done with victims or their papers. Refuses words of a fronted clause:
``Lewat seorang calo, Siti berangkat`` tells of somebody else.
"""

from __future__ import annotations

from loaders.text.patterns import Pattern

_CULPRIT = (
    r"(?:calo|perekrut|sponsor|tekong|agen|penampung|penyalur|makelar|pelaku|oknum|terlapor|otak|dalang|penyandang\s+dana|mucikari"
    r"|muncikari|bandar|anggota\s+(?:sindikat|jaringan)|kaki\s+tangan|penghubung|pengendali)"
)
_NAMED = (
    r"(?:(?:yang\s+)?(?:(?:biasa|akrab|kerap|hanya)\s+)?(?:bernama|berinisial|inisial|dipanggil|disapa|menyebut\s+dirinya"
    r"|dikenal\s+(?:dengan\s+(?:nama|sapaan)|sebagai)|mengaku\s+bernama)\s+)"
)
# Names told before in the same row: "yakni Yosef Kause (41) dan ".
_ROW = (
    r"(?:[A-Z][\w.'’-]*(?:\s+(?:alias\s+)?[A-Z][\w.'’-]*){0,4}(?:\s*\([^)]{0,20}\))?"
    r"(?:\s*,\s+(?:warga|asal)\s+[A-Z]\w+)?(?:\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+)){0,4}"
)
_IS = r"(?:adalah|ialah|yakni|yaitu)\s+"
_PERSON = (
    r"(?:(?:seorang|sosok|pria|perempuan|wanita|laki-laki|lelaki|wni|warga(?:\s+\w+){1,3})\s+){0,2}"
    r"(?:(?:bernama|berinisial)\s+)?"
)
# Papers and money are theirs with whom it is done.
_THEIRS = (
    r"(?:(?:me(?:rekrut|nampung|mberangkatkan|ngirim|nyalurkan|njual|njemput|ngantar|nyekap|mbujuk|njanjikan|nawari|nipu|merdaya))(?:kan)?\s+(?:\w+\s+){0,3}?(?:korban|mereka|calon|pekerja|orang|warga)"
    r"|me(?:ngurus|mbuatkan|nyiapkan|malsukan|mbelikan|mbeli|nahan)\s+(?:(?!kepulangan|jenazah)\w+\s+){1,3}?(?:korban|mereka|calon|pekerja)"
    r"|menerima\s+(?:\w+\s+){1,4}?dari\s+(?:para\s+)?(?:korban|mereka|calon|pekerja))\b"
)
_BEFORE = Pattern(
    # The clause of the noun has its own subject before it, so the comma closes no fronted phrase.
    rf"(?:^|[.;,\"“]\s+)(?i:mereka|ia|dia|keduanya|ketiganya|para|korban|polisi|penyidik|sebanyak|\d+)\s[^.;,]{{0,90}}?\b(?:oleh|seorang|sang|dari|kepada)\s+(?:seorang\s+)?{_CULPRIT}(?:\s+[a-z]+){{0,3}},\s+$"
    rf"|\b(?i:{_CULPRIT})(?:\s+(?!yang\b|dan\b|me)[a-z]+){{0,2}}\s+{_NAMED}$"
    # Who is told to be one may be among several.
    rf"|\b(?i:terlapor)(?:nya)?\b(?:(?!\bme\w{{3,}})[^.;])*?(?:{_IS}|:\s*|,\s+|\bdan\s+|\bserta\s+){_PERSON}{_ROW}$"
    rf"|\b(?i:orang|nama|pihak)\s+(?:yang\s+)?(?:(?:ia|mereka|telah|sudah)\s+)*di(?:laporkan|adukan)\s*,?\s*{_IS}{_ROW}$"
    r"|\b(?i:jaksa|hakim|pengacara|penyidik|mediator|kuasa\s+hukum|penuntut\s+umum)(?:\s+\w+){0,2}\s+yang\s+(?:ditunjuk|menangani|bertugas|menyidangkan|hadir|mendampingi)(?:\s+[a-z]+){0,3}\s*,?\s*"
    rf"{_IS}{_ROW}$"
    rf"|\b(?i:pelaku|tersangka|terdakwa|sindikat|jaringan)\b[^.;]{{0,60}}?\bbekerja\s?sama\s+dengan\s(?:(?!\bkorban\b)[^.;,]){{0,60}}?(?:bernama|berinisial)\s+{_ROW}$"
    rf"|\b(?i:oknum)(?:\s+(?!korban)[\w.]+){{0,4}}?(?:\s+(?:yang\s+)?(?:bernama|berinisial|inisial))?\s+$"
    # Who hands money out to those who are to go pays for the journey.
    r"|\b(?i:dibekali|diupah|diongkosi|dimodali|dibiayai|didanai)\b[^.;,]{0,40}?\boleh\s+$"
    rf"|\b[Yy]ang\s+(?:diduga\s+|turut\s+)?{_THEIRS}[^.;,]{{0,30}}?\s{_IS}{_PERSON}$"
)
_ASIDE = (
    r"(?:\s+(?:alias|als\.?)\s+[A-Z]\w*(?:\s+[A-Z]\w*)?)?(?:\s*\([^)]{0,30}\))?"
    r"(?:\s*,?\s+(?:warga|asal|asli)(?:\s+(?:[A-Z][\w-]*|asal|kota|kabupaten)){1,4}\s*,?)?"
)
_AFTER = Pattern(
    # "Rukmini, perempuan 51 tahun yang dikenal warga sebagai sponsor", "Hasan, warga negara
    # Suriah, yang diduga menampung para pekerja": of whom such things are held is no victim.
    r"(?:\s*\([^)]{0,30}\))?(?:\s*,\s+(?:(?!korban|saksi|calon)[\w-]+\s+){0,4}(?:(?!korban|saksi|calon)[\w-]+))?\s*,?\s+yang\s+"
    r"(?:(?:dikenal|disebut(?:-sebut)?|dituding|diduga|berperan)(?:\s+(?!korban|saksi)[\w-]+){0,4}?\s+(?:sebagai\s+)?"
    r"(?:sponsor|calo|perekrut|agen|tekong|makelar|penampung|penyalur|pelaku|dalang|otak)\b"
    r"|diduga\s+(?:kuat\s+)?(?:merekrut|menerima\s+(?:para\s+)?(?:korban|pekerja)|menampung|mengirim|memberangkatkan|menyalurkan|menjual"
    r"|mengendalikan|mengatur|memalsukan|menipu|terlibat)\b)"
    # "BD (33) bertugas mengurus paspor": who has a part is one of the doers.
    r"|(?:\s*\([^)]{0,30}\))?\s*,?\s+(?:yang\s+)?(?:berperan|kebagian\s+(?:peran|tugas)|bertugas\s+(?=me\w+\s+(?:\w+\s+)?(?:paspor|dokumen|visa|tiket|keberangkatan|korban|calon)))\s+(?!(?:sebagai\s+)?(?:korban|saksi)\b)"
    rf"|{_ASIDE}\s*,\s+(?:seorang\s+)?{_CULPRIT}\b(?!\s+(?:yang\s+)?(?:itu|tersebut|me|di))"
    rf"|{_ASIDE}\s+(?:diduga|disebut(?:-sebut)?|dituding)\s+(?:kuat\s+|turut\s+|ikut\s+)?(?:sebagai\s+|menjadi\s+|merupakan\s+)?{_CULPRIT}\b"
    rf"|{_ASIDE}\s+(?:(?:diduga|disebut(?:-sebut)?|dituding)\s+(?:kuat\s+|turut\s+|ikut\s+)?)?{_THEIRS}"
    rf"|{_ASIDE}\s+sebagai\s+(?:seorang\s+)?(?:{_CULPRIT}|pengawas|koordinator|bendahara|penjemput|pengantar|kurir|bos|pemilik\s+(?:rumah|tempat|penampungan))\b"
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
