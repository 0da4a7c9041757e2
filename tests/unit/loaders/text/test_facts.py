"""Facts of single sentences and short texts, through the whole pipeline."""

from __future__ import annotations

import pytest

from loaders.text.draft import DraftClaim, Extraction, Metadata
from loaders.text.extract import extract

TODAY = Metadata(published="2025-08-06")


def read(text: str) -> Extraction:
    return extract(text, document=TODAY)


def values(found: Extraction, cls: str, prop: str) -> list[str]:
    """Return values of a property of entities of a class; captions for ids of this document."""
    by_id = {entity.id: entity for entity in found.entities}
    made = []
    for claim in found.claims:
        if by_id[claim.subject].cls == cls and claim.property == prop:
            is_own = claim.is_object and not claim.value.startswith(
                ("org:", "region:", "country:", "law:")
            )
            made.append(by_id[claim.value].caption if is_own else claim.value)
    return made


def claims(found: Extraction, prop: str) -> list[DraftClaim]:
    return [claim for claim in found.claims if claim.property == prop]


def test_interception() -> None:
    found = read(
        "Polda Kepri menggagalkan keberangkatan 12 calon pekerja migran ke Malaysia melalui "
        "Pelabuhan Batam Centre di Kota Batam, Senin (4/8/2025)."
    )
    assert values(found, "Interception", "conductedBy") == ["org:polda-kepulauan-riau"]
    assert values(found, "Interception", "destination") == ["country:MY"]
    assert values(found, "Interception", "exitPoint") == ["Pelabuhan Batam Centre"]
    assert values(found, "Interception", "occurredAt") == ["region:21.71"]
    assert values(found, "Interception", "date") == ["2025-08-04"]
    assert values(found, "Group", "groupSizeLower") == ["12"]
    assert values(found, "Count", "measure") == ["departures-prevented"]


@pytest.mark.parametrize(
    "text",
    [
        "Polda Kepri akan menangkap 12 tersangka.",
        "Polda Kepri belum menangkap 12 tersangka.",
        "Upaya Polda Kepri untuk menangkap 12 tersangka berlanjut.",
        "Polda Kepri mengamankan 12 orang penumpang.",
        "Polda Kepri mengamankan 30 paspor.",
    ],
)
def test_no_arrest(text: str) -> None:
    assert values(read(text), "Arrest", "apprehended") == []


def test_a_sum_over_months_is_a_count_and_no_event() -> None:
    found = read("Sepanjang Juli-Oktober 2024, Polda Riau menangkap 40 tersangka.")
    assert values(found, "Arrest", "apprehended") == []
    assert values(found, "Count", "measure") == ["suspects-arrested"]
    assert values(found, "Count", "window") == ["2024-07/2024-10"]
    assert values(found, "Count", "cumulative") == ["true"]


def test_places_and_dates_of_speaking_are_not_those_of_the_event() -> None:
    found = read(
        '"Kami menangkap dua tersangka itu," kata AKBP Budi Santoso di Jakarta, Senin (4/8/2025).'
    )
    assert values(found, "Arrest", "occurredAt") == []
    assert values(found, "Arrest", "date") == []
    (claim,) = list(claims(found, "apprehended"))
    assert claim.modality == "quoted"
    assert claim.attributed_to[0].endswith("budi-santoso")


def test_suspects_are_suspects_and_nothing_more() -> None:
    found = read("Polres Dumai menetapkan AH (45), warga Kota Dumai, sebagai tersangka.")
    assert values(found, "LegalStage", "stage") == ["suspect"]
    assert values(found, "Person", "age") == ["45"]
    assert values(found, "Person", "residence") == ["region:14.72"]
    assert values(found, "Verdict", "defendant") == []


def test_being_held_is_no_stage() -> None:
    found = read("Polisi mengamankan pria berinisial AH (45).")
    assert values(found, "LegalStage", "stage") == []


def test_who_is_questioned_is_no_suspect() -> None:
    found = read("Terduga pelaku berinisial AH (45) diperiksa.")
    assert values(found, "LegalStage", "stage") == ["questioned"]


def test_roles_are_alleged() -> None:
    found = read("Tersangka RA (34) berperan sebagai perekrut.")
    (claim,) = claims(found, "role")
    assert (claim.value, claim.modality) == ("recruiter", "alleged")


def test_verdict_and_demand_are_kept_apart() -> None:
    found = read(
        "Majelis hakim Pengadilan Negeri Malang menjatuhkan pidana 2 tahun 6 bulan penjara dan "
        "denda Rp200 juta subsider 3 bulan kurungan kepada terdakwa Herlina Rahayu.\n"
        "Sebelumnya jaksa menuntut Herlina enam tahun penjara dan denda Rp500 juta."
    )
    assert values(found, "Verdict", "sentenceMonths") == ["30"]
    assert values(found, "Verdict", "fineIdr") == ["200000000"]
    assert values(found, "Verdict", "court") == ["org:pn-malang"]


