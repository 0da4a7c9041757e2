"""Courts told in many ways: who got which term, who went free, who is charged with what."""

from __future__ import annotations

import pytest

from loaders.text import durations
from tests.extractions import reader

read = reader("2025-08-06")


def verdicts(text: str, prop: str = "sentenceMonths") -> dict[str, str]:
    """Return a property of each verdict by defendant."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    ruled = {entity.id for entity in found.entities if entity.cls == "Verdict"}
    claims = [c for c in found.claims if c.property == "defendant" and c.subject in ruled]
    who = {c.subject: captions[c.value] for c in claims}
    told = [c for c in found.claims if c.property == prop and c.subject in who]
    return {who[c.subject]: captions.get(c.value, c.value) for c in told}


def stages(text: str) -> set[tuple[str, str]]:
    """Return who has which stage."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    of = {c.subject: captions[c.value] for c in found.claims if c.property == "stageOf"}
    return {(of[c.subject], c.value) for c in found.claims if c.property == "stage"}


def articles(text: str, stage: str) -> dict[str, list[str]]:
    """Return the articles on everybody's stage of a kind."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    made: dict[str, list[str]] = {}
    for claim in found.claims:
        if claim.property == "stageArticle" and claim.subject.endswith(f"-{stage}"):
            name = captions[claim.subject].partition(":")[0]
            made.setdefault(name, []).append(captions[claim.value])
    return made


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "PN Medan menjatuhkan pidana 4 tahun kepada Rudi Hartono dan 3 tahun kepada Maya "
            "Lestari.",
            {"Rudi Hartono": "48", "Maya Lestari": "36"},
        ),
        (
            "Rudi Hartono dan Maya Lestari, masing-masing dihukum 3 tahun 6 bulan dan 2 tahun.",
            {"Rudi Hartono": "42", "Maya Lestari": "24"},
        ),
        (
            "Rudi Hartono dan Maya Lestari divonis masing-masing 4 tahun penjara dan 3 tahun "
            "penjara.",
            {"Rudi Hartono": "48", "Maya Lestari": "36"},
        ),
        ("Rudi Hartono dan Maya Lestari divonis masing-masing 4 tahun dan 6 bulan penjara.", {}),
        (
            "Rudi Hartono, Maya Lestari, dan Agus Salim divonis 4 tahun penjara.",
            {"Rudi Hartono": "48", "Maya Lestari": "48", "Agus Salim": "48"},
        ),
        (
            "Rudi Hartono dijatuhi hukuman 4 tahun, Maya Lestari 3 tahun, dan Agus Salim 1,5 "
            "tahun penjara.",
            {"Rudi Hartono": "48", "Maya Lestari": "36", "Agus Salim": "18"},
        ),
        (
            "Hakim PN Medan memvonis Rudi Hartono dan Maya Lestari lima dan tujuh tahun penjara.",
            {"Rudi Hartono": "60", "Maya Lestari": "84"},
        ),
        (
            "Rudi Hartono dihukum setahun penjara, sedangkan Maya Lestari dua setengah tahun "
            "penjara.",
            {"Rudi Hartono": "12", "Maya Lestari": "30"},
        ),
        (
            "Tuntutan terhadap Rudi Hartono dibacakan pekan lalu. Dituntut 7 tahun, ia divonis 4 "
            "tahun penjara.",
            {"Rudi Hartono": "48"},
        ),
        (
            "Majelis hakim menghukum Rudi Hartono yang merekrut Maya Lestari 4 tahun penjara.",
            {"Rudi Hartono": "48"},
        ),
        (
            "Uang itu disetor Maya Lestari kepada Rudi Hartono, yang lebih dulu divonis 4 tahun.",
            {"Rudi Hartono": "48"},
        ),
        (
            "Hukuman 4 tahun penjara dijatuhkan kepada Rudi Hartono oleh PN Medan.",
            {"Rudi Hartono": "48"},
        ),
        (
            "Rudi Hartono harus mendekam di penjara selama 4 tahun setelah PN Medan menyatakan "
            "ia bersalah.",
            {"Rudi Hartono": "48"},
        ),
        (
            "PN Medan memutus bersalah Rudi Hartono, 46 tahun, dan menghukumnya 3 tahun penjara.",
            {"Rudi Hartono": "36"},
        ),
        (
            "PN Medan menghukum Rudi Hartono 5 tahun penjara. Sedangkan Maya Lestari dan Agus "
            "Salim masing-masing 4 tahun penjara.",
            {"Rudi Hartono": "60", "Maya Lestari": "48", "Agus Salim": "48"},
        ),
        (
            "Di tingkat banding, Pengadilan Tinggi Medan menjatuhkan hukuman 5 tahun kepada Rudi "
            "Hartono, lebih berat dari vonis PN Medan selama 3 tahun.",
            {"Rudi Hartono": "60"},
        ),
        (
            "Perkara atas nama Rudi Hartono masih disidik; Maya Lestari divonis PN Medan 3 tahun.",
            {"Maya Lestari": "36"},
        ),
    ],
)
def test_each_gets_his_own_term(text: str, terms: dict[str, str]) -> None:
    assert verdicts(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "Rudi Hartono terancam dihukum 15 tahun penjara.",
        "Jaksa menuntut agar Rudi Hartono dihukum 7 tahun penjara.",
        "Jaksa meminta majelis hakim menjatuhkan pidana 7 tahun kepada Rudi Hartono.",
        "Keluarga korban berharap hakim menghukum Rudi Hartono 15 tahun penjara.",
        "Andai divonis 10 tahun, Rudi Hartono akan banding.",
        "Menurut jaksa, Rudi Hartono pantas dihukum 9 tahun penjara.",
        "Rudi Hartono mendapat remisi 3 bulan di Lapas Medan.",
        "Rudi Hartono sudah dua tahun menjalani hukuman di Lapas Medan.",
        "Korban disekap dan dihukum 3 tahun bekerja tanpa gaji oleh Rudi Hartono.",
        "Terdakwa Rudi Hartono baru akan mendengar vonis PN Medan pekan depan.",
        "Agenda sidang terdakwa Rudi Hartono semestinya pembacaan vonis 4 tahun penjara.",
        "Di hadapan hakim, Rudi Hartono mengaku dibayar Maya Lestari. Ia divonis 4 tahun.",
    ],
)
def test_what_is_no_term_of_anybody(text: str) -> None:
    assert verdicts(text) == {}


def test_money_goes_with_whom_it_stands() -> None:
    text = (
        "Rudi Hartono divonis 4 tahun penjara dan denda Rp100 juta, sedangkan Maya Lestari 3 "
        "tahun penjara dan denda Rp50 juta."
    )
    fines = {"Rudi Hartono": "100000000", "Maya Lestari": "50000000"}
    assert verdicts(text, "fineIdr") == fines
    both = (
        "Rudi Hartono dan Maya Lestari divonis 4 tahun penjara dan diwajibkan membayar restitusi "
        "{}Rp80 juta."
    )
    assert verdicts(both.format(""), "restitutionIdr") == {}
    own = {"Rudi Hartono": "80000000", "Maya Lestari": "80000000"}
    assert verdicts(both.format("masing-masing "), "restitutionIdr") == own


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PN Medan membebaskan Rudi Hartono dan Maya Lestari dari dakwaan.", {"acquitted"}),
        ("Hakim menyatakan Rudi Hartono tidak bersalah.", {"acquitted"}),
        ("Pengacaranya meminta hakim membebaskan Rudi Hartono.", set()),
        ("MA membatalkan putusan bebas terhadap Rudi Hartono.", set()),
        ("Polisi membebaskan Rudi Hartono dari sekapan majikannya.", set()),
        ("Rudi Hartono mengaku tidak bersalah di depan majelis hakim.", set()),
        ("PN Medan menyatakan Rudi Hartono bersalah.", {"convicted"}),
        ("Terpidana kasus TPPO Rudi Hartono dieksekusi ke Lapas Medan.", {"convicted"}),
        ("Terpidana mati Rudi Hartono dipindahkan ke Nusakambangan.", set()),
        ("Polres Belawan menghentikan penyidikan terhadap Rudi Hartono.", {"case-closed"}),
        ("Polisi tidak akan menghentikan penyidikan terhadap Rudi Hartono.", set()),
        ("Jaksa menuntut Rudi Hartono bebas.", set()),
    ],
)
def test_whom_a_court_lets_go_or_convicts(text: str, expected: set[str]) -> None:
    assert {stage for name, stage in stages(text) if name == "Rudi Hartono"} == expected


def test_a_higher_court_that_no_list_knows_is_not_the_lower_one() -> None:
    text = "MA menjatuhkan 8 tahun penjara kepada Rudi Hartono dan membatalkan putusan PN Medan."
    assert verdicts(text, "court") == {}


def test_free_beside_convicted() -> None:
    text = "Rudi Hartono divonis bebas, sementara Maya Lestari dihukum 3 tahun oleh PN Medan."
    assert stages(text) == {("Rudi Hartono", "acquitted"), ("Maya Lestari", "convicted")}
    assert verdicts(text) == {"Maya Lestari": "36"}


def test_for_whom_a_list_of_terms_is_asked() -> None:
    text = (
        "Jaksa membacakan surat tuntutan untuk dua orang: Rudi Hartono 7 tahun penjara dan Maya "
        "Lestari 5 tahun penjara."
    )
    assert stages(text) == {("Rudi Hartono", "defendant"), ("Maya Lestari", "defendant")}
    assert verdicts(text) == {}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Pengadilan Tinggi Medan menyunat vonis Rudi Hartono dari 4 tahun menjadi 2,5 tahun.",
         ["30", "48"]),
        ("Vonis Rudi Hartono naik dari 4 tahun menjadi 6 tahun penjara di Pengadilan Tinggi Medan.",
         ["48", "72"]),
        ("Hukuman Rudi Hartono dikurangi 2 tahun oleh Pengadilan Tinggi Medan menjadi 4 tahun.",
         ["48"]),
    ],
)  # fmt: skip
def test_what_a_court_of_appeal_changes(text: str, changed: list[str]) -> None:
    terms = [c.value for c in read(text).claims if c.property == "sentenceMonths"]
    assert sorted(terms) == changed


def test_each_is_charged_with_his_own_articles() -> None:
    text = (
        "Tersangka AB (31) dan CD (28) ditahan. AB dijerat Pasal 81 UU PPMI, sedangkan CD Pasal "
        "378 KUHP."
    )
    assert articles(text, "suspect") == {"AB": ["Pasal 81"], "CD": ["Pasal 378"]}


def test_an_article_that_was_not_proved_is_none_of_the_verdict() -> None:
    text = (
        "Menurut hakim PN Medan, Rudi Hartono tidak terbukti melanggar Pasal 10 UU TPPO, tetapi "
        "terbukti melanggar Pasal 81 UU PPMI, sehingga ia divonis 2 tahun penjara."
    )
    assert verdicts(text, "chargedUnder") == {"Rudi Hartono": "Pasal 81"}
    assert articles(text, "convicted") == {"Rudi Hartono": ["Pasal 81"]}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Kejari Medan menerima tersangka Rudi Hartono dari penyidik Polres Belawan.", 1),
        ("Polres Belawan menetapkan AB (31) sebagai tersangka.", 1),
        ("AB (31) tersangka. Sepanjang tahun 12 kasus TPPO ditangani Polres Belawan.", 0),
        ("Tersangka AB (31) disidik Polres Belawan, tersangka CD (28) disidik Polres Asahan.", 0),
        ("Keluarga mendesak Polres Belawan menyelidiki kasus tersangka AB (31).", 0),
    ],
)
def test_who_investigates_the_one_matter(text: str, offices: int) -> None:
    assert len([c for c in read(text).claims if c.property == "investigatedBy"]) == offices


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("1,5 tahun", {18}), ("2.5 tahun", {30}), ("dua setengah tahun", {30}),
        ("setahun penjara", {12}), ("2 tahun 6 bulan", {30}), ("1,3 tahun", set()),
        ("delapan dan sepuluh tahun", {96, 120, 216}),
        ("Pasal 4 dan lima tahun penjara", {60}),
    ],
)  # fmt: skip
def test_lengths_of_time(text: str, months: set[int]) -> None:
    assert durations.months_told(text) == months
