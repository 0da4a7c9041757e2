"""What a case is made of: evidence, routes, act and means, roles, sequels, windows, signers."""

from __future__ import annotations

import pytest

from loaders.text.draft import DraftClaim, Extraction, Metadata
from loaders.text.extract import extract


def read(*paragraphs: str) -> Extraction:
    return extract("\n\n".join(paragraphs), document=Metadata(published="2025-08-06"))


def claims(found: Extraction, cls: str, prop: str) -> list[DraftClaim]:
    by_id = {entity.id: entity for entity in found.entities}
    return [c for c in found.claims if by_id[c.subject].cls == cls and c.property == prop]


def shown(found: Extraction, cls: str, prop: str) -> list[str]:
    """Return values of a property, ids of this document by their caption."""
    by_id = {entity.id: entity for entity in found.entities}
    return [
        by_id[c.value].caption if c.is_object and c.value in by_id else c.value
        for c in claims(found, cls, prop)
    ]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Polisi menyita sembilan paspor, dua telepon genggam, dan uang tunai Rp14 juta.",
            ["sembilan paspor", "dua telepon genggam", "uang tunai Rp14 juta"],
        ),
        (
            "Barang bukti yang diamankan berupa 1 unit speed boat, 17 buah paspor dan 5 ponsel.",
            ["1 unit speed boat", "17 buah paspor", "5 ponsel"],
        ),
        ("Sebanyak 12 ponsel disita.", ["12 ponsel"]),
        ("Polisi menyita satu unit mobil bernomor polisi KB 1482 PD.", ["KB 1482 PD"]),
        ("Polisi menyita 4 paspor tersebut.", ["4 paspor"]),
        ("Polisi akan menyita sembilan paspor.", []),
        ("Polisi menyita sejumlah barang.", []),
        ("Keluarga menyimpan dua paspor.", []),
    ],
)
def test_seizures(text: str, things: list[str]) -> None:
    assert sorted(shown(read(text), "Seizure", "seized")) == sorted(things)


def test_what_was_seized_has_a_number_or_an_amount() -> None:
    found = read("Polda NTT menyita 36 paspor dan uang tunai Rp412 juta.")
    assert [c.value for c in claims(found, "Item", "quantity")] == ["36"]
    assert [c.value for c in claims(found, "Item", "amountIdr")] == ["412000000"]
    assert shown(found, "Seizure", "conductedBy") == ["Kepolisian Daerah Nusa Tenggara Timur"]


def test_a_route_has_legs() -> None:
    found = read(
        "Para korban diterbangkan dari Bandara Soekarno-Hatta menuju Dubai melalui Kuala Lumpur."
    )
    assert shown(found, "Route", "origin") == ["Bandara Soekarno-Hatta"]
    assert shown(found, "Route", "transit") == ["Kuala Lumpur"]
    assert shown(found, "Route", "destination") == ["Dubai"]


@pytest.mark.parametrize(
    "text",
    [
        "Peserta magang diberangkatkan ke Jepang.",
        "Para korban dipulangkan dari Kamboja ke Jakarta melalui Bangkok.",
        "Menteri bertolak dari Jakarta menuju Kupang.",
        "Para korban tidak diberangkatkan dari Batam ke Malaysia.",
    ],
)
def test_no_route(text: str) -> None:
    assert claims(read(text), "Route", "destination") == []


def test_planned_routes_are_alleged() -> None:
    found = read("Mereka hendak diberangkatkan dari Dumai menuju Malaysia.")
    assert {c.modality for c in claims(found, "Route", "destination")} == {"alleged"}


_ACCUSED = "Polda NTT menetapkan AH (45) sebagai tersangka tindak pidana perdagangan orang."


def test_act_means_and_purpose_are_alleged() -> None:
    found = read(
        _ACCUSED,
        "Tersangka AH merekrut korban dengan dokumen palsu.",
        "Korban disekap dan dipaksa bekerja tanpa upah.",
    )
    assert shown(found, "TraffickingIncident", "act") == ["recruitment"]
    assert set(shown(found, "TraffickingIncident", "means")) == {"forgery", "confinement"}
    assert shown(found, "TraffickingIncident", "purpose") == ["forced-labour"]
    assert shown(found, "TraffickingIncident", "suspectedAgent") == ["AH"]
    told = [c for c in found.claims if c.property in ("act", "means", "purpose")]
    assert {c.modality for c in told} == {"alleged"}


@pytest.mark.parametrize(
    "text",
    [
        "Setiap orang yang merekrut korban dengan dokumen palsu diancam pidana.",
        "Masyarakat diimbau waspada terhadap sindikat yang merekrut korban.",
        "Tersangka tidak merekrut korban.",
        "Kuasa hukum AH, Budi Raharjo, membantah kliennya merekrut korban.",
        "Ada perekrutan pegawai baru di kantor itu.",
    ],
)
def test_law_advice_and_denial_tell_of_no_act(text: str) -> None:
    assert claims(read(_ACCUSED, text), "TraffickingIncident", "act") == []


