"""Names of companies: legal form, words, numbers, branches."""

from __future__ import annotations

import pytest

from graph.resolution.names.company import compare_companies
from graph.resolution.names.company_parts import parse_company

SPELLINGS_OF_ONE_NAME = [
    ("PT MajuSentosa Abadi", "PT Maju Sentosa Abadi"),
    ("Kop. Simpan Pinjam Tani Luhur", "KSP Tani Luhur"),
    ("PT. MAND1RI Utama JayA", "PT Mandiri Utama Jaya"),
    ("PT Surya Baru d/h PT Surya Lama", "PT Surya Baru"),
    ("PT Surya Baru (dahulu PT Surya Lama)", "PT Surya Lama"),
    ("PT SURYA BARU,JAKARTA", "PT Surya Baru"),
    ("PT Surya Baru, Batam, Kepri", "PT Surya Baru, Batam"),
    ("Perusahaan Perseroan (Persero) PT Surya Baru", "PT Surya Baru (Persero)"),
    ("PT Pelni", "PT Pelayaran Nasional Indonesia (Persero)"),
    ("PT BPD NTT", "PT Bank Pembangunan Daerah Nusa Tenggara Timur"),
    ("BUMDes Surya", "Badan Usaha Milik Desa Surya"),
    ("Yayasan Ponpes Al Falah", "Yayasan Pondok Pesantren Al Falah"),
    ("PT Dua Putra Surya", "PT 2 Putra Surya"),
    ("PT Surya Trade Centre", "PT Surya Trade Center"),
    ("PT. Bina Kerja Insani", "Bina Kerja Insani, PT"),
    ("PT Bina Kerja Insani", "Perseroan Terbatas Bina Kerja Insani"),
    ("CV Maju Jaya", "Persekutuan Komanditer Maju Jaya"),
    ("CV. Maju Jaya", "C.V. Maju Jaya"),
    ("PT Sukses Mandiri Utama (P3MI)", "PT Sukses Mandiri Utama"),
    ("P3MI PT Sukses Mandiri Utama", "PT. SUKSES MANDIRI UTAMA"),
    ("PT. Sumber Tenaga Kerja Remaja Abadi", "PT Sumber Tenaga Kerja Remadja Abadi"),
    ("Yayasan Peduli Migran", "Yay. Peduli Migran"),
    ("PT Multi Intan Amanah Internasional", "PT Multi Intan Amanah International"),
    ("PT Alwihda Jaya Sentosa", "PT Al Wihda Jaya Sentosa"),
    ("PT Alwihda Jaya Sentosa", "PT Al-Wihda Djaja Sentosa"),
    ("PT Elsafah Adiwiguna Mandiri", "PT Elsafa Adiwiguna Mandiri"),
    ("PT Tulus Widodo Putra", "PT. TULUS WIDODO PUTERA"),
    ("PT Bumi Mas Citra Mandiri", "PT Bumimas Citra Mandiri"),
    ("PT Karya Utama II", "PT Karya Utama 2"),
    ("PT Bank Mandiri Tbk", "PT Bank Mandiri (Persero) Tbk"),
    ("PT Bank Mandiri (Persero), Tbk.", "PT Bank Mandiri"),
    ("PT Cahaya Lombok", "PT Tjahaja Lombok"),
    ("PT Putri Samawa Mandiri Cabang NTB", "PT Putri Samawa Mandiri"),
    ("PT Putri Samawa Mandiri (Cab. Mataram)", "PT. Putri Samawa Mandiri"),
    ("PT Bhakti Persada", "PT Bakti Persada"),
    ("Bina Kerja Insani", "PT Bina Kerja Insani"),
    ("Koperasi Sejahtera Bersama", "Kop. Sejahtera Bersama"),
    ("UD Sumber Rejeki", "UD. Sumber Rezeki"),
    ("UD Sumber Rejeki", "Usaha Dagang Sumber Rejeki"),
    ("LPK Harapan Bangsa", "Lembaga Pelatihan Kerja Harapan Bangsa"),
    ("Agensi Pekerjaan Sentosa Sdn Bhd", "Agensi Pekerjaan Sentosa Sdn. Bhd."),
    ("Golden Star Co., Ltd.", "Golden Star Company Limited"),
    ("PT Anugerah Sejahtera", "PT Anugrah Sejahtera"),
    ("PT. Avida Avia Duta", "P.T. Avida Avia Duta"),
    ("PT Maju Jaya & Rekan", "PT Maju Jaya dan Rekan"),
    ("PT Citra Catur Utama Karya", "PT Citra Catur Utamakarya"),
    ("PT Global Widyatama Sentosa", "PT Global Widiatama Sentosa"),
    ("PT Ekspres Migran", "PT Express Migran"),
    ("PT Sejahtera Ekaguna", "PT Sejahterah Ekaguna"),
    ("PT Wahana Karyasuplaindo", "PT Wahana Karyasuplaindo Tbk"),
    ("PT. Jaya Abadi", "PT.Jaya Abadi"),
    ("P.T. Jaya Abadi", "PT Jaya Abadi"),
    ("PT Jaya Abadi", "PT Jaya-Abadi"),
    ("PT Jaya Abadi, Tbk", "PT Jaya Abadi Tbk."),
    ("PT Kerta Jaya", "PT Kerta Djaja"),
    ("PT Mitra Sejahtera Indonesia", "PT. MITRA SEJAHTERA INDONESIA"),
    ("PT Global Teknologi Nusantara", "PT Global Technology Nusantara"),
    ("Koperasi Simpan Pinjam Maju", "KSP Maju"),
    ("Fa. Hasan", "Firma Hasan"),
    ("PT Pelindungan Migran", "PT Perlindungan Migran"),
    ("PT Sinar Mas Agro", "PT Sinarmas Agro"),
    ("PT Karunia Makmur Sejahtera", "PT Karunia Makmur Sejahteraa"),
    ("UD Berkah", "U.D. Berkah"),
    ("Perusahaan Penempatan Pekerja Migran Indonesia PT Rimba Raya", "PT Rimba Raya"),
    ("Perusahaan PT Jasa Indo Tama", "PT Jasa Indotama"),
    ("PT Sinar Harapan Satu", "PT Sinar Harapan 1"),
    ("PT Sinar Harapan Dua", "PT Sinar Harapan II"),
    ("PT Kristal Biru", "PT Crystal Biru"),
    ("Agensi Pekerjaan Sentosa Sdn Bhd", "AP Sentosa Sdn Bhd"),
    ("LPKS Taruna Bangsa", "LPK Taruna Bangsa"),
    ("PT Wira Karya Cab. Lombok Timur", "PT Wira Karya Cabang Lotim"),
    ("BLKLN Bina Karya", "BLK-LN Bina Karya"),
    ("PT Aneka Karya Sejahtera Cab. Surabaya", "PT Aneka Karya Sejahtera (Cabang Surabaya)"),
]

