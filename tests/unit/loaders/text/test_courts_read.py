"""Reports from courts: who led a verdict, who speaks there, who was let go, and later clauses."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def read(text: str) -> Extraction:
    """Read a report published on a Thursday."""
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-11-20"))


def facts(text: str, *props: str) -> set[str]:
    """Return ``thing property value`` of the claims of some properties."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    return {
        f"{captions[c.subject]} {c.property} {captions.get(c.value, c.value)}"
        for c in found.claims
        if c.property in props
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pengadilan Negeri Blitar menghukum Sarmo Wijoyo empat tahun penjara, Selasa lalu. "
            "Putusan dibacakan hakim Tutik Handari.",
            {
                "Vonis atas Sarmo Wijoyo date 2025-11-18",
                "Vonis atas Sarmo Wijoyo ledBy Tutik Handari",
            },
        ),
        (
            "Mahkamah Agung menolak kasasi yang diajukan Sarmo Wijoyo. Perkara itu diketok pada 3 "
            "November 2025 oleh majelis yang dipimpin hakim agung Gatra Prihadi. Di tingkat "
            "pertama, Pengadilan Negeri Blitar menghukum Sarmo tiga tahun penjara pada Mei 2025.",
            {
                "Putusan banding atas Sarmo Wijoyo date 2025-11-03",
                "Putusan banding atas Sarmo Wijoyo ledBy Gatra Prihadi",
                "Vonis atas Sarmo Wijoyo date 2025-05",
            },
        ),
        (
            # Whoever leads a trial that goes on did not lead the verdict on somebody else.
            "Terdakwa Rinto Basuki disidang di Pengadilan Negeri Blitar, Rabu (19/11). Hakim ketua "
            "Tutik Handari menunda sidang. Calo Mardi Kusno sudah lebih dulu divonis dua tahun "
            "penjara.",
            set(),
        ),
    ],
)
def test_who_led_which_verdict(text: str, expected: set[str]) -> None:
    assert {
        one for one in facts(text, "ledBy", "date") if "oni" in one or "utusan" in one
    } == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pengadilan Negeri Blitar membebaskan Sarmo Wijoyo dari segala dakwaan, Rabu (19/11).",
            {
                "Putusan bebas atas Sarmo Wijoyo court Pengadilan Negeri Blitar",
                "Putusan bebas atas Sarmo Wijoyo date 2025-11-19",
                "Putusan bebas atas Sarmo Wijoyo defendant Sarmo Wijoyo",
            },
        ),
        (
            "Sarmo Wijoyo dapat bernapas lega. Pengadilan Negeri Blitar memutus lepas pria 51 tahun"
            " itu dari segala tuntutan hukum.",
            {
                "Putusan bebas atas Sarmo Wijoyo court Pengadilan Negeri Blitar",
                "Putusan bebas atas Sarmo Wijoyo defendant Sarmo Wijoyo",
            },
        ),
        (
            "Perkara Sarmo Wijoyo menarik perhatian karena Pengadilan Negeri Blitar memvonisnya "
            "bebas pada 5 Mei 2025. Pada 7 Oktober 2025 Mahkamah Agung membatalkan putusan bebas "
            "itu.",
            {
                "Putusan bebas atas Sarmo Wijoyo court Pengadilan Negeri Blitar",
                "Putusan bebas atas Sarmo Wijoyo date 2025-05-05",
                "Putusan bebas atas Sarmo Wijoyo defendant Sarmo Wijoyo",
            },
        ),
        # What is asked for frees nobody, nor does a rescue.
        ("Penasihat hukum meminta Pengadilan Negeri Blitar membebaskan Sarmo Wijoyo.", set()),
    ],
)
def test_who_was_let_go(text: str, expected: set[str]) -> None:
    assert facts(text, "defendant", "court", "date", "sentenceMonths") - CASE == expected


