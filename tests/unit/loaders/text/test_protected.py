"""Victims and witnesses are no persons, whichever part of their name comes back."""

from __future__ import annotations

import pytest

from loaders.text.extract import extract
from tests.extractions import reader

read = reader("2025-11-12")


def people(text: str) -> list[str]:
    """Return the persons of a text by caption."""
    return [entity.caption for entity in read(text).entities if entity.cls == "Person"]


@pytest.mark.parametrize(
    "text",
    [
        "Para korban disekap di Poipet. Salah seorang di antaranya, Bagas Wirayudha, 22, kabur.",
        "Polisi memulangkan 12 PMI. Seorang dari mereka, Muhammad Iqbal (23), sudah tiba di rumah.",
        "Bagas Wirayudha (22) sempat disetrum karena tidak memenuhi target.",
        "Polisi menerima laporan keluarga Bagas. Bagas Wirayudha berangkat bulan lalu.",
        "Elisabet Nenabu (17), salah satu korban, tinggal di situ. Pintu dikunci, ungkap Elis.",
        "Muhammad Iqbal (23) mengaku dipaksa bekerja 17 jam sehari.",
        "Uang masuk ke rekening Neng Sulastri, yang masih diperiksa sebagai saksi.",
        "Jenazah ke-105 atas nama Marten Kolobani itu tiba. Jenazah pekerja migran, Marten "
        "Kolobani yang beralamat di Ende, dibawa ke pelabuhan.",
        "Jenazah kedua atas nama Marten Kolobani (61), warga Desa Oelpuah, tiba hari itu.",
        "Hal itu diungkapkan sepupu Bagas Wirayudha yang menjadi korban TPPO di Kamboja.",
        "Jenazah atas nama Marten Kolo alias Martinus Kolobani tiba di Bandara El Tari.",
        "Dua warga Jember diduga menjadi korban TPPO. Mereka adalah Tegar Wibisono (27) dan adik "
        "perempuannya, Rania Safitri (23).",
        "Dua saudara sepupu, QN (22) dan QZ (22) asal Palembang, dijual oleh sindikat itu.",
        "Kabar itu datang dari salah satu ABK berinisial QN (juga salah satu ABK korban).",
        "Petugas mencegah dua pekerja migran berangkat. Keduanya berinisial LKM (31) dan T (22).",
        "Patroli mengamankan 6 PMI ilegal. Keenam orang itu berinisial LK, T, RA, OP, W dan SS.",
        "Kedua PMI ilegal itu berinisial LK (31) dan TR (22).",
        "Ke tujuh (7) orang PMI tersebut dengan inisial LK (31), TR (22) dan DS (40).",
        "Tiga di antaranya merupakan TKW asal Malaka yakni Yuliana Bere dan Kristina Nahak.",
    ],
)
def test_whoever_suffered_or_is_heard_is_no_person(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menangkap tiga tersangka. Salah seorang di antaranya, Rudi Hartawan, residivis.",
         ["Rudi Hartawan"]),
        ("Rekening itu milik Neng Sulastri, kakak ipar Agum Gunawan, yang masih diperiksa sebagai "
         "saksi. Agum Gunawan ditahan Polda Riau.", ["Agum Gunawan"]),
        ("Polisi mengamankan dua pelaku. Mereka adalah Tegar Wibisono (27) dan Rudi Hartawan (31).",
         ["Tegar Wibisono", "Rudi Hartawan"]),
        ("Dari segi korban meninggal, Rusdianto mengatakan ada 12 orang. Kepala BP3MI Riau Kombes "
         "Pol Rusdianto menyampaikannya.", ["Rusdianto"]),


        ("Petugas menemukan dua PMI dan dua tersangka. Keduanya berinisial LK (31) dan TR (22).",
         ["LK", "TR"]),
        ("Kapal itu dibawa tekong berinisial LK (31). Tiga PMI diselamatkan.", ["LK"]),
        ("Tersangka Rudi Hartawan ditahan. Laporan keluarga Rudi ditolak.", ["Rudi Hartawan"]),
        ("Dua terduga pelaku perdagangan orang masing-masing berinisial KR dan LM dibekuk. Kasus "
         "itu bermula ketika korban yang masih anak berinisial TY direkrut KR. Berkas perkara KR "
         "dan LM sudah dikirim ke kejaksaan.", ["KR", "LM"]),
        ("Pelaku yang ditangkap, berinisial SN dan TG, mengaku menjual korban berinisial RA.",
         ["SN", "TG"]),
        ("Korban melapor. Muncul nama Rukmini, perempuan 51 tahun yang dikenal warga sebagai "
         "sponsor. Rukmini dijemput.", ["Rukmini"]),
        ("Polisi memulangkan para PMI. Namanya Hasan, warga negara Suriah, yang diduga menerima "
         "para pekerja di Erbil.", ["Hasan"]),
    ],
)  # fmt: skip
def test_whoever_is_accused_stays_one(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Itulah yang dialami QN, pemuda 24 tahun asal Blitar. QN mengatakan ia dipukul mandor.",
        "Baru tiga yang berhasil pulang, termasuk QN. QN mengatakan paspornya diambil.",
    ],
)
def test_letters_of_whom_it_befell_are_kept_out(text):
    found = extract(text)
    assert not [entity for entity in found.entities if entity.cls == "Person"]
    assert not [claim for claim in found.claims if claim.property == "speaker"]