TWO_NAMES = [
    ("Yayasan Pondok Pesantren Al Hikmah", "Yayasan Al Hikmah"),
    ("Bank Surya", "Surya"),
    ("PT Maju Jaya", "CV Maju Jaya"),
    ("PT Bina Kerja Insani", "PT Bina Kerja Mandiri"),
    ("PT Sinar Harapan Jaya", "PT Sinar Harapan Raya"),
    ("PT Sumber Mandiri", "PT Sumber Mandiri Utama"),
    ("PT Jaya Abadi", "PT Jaya Abadi Sentosa"),
    ("PT Bina Karya Insani", "PT Bina Kerja Insani"),
    ("PT Karya Utama II", "PT Karya Utama III"),
    ("PT Karya Utama", "PT Karya Utama II"),
    ("PT Mitra Jaya", "PT Mitra Raya"),
    ("PT Mutiara Timur", "PT Mutiara Barat"),
    ("PT Duta Wibawa", "PT Duta Wijaya"),
    ("PT Andalan Mitra Prestasi", "PT Andalan Mitra Perkasa"),
    ("PT Sukses Bersama", "PT Bersama Sukses"),
    ("Yayasan Peduli Migran", "PT Peduli Migran"),
    ("Yayasan Peduli Migran", "Yayasan Peduli Buruh Migran"),
    ("PT PSM", "PT Putri Samawa Mandiri"),
    ("PT Surya Pacific Jaya", "PT Surya Pasific Raya"),
    ("PT Cipta Karsa Bumi Lestari", "PT Cipta Karya Bumi Lestari"),
    ("PT Karya Semesta Sejahtera", "PT Karya Semesta Sejati"),
    ("LPK Harapan Bangsa", "PT Harapan Bangsa"),
    ("Agensi Sentosa Sdn Bhd", "PT Agensi Sentosa"),
    ("PT Bina Mandiri", "PT Dina Mandiri"),
    ("PT Sinar Mas", "PT Sinar Emas"),
    ("Koperasi Maju", "Yayasan Maju"),
    ("PT Amanah Putra", "PT Amanah Putri"),
    ("UD Makmur", "CV Makmur"),
    ("PT Indo Jaya", "PT Indah Jaya"),
    ("PT Tri Tama", "PT Dwi Tama"),
    ("PT Dasa Graha Utama", "PT Dasa Griya Utama"),
    ("PT Sinar Jaya", "PT Sinar Djaja Utama"),
    ("PT Jaya Abadi", "Koperasi Jaya Abadi"),
    ("PT Mitra Utama", "PT Mitra Usaha"),
    ("PT Bumi Persada", "PT Bumi Perkasa"),
    ("PT Karya Mandiri", "PT Karya Mandiri Sejahtera"),
    ("PT Sumber Rejeki", "PT Sumber Makmur"),
    ("PT Sejahtera Utama", "PT Utama Sejahtera"),
    ("PT Maju Bersama 1", "PT Maju Bersama 2"),
    ("PT Jaya Abadi Cabang Malang", "PT Jaya Abadi Cabang Kediri"),
    ("Yayasan Harapan", "Yayasan Harapan Bangsa"),
    ("PT Cahaya Timur", "PT Cahaya Timor"),
    ("PT Delta Mas", "PT Delta Emas Raya"),
]


