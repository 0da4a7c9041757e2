"""Parts told of whom an earlier sentence names, and of several at once."""

from __future__ import annotations

import pytest

from tests.extractions import reader

read = reader("2025-08-06")
PAIR = "Polisi menangkap dua tersangka, yakni KRM (41) dan TDS (36). "


def parts(text: str) -> set[tuple[str, str]]:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    who = {c.subject: captions[c.value] for c in found.claims if c.property == "roleHolder"}
    return {(who[c.subject], c.value) for c in found.claims if c.property == "role"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PAIR}Keduanya bertugas mengurus dan memberangkatkan korban ke Brunei.",
         {("KRM", "transporter"), ("TDS", "transporter")}),
        (f"{PAIR}Ketiganya bertugas memberangkatkan korban ke Brunei.", set()),
        (f"{PAIR}Keduanya berperan sebagai perekrut dan penampung.", set()),
        (f"{PAIR}Keduanya belum bertugas memberangkatkan korban.", set()),
        ("Sidang digelar terhadap dua terdakwa kasus TPPO, Ratna Sulastri dan Yuniarti, "
         "Rabu (6/8). Dalam dakwaan itu, kedua "
         "terdakwa dinilai berperan membantu pengiriman pekerja migran ke Turki.",
         {("Ratna Sulastri", "transporter"), ("Yuniarti", "transporter")}),
        ("Polisi menangkap dua pelaku. Keduanya yang diduga sebagai perekrut adalah seorang "
         "perempuan berinisial KRM (37) asal Kabupaten Garut, dan TDS (47) asal Kabupaten Sumbawa.",
         {("KRM", "recruiter"), ("TDS", "recruiter")}),
    ],
)  # fmt: skip
def test_parts_of_all_who_are_meant(text: str, expected: set[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polda Jambi menangkap seorang wanita berinisial W, warga Kecamatan Kumpeh, yang terlibat "
         "dalam kasus perdagangan orang yang berperan sebagai penyalur pekerja migran.",
         {("W", "recruiter")}),
        ("Tersangka KRM yang kini masuk dalam Daftar Pencarian Orang (DPO) berperan "
         "mengkoordinir keberangkatan.", {("KRM", "coordinator")}),
        ("Polisi menangkap KRM (41) bersama petugas yang berperan sebagai sopir.", set()),
        ("KRM (41) ditangkap di rumah seorang warga yang berperan sebagai penampung.", set()),
        ("Tersangka KRM (33), TDS (53), sebagai sponsor.",
         {("KRM", "calo"), ("TDS", "calo")}),
        ("Untuk tersangka KRM, berperan sebagai pengantar calon pekerja.",
         {("KRM", "transporter")}),
        ("Polisi menangkap pria berinisial H di Batam. H berperan sebagai perekrut.",
         {("H", "recruiter")}),
        ("Polisi menangkap pria berinisial H di Batam. Pasal 2 huruf H berperan sebagai dasar.",
         set()),
        ("Perekrutan dilakukan melalui seorang perantara bernama berinisial KRM.",
         {("KRM", "calo")}),
        ("Kapolres menyebut tiga calo masing-masing berinisial KRM (46), TDS (45) dan WLY (43).",
         {("KRM", "calo"), ("TDS", "calo"), ("WLY", "calo")}),
        ("Tersangka KRM (30) ditahan. Mobil itu di kemudikan KRM.", {("KRM", "transporter")}),
        ("Ada tersangka, yaitu oknum anggota Polri berinisial KRM.",
         {("KRM", "official-involved")}),
    ],
)  # fmt: skip
def test_parts_far_behind_a_name(text: str, expected: set[tuple[str, str]]) -> None:
    assert parts(text) == expected
