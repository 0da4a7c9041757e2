"""Deeds, stages and parts told across a comma, a clause, or from one sentence to the next."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader, shown

read = reader("2025-10-07")

LEAD = (
    "Satuan Reserse Kriminal Polres Nunukan bersama Unit Reskrim Polsek Sebatik Timur mengungkap "
    "kasus pengiriman pekerja migran ke Tawau, Malaysia. "
)


def stages(found: Extraction) -> set[str]:
    return {entity.caption for entity in found.entities if entity.cls == "LegalStage"}


def test_who_uncovered_the_case_saved_those_whom_officers_saved() -> None:
    found = read(
        LEAD + "Sebanyak 17 orang calon pekerja, 4 di antaranya anak-anak, diselamatkan petugas."
    )
    assert shown(found, "Rescue", "affected") == ["17 calon pekerja migran"]
    assert len(shown(found, "Rescue", "conductedBy")) == 2


def test_the_house_that_was_told_of_was_raided() -> None:
    found = read(
        LEAD + "Anggota membuntuti mobil hingga ke sebuah rumah kayu di Desa Tanjung Karang, "
        "Kecamatan Sebatik. Sabtu (4/10/2025) dini hari, rumah tersebut digerebek."
    )
    assert shown(found, "Raid", "date") == ["2025-10-04"]
    assert shown(found, "Raid", "occurredAt")[0] == "Desa Tanjung Karang"
    assert len(shown(found, "Raid", "conductedBy")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Rumah warga bernama Kasim roboh. Rumah tersebut belum digerebek.",
        "Sebuah rumah di Desa Tanjung Karang akan digerebek petugas.",
        "Petugas mendata rumah. Rumah tersebut digambar di peta.",
    ],
)
def test_no_raid(text: str) -> None:
    assert [e for e in read(text).entities if e.cls == "Raid"] == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Diketahui pengelolanya, Rudi Hartawan (33), ditangkap penyidik di Medan.",
         ["Rudi Hartawan"]),
        ("Otak jaringan itu, berinisial RH (33), diringkus di Medan.", ["RH"]),
        ("Menurut pengelolanya, Rudi Hartawan (33), seorang calo ditangkap di Medan.", []),
        ("Adik pengelolanya, Rudi Hartawan (33), belum ditangkap.", []),
    ],
)  # fmt: skip
def test_a_comma_closes_the_apposition(text: str, held: list[str]) -> None:
    assert shown(read(text), "Arrest", "apprehended") == held


SPOKEN = (
    '"Dari lokasi kami amankan tiga orang, yaitu laki-laki berinisial SB (45) selaku pemilik '
    "rumah, perempuan berinisial HJ (39) yang merekrut korban di Bulukumba dan Bone, serta AR "
    "(28), juragan perahu. Ketiganya sudah kami tetapkan sebagai tersangka dan {held} di Rutan "
    'Polres," ungkap Kapolres Nunukan AKBP Wirawan Sapto.'
)


@pytest.mark.parametrize("held", ["ditahan", "mendekam", "dijebloskan"])
def test_a_clause_about_one_does_not_break_the_list(held: str) -> None:
    found = read(LEAD + SPOKEN.format(held=held))
    assert shown(found, "Arrest", "apprehended") == ["SB", "HJ", "AR"]
    wanted = {f"{who}: {what}" for who in ("SB", "HJ", "AR") for what in ("suspect", "detained")}
    assert stages(found) == wanted
    assert shown(found, "CaseRole", "role") == ["recruiter", "boat-skipper"]


@pytest.mark.parametrize(
    "text",
    [
        "Korban bernama MA (19), serta AR (28), dijemput keluarganya.",
        "Polisi memeriksa para korban di Bone, AR (28), yang sakit.",
    ],
)
def test_victims_in_a_row_stay_victims(text: str) -> None:
    assert "AR" not in {entity.caption for entity in read(text).entities}


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("Polisi masih memburu dua admin lain yang diyakini berada di Kamboja, berinisial DK dan "
         "RSP.", {"DK: wanted", "RSP: wanted"}),
        ("Pria berinisial MK yang diduga sebagai penampung di Tawau, telah dimasukkan dalam DPO.",
         {"MK: wanted"}),
        ("Polisi memburu bos yang bersama saksi berinisial DK mengurus paspor.", set()),
        ("Polisi memburu pelaku yang menipu korban berinisial DK.", set()),
    ],
)  # fmt: skip
def test_who_is_sought(text: str, sought: set[str]) -> None:
    assert stages(read(text)) == sought


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("MR, yang kebagian tugas menjemput korban di Bandara Hang Nadim lalu menampungnya di "
         "sebuah ruko, ditahan.", ["transporter", "harbourer"]),
        ("MR berperan mencari penumpang di kampung.", ["recruiter"]),
        ("\"MR ini yang merekrut, dia pasang iklan,\" ujar Kapolsek Bengkong AKP Surya Panji.",
         ["recruiter"]),
        ("Satu perekrut, Maria Lake (39), ditetapkan sebagai tersangka.", ["recruiter"]),
        ("Perekrut lainnya, Beni Taneo, masih buron.", ["recruiter"]),
        ("MR tidak pernah kebagian tugas menjemput korban.", []),
        ("Menurut perekrut itu, Beni Taneo tidak tahu.", []),
    ],
)  # fmt: skip
def test_parts_in_ordinary_words(text: str, parts: list[str]) -> None:
    found = read("Polisi menangkap MR (41) di Batam. " + text)
    roles = [r for cls in ("CaseRole", "BrokerRole") for r in shown(found, cls, "role")]
    assert roles == parts