CASE = {"Perkara dalam artikel court Pengadilan Negeri Blitar"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pengadilan Negeri Blitar menghukum Sarmo Wijoyo empat tahun penjara dan Tini Asih tiga"
            " tahun penjara. Hakim menilai mereka melanggar Pasal 4 UU Nomor 21 Tahun 2007.",
            {
                "Vonis atas Sarmo Wijoyo chargedUnder Pasal 4",
                "Vonis atas Sarmo Wijoyo sentenceMonths 48",
                "Vonis atas Tini Asih chargedUnder Pasal 4",
                "Vonis atas Tini Asih sentenceMonths 36",
            },
        ),
        (
            "Pasangan suami istri Sarmo Wijoyo dan Tini Asih divonis bersalah. Pengadilan Negeri "
            "Blitar menjatuhkan hukuman tiga tahun kepada Sarmo dan dua tahun kepada istrinya.",
            {
                "Vonis atas Sarmo Wijoyo sentenceMonths 36",
                "Vonis atas Tini Asih sentenceMonths 24",
            },
        ),
        (
            "Pengadilan Negeri Blitar menghukum Sarmo Wijoyo empat tahun penjara. Nakhoda kapal "
            "kayu itu, La Bere Sutara, dihukum dua tahun. Denda bagi Sarmo ditetapkan Rp50 juta.",
            {
                "Vonis atas Sarmo Wijoyo sentenceMonths 48",
                "Vonis atas La Bere Sutara sentenceMonths 24",
                "Vonis atas Sarmo Wijoyo fineIdr 50000000",
            },
        ),
        (
            "Pengadilan Tinggi Surabaya memperberat hukuman Sarmo Wijoyo dari empat tahun menjadi "
            "enam tahun penjara. Majelis juga menaikkan denda menjadi Rp500 juta.",
            {
                "Putusan banding atas Sarmo Wijoyo sentenceMonths 72",
                "Putusan banding atas Sarmo Wijoyo fineIdr 500000000",
                "Vonis atas Sarmo Wijoyo sentenceMonths 48",
            },
        ),
        (
            "Kejaksaan Negeri Blitar menjebloskan Sarmo Wijoyo ke penjara, Rabu (19/11). Ia akan "
            "menjalani hukuman empat tahun enam bulan penjara sesuai putusan Mahkamah Agung.",
            {"Putusan banding atas Sarmo Wijoyo sentenceMonths 54"},
        ),
        (
            "Pengadilan Negeri Blitar menghukum Sarmo Wijoyo empat tahun penjara dan restitusi "
            "Rp70 juta bagi tujuh korban.",
            {
                "Vonis atas Sarmo Wijoyo sentenceMonths 48",
                "Vonis atas Sarmo Wijoyo restitutionIdr 70000000",
                "Vonis atas Sarmo Wijoyo beneficiary tujuh korban",
            },
        ),
    ],
)
def test_what_later_clauses_add(text: str, expected: set[str]) -> None:
    props = ("sentenceMonths", "fineIdr", "restitutionIdr", "beneficiary", "chargedUnder")
    told = {one for one in facts(text, *props) if one.startswith(("Vonis", "Putusan"))}
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kuasa hukum terdakwa, Gatra Prihadi, keberatan.", {"Gatra Prihadi – kuasa hukum"}),
        ("Pengacara Sarmo Wijoyo, Gatra Prihadi, keberatan.", {"Gatra Prihadi – pengacara"}),
        ("Pengacara Sarmo Wijoyo keberatan atas putusan itu.", set()),
        (
            "Juru bicara Pengadilan Tinggi Surabaya, Gatra Prihadi, menjelaskan putusan itu.",
            {"Gatra Prihadi – Juru bicara Pengadilan Tinggi Surabaya"},
        ),
        (
            "Sidang dipimpin hakim ketua Tutik Handari dengan anggota Gatra Prihadi dan Ana Sari.",
            {
                "Tutik Handari – hakim ketua",
                "Gatra Prihadi – hakim anggota",
                "Ana Sari – hakim anggota",
            },
        ),
    ],
)
def test_who_speaks_in_court(text: str, expected: set[str]) -> None:
    assert {one.partition(" holder ")[0] for one in facts(text, "holder")} == expected


def test_who_is_named_beside_the_accused_is_accused() -> None:
    text = (
        "Sidang dengan terdakwa Nasir Gunadi dan Poltak Sinaga digelar di Pengadilan Negeri Dumai."
    )
    assert facts(text, "stageOf") == {
        "Nasir Gunadi: defendant stageOf Nasir Gunadi",
        "Poltak Sinaga: defendant stageOf Poltak Sinaga",
    }