def test_charges() -> None:
    found = read("Tersangka AH (45) dijerat Pasal 2 ayat (1) UU No. 21 Tahun 2007.")
    assert values(found, "Case", "chargedUnder") == ["law:uu-21-2007-ps-2-1"]
    assert values(found, "LegalProvision", "instrument") == ["law:uu-21-2007"]
    assert values(found, "LegalStage", "stageArticle") == ["law:uu-21-2007-ps-2-1"]


def test_licence_actions_per_company() -> None:
    found = read(
        "KP2MI menjatuhkan sanksi penghentian sementara selama tiga bulan kepada PT Duta Nusa dan "
        "PT Mulia Karya karena melanggar aturan."
    )
    assert (
        values(found, "LicenceAction", "concernsCompany") == ["org:" + c for c in ()]
        or len(claims(found, "concernsCompany")) == 2
    )
    assert values(found, "LicenceAction", "suspensionMonths") == ["3", "3"]
    assert set(values(found, "LicenceAction", "conductedBy")) == {"org:kp2mi"}
    assert set(values(found, "LicenceAction", "sanctionReason")) == {"melanggar aturan"}


def test_a_possible_revocation_is_none() -> None:
    found = read('"Jika melanggar, izin PT Duta Nusa dapat dicabut," kata Hadi Santoso.')
    assert claims(found, "concernsCompany") == []


def test_offer_and_fee() -> None:
    found = read(
        "Korban dijanjikan bekerja sebagai pelayan restoran di Singapura dengan gaji Rp6 juta per "
        "bulan. Setiap korban diminta membayar Rp7 juta."
    )
    assert values(found, "JobOffer", "jobTitle") == ["pelayan restoran"]
    assert values(found, "JobOffer", "promisedPay") == ["gaji Rp6 juta per bulan"]
    assert values(found, "JobOffer", "destination") == ["country:SG"]
    assert values(found, "JobOffer", "feeIdr") == ["7000000"]
    assert {c.modality for c in claims(found, "feeIdr")} == {"alleged"}


def test_recruitment_is_alleged_and_planned_deeds_are_none() -> None:
    found = read("Tersangka HR (39) merekrut 6 warga. HR akan mengirim 9 warga.")
    assert [c.modality for c in claims(found, "recruiter")] == ["alleged"]
    assert claims(found, "transporter") == []


def test_agreement_with_shared_place() -> None:
    found = read(
        "KemenP2MI bersama Pemerintah Provinsi dan Kepolisian Daerah NTT secara resmi "
        "mendeklarasikan pencegahan TPPO pada Rabu, 6 Agustus 2025."
    )
    assert values(found, "Declaration", "party") == [
        "org:kp2mi",
        "org:pemprov-nusa-tenggara-timur",
        "org:polda-nusa-tenggara-timur",
    ]
    assert values(found, "Declaration", "date") == ["2025-08-06"]
    assert values(found, "Declaration", "formality") == ["official"]


def test_formation_and_outreach() -> None:
    found = read(
        "Pemprov NTB membentuk Gugus Tugas TPPO, Senin (4/8/2025).\n"
        "BP3MI NTB menggelar sosialisasi di Kota Mataram."
    )
    assert values(found, "Formation", "conductedBy") == ["org:pemprov-nusa-tenggara-barat"]
    assert values(found, "Outreach", "conductedBy") == ["org:bp3mi-nusa-tenggara-barat"]
    assert values(found, "Outreach", "occurredAt") == ["region:52.71"]


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("Komdigi memblokir lebih dari 20 akun.", ["20"], []),
        ("KP2MI mencatat sekitar 300 pengaduan.", ["300"], ["300"]),
        ("Tak sampai 10 perkara disidangkan.", [], ["10"]),
        ("KP2MI memulangkan 21 dari 91 WNI.", ["21", "91"], ["21", "91"]),
    ],
)
def test_bounds_of_counts(text: str, lower: list[str], upper: list[str]) -> None:
    found = read(text)
    assert values(found, "Count", "countLower") == lower
    assert values(found, "Count", "countUpper") == upper


