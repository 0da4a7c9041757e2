"""The accused as news tells of them in passing: letters, custody, parts, who looks into it."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")


def stages(text: str) -> set[tuple[str, str]]:
    """Return who is at which stage."""
    claims = [c for c in read(text).claims if c.subject.startswith("stage:")]
    captions = {e.id: e.caption for e in read(text).entities}
    people = {c.subject: captions[c.value] for c in claims if c.property == "stageOf"}
    return {(people[c.subject], c.value) for c in claims if c.property == "stage"}


def parts(text: str) -> set[tuple[str, str]]:
    """Return who is told to have played which part."""
    claims = [c for c in read(text).claims if c.subject.startswith("role:")]
    captions = {e.id: e.caption for e in read(text).entities}
    people = {c.subject: captions[c.value] for c in claims if c.property == "roleHolder"}
    return {(people[c.subject], c.value) for c in claims if c.property == "role"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Uang itu dibawa pulang, sementara YG sudah ditahan di Polda Jambi.",
            {("YG", "detained")},
        ),
        (
            "Imigrasi Entikong menyerahkan dua terduga pelaku, MT dan HW. Oleh penyidik, MT "
            "ditetapkan sebagai tersangka sedangkan HW dipulangkan karena tak cukup bukti.",
            {("MT", "suspect")},
        ),
        (
            '"GN sudah kami laporkan ke Polres Sikka," kata Bupati Sikka Rafael Bera.',
            {("GN", "reported")},
        ),
        (
            "Keduanya, yakni HN dan perempuan berinisial TG, kini masuk daftar pencarian orang.",
            {("HN", "wanted"), ("TG", "wanted")},
        ),
        (
            "Ada tiga orang yang kini berstatus tersangka: Wawan Setia (sponsor), Enok Lasmi "
            "(perekrut lapangan), dan seorang WNA Mesir berinisial HG.",
            {("Wawan Setia", "suspect"), ("Enok Lasmi", "suspect"), ("HG", "suspect")},
        ),
        (
            "Selain RD, penyidik menetapkan suaminya, DG, sebagai tersangka.",
            {("DG", "suspect")},
        ),
        (
            "Sidang perkara perdagangan orang atas nama Agus Pranoto digelar di Kupang.",
            {("Agus Pranoto", "defendant")},
        ),
        (
            "Nama Agus Pranoto tercantum dalam daftar pencarian orang sejak 2 Mei 2025.",
            {("Agus Pranoto", "wanted")},
        ),
        ("Ketua koperasi itu, Agus Pranoto, semula berstatus tersangka.", set()),
    ],
)
def test_stages_told_in_passing(text: str, expected: set[tuple[str, str]]) -> None:
    assert stages(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Polisi menahan Agus Pranoto di Rutan Polda NTT sejak 2 Mei 2025.", ["Rutan Polda NTT"]),
        ("Agus Pranoto ditahan sejak 2 Mei 2025 di Rutan Polda NTT.", ["Rutan Polda NTT"]),
        (
            "Penyidik menetapkan Agus Pranoto sebagai tersangka. Sejak Kamis (13/11/2025) ia "
            "mendekam di Lapas Kelas IIA Kupang.",
            ["Lapas Kelas IIA Kupang"],
        ),
        ("Agus Pranoto dijebloskan ke sel tahanan Polres Belu.", ["sel tahanan Polres Belu"]),
        ("Agus Pranoto ditahan di Polres Belu.", []),
        ("Agus Pranoto ditahan setelah diperiksa di Rutan Polda NTT.", []),
    ],
)
def test_where_somebody_is_held(text: str, place: list[str]) -> None:
    found = read(text)
    assert "detained" in shown(found, "LegalStage", "stage")
    assert shown(found, "LegalStage", "locatedIn") == place


def test_all_are_put_where_the_prosecutor_says() -> None:
    found = read(
        "Penyidik menyerahkan dua tersangka ke Kejaksaan Negeri Belu. Kedua tersangka berinisial "
        'AW dan FG. "Selama 20 hari ke depan para tersangka kami titipkan di Rutan Atambua," '
        "kata Kepala Kejaksaan Negeri Belu Simon Leki."
    )
    assert shown(found, "LegalStage", "locatedIn") == ["Rutan Atambua"] * 2


def test_a_report_to_the_police_has_a_day() -> None:
    found = read("Agus Pranoto sendiri dilaporkan ke Polda Riau pada 30 Oktober 2025.")
    assert shown(found, "LegalStage", "stage") == ["reported"]
    assert shown(found, "LegalStage", "date") == ["2025-10-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dua perekrut lapangan, OG dan DW, ditangkap di Waingapu.",
            {("OG", "recruiter"), ("DW", "recruiter")},
        ),
        ("Tiga perekrut lapangan, OG dan DW, ditangkap di Waingapu.", set()),
        (
            "Polisi menangkap Wawan Setia (45, penampung) dan pria berinisial GR (31, sopir).",
            {("Wawan Setia", "harbourer"), ("GR", "transporter")},
        ),
        ("Rumah milik NG dijadikan tempat transit para calon pekerja.", {("NG", "harbourer")}),
        (
            'Polisi menangkap LJ di Batam. "LJ ini pengendali di sana," kata Kapolres.',
            {("LJ", "coordinator")},
        ),
    ],
)
def test_parts_told_by_number_bracket_and_house(text: str, expected: set[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Perkaranya kini ditangani Satreskrim Polres Belu.", ["Satreskrim Polres Belu"]),
        (
            "Satreskrim Polres Belu telah memeriksa tujuh saksi dalam penyelidikan kasus itu.",
            ["Satreskrim Polres Belu"],
        ),
        ("Polres Belu memeriksa tujuh korban terkait kasus itu.", []),
        ("Polres Belu menangani 12 kasus perdagangan orang sepanjang 2024.", []),
        ("Perkaranya kini ditangani Polres Belu. Kasus itu juga diusut Polda Bali.", []),
    ],
)
def test_who_looks_into_the_matter(text: str, offices: list[str]) -> None:
    assert shown(read(text), "Case", "investigatedBy") == offices


def test_a_firm_is_judged_by_a_court_and_not_by_a_ministry() -> None:
    court = "Pengadilan Negeri Kupang menyidangkan perkara itu. "
    found = read(court + "PT Bina Cipta Sarana dihukum denda Rp2 miliar.")
    assert shown(found, "Verdict", "defendant") == ["PT Bina Cipta Sarana"]
    assert shown(found, "Verdict", "fineIdr") == ["2000000000"]
    found = read(court + "PT Bina Cipta Sarana dijatuhi hukuman skorsing izin.")
    assert shown(found, "Verdict", "defendant") == []


def test_the_articles_are_of_whom_the_sentence_before_is_about() -> None:
    found = read(
        "Pengadilan Negeri Kupang menghukum Agus Pranoto lima tahun penjara. Simon Leki divonis "
        "dua tahun penjara. Hukuman Agus Pranoto sama dengan tuntutan. Pasal yang dinyatakan "
        "terbukti ialah Pasal 4 UU Nomor 21 Tahun 2007."
    )
    told = {c.subject for c in found.claims if c.property == "chargedUnder"}
    assert [one for one in told if "verdict" in one] == [
        one for one in told if one.endswith("verdict-agus-pranoto")
    ]


def test_a_verdict_of_freedom_names_the_court_first() -> None:
    found = read("Putusan bebas dijatuhkan Pengadilan Negeri Kupang kepada Agus Pranoto.")
    assert shown(found, "LegalStage", "stage") == ["acquitted"]
    assert shown(found, "Verdict", "court") == ["Pengadilan Negeri Kupang"]


def test_a_noun_with_its_owner_is_nobody() -> None:
    found = read('"Ancamannya sepuluh tahun penjara," kata Kapolres Belu AKBP Simon Leki.')
    assert [e.caption for e in found.entities if e.cls == "Person"] == ["Simon Leki"]


@pytest.mark.parametrize(
    ("text", "parties", "courts", "days"),
    [
        (
            "Majelis hakim PTUN Jakarta menolak seluruh gugatan PT Bina Cipta Sarana. Putusan itu "
            "dibacakan pada Senin (17/11/2025).",
            ["PT Bina Cipta Sarana"],
            ["PTUN Jakarta"],
            ["2025-11-17"],
        ),
        (
            "PT Bina Cipta Sarana memenangi sengketa melawan Kementerian Pelindungan Pekerja "
            "Migran Indonesia di PTUN Jakarta.",
            ["PT Bina Cipta Sarana", "Kementerian Pelindungan Pekerja Migran Indonesia"],
            ["PTUN Jakarta"],
            [],
        ),
        ("PT Bina Cipta Sarana akan mengajukan gugatan ke PTUN Jakarta.", [], [], []),
    ],
)
def test_suits_of_firms(text: str, parties: list[str], courts: list[str], days: list[str]) -> None:
    found = read(text)
    assert shown(found, "Case", "party") == parties
    assert shown(found, "Verdict", "court") == courts
    assert shown(found, "Verdict", "date") == days
    assert "convicted" not in shown(found, "LegalStage", "stage")


@pytest.mark.parametrize(
    "text",
    [
        "Setelah sembilan bulan buron, Agus Pranoto dibekuk polisi di Surabaya.",
        "Polisi mencari Agus Pranoto. Karena tak kunjung datang, namanya dimasukkan ke daftar "
        "pencarian orang.",
        "Polisi membekuk Agus Pranoto, terpidana kasus itu yang buron sejak 2022, di Bogor.",
    ],
)
def test_who_was_sought(text: str) -> None:
    assert ("Agus Pranoto", "wanted") in stages(text)