def test_fraud_without_trafficking_is_none() -> None:
    found = read("Polisi menetapkan AH (45) sebagai tersangka.", "Tersangka AH menipu korban.")
    assert claims(found, "TraffickingIncident", "means") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Tersangka NH (38) membiayai seluruh proses.", ["financier"]),
        ("Tersangka LS (44) dan SR (31) mencari calon korban.", ["recruiter", "recruiter"]),
        ("Polisi menangkap seorang tekong berinisial BSR (36).", ["boat-skipper"]),
        ("Tersangka KL (33) berperan mengurus paspor.", []),
        ("Tersangka KL (33) berperan memalsukan paspor.", ["document-forger"]),
        ("Tersangka KL (33) akan merekrut orang lain.", []),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    found = read(text)
    told = [c for c in found.claims if c.property == "role"]
    assert [c.value for c in told] == roles
    assert {c.modality for c in told} <= {"alleged"}


def test_who_both_are() -> None:
    found = read(
        "Polres Sambas menetapkan dua orang sebagai tersangka. Keduanya adalah perempuan "
        "berinisial SM (39) dan laki-laki berinisial JN (52)."
    )
    assert sorted(shown(found, "LegalStage", "stageOf")) == ["JN", "SM"]


def test_three_are_not_two() -> None:
    found = read(
        "Polres Sambas menetapkan dua orang sebagai tersangka. Mereka adalah SM (39), JN (52), "
        "dan KL (40)."
    )
    assert shown(found, "LegalStage", "stageOf") == []


@pytest.mark.parametrize(
    "text",
    [
        "Dari setiap korban, NH (38) memperoleh Rp20 juta. Tersangka NH kini ditahan.",
        "Korban berangkat karena diajak seorang perempuan berinisial MB (41).",
    ],
)
def test_whoever_stands_beside_a_victim_is_none(text: str) -> None:
    assert len([e for e in read(text).entities if e.cls == "Person"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Korban, AN (19), dijemput tersangka.",
        "Korban yang direkrut berinisial AN (19) dan BD (20) selamat.",
        "Salah satu korban bernama Yuliana Tefa menangis.",
    ],
)
def test_victims_stay_out(text: str) -> None:
    assert [e.caption for e in read(text).entities if e.cls == "Person"] == []


def test_a_later_sentence_gives_day_and_place() -> None:
    found = read(
        "Imigrasi Surabaya menunda keberangkatan 23 penumpang yang diduga akan bekerja di Arab "
        "Saudi. Penundaan dilakukan di Bandara Juanda, Sidoarjo, Senin (4/8/2025)."
    )
    assert shown(found, "Interception", "date") == ["2025-08-04"]
    assert "Bandara Juanda" in shown(found, "Interception", "occurredAt")
    assert shown(found, "Interception", "destination") == ["Arab Saudi"]


def test_where_they_were_bound() -> None:
    found = read(
        "Polda Kepri mencegah keberangkatan 11 calon pekerja migran di Kota Batam, Senin "
        "(4/8/2025). Mereka hendak terbang ke Kamboja via Singapura."
    )
    assert shown(found, "Interception", "destination") == ["Kamboja"]
    assert shown(found, "Route", "transit") == ["Singapura"]


def test_since_is_an_open_window() -> None:
    found = read("Satgas TPPO Polri menangkap 1.014 tersangka sejak dibentuk pada 5 Juni 2023.")
    assert [c.value for c in claims(found, "Count", "window")] == ["2023-06-05/.."]
    assert claims(found, "Arrest", "date") == []
    assert shown(found, "Formation", "date") == ["2023-06-05"]


def test_sums_are_no_events() -> None:
    found = read(
        "Polri mengungkap 397 kasus selama periode Oktober hingga November 2024. Dari "
        "pengungkapan itu, 482 tersangka ditangkap dan 904 korban diselamatkan."
    )
    assert claims(found, "Arrest", "apprehended") == []
    assert claims(found, "Rescue", "affected") == []
    assert {"suspects-arrested", "persons-rescued"} <= set(shown(found, "Count", "measure"))


def test_the_verb_belongs_to_the_later_count() -> None:
    found = read("Polda NTT menangani 20 kasus, 12 kasus di antaranya sudah disidangkan.")
    sizes = {c.subject: c.value for c in claims(found, "Count", "countLower")}
    tried = [sizes[c.subject] for c in claims(found, "Count", "measure")]
    assert tried == ["12"]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Patroli menemukan 300 konten, 120 di antaranya telah diturunkan.", ["300", "120"]),
        ("Patroli menemukan 300 konten, 900 di antaranya telah diturunkan.", ["300"]),
    ],
)
def test_parts_of_a_whole(text: str, sizes: list[str]) -> None:
    assert shown(read(text), "Count", "countLower") == sizes


def test_who_signed() -> None:
    found = read(
        "BP2MI dan Pemerintah Kabupaten Cilacap menandatangani Nota Kesepahaman, Senin "
        "(4/8/2025). Penandatanganan dilakukan oleh Kepala BP2MI, Benny Ramdhana, dan Bupati "
        "Cilacap, Awaluddin Muri."
    )
    assert shown(found, "MemorandumOfUnderstanding", "signatory") == [
        "Benny Ramdhana",
        "Awaluddin Muri",
    ]


