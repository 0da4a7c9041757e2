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
