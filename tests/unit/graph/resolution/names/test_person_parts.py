"""Taking written personal names apart."""

from __future__ import annotations

import pytest

from graph.resolution.names.person_parts import PersonName, parse_person
from graph.resolution.names.person_tokens import tokens_of
from graph.resolution.names.person_words import plain_words_of


def words(name: PersonName) -> list[str]:
    return [word.text for word in name.words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drs. H. Ahmad Fauzi, M.Si", ["ahmad", "fauzi"]),
        ("Ir. Bambang Susilo, S.H., M.H.", ["bambang", "susilo"]),
        ("Bambang Susilo SH MH", ["bambang", "susilo"]),
        ("Bambang Susilo S. H.", ["bambang", "susilo"]),
        ("Siti Rohmah S. Sos", ["siti", "rohmah"]),
        ("Dewi S. P.", ["dewi", "s", "p"]),
        ("Brigjen Pol (Purn) Dr. Eko Iswantono, S.I.K., M.H.", ["eko", "iswantono"]),
        ("Kombespol Teddy Ristiawan", ["teddy", "ristiawan"]),
        ("Letkol Laut (P) Agus Haryanto", ["agus", "haryanto"]),
        ("Drs.H.Abdul Muis", ["abdul muis"]),
        ("Lubis, Siti Maryam", ["siti", "maryam", "lubis"]),
        ("Rudi Hartono (45)", ["rudi", "hartono"]),
        ("Rudi Hartono, 45 tahun", ["rudi", "hartono"]),
        ("H.M. Soeharto", ["m", "soeharto"]),
        ("HM Prasetyo", ["m", "prasetyo"]),
        ("A.R. Wahid", ["a", "r", "wahid"]),
        ("AR Wahid", ["a", "r", "wahid"]),
        ("Abdurrahman Wahid", ["abdul rahman", "wahid"]),
        ("Abdulatif", ["abdul latif"]),
        ("Abdullah", ["abdullah"]),
        ("IGN Rai", ["i", "gusti", "ngurah", "rai"]),
        ("Ida Bagus Oka", ["ib", "oka"]),
        ("A.A. Gde Agung", ["aa", "gde", "agung"]),
        ("Bq. Nuril", ["baiq", "nuril"]),
        ("FX Seda", ["fransiskus", "xaverius", "seda"]),
        ("Ali Al-Habsyi", ["ali", "alhabsyi"]),
        ("Nur–Hidayah", ["nur", "hidayah"]),
        ("Mas Joko", ["joko"]),
        ("Mas", ["mas"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(parse_person(text)) == expected


@pytest.mark.parametrize(
    ("text", "given", "father", "sex"),
    [
        ("Siti Nurhaliza binti Ahmad", ["siti", "nurhaliza"], ["ahmad"], "F"),
        ("Siti Nurhaliza bt. H. Ahmad", ["siti", "nurhaliza"], ["ahmad"], "F"),
        ("Hasan bin Ali bin Umar", ["hasan"], ["ali"], "M"),
        ("Muthu a/l Raman", ["muthu"], ["raman"], "M"),
        ("Devi a/p Raman", ["devi"], ["raman"], "F"),
        ("Ahmad b Yusuf", ["ahmad"], ["yusuf"], "M"),
        ("Ahmad B. Yusuf", ["ahmad", "b", "yusuf"], [], None),
    ],
)
def test_father(text: str, given: list[str], father: list[str], sex: str | None) -> None:
    name = parse_person(text)
    assert words(name) == given
    assert [word.text for word in name.father] == father
    assert name.sex == sex


@pytest.mark.parametrize(
    ("text", "sex", "source"),
    [("H. Nurhadi", "M", "H"), ("Hj. Nurhayati", "F", "Hj"), ("I Made Sudana", "M", "I"),
     ("Ni Made Sudani", "F", "Ni"), ("Lalu Gita", "M", "Lalu"), ("Baiq Nuril", "F", "Baiq"),
     ("Drs. Amin", "M", "Drs"), ("Dra. Amin", "F", "Dra"), ("Budi", None, "")],
)  # fmt: skip
def test_sex_is_told_by_titles_and_particles_only(text: str, sex: str | None, source: str) -> None:
    name = parse_person(text)
    assert (name.sex, name.sex_source) == (sex, source)


@pytest.mark.parametrize(
    ("text", "main", "aliases"),
    [
        ("Sulastri alias Lastri", ["sulastri"], [["lastri"]]),
        ("Rudi @ Ucok", ["rudi"], [["ucok"]]),
        ("Sulastri (Lastri)", ["sulastri"], [["lastri"]]),
        ("Rudi (alias Ucok)", ["rudi"], [["ucok"]]),
        ("Natalias Bere", ["natalias", "bere"], []),
        ('Bambang "Bem" Haryadi', ["bambang", "haryadi"], [["bem"]]),
        ("Bambang ‘Bem’ Haryadi, S.H.", ["bambang", "haryadi"], [["bem"]]),
        ("“Budi Santoso”", ["budi", "santoso"], []),
        ("Nu'man Ma'ruf", ["numan", "maruf"], []),
    ],
)
def test_aliases(text: str, main: list[str], aliases: list[list[str]]) -> None:
    name = parse_person(text)
    assert words(name) == main
    assert [words(alias) for alias in name.aliases] == aliases


@pytest.mark.parametrize("text", ["AH", "Ah", "A.H.", "S. B.", "RJL", "YND", "Z", "", "..."])
def test_initials_only(text: str) -> None:
    assert parse_person(text).is_initials


@pytest.mark.parametrize("text", ["ALI", "Ali", "Edi", "SITI AMINAH", "M. Ali", "Uus", "Petrus Bo"])
def test_not_initials_only(text: str) -> None:
    assert not parse_person(text).is_initials


def test_abbreviations_keep_every_reading() -> None:
    (word,) = parse_person("St. Aminah").words[:1]
    assert {identity.id for identity in word.identities} == {"siti", "sultan"} or len(
        word.identities
    ) == 2


def test_titles_are_kept() -> None:
    assert set(parse_person("Prof. Dr. H. Budi Santosa, M.Sc., Ph.D.").titles) == {
        "prof", "dr", "h", "msc", "phd",
    }  # fmt: skip


def test_tokens_end_at_the_dots_of_abbreviations() -> None:
    assert [t.text for t in tokens_of("M.Rizky S.Sos. K.H. A.R.")] == [
        "m", "rizky", "ssos", "kh", "a", "r",
    ]  # fmt: skip
    assert [t.is_dotted for t in tokens_of("Moch. Arifin")] == [True, False]
    assert tokens_of(" - . ,") == []


@pytest.mark.parametrize(
    "text", ["Irfan Latuconsina", "SITI AMINAH", "Moh. Saleh", "Abdurrahman Wahid", "Kris. Seran"]
)
def test_most_names_are_read_word_by_word(text: str) -> None:
    assert plain_words_of(text) == parse_person(text).words


@pytest.mark.parametrize(
    "text",
    ["", "Drs. Budi", "Budi SH", "Lubis, Siti", "Budi bin Ali", "Budi alias Oji", "A.R. Wahid",
     "I Made Oka", "Raden Saleh", "Al Habsyi", "Abdul Aziz", "Budi (45)", "Budi 45", "Budi Jr.",
     "Bq. Nur", "IGN Rai", "AH", "RJL", "BUDI XQZ", "Ma'ruf Amin", "José Ramos", "Budi-Ani"],
)  # fmt: skip
def test_a_word_whose_place_matters_calls_for_the_rules(text: str) -> None:
    assert plain_words_of(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Budi Santoso", False), ("A.R. Wahid", False), ("Drs. Budi", True), ("Budi bin Ali", True),
     ("Budi alias Oji", True), ("I Made Oka", True), ("Budi Jr.", True)],
)  # fmt: skip
def test_whatever_stands_beside_the_words_is_context(text: str, expected: bool) -> None:
    assert parse_person(text).has_context is expected
