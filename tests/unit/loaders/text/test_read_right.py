"""Each of these was read as something else: layout, crimes, shares of a total, rates, heads."""

from __future__ import annotations

from pathlib import Path

from loaders.formats.articles import read_article
from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from loaders.text.laws import articles, instruments
from tests.extractions import shown


def _of(text: str) -> Extraction:
    return extract(text, document=Metadata(published="2025-08-06"))


def _named(found: Extraction, *classes: str) -> set[str]:
    return {entity.caption for entity in found.entities if entity.cls in classes}


BODY = "Polda NTT menyelamatkan lima korban di Kota Kupang, Senin (4/8/2025)."


def test_what_kind_of_text_follows_is_no_title() -> None:
    found = _of(f"SIARAN PERS\nPolda NTT Selamatkan Lima Korban\n\n{BODY}\n")
    assert _named(found, "NewsArticle") == {"Polda NTT Selamatkan Lima Korban"}


def test_the_editor_is_no_part_of_the_author() -> None:
    found = _of(f"Lima Korban Selamat\n\n{BODY}\n\nPenulis: Satria Nugraha | Editor: Dwi Lestari\n")
    assert shown(found, "NewsArticle", "author") == ["Satria Nugraha"]


def test_a_desk_is_no_outlet() -> None:
    found = _of(f"Lima Korban Selamat\n\nJakarta, Biro Humas — {BODY}\n")
    assert not _named(found, "MediaOrganization")


def test_crimes_are_no_organisations() -> None:
    found = _of("Kasus itu adalah Penyelundupan Manusia (TPPM) dan Pidana Perdagangan Orang (PPO).")
    assert not _named(found, "Organization", "CivilSocietyOrganization", "Person")


def test_a_known_name_is_not_cut() -> None:
    found = _of("Korban didampingi Lembaga Perlindungan Saksi dan Korban (LPSK) sejak Senin.")
    assert _named(found, "PublicBody", "CivilSocietyOrganization") == {
        "Lembaga Perlindungan Saksi dan Korban"
    }


def test_a_capital_of_a_regency_is_no_city() -> None:
    found = _of("Kapal bersandar di Larantuka, Ibu Kota Kabupaten Flores Timur, kemarin.")
    assert "Kabupaten Flores Timur" in _named(found, "Regency")
    assert not any("Kota Kabupaten" in name for name in _named(found, "Place", "Regency"))


def test_what_was_done_to_a_part_was_not_done_to_all() -> None:
    found = _of("BP3MI memulangkan 77 PMI dari total 313 PMI yang masih tertahan di Tawau.")
    measured = {c.subject: c.value for c in found.claims if c.property == "measure"}
    sizes = {c.value: measured.get(c.subject) for c in found.claims if c.property == "countLower"}
    assert sizes.get("77") == "persons-repatriated"
    assert sizes.get("313") is None


def test_a_rate_is_no_count() -> None:
    text = "Direktorat Siber menurunkan lebih dari 20 akun media sosial"
    assert shown(_of(f"{text}."), "Count", "countLower") == ["20"]
    assert shown(_of(f"{text} tiap bulan."), "Count", "countLower") == []


def test_victims_of_suspects_are_victims() -> None:
    found = _of("Penyelidikan mengungkap korban dari kedua terduga pelaku sebanyak sembilan orang.")
    assert "suspects-named" not in shown(found, "Count", "measure")
    assert not any("pelaku" in c.quote for c in found.claims if c.property == "countLower")


def test_an_aim_is_not_read_from_a_name() -> None:
    found = _of(
        "Judul\n\nKementerian Pelindungan Pekerja Migran Indonesia dan Pemkab Belu menandatangani "
        "nota kesepahaman dengan Kementerian Pelindungan Pekerja Migran Indonesia, Senin (4/8)."
    )
    assert shown(found, "MemorandumOfUnderstanding", "objective") == []


def test_two_heads_sign_for_their_offices() -> None:
    found = _of(
        "Judul\n\nMenteri P2MI Rahmat Hidayat saat menghadiri acara itu sekaligus meneken Nota "
        "Kesepahaman (MoU) dengan Kapolri Jenderal Listyo Santoso di Mabes Polri, Senin (4/8/2025)."
    )
    parties = shown(found, "MemorandumOfUnderstanding", "party")
    assert len(parties) == 2
    assert shown(found, "MemorandumOfUnderstanding", "signatory") == [
        "Rahmat Hidayat",
        "Listyo Santoso",
    ]
    assert shown(found, "MemorandumOfUnderstanding", "date") == ["2025-08-04"]