@pytest.mark.parametrize(
    "text",
    [
        "Petugas mencegat 11 calon TKI. Jeni Rohana Tope (33), asal Desa Sillu, Budi Utama Dewa "
        "(34) asal Desa Pedes, dan Ivon Manik (18) asal Kobalima Timur.",
        "Ke-11 orang yang dipulangkan itu berinisial DK alias Dance, 35, asal Kabupaten TTS. LT "
        "alias Lamber, 23, asal TTS, YT alias Yefri, 25, asal TTS, semuanya PMI.",
        "BP3MI NTT memulangkan PMI asal Malaka. Dari Kabupaten Malaka 2 orang (Simpli Timur, Rikar "
        "Nahaka).",
        "Dua di antaranya TKW asal TTU yakni Yeni Yolan Tala dan Kristi Novi Suta.",
    ],
)
def test_whoever_is_only_named_among_migrants_is_no_person(text: str) -> None:
    found = read(text)
    assert people(text) == []
    assert not [claim for claim in found.claims if "Rohana" in claim.quote or claim.value == "DK"]
    assert any("korban atau saksi" in one.reason.casefold() for one in found.refused)


def test_whoever_something_is_told_of_stays() -> None:
    text = (
        "Polisi menetapkan AH (45) sebagai tersangka. Korban diajak seorang perempuan berinisial "
        "MB (41). Deputi Bidang Koordinasi Hukum Asep Jenala hadir."
    )
    assert {"AH", "MB", "Asep Jenala"} <= set(people(text))


def test_a_name_kept_back_stands_in_no_excerpt_and_no_caption() -> None:
    text = (
        "Keluarga Sulastini Menuntut Perekrut\n\nPolresta Malang Kota yang menerima laporan "
        "keluarga Sulastini menangkap AH (45). PMI bernama Sulastini meninggal di Arab Saudi.\n"
    )
    found = extract(text)
    assert found.claims
    assert not [one for one in found.claims if "Sulastini" in one.quote + one.value]
    assert not [one for one in found.entities if "Sulastini" in one.caption]


@pytest.mark.parametrize(
    "text",
    [
        '"Saya dijanjikan gaji Rp10 juta," kata Yunitasari, PMI asal Cianjur, Senin.',
        'Yunitasari (24), warga Cianjur, mengaku disiksa sebagai PMI. "Saya pulang," ujarnya.',
        "Menurut Yunitasari (30) yang baru tiba dari Myanmar, PMI dipaksa bekerja 16 jam sehari.",
        "Ibu korban, Yunitasari (52), berharap anaknya segera dipulangkan dari Kamboja.",
    ],
)
def test_to_be_quoted_vouches_for_nobody(text: str) -> None:
    found = read(text)
    assert people(text) == []
    assert not [one for one in found.claims if "Yunitasari" in one.quote]


@pytest.mark.parametrize(
    "text",
    [
        "Pelaku merekrut seorang perempuan berinisial AB dari Kupang. Korban itu dikirim.",
        "Polisi memulangkan PMI. Murni, warga Kupang, yang diduga menjadi korban sponsor, tiba.",
        "Murni, warga Kupang, yang dikenal rajin, dijemput agen. Ia korban TPPO.",
        "Pelaku menampung beberapa orang, yakni MA dan MB. Keduanya korban.",
    ],
)
def test_what_the_accused_do_to_somebody_accuses_nobody(text: str) -> None:
    assert people(text) == []


def test_a_calling_does() -> None:
    text = "Aktivis buruh migran Anis Putriana mengatakan korban terus bertambah."
    assert people(text) == ["Anis Putriana"]


@pytest.mark.parametrize(
    "text",
    [
        "Petugas mencegah Yunitasari dan Kornelia berangkat sebagai PMI ke Malaysia.",
        "Kepala BP3MI NTT menjemput Yunitasari di Bandara El Tari. Ia PMI asal Belu.",
    ],
)
def test_whom_an_official_meets_is_not_called_so(text: str) -> None:
    assert people(text) == []


def test_whom_somebody_recruits_recruits_nobody() -> None:
    found = read("AR (40) merekrut Yunitasari dan memberangkatkannya ke Malaysia sebagai PMI.")
    assert [e.caption for e in found.entities if e.cls == "CaseRole"] == [
        "AR: recruiter",
        "AR: transporter",
    ]
    assert "Dodi Hermawan" in people("AR (40) merekrut Dodi Hermawan sebagai calo PMI di Lombok.")