def test_a_quote_after_indirect_speech_is_of_who_spoke_last() -> None:
    found = read(
        '"Kami mengusut semua perekrut di desa itu," kata Kapolres Sikka AKBP Hardi Dinata.',
        "Kuasa hukum YK, Marianus Laka, membantah tuduhan itu. "
        '"Klien kami hanya membantu tetangga mencari kerja," tuturnya.',
    )
    assert shown(found, "Statement", "speaker") == [
        "Hardi Dinata",
        "Marianus Laka",
        "Marianus Laka",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Terdakwa I Made Sudiarta (51) divonis tiga tahun penjara.", ["I Made Sudiarta"]),
        ("Terdakwa I dan terdakwa II hadir di ruang sidang.", []),
        (
            "Hakim memvonis terdakwa Suharni Binti Kadir satu tahun penjara.",
            ["Suharni Binti Kadir"],
        ),
        ("Koordinator itu, Suster Fransiska Imakulata SSpS, menolak.", ["Fransiska Imakulata"]),
    ],
)
def test_how_far_names_reach(text: str, names: list[str]) -> None:
    assert [e.caption for e in read(text).entities if e.cls == "Person"] == names


def test_heads_of_villages_are_not_their_villages() -> None:
    found = read("Penyidik memeriksa Kepala Desa Habi, Yohanes Nong, dan Kades Sukamaju.")
    places = {e.caption for e in found.entities if e.cls == "Village"}
    assert places == {"Habi", "Sukamaju"}
    assert [e.caption for e in found.entities if e.cls == "Person"] == ["Yohanes Nong"]


def test_several_decrees_are_nobodys() -> None:
    found = read(
        "KP2MI mencabut izin PT Satu Jaya dan PT Dua Jaya. Keputusan itu diteken pada 4 Agustus "
        "2025 melalui Keputusan Menteri Nomor 301 dan 302 Tahun 2025."
    )
    assert shown(found, "LicenceAction", "date") == ["2025-08-04", "2025-08-04"]
    assert claims(found, "LicenceAction", "decreeNumber") == []


def test_that_company_is_the_one_before() -> None:
    found = read(
        "KP2MI memeriksa PT Satu Jaya. Perusahaan tersebut dikenai sanksi penghentian sementara "
        "selama tiga bulan."
    )
    assert shown(found, "LicenceAction", "concernsCompany") == ["PT Satu Jaya"]
    two = read(
        "KP2MI memeriksa PT Satu Jaya dan PT Dua Jaya. Perusahaan tersebut dikenai sanksi "
        "penghentian sementara."
    )
    assert claims(two, "LicenceAction", "concernsCompany") == []


def test_acquitted_beside_convicted() -> None:
    found = read(
        "Majelis hakim Pengadilan Negeri Kupang memvonis Yohana Bria lima tahun penjara, "
        "sedangkan terdakwa lainnya, Simon Lopo, dibebaskan dari segala dakwaan."
    )
    stages = {(shown_of(found, c.subject), c.value) for c in claims(found, "LegalStage", "stage")}
    assert ("Yohana Bria", "convicted") in stages
    assert ("Simon Lopo", "acquitted") in stages
    assert ("Simon Lopo", "convicted") not in stages


def shown_of(found: Extraction, stage: str) -> str:
    person = next(c.value for c in found.claims if c.subject == stage and c.property == "stageOf")
    return next(e.caption for e in found.entities if e.id == person)


def test_a_higher_court_makes_a_verdict_of_its_own() -> None:
    found = read(
        "Pengadilan Tinggi Kepulauan Riau memperberat hukuman Rahmansyah Lubis dari empat tahun "
        "menjadi enam tahun penjara. Majelis juga menghukum terdakwa membayar denda Rp500 juta. "
        "Sebelumnya, Pengadilan Negeri Batam memvonis Rahmansyah empat tahun penjara."
    )
    months = {c.subject: c.value for c in claims(found, "Verdict", "sentenceMonths")}
    courts = {c.subject: c.value for c in claims(found, "Verdict", "court")}
    assert {(courts[s], months[s]) for s in months} == {
        ("org:pengadilan-tinggi-kepulauan-riau", "72"),
        ("org:pn-batam", "48"),
    }


def test_all_three_were_made_suspects() -> None:
    named = "Kapal itu dinakhodai pria berinisial MY (42) dengan RD (25) dan SF (30)."
    found = read(f"{named} Ketiganya telah ditetapkan sebagai tersangka.")
    assert sorted(shown(found, "LegalStage", "stageOf")) == ["MY", "RD", "SF"]
    assert shown(found, "CaseRole", "role") == ["boat-skipper"]
    other = read(f"{named} Keduanya telah ditetapkan sebagai tersangka.")
    assert shown(other, "LegalStage", "stageOf") == []