def test_the_one_minister_is_who_the_minister_is() -> None:
    found = _of(
        'Judul\n\nMenteri P2MI Rahmat Hidayat menyegel kantor itu, Senin (4/8). "Jangan diulangi '
        'lagi hal seperti ini," tegas Menteri.'
    )
    assert shown(found, "Statement", "speaker") == ["Rahmat Hidayat"]


def test_regulations_in_place_of_laws() -> None:
    assert [one.id for one in instruments("Perppu Nomor 2 Tahun 2022")] == ["law:perppu-2-2022"]
    text = "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022"
    assert [one.id for one in instruments(text)] == ["law:perppu-2-2022"]


def test_articles_with_paragraphs_in_brackets() -> None:
    assert [one.id for one in articles("Pasal 55 (1) ke 1 KUHP")] == ["law:kuhp-ps-55-1-1"]


def test_without_a_headline_the_first_sentence_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "rilis.txt"
    path.write_text(f"{BODY} Kalimat kedua menyusul.\n\nParagraf kedua juga.\n", encoding="utf-8")
    assert read_article(path, Metadata())[1].title == BODY


def test_a_street_is_no_ship_and_a_board_no_rank() -> None:
    found = _of("Komisaris PT Arga Mulia, Hj. Wartini, ditemui di Jalan MT Haryono, Senin (4/8).")
    assert not _named(found, "Vessel")
    assert shown(found, "Person", "title") == ["Hj"]
    assert shown(found, "PositionHolding", "post") == ["Komisaris PT Arga Mulia"]


def test_who_writes_before_a_town_is_an_outlet() -> None:
    found = _of(f"Lima Korban Selamat\n\nLiputan Nusantara, Jakarta - {BODY}\n")
    assert _named(found, "MediaOrganization") == {"Liputan Nusantara"}


def test_an_office_is_no_author() -> None:
    found = _of(f"Lima Korban Selamat\n\n{BODY}\n\nPenulis: Humas Polres Belu\n")
    assert not _named(found, "Person")


def test_the_same_period_is_that_of_the_count_before() -> None:
    found = _of(
        "Judul\n\nSepanjang 2024, BP3MI NTB memulangkan 877 PMI. Pada periode yang sama BP3MI "
        "mencegah keberangkatan 214 calon PMI."
    )
    assert shown(found, "Count", "window") == ["2024", "2024"]


def test_letters_before_a_stop_end_the_sentence() -> None:
    found = _of(
        "Direktur LSM itu meminta polisi menangkap LS. Sepanjang 2025, ia mendampingi 23 korban."
    )
    assert not any("Sepanjang" in name for name in _named(found, "Person"))


def test_a_form_alone_is_no_company() -> None:
    found = _of("Polisi menggerebek LPK Sakura Mandiri. LPK tersebut tidak memiliki izin resmi.")
    assert _named(found, "TrainingCentre", "Organization", "Company") == {"LPK Sakura Mandiri"}


def test_a_letterhead_is_no_title() -> None:
    found = _of(
        "Siaran Pers\nBIRO HUBUNGAN MASYARAKAT KEMENTERIAN P2MI\nNomor: SP-214/HM.02/VII/2026\n\n"
        f"Kementerian P2MI Selamatkan Lima Korban\n\n{BODY}\n"
    )
    assert _named(found, "NewsArticle") == {"Kementerian P2MI Selamatkan Lima Korban"}


def test_the_time_of_the_number_compared_is_its_own() -> None:
    found = _of(
        "Judul\n\nKP2MI menerima 212 pengaduan, naik dari 148 pengaduan pada periode yang sama "
        "tahun lalu."
    )
    windows = {c.subject for c in found.claims if c.property == "window"}
    sizes = {c.subject: c.value for c in found.claims if c.property == "countLower"}
    assert "212" not in {sizes[one] for one in windows}


def test_a_quotation_that_opens_as_it_closes() -> None:
    found = _of(
        "Judul\n\nKepala BP3MI NTT Rinto Sihombing menyampaikan, hak pekerja wajib dibayar. "
        "”Pencabutan izin tidak menghapus tanggung jawab perusahaan,” katanya."
    )
    assert shown(found, "Statement", "speaker") == ["Rinto Sihombing"] * 2
    assert shown(found, "Statement", "quotationForm") == ["indirect", "direct"]