@pytest.mark.parametrize(("left", "right"), SPELLINGS_OF_ONE_NAME)
def test_spellings_of_one_name_are_the_same(left: str, right: str) -> None:
    match = compare_companies(left, right)
    assert match.decision == "same", match.explanation


@pytest.mark.parametrize(("left", "right"), TWO_NAMES)
def test_two_names_are_never_the_same(left: str, right: str) -> None:
    match = compare_companies(left, right)
    assert match.decision != "same", match.explanation


@pytest.mark.parametrize(("left", "right"), SPELLINGS_OF_ONE_NAME + TWO_NAMES)
def test_the_side_does_not_matter(left: str, right: str) -> None:
    assert compare_companies(left, right).score == pytest.approx(
        compare_companies(right, left).score
    )


def test_the_legal_form_is_kept_as_evidence() -> None:
    assert parse_company("Persekutuan Komanditer Maju Jaya").forms == {"cv"}
    assert parse_company("Maju Jaya, PT. (Persero) Tbk").forms == {"pt"}
    match = compare_companies("PT Maju Jaya", "CV Maju Jaya", language="en")
    assert match.disagreed[0].in_("en") == "legal form (PT, CV)"


def test_notes_and_branches_are_no_part_of_the_name() -> None:
    name = parse_company("PT Putri Samawa Mandiri (PSM) Cabang Mataram (P3MI)")
    assert [w.text for w in name.words] == ["putri", "samawa", "mandiri"]
    assert (name.acronym, name.branch, name.notes) == ("psm", ("mataram",), ("p3mi",))


def test_an_acronym_fits_many_companies_unless_the_source_states_it() -> None:
    assert compare_companies("PT PSM", "PT Putri Samawa Mandiri").decision == "review"
    stated = compare_companies("PT PSM", "PT Putri Samawa Mandiri (PSM)")
    assert stated.decision == "same"
    assert compare_companies("PT PSM", "PT Putri Lombok Mandiri").decision == "different"


def test_a_name_shortened_to_its_first_words_needs_a_look() -> None:
    match = compare_companies("PT Multi Intan", "PT Multi Intan Amanah Internasional")
    assert match.decision == "review"


def test_numbers_are_read_in_any_script() -> None:
    assert parse_company("PT Karya Utama II").numbers == ("2",)
    assert parse_company("PT Karya Utama Ke-2").numbers == ("2",)
    assert parse_company("PT 99").words


def test_branches_in_two_places_need_a_look() -> None:
    for towns in (
        ("Malang", "Cirebon"),
        ("Lotim", "Loteng"),
        ("Antah", "Berantah"),
        ("X", "Malang"),
    ):
        one, other = (f"PT Wira Karya Cabang {town}" for town in towns)
        assert compare_companies(one, other).decision == "review"


def test_one_letter_in_a_word_that_no_list_has_needs_a_look() -> None:
    assert compare_companies("PT Perwita Nusaraya", "PT Pewita Nusaraya").decision == "review"
    assert compare_companies("PT Bahtera Jaya", "PT Batara Jaya").decision == "different"


def test_a_calling_is_no_part_of_a_name_that_has_no_form() -> None:
    assert parse_company("Perusahaan Penempatan Jaya").words


def test_a_name_of_nothing_but_a_form_is_kept() -> None:
    assert parse_company("PT").words == ()
    assert compare_companies("PT", "CV").decision == "different"


@pytest.mark.parametrize(
    ("left", "right", "decision"),
    [
        ("PT ABM (Andalan Bina Mandiri)", "PT Andalan Bina Mandiri", "same"),
        ("PT Perkebunan Nusantara XIV", "PTPN XIV", "same"),
        ("PT Perkebunan Nusantara XIV", "PTPN XII", "different"),
        ("Yay. Pend. Bunda Maria", "Yayasan Pendidikan Bunda Maria", "same"),
        ("PT Mangga Dua Prima", "PT Manggadua Prima", "same"),
        ("PT Bina Jaya Dua", "PT Bina Jaya", "review"),
        ("PT Trans Timor Logistik", "PT Trans Timor Logistics", "same"),
    ],
)
def test_a_name_in_short_is_that_of_its_words(left: str, right: str, decision: str) -> None:
    assert compare_companies(left, right).decision == decision
