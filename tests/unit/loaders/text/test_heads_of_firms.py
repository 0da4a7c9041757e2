"""Heads of firms who are tried, inverted passives, what was found and taken, and who was paid."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-07")


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Jaksa Kejaksaan Negeri Cirebon menuntut Direktur LPK Tunas Muda, Asep Koswara (55), "
         "dengan pidana delapan tahun penjara.", ["defendant"]),
        ("Direktur PT Maju Jaya, Asep Koswara, ditetapkan sebagai tersangka.", ["suspect"]),
        ("Direktur PT Maju Jaya, Asep Koswara, mengatakan seorang tersangka ditahan.", []),
        ("Kapolres Nunukan, Asep Koswara, menetapkan dua tersangka.", []),
    ],
)  # fmt: skip
def test_a_post_with_a_firm_shields_nobody(text: str, stages: list[str]) -> None:
    found = read(text)
    assert shown(found, "LegalStage", "stage") == stages
    assert len([e for e in found.entities if e.cls == "PositionHolding"]) == 1


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Turut diringkus nakhoda kapal berinisial ZL (44) dan dua anak buahnya, HR (29) serta DM "
         "(21).", {"ZL", "HR", "DM"}),
        ("Ikut ditangkap seorang sopir berinisial ZL (44).", {"ZL"}),
        ("Turut diperiksa seorang sopir berinisial ZL (44).", set()),
        ("Polisi menyebut korban ikut ditangkap karena ulah ZL (44).", set()),
    ],
)  # fmt: skip
def test_the_subject_behind_a_fronted_verb(text: str, held: set[str]) -> None:
    found = read(text)
    people = {e.caption for e in found.entities if e.cls == "Person"}
    assert set(shown(found, "Arrest", "apprehended")) & people == held


def test_the_day_of_a_report_is_not_that_of_the_arrest() -> None:
    found = read(
        "Polres Kediri mencokok ST (51) di rumahnya, Kelurahan Bandar Lor, Kecamatan Mojoroto, "
        "Jumat (10/10/2025). Penangkapan ST bermula dari aduan keluarga korban pada 29 September "
        "2025."
    )
    assert shown(found, "Arrest", "date") == ["2025-10-10"]
    assert shown(found, "Arrest", "occurredAt")[0] == "Kelurahan Bandar Lor"


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Petugas mendapati 12 paspor dan sebuah laptop. Seluruhnya disita sebagai barang bukti.",
         ["12 paspor", "sebuah laptop"]),
        ("Petugas menemukan 12 paspor. Seluruhnya tidak disita.", []),
        ("Petugas mengembalikan 12 paspor. Seluruhnya disita sebelumnya.", []),
    ],
)  # fmt: skip
def test_what_was_found_was_taken(text: str, things: list[str]) -> None:
    assert shown(read(text), "Seizure", "seized") == things


ACCUSED = "Tersangka Asep Koswara (55) ditahan. "


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Seorang warga negara China yang dikenal dengan nama Mr. Wang membayar Asep US$ 1.200.",
         ["Mr. Wang"]),
        ("Asep mendapat komisi US$300 dari seorang warga negara China yang dipanggil Mr. Lin.",
         ["Mr. Lin"]),
        ("Mr. Wang tidak membayar Asep.", []),
    ],
)  # fmt: skip
def test_who_paid_him(text: str, payer: list[str]) -> None:
    assert shown(read(ACCUSED + text), "Payment", "payer") == payer


def test_an_account_in_his_name_was_paid() -> None:
    found = read(
        ACCUSED
        + "Tiap orang menyerahkan Rp 25 juta, yang ditransfer ke rekening BCA atas nama Asep."
    )
    assert shown(found, "Payment", "payee") == ["Asep Koswara"]


@pytest.mark.parametrize(
    ("text", "courts"),
    [
        ("PN Cirebon memvonis perekrut lapangan Didi Supriadi empat tahun bui. Putusan tersebut "
         "dikuatkan Pengadilan Tinggi Bandung.", 2),
        ("PN Cirebon memvonis perekrut lapangan Didi Supriadi empat tahun bui. Putusan tersebut "
         "belum dikuatkan Pengadilan Tinggi Bandung.", 1),
    ],
)  # fmt: skip
def test_a_verdict_upheld(text: str, courts: int) -> None:
    found = read(text)
    assert shown(found, "Verdict", "defendant") == ["Didi Supriadi"] * courts
    assert shown(found, "Verdict", "sentenceMonths") == ["48"]


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("Polisi masih mengejar pemilik kapal, AN, yang diduga berada di Malaysia.", ["AN"]),
        ("Polisi mengejar target kinerja, SOP, dan anggaran.", []),
    ],
)
def test_the_owner_is_sought(text: str, sought: list[str]) -> None:
    assert shown(read(text), "LegalStage", "stageOf") == sought


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Sulaiman (45) dan Kartina (38) masing-masing dijatuhi hukuman empat tahun dan dua tahun "
         "enam bulan penjara.", ["48", "30"]),
        ("Sulaiman (45) dan Kartina (38) divonis masing-masing empat tahun dan dua tahun penjara.",
         ["48", "24"]),
        ("Sulaiman (45) divonis empat tahun enam bulan penjara.", ["54"]),
        ("Sulaiman (45) dan Kartina (38) masing-masing dijatuhi hukuman empat tahun, tiga tahun, "
         "dan dua tahun penjara.", []),
    ],
)  # fmt: skip
def test_terms_in_the_order_of_names(text: str, months: list[str]) -> None:
    found = read("PN Kupang membacakan putusan. " + text)
    assert shown(found, "Verdict", "sentenceMonths") == months


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Perempuan yang masuk daftar pencarian orang itu diciduk polisi di Medan.",
         ["Enika Rutita"]),
        ("Perempuan yang sudah lama diincar polisi tersebut ditangkap di Medan.", ["Enika Rutita"]),
        ("Perempuan yang menampung 12 orang itu ditangkap di Medan.", []),
        ("Perempuan yang ia rekrut dari kampung itu ditangkap di Medan.", []),
    ],
)  # fmt: skip
def test_a_clause_describes_whom_the_sentence_before_names(text: str, held: list[str]) -> None:
    found = read("Pelarian dalang kasus itu, Enika Rutita (39), terhenti. " + text)
    assert shown(found, "Arrest", "apprehended") == held


def test_citizens_who_land_at_a_terminal_came_home() -> None:
    found = read(
        "Lima warga negara Indonesia yang menjadi korban di Myawaddy, Myanmar, tiba di Terminal 3 "
        "Bandara Soekarno-Hatta, Sabtu (1/11/2025). Kepulangan mereka difasilitasi KBRI Bangkok."
    )
    assert shown(found, "Repatriation", "date") == ["2025-11-01"]
    assert shown(found, "Repatriation", "conductedBy") == ["KBRI Bangkok"]


def test_whom_a_family_reported_and_what_he_is() -> None:
    found = read(
        "Salah seorang perekrut, pria asal Medan bernama Heri Susilo alias Jay, telah dilaporkan "
        "ke Polda Jawa Barat oleh keluarga korban."
    )
    assert shown(found, "LegalStage", "stage") == ["reported"]
    assert shown(found, "CaseRole", "role") == ["recruiter"]
    assert shown(found, "Person", "sex") == ["male"]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Polres Sumba Barat Daya resmi menahan Kepala Desa Wee Limbu, Petrus Bilina (48).",
         ["detained"]),
        ("Polres Sumba Barat Daya menetapkan Kepala Desa Wee Limbu, Petrus Bilina, sebagai "
         "tersangka.", ["suspect"]),
        ("Bupati menetapkan Kepala Desa Wee Limbu, Petrus Bilina, sebagai ketua satgas.", []),
        ("Polres belum menahan Kepala Desa Wee Limbu, Petrus Bilina (48).", []),
        ("Tersangka ditahan, kata Kepala Desa Wee Limbu, Petrus Bilina.", []),
        ("Polisi menetapkan Yuliana Dadu, perekrut lapangan PT Bina Karya, sebagai tersangka.",
         ["suspect"]),
    ],
)  # fmt: skip
def test_an_office_shields_nobody_who_is_held(text: str, stages: list[str]) -> None:
    assert shown(read(text), "LegalStage", "stage") == stages


SENT = "Imigrasi menyerahkan dua tersangka, MF (38) dan IL (27), ke kejaksaan. "


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Berkas dinyatakan lengkap. Ia mengatakan keduanya ditangkap di Batam, Rabu (5/11/2025).",
         ["MF", "IL"]),
        ("Berkas dinyatakan lengkap. Keduanya ditangkap di Batam.", ["MF", "IL"]),
        ("Wiyono Harjo melapor. Keduanya ditangkap di Batam.", []),
        ("Berkas dinyatakan lengkap. Ketiganya ditangkap di Batam.", []),
    ],
)  # fmt: skip
def test_both_are_those_named_last(text: str, held: list[str]) -> None:
    assert shown(read(SENT + text), "Arrest", "apprehended") == held


def test_letters_at_the_end_of_a_sentence() -> None:
    found = read(
        SENT
        + "MF menerima Rp 3 juta dari seorang pengendali di Jeddah, inisial UA. Sedangkan IL diam."
    )
    assert shown(found, "Payment", "payer") == ["UA"]


@pytest.mark.parametrize(
    "text",
    [
        "Hakim menghukum Direktur PT Maju Jaya, Asep Koswara, membayar ganti rugi Rp 50 juta dalam "
        "gugatan perdata.",
        "Massa menuntut Direktur PT Maju Jaya, Asep Koswara, mundur.",
        "Ketua RT setempat, Asep Koswara, ikut menggerebek rumah itu. Pria yang menyewa rumah "
        "tersebut ditangkap.",
    ],
)
def test_who_is_neither_convicted_nor_caught(text: str) -> None:
    found = read(text)
    assert shown(found, "Verdict", "defendant") == []
    assert shown(found, "Arrest", "apprehended") == []
    assert shown(found, "LegalStage", "stageOf") == []


def ties(text: str, cls: str) -> set[tuple[str, ...]]:
    found = read(text)
    names = {e.id: e.caption for e in found.entities}
    rows: dict[str, list[str]] = {e.id: [] for e in found.entities if e.cls == cls}
    for claim in found.claims:
        if claim.subject in rows:
            rows[claim.subject].append(names.get(claim.value, claim.value))
    return {tuple(row) for row in rows.values()}


@pytest.mark.parametrize(
    ("text", "cls", "expected"),
    [
        ("Perusahaan itu bernama PT Laut Raya Jaya. Direkturnya adalah Kuswara Adi.",
         "Directorship", {("Kuswara Adi", "PT Laut Raya Jaya")}),
        ("Izin PT Laut Raya Jaya dicabut. Pemilik perusahaan, Kuswara Adi, disebut di Malaysia.",
         "Ownership", {("Kuswara Adi", "PT Laut Raya Jaya")}),
        ("PT Laut Raya Jaya diperiksa. Kantornya kosong. Menurut akta, perusahaan dipimpin Kuswara "
         "Adi sejak 2020.", "Directorship", {("Kuswara Adi", "PT Laut Raya Jaya", "2020")}),
        ("Yayasan Terang Sesama menampung mereka. Direkturnya, Kuswara Adi, menagih janji polisi.",
         "Directorship", {("Kuswara Adi", "Yayasan Terang Sesama")}),
        ("Serikat Buruh Samudra menaksir kerugian. Ketua serikat, Kuswara Adi, kecewa.",
         "Directorship", {("Kuswara Adi", "Serikat Buruh Samudra")}),
        ("Penyidik memeriksa Kuswara Adi, pemilik sekaligus direktur PT Laut Raya Jaya.",
         "Ownership", {("Kuswara Adi", "PT Laut Raya Jaya")}),
        ("Staf PT Laut Raya Jaya bernama Kuswara (29) diperiksa.",
         "Membership", {("Kuswara", "PT Laut Raya Jaya")}),
        ("Dipimpin sejak 2019 oleh pengusaha Kuswara Adi, PT Laut Raya Jaya kini tutup.",
         "Directorship", {("Kuswara Adi", "PT Laut Raya Jaya")}),
        # Whoever founded it need not run it.
        ("Didirikan pada 2019 oleh pengusaha Kuswara Adi, PT Laut Raya Jaya kini tutup.",
         "Directorship", set()),
        ("PT Laut Raya Jaya diperiksa. Direktur Pengawasan P3MI, Kuswara Adi, hadir.",
         "Directorship", set()),
    ],
)  # fmt: skip
def test_who_heads_it_is_told_beside(text: str, cls: str, expected: set[tuple[str, ...]]) -> None:
    assert ties(text, cls) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT Laut Raya Jaya di Kota Bekasi disegel.", {("legalForm", "pt"),
                                                       ("locatedIn", "Kota Bekasi")}),
        ("Perusahaan itu, CV Laut Raya, di Jalan Melur Nomor 9, Kota Bekasi, tutup.",
         {("legalForm", "cv"), ("address", "Jalan Melur Nomor 9, Kota Bekasi"),
          ("locatedIn", "Jalan Melur"), ("locatedIn", "Kota Bekasi")}),
        ("Izin PT Laut Raya Jaya dicabut. Kantor perusahaan itu terletak di Jalan Melur, Bekasi.",
         {("legalForm", "pt"), ("address", "Jalan Melur, Bekasi"), ("locatedIn", "Jalan Melur"),
          ("locatedIn", "Bekasi")}),
        # Where somebody met it, or was recruited by it, is no seat.
        ("Mereka bertemu PT Laut Raya Jaya di Kota Bekasi.", {("legalForm", "pt")}),
        ("Mereka direkrut oleh PT Laut Raya Jaya di Kota Bekasi.", {("legalForm", "pt")}),
    ],
)  # fmt: skip
def test_form_and_seat_of_a_firm(text: str, expected: set[tuple[str, str]]) -> None:
    found = read(text)
    names = {e.id: e.caption for e in found.entities}
    wanted = ("legalForm", "locatedIn", "address")
    told = {
        (c.property, names.get(c.value, c.value))
        for c in found.claims
        if c.property in wanted and c.subject.startswith("org:")
    }
    assert told == expected


def test_several_firms_share_a_seat() -> None:
    found = read("PT Laut Raya, PT Bina Samudra, dan CV Maju semuanya berkantor di Kota Bekasi.")
    seats = [c for c in found.claims if c.property == "locatedIn" and c.value.startswith("region")]
    assert len(seats) == 3


def test_a_school_with_a_short_name_has_its_own_head() -> None:
    found = read(
        "Korban berlatih di Lembaga Pelatihan Kerja (LPK) K.S. Ketua LPK K.S, DP, meminta biaya."
    )
    assert shown(found, "PositionHolding", "holder") == ["DP"]
    assert {e.caption for e in found.entities if e.cls == "TrainingCentre"} == {"LPK K.S"}


def test_heads_of_the_firm_of_the_sentence_before() -> None:
    found = read(
        "Polisi menggerebek kantor PT Bina Rantau Jaya. Kedua tersangka masing-masing Sutrisno, "
        "45, selaku Komisaris, dan Wahyudi, 54, ditahan."
    )
    assert shown(found, "Directorship", "director") == ["Sutrisno"]
    assert shown(found, "Directorship", "directedCompany") == ["PT Bina Rantau Jaya"]


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("PT Samudra Raya, yang bergerak di bidang penempatan awak kapal ke luar negeri, tutup.",
         ["penempatan awak kapal ke luar negeri"]),
        ("PT Samudra Raya digeledah. Perusahaan itu merupakan agen penyalur awak kapal.",
         ["agen penyalur awak kapal"]),
        ("PT Samudra Raya merupakan perusahaan yang digeledah polisi.", []),
        ("PT Samudra Raya tidak bergerak di bidang penempatan awak kapal.", []),
    ],
)  # fmt: skip
def test_what_a_firm_does(text: str, services: list[str]) -> None:
    assert shown(read(text), "Company", "service") == services