def test_police_without_a_name_are_those_of_the_case() -> None:
    found = _of(
        "Judul\n\nDitreskrimum Polda NTT mengungkap kasus TPPO.\n\nKombes Dwi Hartono menjelaskan, "
        "penyidik menggerebek kantor itu di Kabupaten Kendal, pada 2 April 2025."
    )
    assert shown(found, "Raid", "conductedBy") == ["Ditreskrimum Polda NTT"]
    found = _of(
        "Judul\n\nDitreskrimum Polda NTT mengungkap kasus TPPO bersama Polres Kendal.\n\nKombes "
        "Dwi Hartono menjelaskan, penyidik menggerebek kantor itu di Kendal, pada 2 April 2025."
    )
    assert shown(found, "Raid", "conductedBy") == []


def test_who_promises_to_victims_is_none() -> None:
    found = _of(
        "Judul\n\nHakim menghukum Ruslan Effendi enam tahun penjara. Kepada para korban, Ruslan "
        "menjanjikan pekerjaan di kebun sawit di Johor."
    )
    assert _named(found, "Person") == {"Ruslan Effendi"}
    found = _of("Judul\n\nNasib berbeda dialami Ferdi Lopo, terdakwa yang dibebaskan hakim.")
    assert _named(found, "Person") == {"Ferdi Lopo"}


def test_another_account_makes_another_offer() -> None:
    found = _of(
        "Judul\n\nUnggahan itu menawarkan pekerjaan sebagai admin di Kamboja.\n\nAkun TikTok "
        "@lokerluarnegeri.resmi menawarkan pekerjaan sebagai operator pelayanan di Phnom Penh "
        "dengan gaji Rp15 juta per bulan."
    )
    told: dict[str, set[str]] = {}
    for claim in found.claims:
        if claim.property in ("jobTitle", "promisedPay"):
            told.setdefault(claim.subject, set()).add(claim.value)
    assert list(told.values()) == [
        {"admin"},
        {"operator pelayanan", "gaji Rp15 juta per bulan"},
    ]


def test_both_arrested_suspects_are_suspects() -> None:
    found = _of(
        "Judul\n\nDua tersangka yang ditangkap adalah HR (45) yang berperan sebagai pengurus dan "
        "SM (29), motoris speedboat."
    )
    assert set(shown(found, "LegalStage", "stageOf")) == {"HR", "SM"}


def test_a_stage_of_the_proceedings_is_no_part_of_a_number() -> None:
    found = _of(
        "Judul\n\nKejari Batam menerima pelimpahan tahap dua empat tersangka TPPO. Mereka adalah "
        "Rusdi (43), Ahmad Yani (39), Sri Wahyuni (35), dan Tumpal Siregar (51)."
    )
    assert "6" not in shown(found, "Count", "countLower")
    assert len(shown(found, "LegalStage", "stageOf")) == 4


def test_a_release_is_one(tmp_path: Path) -> None:
    path = tmp_path / "rilis.txt"
    path.write_text(f"SIARAN PERS\nPolda NTT Selamatkan Korban\n\n{BODY}\n", encoding="utf-8")
    assert read_article(path, Metadata())[1].cls == "OfficialRelease"
    path.write_text(f"Polda NTT Selamatkan Korban\n\n{BODY}\n", encoding="utf-8")
    assert read_article(path, Metadata())[1].cls == "NewsArticle"


def test_a_share_of_many_events_is_no_event() -> None:
    found = _of(
        "Judul\n\nSepanjang Januari-Agustus 2025 KP2MI mencegah keberangkatan 3.276 calon pekerja "
        "migran. Dari jumlah itu, 411 orang dicegah di Jawa Timur."
    )
    assert not _named(found, "Interception")


def test_a_rank_of_two_words_is_whole() -> None:
    found = _of("Brigadir Jenderal Raden Eko Wahyudi menyampaikan hal itu di ruang sidang Kartika.")
    assert shown(found, "Person", "title") == ["Brigadir Jenderal"]
    assert _named(found, "Person") == {"Raden Eko Wahyudi"}


def test_half_a_year_is_not_the_year() -> None:
    found = _of("Judul\n\nPada periode yang sama tahun lalu, 740 konten diblokir oleh kementerian.")
    assert shown(found, "Count", "window") == []


def test_a_witness_is_no_person() -> None:
    found = _of(
        "Polisi memeriksa perempuan berinisial TN. TN hingga saat ini masih berstatus saksi."
    )
    assert not _named(found, "Person")
