"""Subjects, objects and speakers that are not named again, and what must not be read into them."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader, shown

read = reader("2025-08-06")


def stages(found: Extraction) -> set[str]:
    return {entity.caption for entity in found.entities if entity.cls == "LegalStage"}


def speakers(found: Extraction) -> list[str]:
    return shown(found, "Statement", "speaker")


CHARGED = "Polisi menjemput Rosmiati Lubis di rumahnya. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Ia ditetapkan sebagai tersangka pada Senin.",
        "Perempuan 39 tahun itu ditetapkan sebagai tersangka.",
        "Perempuan asal Medan tersebut kini ditetapkan sebagai tersangka.",
        "Yang bersangkutan kami tetapkan sebagai tersangka.",
    ],
)
def test_a_subject_that_points_back(sentence: str) -> None:
    assert stages(read(CHARGED + sentence)) == {"Rosmiati Lubis: suspect"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ia belum ditetapkan sebagai tersangka.",
        "Ia tidak ditetapkan sebagai tersangka.",
        "Ia bukan tersangka.",
        "Ia berpotensi ditetapkan sebagai tersangka.",
        "Ia akan ditetapkan sebagai tersangka.",
        "Mereka ditetapkan sebagai tersangka.",
    ],
)
def test_what_is_negated_or_of_others_is_no_stage(sentence: str) -> None:
    assert stages(read(CHARGED + sentence)) == set()


def test_nobody_is_meant_where_several_are_named() -> None:
    text = "Polisi memeriksa Rosmiati Lubis dan Dodi Hermawan. Ia ditetapkan sebagai tersangka."
    assert stages(read(text)) == set()


def test_a_prosecutor_is_not_whom_the_sentence_means() -> None:
    text = (
        "Sidang dibuka jaksa Aditya Rahman. Perempuan 39 tahun itu dituntut delapan tahun penjara."
    )
    found = read(text)
    assert stages(found) == set()
    assert shown(found, "Person", "age") == []


def test_the_age_in_a_description_is_claimed() -> None:
    assert shown(read(CHARGED + "Perempuan 39 tahun itu menangis."), "Person", "age") == ["39"]


def test_whom_the_suffix_means() -> None:
    text = (
        "Pelarian Sudarmono Wijaya berakhir di Jember. Polres Jember menciduknya, Sabtu (2/8/2025)."
    )
    found = read(text)
    assert shown(found, "Arrest", "apprehended") == ["Sudarmono Wijaya"]
    assert shown(found, "Arrest", "date") == ["2025-08-02"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Rustam Efendi membuka pintu. "Saya tidak tahu soal itu," ujar lelaki 45 tahun itu.',
         ["Rustam Efendi"]),
        ('"Kami tidak tahu apa-apa soal itu," kata warga kepada Polda NTT.', []),
        ("Lanjut Kombes Pol Zain Nugroho, kasus itu masih didalami.", ["Zain Nugroho"]),
        ("Polri mengungkap kasus perdagangan orang di Nunukan.", []),
        ("Kuasa hukum korban, Gregorius Manek, berharap restitusi dibayar.", ["Gregorius Manek"]),
        ("Terdakwa lain, Yuli Kause, yang didakwa bebas karena hakim menilai ia jujur.", []),
    ],
)  # fmt: skip
def test_speakers(text: str, speaker: list[str]) -> None:
    assert speakers(read(text)) == speaker


def test_a_pronoun_behind_another_person_is_that_person() -> None:
    text = (
        "Rustam Efendi menyebut ada lima bos perahu. Saat kami menemui Upe Daeng, ia tertawa. "
        '"Saya ini nelayan biasa, bukan bos," katanya.'
    )
    assert speakers(read(text)) == ["Rustam Efendi", "Upe Daeng"]


def test_a_passive_with_its_agent_before_or_behind() -> None:
    found = read(
        "Kapolres Sikka AKBP Hardi Dinata memberi keterangan. "
        '"Dua tersangka itu kami tangkap di Kota Kupang, Senin (4/8)," kata Hardi.'
    )
    assert shown(found, "Arrest", "apprehended") == ["Dua tersangka"]
    bare = read("Tiga tersangka dibekuk Polres Lombok Timur di Selong, Senin (4/8).")
    assert shown(bare, "Arrest", "conductedBy") == ["Polres Lombok Timur"]


def test_a_list_that_is_as_long_as_counted() -> None:
    text = "Dua terdakwa kasus itu, Taufik Wijaya dan Agung Prasetya, membacakan pembelaan."
    assert stages(read(text)) == {"Taufik Wijaya: defendant", "Agung Prasetya: defendant"}
    text = "Tiga terdakwa kasus itu, Taufik Wijaya dan Agung Prasetya, membacakan pembelaan."
    assert stages(read(text)) == set()
