"""Forms in which police, courts and ministries tell of their work, each as a rule of language."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction
from tests.extractions import reader, shown

read = reader("2025-12-19")


def stages(found: Extraction) -> set[tuple[str, str]]:
    people = dict(
        zip(shown(found, "LegalStage", "stageOf"), shown(found, "LegalStage", "stage"), strict=True)
    )
    return set(people.items())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Polisi membawa SK (40) dan TN (38). Usai itu, keduanya menyandang status tersangka.",
            {("SK", "suspect"), ("TN", "suspect")},
        ),
        (
            "Perempuan berinisial MT yang diduga mendanai perjalanan itu masih dalam pengejaran.",
            {("MT", "wanted")},
        ),
        ("SK (40) dicari polisi sejak Maret.", {("SK", "wanted")}),
        ("Polisi membawa SK (40). Usai itu, keduanya menyandang status tersangka.", set()),
    ],
)
def test_stages(text: str, wanted: set[tuple[str, str]]) -> None:
    assert stages(read(text)) == wanted


def test_what_a_suspect_is_called_before_the_letters_is_a_part() -> None:
    text = "Sopir minibus, SK (40), dibawa ke polres. SK (40) ditetapkan sebagai tersangka."
    assert shown(read(text), "CaseRole", "role") == ["transporter"]
    assert shown(read("Sopir minibus, SK (40), menolong mereka."), "CaseRole", "role") == []


def test_forced_deceit_is_the_work_not_the_means() -> None:
    text = "SK (40) ditetapkan sebagai tersangka TPPO. Para korban dipaksa menipu di internet."
    assert shown(read(text), "TraffickingIncident", "means") == []
    assert shown(read(text), "TraffickingIncident", "purpose") == ["forced-labour"]


def test_a_pronoun_behind_somebody_unnamed_means_no_official() -> None:
    text = (
        'Kepala BP3MI Riau Fanny Wahyu menyambut mereka. "Kami siap membantu mereka," katanya. '
        "Salah seorang penumpang bercerita bahwa gajinya tidak dibayar. "
        '"Saya hanya diberi makan sekali sehari," tuturnya.'
    )
    assert len(shown(read(text), "Statement", "speaker")) == 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tim mendeteksi 540 lowongan palsu: 310 di Facebook, 150 di TikTok, dan 80 di Instagram.",
         ["540", "310", "150", "80"]),
        ("Tim mendeteksi 540 lowongan palsu. Dari 12 di Facebook tidak ada yang baru.", ["540"]),
        ("Tim mendeteksi 40 lowongan palsu, terdiri atas 310 di Facebook.", ["40"]),
    ],
)  # fmt: skip
def test_parts_by_place(text: str, numbers: list[str]) -> None:
    found = read(text)
    assert shown(found, "Count", "countLower") == numbers
    assert set(shown(found, "Count", "measure")) == {"content-detected"}


def test_everybody_counted_before_is_whom_an_event_concerns() -> None:
    text = (
        "Enam warga asal Jember hendak berangkat. "
        "Keenam warga dicegat Polres Nunukan pada 3 April 2025."
    )
    found = read(text)
    assert shown(found, "Interception", "date") == ["2025-04-03"]
    assert shown(found, "Group", "groupSizeLower") == ["6"]


def test_who_is_counted_again_is_no_count_anew() -> None:
    assert shown(read("Kedua korban dirawat di puskesmas."), "Count", "countLower") == []
    assert shown(read("Kedua orang tua itu menangis."), "Count", "countLower") == []


def test_a_company_told_before_is_what_its_sanction_concerns() -> None:
    text = (
        "KP2MI mencabut SIP3MI PT Andalan Karsa Mulia. Izin PT Buana Citra Raya juga dicabut. "
        "Perusahaan ini sebelumnya diskors pada Mei 2025."
    )
    kinds = shown(read(text), "LicenceAction", "licenceActionKind")
    whom = shown(read(text), "LicenceAction", "concernsCompany")
    assert ("suspended", "PT Buana Citra Raya") in list(zip(kinds, whom, strict=True))
    assert ("suspended", "PT Andalan Karsa Mulia") not in list(zip(kinds, whom, strict=True))


def test_a_sanction_that_ends_restores() -> None:
    text = "KP2MI mengakhiri pembinaan dan mencabut sanksi PT Andalan Karsa Mulia."
    assert shown(read(text), "LicenceAction", "licenceActionKind") == ["restored"]


def test_the_length_of_a_sanction_in_the_sentence_behind() -> None:
    text = (
        "KP2MI menjatuhkan skorsing kepada PT Andalan Karsa Mulia. Sanksi selama lima bulan itu "
        "tertuang dalam Keputusan Dirjen Nomor 8 Tahun 2025."
    )
    assert shown(read(text), "LicenceAction", "suspensionMonths") == ["5"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Direktur Pengawasan dan Penindakan Sutan Harahap menilai itu wajar.",
         "Direktur Pengawasan dan Penindakan"),
        ("Konsul RI di Tawau Aris Heru mengatakan mereka sehat.", "Konsul RI Tawau"),
        ("Direktur Lembaga Harapan Nusa, Rina Lestari, mengatakan mereka sehat.",
         "Direktur Lembaga Harapan Nusa"),
    ],
)  # fmt: skip
def test_posts(text: str, post: str) -> None:
    assert shown(read(text), "PositionHolding", "post") == [post]


def test_the_day_on_which_a_judgment_was_read() -> None:
    text = (
        "Pengadilan Negeri Medan menghukum Darwin Saragi empat tahun penjara. Putusan dibacakan "
        "ketua majelis Tuti Handayani di Ruang Cakra, Selasa (4/11/2025)."
    )
    assert shown(read(text), "Verdict", "date") == ["2025-11-04"]


def test_a_name_that_is_also_a_place_is_a_person_where_a_person_stands() -> None:
    found = read("Hakim menghukum terdakwa Darwin Saragi empat tahun penjara di Darwin, Australia.")
    assert [e.caption for e in found.entities if e.cls == "Person"] == ["Darwin Saragi"]
    assert shown(found, "Verdict", "defendant") == ["Darwin Saragi"]


def test_initials_with_sex_and_age_behind_them() -> None:
    found = read("Tersangkanya tiga, inisialnya KL laki-laki 33 tahun, kemudian VN perempuan (29).")
    assert shown(found, "Person", "age") == ["33", "29"]
    assert shown(found, "Person", "sex") == ["male", "female"]
    told = read("Tersangka inisialnya KL laki-laki 33 tahun, kemudian VN perempuan 29 tahun.")
    assert stages(told) == {("KL", "suspect"), ("VN", "suspect")}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Empat orang ditetapkan tersangka dalam perkara itu.", ["suspects-named"]),
        ("Korban yang melapor baru delapan orang.", ["victims-identified"]),
        ("Tiga pria belum ditetapkan tersangka.", []),
    ],
)
def test_counts_of_people(text: str, measures: list[str]) -> None:
    assert shown(read(text), "Count", "measure") == measures


def test_who_was_flown_home_was_returned() -> None:
    text = "Sebanyak 12 orang diterbangkan ke {} pada 3 Juni 2025. Ini kepulangan WNI."
    home, away = read(text.format("Medan")), read(text.format("Kamboja"))
    assert shown(home, "Repatriation", "date") == ["2025-06-03"]
    assert shown(home, "Count", "measure") == ["persons-repatriated"]
    assert shown(away, "Repatriation", "date") == []


def test_what_a_court_file_says_of_a_defendant() -> None:
    text = (
        "Terdakwa Maimunah, 41 tahun, pedagang, bertempat tinggal di Kecamatan Lembar, diperiksa. "
        "Diputus oleh Pengadilan Negeri Mataram pada Senin, 6 Januari 2025."
    )
    assert shown(read(text), "Person", "residence") == ["Kecamatan Lembar"]
    official = "Camat Lembar Maimunah, 41 tahun, bertempat tinggal di Kecamatan Gerung."
    assert shown(read(official), "Person", "residence") == []


def test_companies_that_may_work_again() -> None:
    text = "Dua perusahaan kini boleh beroperasi lagi. Keduanya yakni PT Andalan dan PT Citra."
    found = read(text)
    assert shown(found, "LicenceAction", "licenceActionKind") == ["restored", "restored"]
    wish = "Dua perusahaan berharap boleh beroperasi lagi. Keduanya yakni PT Andalan dan PT Citra."
    assert shown(read(wish), "LicenceAction", "licenceActionKind") == []


def test_an_agreement_that_two_heads_sign() -> None:
    text = (
        "MoU itu diteken Bupati Jember Hendy Siswanto bersama Kepala BP3MI Jawa Timur Gimbar Ombai "
        "di Pendopo Wahyawibawagraha, Jember, Rabu (3/12/2025)."
    )
    found = read(text)
    assert len(shown(found, "MemorandumOfUnderstanding", "party")) == 2
    assert shown(found, "MemorandumOfUnderstanding", "signatory") == [
        "Hendy Siswanto",
        "Gimbar Ombai",
    ]
    assert shown(found, "MemorandumOfUnderstanding", "date") == ["2025-12-03"]
    planned = read(text.replace("itu diteken", "itu akan diteken"))
    assert shown(planned, "MemorandumOfUnderstanding", "party") == []


def test_a_group_named_between_a_post_and_its_holder() -> None:
    text = "Koordinator Jangkar Timur, Benediktus Lalo, menilai polisi lamban."
    found = read(text)
    assert [e.caption for e in found.entities if e.cls == "CivilSocietyOrganization"] == [
        "Jangkar Timur"
    ]
    assert shown(found, "Statement", "speaker") == ["Benediktus Lalo"]
    alone = read("Koordinator Benediktus Lalo, Senin, menilai polisi lamban.")
    assert [e.caption for e in alone.entities if e.cls == "Person"] == ["Benediktus Lalo"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("KP2MI mencabut izin empat perusahaan dan menskors 11 lainnya.",
         ["licences-revoked", "licences-suspended"]),
        ("Sebanyak 25 akun diajukan pemblokiran ke Komdigi.", []),
        ("Di antara deportan itu, 63 orang kasus narkotika.", []),
        ("Korbannya mencapai 44 orang.", ["victims-identified"]),
        ("Perusahaan wajib memulangkan 17 pekerja.", []),
    ],
)  # fmt: skip
def test_a_verb_measures_its_own_count(text: str, measures: list[str]) -> None:
    assert shown(read(text), "Count", "measure") == measures


def test_what_befell_people_in_a_whole_year_is_no_event() -> None:
    found = read("Tahun ini sudah 2.340 orang dideportasi lewat Dumai.")
    assert shown(found, "Deportation", "affected") == []
    assert shown(found, "Count", "measure") == ["persons-deported"]


def test_two_verbs_have_one_subject() -> None:
    text = "Polda Kalimantan Barat membongkar pengiriman itu dan menangkap dua tersangka di Sambas."
    assert shown(read(text), "Arrest", "conductedBy") == ["Kepolisian Daerah Kalimantan Barat"]
    other = "Polda Kalimantan Barat mengatakan Budi Salim kabur dan menangkap ikan di Sambas."
    assert shown(read(other), "Arrest", "conductedBy") == []


def test_the_ship_that_came_in_brought_them() -> None:
    text = (
        "Kapal Bahtera Jaya bersandar di Pelabuhan Dumai, Rabu (3/12/2025). Di dalamnya "
        "ada 74 pekerja migran yang dideportasi dari Malaysia."
    )
    found = read(text)
    assert shown(found, "Deportation", "date") == ["2025-12-03"]
    assert shown(found, "Deportation", "transit") == ["Pelabuhan Dumai"]
    assert [e.caption for e in found.entities if e.cls == "Person"] == []


def test_what_is_seized_stands_behind_the_verb_where_nothing_stands_before() -> None:
    found = read("Dari rumah tersangka disita 11 paspor dan dua laptop.")
    assert shown(found, "Seizure", "seized") == ["11 paspor", "dua laptop"]


def test_a_job_may_be_told_by_its_short_form() -> None:
    text = "Para korban ditawari pekerjaan sebagai ABK kapal ikan di Taiwan."
    assert shown(read(text), "JobOffer", "jobTitle") == ["ABK kapal ikan"]


def test_two_parts_joined_by_and() -> None:
    text = "AB (40) ditetapkan sebagai tersangka. AB (40) berperan merekrut dan menampung korban."
    assert shown(read(text), "CaseRole", "role") == ["recruiter", "harbourer"]


def test_a_short_form_ends_the_name_of_a_group() -> None:
    found = read("Ketua Umum Asosiasi Perusahaan Penempatan TKI Sardi Manullang menilai itu wajar.")
    assert [e.caption for e in found.entities if e.cls == "Person"] == ["Sardi Manullang"]


def test_a_short_sentence_end_is_no_part_of_letters() -> None:
    found = read("Uang dikirim ke rekening atas nama NS. Polisi memburu NS (24).")
    assert {e.caption for e in found.entities if e.cls == "Person"} == {"NS"}


def test_verdicts_in_shorter_clauses_and_fines_shared() -> None:
    text = (
        "Pengadilan Negeri Batam menghukum dua terdakwa, Rabu (3/12/2025). Rusli Harun divonis "
        "5 tahun penjara, sedangkan Minarti Salim 2 tahun penjara. Rusli Harun dan Minarti Salim "
        "masing-masing didenda Rp100 juta."
    )
    found = read(text)
    assert shown(found, "Verdict", "defendant") == ["Rusli Harun", "Minarti Salim"]
    assert shown(found, "Verdict", "sentenceMonths") == ["60", "24"]
    assert shown(found, "Verdict", "fineIdr") == ["100000000", "100000000"]
    assert shown(found, "Verdict", "date") == ["2025-12-03", "2025-12-03"]


def test_what_a_prosecutor_asks_in_a_shorter_clause_is_no_verdict() -> None:
    text = "Jaksa menuntut Rusli Harun 5 tahun penjara, sedangkan Minarti Salim 2 tahun penjara."
    assert shown(read(text), "Verdict", "defendant") == []


def test_an_old_conviction_is_another_matter() -> None:
    text = "AB (40) ditetapkan sebagai tersangka. AB (40) pernah dihukum pada 2016."
    found = read(text)
    assert stages(found) == {("AB", "suspect")}
    assert shown(found, "Verdict", "defendant") == []


def test_a_couple_is_two_people() -> None:
    text = "Polres Jember menangkap {}. Keduanya berinisial AB (40) dan CD (38)."
    found, other = read(text.format("pasangan suami istri")), read(text.format("tiga orang"))
    assert shown(found, "Group", "groupSizeLower") == ["2"]
    assert {"AB", "CD"} <= set(shown(found, "Arrest", "apprehended"))
    assert set(shown(other, "Arrest", "apprehended")).isdisjoint({"AB", "CD"})


def test_all_who_are_held() -> None:
    text = "Polisi menetapkan AB (40) dan CD (38) sebagai tersangka. Kini mereka ditahan di polres."
    assert {("AB", "detained"), ("CD", "detained")} <= stages(read(text))
    three = "Polisi menetapkan AB (40) dan CD (38) sebagai tersangka. Ketiganya ditahan di polres."
    assert ("AB", "detained") not in stages(read(three))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Ada 7 perusahaan mendapat peringatan tertulis dan 4 perusahaan masih diperiksa.",
         ["companies-warned"]),
        ("Kementerian memberi peringatan tertulis kepada 17 perusahaan.", ["companies-warned"]),
        ("Jumlah P3MI aktif 388 perusahaan.", ["licences-active"]),
        ("Polisi memblokir 300 konten palsu. Rinciannya, 200 unggahan di Facebook, 100 di TikTok.",
         ["content-taken-down", "content-taken-down", "content-taken-down"]),
    ],
)  # fmt: skip
def test_measures_of_lists(text: str, measures: list[str]) -> None:
    assert shown(read(text), "Count", "measure") == measures


def test_those_still_sought() -> None:
    found = read("Penyidik masih memburu dua orang lain berinisial AB dan CD.")
    assert stages(found) == {("AB", "wanted"), ("CD", "wanted")}


def test_a_company_active_again_is_restored_from_that_day() -> None:
    found = read("PT Andalan Karsa yang sebelumnya diskors kembali aktif sejak 5 Januari 2025.")
    assert shown(found, "LicenceAction", "licenceActionKind") == [
        "restored",
        "suspended",
    ]
    assert shown(found, "LicenceAction", "date") == ["2025-01-05"]


def test_the_dead_are_no_persons() -> None:
    found = read("Anaknya, Petrus, jenazah ke-41 yang dikirim pulang. Petrus bekerja di ladang.")
    assert [e.caption for e in found.entities if e.cls == "Person"] == []