@pytest.mark.parametrize(
    ("text", "speaker", "form"),
    [
        ('"Kami bangga atas hasil ini," ujar Kombes Pol Anton Wirawan.', "Anton Wirawan", "direct"),
        ("Kapolres Dumai AKBP Budi Santoso mengatakan ini rumit.", "Budi Santoso", "indirect"),
        ("Menurut AKBP Budi Santoso, kasus ini rumit.", "Budi Santoso", "indirect"),
        ("Kasus ini rumit, kata AKBP Budi Santoso.", "Budi Santoso", "indirect"),
        ("Hal itu disampaikan AKBP Budi Santoso.", "Budi Santoso", "indirect"),
        ("Perwakilan Polda Riau, Kompol Ronal Anis, menyebut modus.", "Ronal Anis", "indirect"),
    ],
)  # fmt: skip
def test_speakers(text: str, speaker: str, form: str) -> None:
    found = read(text)
    assert values(found, "Statement", "speaker") == [speaker]
    assert values(found, "Statement", "quotationForm") == [form]


def test_pronouns_carry_the_speaker_on() -> None:
    found = read(
        "Kapolres Dumai AKBP Budi Santoso mengatakan kasus ini rumit.\n"
        '"Kami akan terus bekerja keras," ujarnya.\n'
        "Ia menambahkan bahwa saksi sudah diperiksa.\n"
        '"Tidak ada yang kami tutupi," kata Kapolres.'
    )
    assert values(found, "Statement", "speaker") == ["Budi Santoso"] * 4
    assert [m.text for m in found.mentions if m.kind == "anaphor"] == ["ujarnya", "Ia"]


def test_a_scare_quote_is_no_statement() -> None:
    assert values(read('Ia dijuluki "ratu calo" oleh warga.'), "Statement", "speaker") == []


@pytest.mark.parametrize(
    "text",
    [
        "Korban bernama Siti Aminah dirawat di rumah sakit.",
        "Polisi mendata korban, yakni Siti Aminah dan Dewi Lestari.",
        "Korban berinisial SA (19) dipulangkan.",
        "Korban, Ny. Siti Aminah (38), warga Kabupaten Kendal, melapor. Siti Aminah menangis.",
        "Penumpang diduga calon TKI tersebut yakni Siti Aminah serta Dewi Lestari.",
    ],
)
def test_victims_are_never_persons(text: str) -> None:
    found = read(text)
    assert [e for e in found.entities if e.cls == "Person"] == []
    assert [m for m in found.mentions if m.cls == "Person"] == []
    assert not [r for r in found.refused if "Aminah" in r.quote + r.reason]


def test_homonym_places_are_refused() -> None:
    found = read("Polisi bergerak di Bandung.")
    assert "Place" in {entity.cls for entity in found.entities}
    assert any("32.04" in refusal.reason for refusal in found.refused)


def test_channels() -> None:
    found = read("Uang dikirim ke rekening BCA 1234567890; hubungi nomor WhatsApp 0812-3456-7890.")
    assert values(found, "BankAccount", "accountNumber") == ["1234567890"]
    assert values(found, "BankAccount", "bank") == ["BCA"]
    assert values(found, "PhoneNumber", "e164") == ["+6281234567890"]


@pytest.mark.parametrize("text", ["", " \n", "\x00", "...", '"', "a" * 20_000, "⟨PER0⟩ " * 50])
def test_odd_input_gives_no_facts(text: str) -> None:
    found = read(text)
    assert found.mentions == ()
    assert {claim.property for claim in found.claims} <= {"name"}


def test_an_outlet_in_the_dateline_does_nothing() -> None:
    found = read(
        "TANJUNGPINANG, KORANKOTA.COM - Polres Karimun, Polda Provinsi Kepulauan Riau (Kepri), "
        "menggagalkan pengiriman tujuh pekerja migran ke Malaysia."
    )
    assert values(found, "Interception", "conductedBy") == ["org:polres-karimun"]


def test_a_list_of_agencies_acts_together() -> None:
    found = read("Polres Dumai, Lanal Dumai, dan BP3MI Riau menyelamatkan 9 korban.")
    assert values(found, "Rescue", "conductedBy") == [
        "org:polres-dumai",
        "org:lanal-dumai",
        "org:bp3mi-riau",
    ]


def test_what_is_denied_stays_denied() -> None:
    found = read("Kapolres Dumai AKBP Budi Santoso membantah kabar bahwa JS (47) telah ditahan.")
    assert {claim.modality for claim in claims(found, "stage")} == {"denied"}


def test_a_lawyer_speaks_for_himself() -> None:
    found = read(
        "Polisi memeriksa pria berinisial JS (47).\n"
        "Kuasa hukum JS, Rahmat Hidayat, membantah kliennya merekrut 12 warga."
    )
    assert values(found, "Statement", "speaker") == ["Rahmat Hidayat"]
    assert claims(found, "recruiter") == []


def test_a_word_of_the_office_is_no_person() -> None:
    found = read("Dirjen Binapenta Kemnaker Haryo Sudarmanto menegaskan hal itu.")
    assert values(found, "PositionHolding", "holder") == ["Haryo Sudarmanto"]
