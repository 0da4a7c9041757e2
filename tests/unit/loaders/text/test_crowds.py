"""Groups that no event concerns: who they are, whence they come, where they were to go."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-10")


@pytest.mark.parametrize(
    ("text", "size", "origins", "destinations"),
    [
        (
            "Sebanyak 16 perempuan asal Lombok Barat diberangkatkan pada awal 2023.",
            "16",
            ["Kabupaten Lombok Barat"],
            [],
        ),
        (
            "Sedikitnya 13 pemuda dari Desa Sukaraja tertipu tawaran menjadi admin.",
            "13",
            ["Desa Sukaraja"],
            [],
        ),
        (
            "Kapal itu ternyata membawa 19 orang yang hendak masuk ke Malaysia secara ilegal.",
            "19",
            [],
            ["Malaysia"],
        ),
        (
            "Rumah itu dihuni tujuh perempuan asal Sumbawa yang menunggu visa ke Oman.",
            "7",
            ["Kabupaten Sumbawa"],
            ["Oman"],
        ),
        (
            "Uang itu untuk mengganti biaya 21 calon pekerja migran asal Kabupaten Kendal.",
            "21",
            ["Kabupaten Kendal"],
            [],
        ),
    ],
)
def test_what_words_beside_a_number_tell(
    text: str, size: str, origins: list[str], destinations: list[str]
) -> None:
    found = read(text)
    assert shown(found, "Group", "groupSizeLower") == [size]
    assert shown(found, "Group", "origin") == origins
    assert shown(found, "Group", "destination") == destinations


def test_a_number_counts_its_group() -> None:
    found = read("Dana itu untuk mengganti biaya 21 calon pekerja migran asal Kabupaten Kendal.")
    assert shown(found, "Count", "countOf") == ["21 calon pekerja migran"]
    assert shown(found, "Group", "groupRole") == ["prospective-migrant"]
    told = read("Polisi menghentikan mobil berisi enam orang yang diduga akan bekerja di Malaysia.")
    roles = [claim for claim in told.claims if claim.property == "groupRole"]
    assert [(c.value, c.modality) for c in roles] == [("prospective-migrant", "alleged")]


@pytest.mark.parametrize(
    ("later", "origins", "destinations"),
    [
        (
            "Semuanya warga Indramayu dan Subang yang hendak diberangkatkan ke Arab Saudi.",
            ["Kabupaten Indramayu", "Kabupaten Subang"],
            ["Arab Saudi"],
        ),
        ("Mereka berasal dari Kabupaten Langkat.", ["Kabupaten Langkat"], []),
        ("Keduanya perempuan asal Jember.", ["Kabupaten Jember"], []),
        ("Para korban, semuanya dari Jember, belum didata.", ["Kabupaten Jember"], []),
        ("Ketiganya perempuan asal Jember.", [], []),
        ("Kedua tersangka berasal dari Jember.", [], []),
    ],
)
def test_what_a_later_sentence_tells(
    later: str, origins: list[str], destinations: list[str]
) -> None:
    found = read(f"Petugas menemukan dua perempuan di lantai atas ruko. {later}")
    assert shown(found, "Group", "origin") == origins
    assert shown(found, "Group", "destination") == destinations


def test_most_of_those_whose_parts_are_told_between() -> None:
    found = read(
        "Kemlu memulangkan 42 WNI dari Myanmar, Senin (3/11/2025). Mereka terdiri atas "
        "30 laki-laki dan 12 perempuan. Sebagian besar berasal dari Jawa Barat."
    )
    assert shown(found, "Group", "origin") == ["Jawa Barat"]


def test_not_even_one_is_no_number() -> None:
    found = read("Polisi mencatat 21 orang menjadi korban. Tidak satu pun dari mereka berangkat.")
    assert shown(found, "Count", "countLower") == ["21"]


@pytest.mark.parametrize(
    "text",
    [
        "Perusahaan itu akan mengirim 20 orang asal Medan.",
        "Sepanjang 2024, sebanyak 40 orang asal Medan melapor.",
        "Tersangka Andi (30) menemui Budi (31). Keduanya berasal dari Medan.",
        "Andi (30) dan Budi (31) merekrut dua orang. Keduanya berasal dari Medan.",
        "Polisi memeriksa dua ABK. Mereka berasal dari Medan.",
        "Ada 12 warga yang akan berangkat ke Arab Saudi untuk umrah.",
    ],
)
def test_who_is_no_such_group(text: str) -> None:
    assert shown(read(text), "Group", "origin") == []
    assert shown(read(text), "Group", "destination") == []


def test_where_people_set_out_is_not_their_home() -> None:
    found = read("Ia mengirim 20 orang dari Batam ke Malaysia.")
    assert shown(found, "Group", "origin") == []


def test_where_a_group_was_to_go_and_by_way_of_what() -> None:
    found = read(
        "Imigrasi menunda keberangkatan sembilan orang yang diduga akan bekerja secara ilegal di "
        "Kamboja. Mereka akan terbang ke Kuala Lumpur."
    )
    assert shown(found, "Group", "destination") == ["Kamboja"]


def test_those_meant_are_no_few_of_a_larger_number() -> None:
    found = read(
        "KBRI Kuala Lumpur mendata 49 WNI. Tiga orang terluka. Para WNI itu sebagian besar berasal "
        "dari Riau."
    )
    assert shown(found, "Group", "origin") == []
