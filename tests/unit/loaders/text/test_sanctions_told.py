"""Sanctions on firms in the many ways they are told, raids on their premises, orders to them."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader, shown

read = reader("2025-11-20")

KP2MI = "Kementerian Pelindungan Pekerja Migran Indonesia"
Told = dict[str, set[str]]


def kinds(found: Extraction) -> Told:
    """Return the kinds of action by company."""
    return _by_company(found, "licenceActionKind")


def _by_company(found: Extraction, prop: str) -> Told:
    captions = {entity.id: entity.caption for entity in found.entities}
    firm = {c.subject: captions[c.value] for c in found.claims if c.property == "concernsCompany"}
    made: Told = {}
    for claim in found.claims:
        if claim.property == prop and claim.subject in firm:
            value = captions.get(claim.value, claim.value)
            made.setdefault(firm[claim.subject], set()).add(value)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SIP3MI PT Arum Sejati ditarik Kementerian P2MI, Selasa (18/11/2025).",
         {"PT Arum Sejati": {"revoked"}}),
        ("PT Arum Sejati dan PT Bola Raya dicabut; PT Cipta Dunia diskors.",
         {"PT Arum Sejati": {"revoked"}, "PT Bola Raya": {"revoked"},
          "PT Cipta Dunia": {"suspended"}}),
        ("Nama PT Arum Sejati dicoret dari daftar P3MI.", {"PT Arum Sejati": {"revoked"}}),
        ("PT Arum Sejati kehilangan SIP3MI sebagai buntut kasus itu.",
         {"PT Arum Sejati": {"revoked"}}),
        ("Izin LPK Arum Bahasa dicabut Disnaker Kabupaten Brebes.",
         {"LPK Arum Bahasa": {"revoked"}}),
        ("Otoritas Hong Kong mencabut lisensi Wing Fai Employment Agency.",
         {"Wing Fai Employment Agency": {"revoked"}}),
        ("Perizinan PT Arum Sejati dinonaktifkan sejak 12 November 2025.",
         {"PT Arum Sejati": {"suspended"}}),
        ("Mulai 1 Desember 2025 hingga 28 Februari 2026, PT Arum Sejati dilarang merekrut.",
         {"PT Arum Sejati": {"suspended"}}),
        ("PT Arum Sejati dihukum dua bulan, PT Bola Raya empat bulan.",
         {"PT Arum Sejati": {"suspended"}, "PT Bola Raya": {"suspended"}}),
        ("Izin PT Arum Sejati dibekukan selama tiga bulan dan PT Bola Raya sekadar ditegur.",
         {"PT Arum Sejati": {"suspended"}, "PT Bola Raya": {"warned"}}),
        ("BP3MI Jawa Timur melayangkan teguran keras kepada PT Arum Sejati.",
         {"PT Arum Sejati": {"warned"}}),
        ("Izin PT Arum Sejati habis pada 1 Oktober 2025 dan tidak diperpanjang.",
         {"PT Arum Sejati": {"expired"}}),
        ("Izin PT Arum Sejati diperpanjang KP2MI pada 2 November 2025.",
         {"PT Arum Sejati": {"extended"}}),
        ("Setelah dua bulan diskors, PT Arum Sejati diizinkan beroperasi lagi.",
         {"PT Arum Sejati": {"restored"}}),
        ("Izin PT Arum Sejati sempat dibekukan pada 2021, tetapi kini sudah aktif kembali.",
         {"PT Arum Sejati": {"suspended", "restored"}}),
        ("Izin PT Arum Sejati tidak dicabut, melainkan hanya diskors tiga bulan.",
         {"PT Arum Sejati": {"suspended"}}),
        # Told of whom the sentence before names.
        ("PT Arum Sejati dan PT Bola Raya memungut biaya. Keduanya diskors enam bulan.",
         {"PT Arum Sejati": {"suspended"}, "PT Bola Raya": {"suspended"}}),
        ("PT Arum Sejati tak kunjung berbenah. KP2MI pun mencabut izinnya.",
         {"PT Arum Sejati": {"revoked"}}),
        ("Izin P3MI yang menipu warga akhirnya dicabut. Perusahaan itu, PT Arum Sejati, bungkam.",
         {"PT Arum Sejati": {"revoked"}}),
    ],
)  # fmt: skip
def test_an_action_is_told(text: str, expected: Told) -> None:
    assert kinds(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "KP2MI tidak akan segan mencabut izin PT Arum Sejati.",
        "PT Arum Sejati lolos dari pencabutan izin setelah melunasi deposito.",
        "Kabar pencabutan izin PT Arum Sejati dibantah KP2MI.",
        "Izin PT Arum Sejati sedang diproses untuk dicabut.",
        "Masa berlaku SIP3MI PT Arum Sejati akan habis pada 3 Maret 2026.",
        "Direktur PT Arum Sejati, Joko Susilo, mengaku belum menerima surat pencabutan izin.",
        "Korban mencabut laporannya terhadap PT Arum Sejati setelah uangnya kembali.",
        "Polres Cilacap mencabut izin keramaian, sementara PT Arum Sejati membuka stan.",
        "Sanksi skorsing PT Arum Sejati batal dijatuhkan.",
        "PT Arum Sejati diskors KP2MI? Tidak benar.",
        # Who is spoken of in general is none of those named before.
        "PT Arum Sejati hadir. Menurut Rinardi, perusahaan yang dicabut izinnya tetap wajib bayar.",
    ],
)
def test_no_action_is_told(text: str) -> None:
    assert kinds(read(text)) == {}


@pytest.mark.parametrize(
    ("text", "prop", "expected"),
    [
        ("KP2MI menskors PT Arum Sejati dan PT Bola Raya, masing-masing 6 bulan dan 3 bulan.",
         "suspensionMonths", {"PT Arum Sejati": {"6"}, "PT Bola Raya": {"3"}}),
        ("Dua P3MI diskors: PT Arum Sejati (2 bulan) dan PT Bola Raya (1 tahun).",
         "suspensionMonths", {"PT Arum Sejati": {"2"}, "PT Bola Raya": {"12"}}),
        ("PT Arum Sejati diskors selama 3 bulan dan PT Bola Raya 6 bulan.",
         "suspensionMonths", {"PT Arum Sejati": {"3"}, "PT Bola Raya": {"6"}}),
        # Which is whose is not told.
        ("PT Arum Sejati dan PT Bola Raya diskors tiga bulan dan enam bulan.",
         "suspensionMonths", {}),
        ("PT Arum Sejati dan PT Bola Raya diskors selama dua dan enam bulan.",
         "suspensionMonths", {}),
        # How long wages went unpaid is no length of a suspension.
        ("PT Arum Sejati diskors karena tidak membayar gaji selama sembilan bulan.",
         "suspensionMonths", {}),
        ("PT Arum Sejati dan PT Bola Raya, masing-masing dicabut izinnya pada 3 November dan "
         "5 November 2025.",
         "date", {"PT Arum Sejati": {"2025-11-03"}, "PT Bola Raya": {"2025-11-05"}}),
        ("PT Arum Sejati dicabut pada 3 Maret 2025, PT Bola Raya pada 7 Mei 2025.",
         "date", {"PT Arum Sejati": {"2025-03-03"}, "PT Bola Raya": {"2025-05-07"}}),
        # By when something must be done is no day of the sanction.
        ("PT Arum Sejati wajib membayar paling lambat 5 Desember 2025 selama masa skorsing.",
         "date", {}),
        ("Izin PT Arum Sejati dibekukan. Pembekuan berlaku enam bulan, dari 13 Oktober 2025.",
         "date", {"PT Arum Sejati": {"2025-10-13"}}),
        ("Skorsing PT Arum Sejati berlaku 10 November 2025 hingga 9 Mei 2026.",
         "endDate", {"PT Arum Sejati": {"2026-05-09"}}),
        ("Karena menahan ijazah 30 pekerja, izin PT Arum Sejati dibekukan.",
         "sanctionReason", {"PT Arum Sejati": {"menahan ijazah 30 pekerja"}}),
        ("Ketahuan memungut Rp38 juta per orang, PT Arum Sejati diganjar skorsing.",
         "sanctionReason", {"PT Arum Sejati": {"memungut Rp38 juta per orang"}}),
        ("Izin PT Arum Sejati dicabut. Alasannya, perusahaan memalsukan dokumen calon pekerja.",
         "sanctionReason", {"PT Arum Sejati": {"memalsukan dokumen calon pekerja"}}),
        ("PT Arum Sejati diskors karena menahan paspor, sementara PT Bola Raya diskors karena "
         "memungut biaya.",
         "sanctionReason",
         {"PT Arum Sejati": {"menahan paspor"}, "PT Bola Raya": {"memungut biaya"}}),
        # The sanction is no reason of itself.
        ("Nama PT Arum Sejati dicoret dari daftar P3MI karena izinnya dicabut pada 3 Maret 2025.",
         "sanctionReason", {}),
        ("Pencabutan izin PT Arum Sejati bernomor 41 Tahun 2025 diteken Menteri P2MI Budi Karsa.",
         "conductedBy", {"PT Arum Sejati": {"Budi Karsa", KP2MI}}),
        ("PT Arum Sejati mendapat sanksi skorsing dua bulan dari Kementerian P2MI.",
         "conductedBy", {"PT Arum Sejati": {KP2MI}}),
        # Who did so then is not told.
        ("KP2MI memanggil PT Arum Sejati. Tahun lalu perusahaan itu pernah diperingatkan.",
         "conductedBy", {}),
    ],
)  # fmt: skip
def test_each_company_has_its_own(text: str, prop: str, expected: Told) -> None:
    assert _by_company(read(text), prop) == expected


def test_a_company_comes_back_without_its_form() -> None:
    found = read(
        "PT Bina Cakra Persada belum membayar. Izin Bina Cakra Persada dicabut pada 3 Mei 2025. "
        "Menurut Bina Cakra, uang segera kembali."
    )
    assert kinds(found) == {"PT Bina Cakra Persada": {"revoked"}}
    assert [entity for entity in found.entities if entity.cls == "Person"] == []


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Satpol PP Kota Malang menyegel kantor PT Arum Sejati, Senin (10/11/2025).",
         ["PT Arum Sejati"]),
        ("Kantor PT Arum Sejati di Subang digembok petugas pada 10 November 2025.",
         ["PT Arum Sejati"]),
        ("Wakil Menteri P2MI Budi Karsa menyegel langsung penampungan milik PT Arum Sejati.",
         ["PT Arum Sejati"]),
        ("Dalam sidak itu petugas BP3MI Banten menemukan paspor di brankas PT Arum Sejati.",
         ["PT Arum Sejati"]),
        # Relatives and reporters come to an office, too; a director's house is not the firm's.
        ("Keluarga korban mendatangi kantor PT Arum Sejati menuntut uang kembali.", []),
        ("Polisi menggeledah rumah direktur PT Arum Sejati di Tegal, Rabu (19/11/2025).", []),
        ("Bupati meminta Satpol PP menyegel kantor PT Arum Sejati.", []),
    ],
)  # fmt: skip
def test_premises_of_firms_are_raided(text: str, firms: list[str]) -> None:
    assert shown(read(text), "Raid", "affected") == firms


@pytest.mark.parametrize(
    ("text", "addressed", "deadline"),
    [
        ("KP2MI memerintahkan PT Arum Sejati memulangkan 9 pekerja paling lambat 5 Desember 2025.",
         ["PT Arum Sejati"], ["2025-12-05"]),
        ("KP2MI memberi waktu hingga 5 Desember 2025 kepada PT Arum Sejati untuk melunasi hak.",
         ["PT Arum Sejati"], ["2025-12-05"]),
        ("PT Arum Sejati diskors tiga bulan dan diwajibkan mengganti kerugian korban.",
         ["PT Arum Sejati"], []),
        # What relatives ask is no order.
        ("Keluarga korban meminta PT Arum Sejati mengembalikan uang.", [], []),
    ],
)  # fmt: skip
def test_firms_are_ordered(text: str, addressed: list[str], deadline: list[str]) -> None:
    found = read(text)
    assert shown(found, "Directive", "addressedTo") == addressed
    assert shown(found, "Directive", "deadline") == deadline


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("PT Arum Sejati (Surabaya) diskors.", ["Kota Surabaya"]),
        ("PT Arum Sejati, agen awak kapal di Pemalang, diskors.", ["Kabupaten Pemalang"]),
        ("PT Arum Sejati diskors. Perusahaan asal Kebumen itu memungut biaya.",
         ["Kabupaten Kebumen"]),
        ("PT Arum Sejati menampung 9 orang di Surabaya.", []),
    ],
)  # fmt: skip
def test_seats_of_firms(text: str, seats: list[str]) -> None:
    assert shown(read(text), "Company", "locatedIn") == seats