def test_whom_a_judge_calls_a_recruiter_is_no_official() -> None:
    text = (
        "Pengadilan Negeri Blitar menghukum Sarmo Wijoyo empat tahun penjara. Hakim menyebut Sarmo "
        "merekrut 12 warga Kabupaten Tulungagung pada Mei 2024."
    )
    assert {
        "Sarmo Wijoyo → 12 warga recruiter Sarmo Wijoyo",
        "Sarmo Wijoyo → 12 warga date 2024-05",
        "12 warga origin Kabupaten Tulungagung",
    } <= facts(text, "recruiter", "date", "origin")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarmo Wijoyo menjalani sidang dakwaan di Pengadilan Negeri Blitar, Rabu (19/11).",
            {"2025-11-19", "Pengadilan Negeri Blitar", "indictment", "Sarmo Wijoyo"},
        ),
        (
            "Hakim Pengadilan Negeri Blitar menolak keberatan Sarmo Wijoyo. Putusan sela itu "
            "dibacakan pada sidang Rabu (19/11).",
            {"2025-11-19", "Pengadilan Negeri Blitar"},
        ),
        # Sessions to come, other matters, files that are sent are none; a verdict tells its own.
        ("Sidang akan digelar di Pengadilan Negeri Blitar pada 26 November 2025.", set()),
        ("Sidang gugatan PT Maju Jaya digelar di PN Blitar, Rabu (19/11).", set()),
        ("Kejari Blitar melimpahkan dakwaan Sarmo Wijoyo ke PN Blitar, Rabu (19/11).", set()),
        (
            "PN Blitar menghukum Sarmo Wijoyo dua tahun penjara dalam sidang putusan, Rabu "
            "(19/11).",
            set(),
        ),
    ],
)
def test_sessions_that_were_held(text: str, expected: set[str]) -> None:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    hearings = {entity.id for entity in found.entities if entity.cls == "CourtHearing"}
    told = [c for c in found.claims if c.subject in hearings and c.property != "caseOf"]
    told = [c for c in told if c.modality != "expectation"]
    assert {captions.get(c.value, c.value) for c in told} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pegawai Imigrasi Blitar, Sarmo Wijoyo (38), didakwa meloloskan 12 orang.",
            {
                "Sarmo Wijoyo – Imigrasi Blitar organization Imigrasi Blitar",
                "Sarmo Wijoyo: official-involved role official-involved",
            },
        ),
        (
            "Pegawai Imigrasi Blitar, Sarmo Wijoyo, mengatakan 12 orang ditahan.",
            {"Sarmo Wijoyo – Imigrasi Blitar organization Imigrasi Blitar"},
        ),
    ],
)
def test_officers_who_are_tried(text: str, expected: set[str]) -> None:
    assert facts(text, "role", "organization") == expected


def test_all_who_are_tried_may_be_held() -> None:
    text = (
        "Jaksa mendakwa Sarmo Wijoyo dan Tini Asih mengirim 12 orang ke Kuwait. Keduanya ditahan di"
        " Rutan Blitar sejak Maret."
    )
    assert {
        "Sarmo Wijoyo: detained stageOf Sarmo Wijoyo",
        "Tini Asih: detained stageOf Tini Asih",
    } <= facts(text, "stageOf")


def test_another_courts_day_is_not_carried_on() -> None:
    text = (
        "Pengadilan Tinggi Surabaya memangkas hukuman Sarmo Wijoyo menjadi empat tahun penjara, "
        "Senin (10/11/2025). Sebelumnya, Pengadilan Negeri Blitar memvonisnya enam tahun."
    )
    assert facts(text, "date") == {"Putusan banding atas Sarmo Wijoyo date 2025-11-10"}


def test_a_fine_is_no_payment() -> None:
    text = "Terdakwa Sarmo Wijoyo diganjar sembilan tahun penjara serta denda Rp800 juta."
    assert facts(text, "amountIdr", "payee") == set()


def test_who_said_it_is_not_he_who_spoke_before() -> None:
    text = (
        "Hakim ketua Tutik Handari menyebut terdakwa menyesal.\n\nJaksa Ana Sari menuntut Sarmo "
        'Wijoyo dua tahun penjara. Ia belum mau berkomentar. "Kami laporkan dulu," ujarnya.'
    )
    assert not {one for one in facts(text, "speaker") if "laporkan" in one and "Tutik" in one}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hukuman lima tahun penjara untuk Sarmo Wijoyo dibacakan hakim ketua Tutik Handari di "
            "PN Blitar, Rabu (19/11).",
            {
                "Vonis atas Sarmo Wijoyo sentenceMonths 60",
                "Vonis atas Sarmo Wijoyo court PN Blitar",
            },
        ),
        (
            "Pengadilan Tinggi Surabaya menguatkan vonis lima tahun penjara terhadap Sarmo Wijoyo.",
            {
                "Putusan banding atas Sarmo Wijoyo sentenceMonths 60",
                "Putusan banding atas Sarmo Wijoyo court Pengadilan Tinggi Surabaya",
            },
        ),
    ],
)
def test_whose_ruling_a_term_is(text: str, expected: set[str]) -> None:
    told = facts(text, "sentenceMonths", "court")
    assert {one for one in told if one.startswith(("Vonis", "Putusan"))} == expected


def test_who_is_set_off_behind_the_name_is_tried() -> None:
    text = "Tini Asih (45), seorang ibu rumah tangga, diadili karena membantu suaminya."
    assert "Tini Asih: defendant stageOf Tini Asih" in facts(text, "stageOf")


def test_a_boat_that_sank_is_no_name() -> None:
    text = "Sidang Kasus Kapal Tenggelam di Blitar\n\nHakim menunda sidang itu.\n"
    found = extract(text, document=Metadata(published="2025-11-20"))
    assert not [entity for entity in found.entities if entity.cls == "Vessel"]
