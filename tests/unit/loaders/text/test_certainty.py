"""What is withheld because a name, a verb or a count may belong to something else."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from loaders.text.facts.modality import is_governed
from tests.extractions import shown


def read(body: str) -> Extraction:
    return extract(f"Judul berita\n\n{body}\n", document=Metadata(published="2025-08-06"))


def measures(body: str) -> list[tuple[str, str]]:
    found = read(body)
    sizes = {c.subject: c.value for c in found.claims if c.property == "countLower"}
    return [(c.value, sizes[c.subject]) for c in found.claims if c.property == "measure"]


@pytest.mark.parametrize(
    "before",
    [
        "polisi belum ",
        "perusahaan itu wajib membayar ganti rugi dan ",
        "dibentuk untuk mencegah perdagangan orang, ",
        "warga mendesak agar polisi segera ",
        "jika terbukti pelaku akan ",
        "Menteri berjanji ",
        "BP3MI berencana menjemput, mendata, dan ",
    ],
)
def test_what_governs_a_verb(before: str) -> None:
    assert is_governed(before)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "polisi telah ",
        "12 orang yang hendak bekerja ke Malaysia ",
        "Untuk mencegah hal itu, polisi ",
        "polisi tidak tinggal diam; petugas ",
        "setelah gagal membujuk keluarga, pelaku ",
        "Polda mengungkap jaringan itu dan ",
    ],
)
def test_what_does_not(before: str) -> None:
    assert not is_governed(before)


def test_a_light_verb_passes_what_governs_it_on_to_its_noun() -> None:
    assert is_governed("polisi akan melakukan ", is_noun=True)
    assert not is_governed("polisi akan melakukan ")
    assert not is_governed("polisi telah melakukan ", is_noun=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kepala desa meminta polisi menangkap dan menahan HS (45).",
        "Polisi wajib memeriksa saksi dan menangkap HS (45).",
        "Penyidik berjanji menjemput paksa HS (45).",
    ],
)
def test_no_arrest_that_is_only_wished_for(sentence: str) -> None:
    assert shown(read(sentence), "Arrest", "apprehended") == []


def test_an_arrest_whose_victims_had_plans_is_one() -> None:
    body = "Polisi yang hendak berpatroli menangkap HS (45) di Kupang."
    assert shown(read(body), "Arrest", "apprehended") == ["HS"]


def test_a_surname_behind_another_first_name_is_somebody_else() -> None:
    body = (
        "Terdakwa Marselinus Nahak membantah. Dalam perkara lain, tetangganya, Yosep Nahak,"
        " divonis dua tahun penjara."
    )
    found = read(body)
    stages = dict(
        zip(shown(found, "LegalStage", "stageOf"), shown(found, "LegalStage", "stage"), strict=True)
    )
    assert stages["Marselinus Nahak"] == "defendant"
    assert "Marselinus Nahak" not in shown(found, "Verdict", "defendant")


def test_a_name_that_goes_on_behind_says_nothing() -> None:
    found = read("Kepala Dinas Lembaga Anak Bangsa Nusantara menjelaskan hal itu kepada pers.")
    assert shown(found, "Statement", "speaker") == []


def test_a_full_name_between_known_words_says_what_it_says() -> None:
    found = read("Kapolres Sambas AKBP Budi Waskita mengatakan penyidikan berjalan.")
    assert shown(found, "Statement", "speaker") == ["Budi Waskita"]


def test_a_place_whose_name_goes_on_is_not_where_it_happened() -> None:
    cut = read("Polisi menangkap HS (45) di Medan Marelan, Selasa (5/8/2025).")
    assert shown(cut, "Arrest", "occurredAt") == []
    assert any("tempat" in refusal.reason for refusal in cut.refused)
    whole = read("Polisi menangkap HS (45) di Medan, Selasa (5/8/2025).")
    assert shown(whole, "Arrest", "occurredAt") == ["Kota Medan"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("KP2MI mencabut izin tujuh perusahaan.", [("licences-revoked", "7")]),
        ("Sebanyak 30 pekerja migran dipulangkan dari Malaysia.", [("persons-repatriated", "30")]),
        (
            "Hasilnya, 31 perusahaan dinyatakan patuh, 9 diberi surat peringatan.",
            [("companies-warned", "9")],
        ),
        (
            "Menteri melepas keberangkatan 312 pekerja migran ke Korea Selatan.",
            [("persons-departed", "312")],
        ),
        ("KP2MI mencabut izin perusahaan yang merugikan 40 pekerja migran.", []),
    ],
)
def test_which_verb_a_count_belongs_to(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert measures(sentence) == wanted


def test_so_many_accounts_alone_are_no_fact() -> None:
    assert shown(read("Grup Telegram itu diikuti 12.400 akun."), "Count", "countLower") == []


@pytest.mark.parametrize(
    "sentence",
    [
        '"Saya dijanjikan terbang," tutur Reni, bukan nama sebenarnya.',
        "Reni (nama samaran) bercerita bahwa ia ditipu.",
        "Sebut saja Mawar, ia mengatakan gajinya ditahan.",
        '"Kami diminta berbohong," kata Rina Sari, seorang saksi.',
    ],
)
def test_the_protected_are_nobodys_persons(sentence: str) -> None:
    found = read(sentence)
    assert [e for e in found.entities if e.cls == "Person"] == []


def test_who_spoke_last_is_forgotten_where_somebody_else_speaks() -> None:
    body = (
        "Duta Besar RI Park Min Ho menyatakan dukungan. Sang menteri menepis kabar itu."
        " Pembahasan, kata dia, masih berjalan."
    )
    assert len(shown(read(body), "Statement", "speaker")) == 1


def test_the_way_home_is_no_route_of_theirs() -> None:
    body = "Mereka terbang dari Abu Dhabi Selasa dini hari, transit di Jakarta."
    assert shown(read(body), "Route", "origin") == []


def test_a_range_is_no_fee() -> None:
    body = "Para korban membayar antara Rp18 juta dan Rp30 juta."
    assert shown(read(body), "JobOffer", "feeIdr") == []


def test_a_long_line_is_a_sentence_though_it_begins_like_a_button() -> None:
    body = "Salinan putusan atas nama terdakwa Budi Salim diterima Kejari Sidoarjo kemarin."
    assert shown(read(body), "LegalStage", "stageOf") == ["Budi Salim"]
    assert shown(read("Salin tautan"), "LegalStage", "stageOf") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Polda NTT menangkap HS (45) di Kupang karena merekrut 5 orang.",
        "HS (45) yang merekrut 5 orang ditangkap polisi di Kupang.",
        "Setelah merekrut 12 orang, HS (45) ditangkap Polda NTT.",
    ],
)
def test_whom_somebody_recruited_is_not_arrested_with_him(sentence: str) -> None:
    assert shown(read(sentence), "Arrest", "apprehended") == ["HS"]
    assert measures(sentence) == []


def test_who_is_told_of_beside_an_arrest_hides_nobody() -> None:
    body = "Polres Sambas menangkap HS (45), sementara RD (30) masih diperiksa sebagai saksi."
    assert shown(read(body), "Arrest", "apprehended") == ["HS"]


def test_a_text_may_hold_what_looks_like_our_marks() -> None:
    found = read("⟨PER1⟩ dan ⟨ORG99⟩ menangkap HS (45) di Kupang.")
    assert shown(found, "Arrest", "apprehended") == ["HS"]
    assert shown(found, "Arrest", "conductedBy") == []


def test_suspects_are_those_whom_a_count_announces() -> None:
    body = (
        "Polisi menetapkan dua tersangka, yakni R (38) yang berperan sebagai perekrut dan"
        " S (45) yang bertugas sebagai nakhoda."
    )
    assert shown(read(body), "LegalStage", "stageOf") == ["R", "S"]
