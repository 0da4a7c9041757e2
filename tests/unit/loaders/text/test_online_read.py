"""Cyber patrols and recruitment online: what they found, closed, and told of, in articles."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract


def read(text: str) -> Extraction:
    return extract(text, document=Metadata(published="2026-05-20"))


def told(found: Extraction, cls: str) -> list[dict[str, str]]:
    """Return properties and values of everything of a class, in text order."""
    things = {e.id: e for e in found.entities}
    made: dict[str, dict[str, str]] = {e.id: {} for e in found.entities if e.cls == cls}
    for claim in found.claims:
        if claim.subject in made:
            value = things[claim.value].caption if claim.value in things else claim.value
            made[claim.subject].setdefault(claim.property, value)
    return list(made.values())


def counts(found: Extraction) -> dict[str, tuple[str, str]]:
    return {
        one["countLower"]: (one.get("measure", ""), one.get("includedIn", ""))
        for one in told(found, "Count")
    }


_PATROL = "Tim patroli siber mendapati 600 konten lowongan palsu selama Maret 2026. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            _PATROL + "Sebanyak 410 di antaranya sudah diturunkan. Facebook menjadi sarana yang "
            "paling banyak dipakai dengan 350 unggahan, disusul TikTok 250 unggahan.",
            {"350": ("content-detected", ""), "250": ("content-detected", "")},
        ),
        (
            "Komdigi menutup 900 konten sepanjang April 2026. Facebook mendominasi dengan 500 "
            "konten. Sisanya tersebar di TikTok 300 konten dan Instagram 100 konten. Sekitar 200 "
            "konten berasal dari laporan warga.",
            dict.fromkeys(("500", "300", "100", "200"), ("content-taken-down", "900 konten")),
        ),
        (
            "Polda Riau menelusuri 40 akun perekrut. Sebanyak 25 akun berada di Facebook, 10 di "
            "Telegram, dan lima di Instagram. Sebanyak 12 akun di antaranya diusulkan ditutup.",
            dict.fromkeys(("25", "10", "5", "12"), ("content-detected", "40 akun")),
        ),
    ],
)
def test_shares_by_service(text: str, expected: dict[str, tuple[str, str]]) -> None:
    found = counts(read(text))
    for number, (measure, whole) in expected.items():
        assert found[number][0] == measure
        assert whole in ("", found[number][1])


@pytest.mark.parametrize(
    "text",
    [
        "Nomor yang sama ditemukan di 17 grup sekaligus.",
        "Kabar bahwa lima warga Sambas meninggal di Kamboja tidak benar, kata Kapolres.",
        "Salah satu dari empat warga itu meninggal di Kamboja, kata Kapolres.",
        _PATROL.replace("600", "beberapa") + "Facebook dan TikTok sebanyak 90 unggahan.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert not told(read(text), "Count")


def test_counts_of_people() -> None:
    found = read(
        "Korbannya 31 orang dari Kendal, Batang, dan Pemalang. Dua orang dalam keadaan sakit."
    )
    first, second = told(found, "Count")
    assert (first["countLower"], first["measure"]) == ("31", "victims-identified")
    assert first["name"] == "31 orang dari Kendal, Batang, dan Pemalang"
    assert second["measure"] == "illnesses"


def test_who_fled() -> None:
    text = "Lima WNI kabur dari kompleks penipuan daring di Bavet, Kamboja."
    assert counts(read(text)) == {"5": ("persons-escaped", "")}


def test_accounts_that_are_closed_by_nobody_named() -> None:
    found = read(
        "Polisi menemukan situs www.karier-asia-cepat.com. Situs itu sudah diblokir pada 9 Mei "
        "2026. Salah satu akun yang sudah ditutup adalah akun TikTok @loker.cepat.kh."
    )
    first, second = told(found, "CyberTakedown")
    assert (first["targets"], first["date"]) == ("www.karier-asia-cepat.com", "2026-05-09")
    assert second["targets"] == "@loker.cepat.kh"


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ('Ia tertarik unggahan seseorang berakun Facebook "Doni Kerja KH".', "doni kerja kh"),
        ("Ada satu akun yang kami pantau, namanya Agen Cepat Dubai, kata dia.", "agen cepat dubai"),
    ],
)
def test_names_of_accounts(text: str, handle: str) -> None:
    assert [one["handle"] for one in told(read(text), "SocialMediaAccount")] == [handle]


@pytest.mark.parametrize(
    ("text", "job", "pay"),
    [
        (
            "Di brosur itu tertulis pekerjaan pemetik apel dengan penghasilan Rp40 juta sebulan.",
            "pemetik apel",
            "penghasilan Rp40 juta sebulan",
        ),
        (
            '"Upah yang ditawarkan rata-rata 12 juta rupiah untuk posisi operator obrolan," '
            "kata Rina Wulandari.",
            "operator obrolan",
            "Upah yang ditawarkan rata-rata 12 juta rupiah",
        ),
        (
            "Modus yang paling sering dipakai adalah menawarkan pekerjaan sebagai kasir di "
            "Kamboja dengan gaji Rp12 juta per bulan.",
            "kasir",
            "gaji Rp12 juta per bulan",
        ),
    ],
)
def test_offers(text: str, job: str, pay: str) -> None:
    (offer,) = told(read(text), "JobOffer")
    assert (offer["jobTitle"], offer["promisedPay"]) == (job, pay)


def test_a_usual_way_is_no_offer() -> None:
    text = "Modus yang sering dipakai adalah menjanjikan pekerjaan sebagai kasir di Kamboja."
    assert not told(read(text), "JobOffer")


def test_who_runs_an_account_offers_what_it_offers() -> None:
    found = read(
        "Jaksa mendakwa Santi Maulida (31) dengan UU TPPO. Terdakwa mengelola akun Instagram "
        "@santi.kerja dan menawarkan pekerjaan resepsionis di Vietnam bergaji Rp12 juta."
    )
    assert [one["offeredBy"] for one in told(found, "JobOffer")] == ["Santi Maulida"]


def test_where_people_were_forced() -> None:
    found = read(
        "Tujuh WNI kabur dari kompleks penipuan daring di Poipet, Kamboja. Gaji yang dijanjikan "
        "Rp10 juta untuk posisi kasir di Thailand. Sesampainya di sana mereka dipaksa bekerja."
    )
    (incident,) = told(found, "TraffickingIncident")
    assert incident["occurredAt"] == "Poipet"


def test_a_second_name_without_a_mark_of_its_own() -> None:
    found = read(
        "Polda Kalimantan Barat memasukkan Budi Santoso alias Acong (44) ke dalam daftar "
        "pencarian orang sejak 28 April 2026."
    )
    (notice,) = told(found, "WantedNotice")
    assert (notice["sought"], notice["date"]) == ("Budi Santoso", "2026-04-28")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Polisi menangkap pengelola kanal Telegram "Kerja Laos Cuan", RD (30), di Bekasi.', "RD"),
        ('Admin grup Facebook "Info Kerja Makau", Siti Ani (40), diringkus di Malang.', "Siti Ani"),
        ('Polda Bali membekuk RD (28), pengelola akun Instagram @kerja.laos, di Kuta.', "RD"),
        ("Polisi menangkap WN (35) yang menjadi admin grup Facebook Loker Oman Cepat.", "WN"),
    ],
)  # fmt: skip
def test_who_runs_an_account_and_is_caught(text: str, who: str) -> None:
    found = read(text)
    assert [one["channelUser"] for one in told(found, "ChannelUse")] == [who]
    assert [one["apprehended"] for one in told(found, "Arrest")] == [who]


def test_an_age_makes_a_person_of_a_name_behind_a_group() -> None:
    found = read("Polisi menangkap admin grup WhatsApp bernama Joko Prasetya (39) di Bekasi.")
    assert [one["apprehended"] for one in told(found, "Arrest")] == ["Joko Prasetya"]
    assert not told(found, "SocialMediaAccount")


def test_stages_of_who_runs_an_account() -> None:
    found = read(
        'Polisi menetapkan pemilik akun Facebook "Kerja Taipei", Lina Susanti (42), sebagai '
        "tersangka. Polres Garut menetapkan MA (30) sebagai tersangka dan menahannya sejak 10 Mei "
        "2026."
    )
    stages = {(one["stageOf"], one["stage"]) for one in told(found, "LegalStage")}
    assert stages == {("Lina Susanti", "suspect"), ("MA", "suspect"), ("MA", "detained")}


def test_whom_a_list_names_by_letters() -> None:
    found = read(
        "Penyidik menetapkan tiga orang sebagai tersangka, yaitu AR, BT, dan DW. Satu orang "
        "lainnya, HN, masih buron."
    )
    stages = {one["stageOf"]: one["stage"] for one in told(found, "LegalStage")}
    assert stages == {"AR": "suspect", "BT": "suspect", "DW": "suspect", "HN": "wanted"}


def test_when_those_counted_before_were_found() -> None:
    found = read(
        "Polisi menelusuri 57 akun media sosial. Akun-akun itu terpantau dalam patroli siber pada "
        "6-20 April 2026."
    )
    assert [one["window"] for one in told(found, "Count")] == ["2026-04-06/2026-04-20"]


def test_doers_and_messengers_are_nobody() -> None:
    found = read(
        "Penyekap meminta tebusan. Ia direkrut lewat pesan Messenger untuk menjadi kasir. Mereka "
        "tinggal di Asrama Haji Pondok Gede."
    )
    assert not told(found, "Person")


def test_a_name_that_begins_with_a_letter() -> None:
    found = read("Polisi menangkap M Ihsanudin (45) di Palembang. Ihsanudin diupah Rp750 ribu.")
    assert [one["payee"] for one in told(found, "Payment")] == ["M Ihsanudin"]


def test_each_with_what_he_does() -> None:
    found = read(
        "Polisi menetapkan Joni Saputra (40), pemilik kapal, dan Rudi Salim (33), nakhoda, "
        "sebagai tersangka."
    )
    stages = {one["stageOf"]: one["stage"] for one in told(found, "LegalStage")}
    assert stages == {"Joni Saputra": "suspect", "Rudi Salim": "suspect"}


def test_a_wife_who_was_caught_before() -> None:
    found = read(
        "Rudi Hartawan (41) bekerja bersama istrinya, LN (36), yang lebih dulu ditangkap di Batam. "
        "LN dikenai Pasal 4 UU 21/2007 dan sekarang ditahan."
    )
    assert [one["apprehended"] for one in told(found, "Arrest")] == ["LN"]
    assert [one["stage"] for one in told(found, "LegalStage")] == ["detained"]


def test_a_couple_by_letters() -> None:
    found = read("Dua tersangka, suami istri berinisial BW (44) dan ES (40), diringkus di Blora.")
    assert {one["stageOf"] for one in told(found, "LegalStage")} == {"BW", "ES"}
    assert [one["relativeOf"] for one in told(found, "FamilyRelation")] == ["ES"]


def test_data_that_somebody_told() -> None:
    found = read(
        "Komdigi menutup 90 konten. Data itu dipaparkan Direktur Siber KP2MI, Ratri Kusuma, di "
        "Jakarta, Rabu (20/5/2026)."
    )
    (statement,) = told(found, "Statement")
    assert (statement["speaker"], statement["date"]) == ("Ratri Kusuma", "2026-05-20")


def test_a_team_without_a_name_is_formed() -> None:
    found = read(
        "BP3MI Bali membentuk tim patroli siber beranggotakan delapan orang di Denpasar, Senin "
        "(18/5/2026)."
    )
    (formed,) = told(found, "Formation")
    assert (formed["conductedBy"], formed["date"]) == ("BP3MI Bali", "2026-05-18")


def test_where_somebody_is_from_before_his_letters() -> None:
    found = read("Polisi menangkap pria asal Lombok Tengah berinisial ZA.")
    assert [one["residence"] for one in told(found, "Person")] == ["Kabupaten Lombok Tengah"]


def test_a_way_that_goes_on_behind_sebelum() -> None:
    found = read(
        "Korban berangkat pada 3 Mei 2026 lewat Bandara Kualanamu, kemudian transit di Bangkok "
        "sebelum dibawa menyeberang ke Myanmar."
    )
    (route,) = told(found, "Route")
    assert (route["transit"], route["destination"]) == ("Bangkok", "Myanmar")


@pytest.mark.parametrize(
    "text",
    [
        "Dua orang kabur dari polisi saat penggerebekan.",
        "Lima orang berhasil kabur saat penggerebekan, kata Kapolres.",
        "Kabar bahwa 12 WNI dipulangkan tidak benar.",
    ],
)
def test_who_fled_from_the_police_or_did_not_come_home(text: str) -> None:
    assert all("measure" not in one for one in told(read(text), "Count"))


def test_an_account_that_cannot_be_reached_is_not_closed() -> None:
    assert not told(read("Akun Instagram @pmi.kita sempat tidak bisa diakses."), "CyberTakedown")


def test_months_joined_by_dan() -> None:
    found = read("KBRI Phnom Penh mencatat 902 pengaduan selama Januari dan Februari 2026.")
    assert [one["window"] for one in told(found, "Count")] == ["2026-01/2026-02"]


def test_what_came_instead_is_no_offer() -> None:
    found = read(
        "Mereka dijanjikan pekerjaan sebagai kasir bergaji 900 dolar AS, lalu dipaksa menipu orang "
        "di kompleks tertutup di Bavet."
    )
    assert all("destination" not in one for one in told(found, "JobOffer"))
