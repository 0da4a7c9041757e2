"""What sentences do not say is not claimed: invented sentences, each near to one that says it."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract

DAY = "2025-08-06"
TITLE = "Kabar Perkara Perdagangan Orang\n\n"


def read(text):
    """Return (class, property, value) of all claims on a text below a title."""
    found = extract(TITLE + text, document=Metadata(published=DAY))
    entities = {one.id: one for one in found.entities}
    return {
        (
            entities[claim.subject].cls,
            claim.property,
            entities[claim.value].caption if claim.value in entities else claim.value,
        )
        for claim in found.claims
    }


def values(text, cls, prop):
    return {value for one, told, value in read(text) if (one, told) == (cls, prop)}


def named(text, cls):
    found = extract(TITLE + text, document=Metadata(published=DAY))
    return {one.caption for one in found.entities if one.cls == cls}


def test_who_speaks_of_a_defendant_is_not_paid():
    text = (
        "Jaksa penuntut Ratih Lestari menyebutkan, terdakwa mengawal 12 warga ke pelabuhan. "
        "Untuk jasa itu ia menerima Rp8 juta dari perekrut, Darsono Kelana."
    )
    assert values(text, "Payment", "payee") == set()


def test_a_fine_is_no_payment():
    text = (
        "Komisaris perusahaan itu, Wulan Sutanto, mendapat hukuman empat tahun penjara "
        "dan denda Rp300 juta dalam kasus penempatan pekerja migran."
    )
    assert values(text, "Payment", "payee") == set()


def test_who_borrows_a_licence_has_none_revoked():
    text = (
        "Perusahaan itu, PT Rimba Karya Utama, mencantumkan nomor izin PT Samudra Bakti Luhur, "
        "yang sudah dicabut Kementerian Ketenagakerjaan pada 2021."
    )
    assert values(text, "LicenceAction", "concernsCompany") == {"PT Samudra Bakti Luhur"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # The day of the warning, which the suspension does not share.
        ("PT Rimba Karya Utama mendapat peringatan tertulis pada Maret 2024, disusul skorsing "
         "selama tiga bulan.", {("warned", "2024-03"), ("suspended", "")}),
        ("Dalam putusan yang dibacakan Kamis (26/6/2025), majelis menyatakan batal Surat "
         "Keputusan Nomor 12 Tahun 2025 tentang pencabutan izin PT Rimba Karya Utama.",
         {("revoked", "")}),
    ],
)  # fmt: skip
def test_the_day_of_something_else_is_not_that_of_a_sanction(text, days):
    claims = extract(TITLE + text, document=Metadata(published=DAY)).claims
    kinds = {c.subject: c.value for c in claims if c.property == "licenceActionKind"}
    told = {c.subject: c.value for c in claims if c.property == "date"}
    assert {(kind, told.get(one, "")) for one, kind in kinds.items()} == days


def test_the_day_of_signing_goes_before_that_of_telling():
    text = (
        "Izin PT Rimba Karya Utama dicabut. Keputusan yang diumumkan KP2MI pada Senin (4/8/2025) "
        "itu didasarkan atas evaluasi. Surat itu ditandatangani 31 Juli."
    )
    assert "2025-08-04" not in values(text, "LicenceAction", "date")


def test_a_return_of_next_week_has_not_been():
    text = '"Tiga belas orang itu kami pulangkan ke daerah asal minggu depan," ujar Budi Hartono.'
    assert named(text, "Repatriation") == set()


def test_the_day_of_leaving_is_not_that_of_deportation():
    text = (
        "Rombongan berangkat dari Pelabuhan Lembar pada 20 Mei 2024 lewat Batam. Tiga orang "
        "tertangkap razia imigrasi Malaysia dan dideportasi dua bulan kemudian."
    )
    assert values(text, "Deportation", "date") == set()


def test_what_is_sent_for_a_ransom_is_no_fee():
    text = (
        "Salah satu korban yang minta pulang dimintai tebusan Rp20 juta. Keluarga sudah "
        "mengirim Rp7 juta, tetapi ia belum dilepas."
    )
    assert values(text, "JobOffer", "feeIdr") == set()


def test_a_false_offer_is_no_part_of_the_work():
    text = "Situs itu memasang lowongan kerja kapal pesiar fiktif bagi pelamar bergaji Rp20 juta."
    assert not any("fiktif" in one for one in values(text, "JobOffer", "jobTitle"))


def test_where_recruits_were_held_is_not_where_they_were_recruited():
    text = "Polisi menduga MK (41) merekrut sembilan warga Sukabumi hingga disekap di Myanmar."
    assert "Myanmar" not in values(text, "Recruitment", "locatedIn")


def test_a_pretended_country_is_no_destination():
    text = (
        "KP2MI menyebut perusahaan itu menempatkan 12 perempuan ke Suriah dengan menyamarkannya "
        "sebagai penempatan ke Turki."
    )
    assert "Turki" not in values(text, "Count", "destination")


def test_the_place_of_another_clause_is_not_that_of_a_count():
    text = (
        "Dari 26 orang tersebut, satu meninggal karena sakit di Kalimantan Timur, sementara itu "
        "18 orang lainnya sudah dipulangkan Pemerintah Kabupaten Sikka."
    )
    found = extract(TITLE + text, document=Metadata(published=DAY))
    size = {c.subject: c.value for c in found.claims if c.property == "countUpper"}
    assert not [c for c in found.claims if c.property == "area" and size.get(c.subject) == "18"]


def test_kidneys_are_nobody_and_a_share_is_of_those_told_last():
    text = (
        "Dua lainnya mencari korban lewat Facebook. Petugas curiga terhadap tiga calon penumpang. "
        "Seorang di antaranya mengaku dijanjikan Rp90 juta untuk satu ginjal."
    )
    assert "satu ginjal" not in values(text, "Count", "name")
    assert "Dua lainnya" not in values(text, "Count", "includedIn")


def test_months_between_are_a_stretch():
    text = "BP3MI Jawa Barat menerima 74 pengaduan antara Januari dan Juni 2025."
    assert values(text, "Count", "window") <= {"2025-01/2025-06"}


def test_a_court_to_come_tries_nothing_yet():
    text = "Ia menargetkan dakwaan dilimpahkan ke Pengadilan Negeri Sleman sebelum akhir bulan."
    assert values(text, "Case", "court") == set()


def test_another_court_is_not_taken_from_the_trial_at_hand():
    text = (
        "Pengadilan Negeri Maumere mengadili terdakwa Kanis Bero, Kamis (31/7/2025). Perekrutnya, "
        "Anton Sola, telah divonis sembilan tahun penjara pada Oktober 2024."
    )
    found = extract(TITLE + text, document=Metadata(published=DAY))
    judged = {c.subject for c in found.claims if c.property == "defendant" and "sola" in c.value}
    assert not [c for c in found.claims if c.property == "court" and c.subject in judged]


@pytest.mark.parametrize(
    ("text", "cls", "wrong"),
    [
        ("Saksi, Kepala Desa Karangjati Samsul Bahrudin, mengaku menerima pengaduan enam warga.",
         "Village", "Karangjati Samsul Bahrudin"),
        ("Koordinator P4MI Entikong Yosef Landu merinci, 52 orang dideportasi.",
         "ServicePost", "P4MI Entikong Yosef Landu"),
        ('"Mereka dicegah," ujar Kepala Bidang Tempat Pemeriksaan Imigrasi Bagus Winoto.',
         "LawEnforcementAgency", "Imigrasi Bagus Winoto"),
        ("Kapal perang KRI Samosir-712 menghentikan sebuah pompong di Selat Malaka.",
         "ForeignMission", "KRI Samosir-712"),
        ("Federasi Buana Sarbujaya menyerahkan daftar sembilan perusahaan kepada polisi.",
         "Person", "Buana Sarbujaya"),
        ("Ia bertemu Direktur Jabatan Imigresen Johor di Johor Bahru.",
         "Person", "Jabatan Imigresen"),
        ("Mereka dijanjikan kerja oleh sebuah akun bernama Global Kerja Center.",
         "CivilSocietyOrganization", "Global Kerja Center"),
        ("Mereka ditempatkan di Rumah Perlindungan Trauma Center Kementerian Sosial.",
         "CivilSocietyOrganization", "Rumah Perlindungan Trauma Center"),
        ("Peluncuran dipusatkan di Aula Kantor Camat Waigawe dan dihadiri 150 peserta.",
         "Village", "Waigawe"),
        ("Jakarta, Tempo Sore – Polisi menangkap tiga tersangka perdagangan orang.",
         "MediaOrganization", "Tempo"),
        ("MAUMERE, Pos Flobasari – Polisi menangkap tiga tersangka perdagangan orang.",
         "Place", "Pos Flobasari"),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_ends_and_is_of_its_kind(text, cls, wrong):
    assert wrong not in named(text, cls)


def test_the_post_of_a_ministry_is_no_rank():
    text = "Angka itu dipaparkan Inspektur Jenderal KP2MI Wisnu Harimukti dalam rapat kerja."
    assert values(text, "Person", "title") == set()
    assert values(text, "PositionHolding", "post") == {"Inspektur Jenderal KP2MI"}


def test_the_seat_of_a_firm_named_beside_is_its_own():
    text = (
        "KP2MI menyegel kantor LPK Mentari Bahana. Pemiliknya mengaku meneruskan pesanan dari "
        "PT Jaya Abadi Sentosa, P3MI yang beralamat di Jakarta Timur."
    )
    assert values(text, "TrainingCentre", "locatedIn") == set()


def test_where_the_dead_are_brought_nobody_died():
    text = "Tangis menyambut kedatangan dua peti jenazah di Desa Karangjati, Rabu (30/7/2025)."
    assert values(text, "Count", "window") == values(text, "Count", "area") == set()


def test_help_that_is_planned_brings_nobody_home():
    text = (
        "Kementerian Luar Negeri menyampaikan akan segera membantu kepulangan 14 WNI dari "
        "Myawaddy, Myanmar, Senin (4/8)."
    )
    assert named(text, "Repatriation") == set()


def test_aid_handed_out_together_is_no_payment_to_one_of_those_who_gave():
    text = (
        "Pada kesempatan yang sama, Kemensos bersama Komisi VIII DPR RI menyalurkan bantuan "
        "senilai Rp36 juta kepada 12 penerima manfaat."
    )
    assert values(text, "Payment", "payee") == values(text, "Payment", "payer") == set()


def test_what_an_employer_demands_is_not_seized():
    text = (
        "Pihak perusahaan meminta pengembalian uang Rp60 juta, dan korban tidak sanggup serta "
        "paspor dan visa juga disita."
    )
    assert named(text, "Seizure") == set()


def test_a_sum_for_going_home_is_no_fee():
    text = (
        "Pekerja itu direkrut agen ke Kamboja. Ia wajib membayar Rp45 juta jika korban ingin "
        "kembali ke Indonesia."
    )
    assert values(text, "JobOffer", "feeIdr") == set()


def test_who_checks_papers_brought_nobody_home():
    text = (
        "Sebanyak 41 PMI dideportasi dari Malaysia, Selasa (5/8/2025). Setibanya di Pelabuhan "
        "Dumai, para PMI menjalani prosedur seperti pemeriksaan dokumen oleh Imigrasi Dumai."
    )
    assert values(text, "Repatriation", "conductedBy") == set()


def test_some_of_those_secured_are_not_all():
    text = (
        "Dalam operasi ini, telah diamankan 42 orang yang terdiri dari 38 WNI dan empat warga "
        "negara asing lainnya."
    )
    assert "empat warga negara asing" not in values(text, "Arrest", "apprehended")


@pytest.mark.parametrize(
    ("text", "prop", "wrong"),
    [
        ("Jumlah WNI yang keluar dari sindikat di berbagai wilayah di Kamboja mencapai 712 orang.",
         "origin", "Kamboja"),
        ("Masih ada sembilan WNI yang belum bisa dipulangkan ke Indonesia.",
         "measure", "persons-repatriated"),
        ("Dari 45 WNI itu, 36 WNI telah keluar dari Laos melalui Chiang Rai.",
         "area", "Chiang Rai"),
    ],
)  # fmt: skip
def test_a_number_counts_no_more_than_it_is_said_to(text, prop, wrong):
    assert wrong not in values(text, "Count", prop)


@pytest.mark.parametrize(
    ("text", "cls", "wrong"),
    [
        ("Mereka dipulangkan menggunakan kapal Bahari Dinasti sesuai surat KJRI Johor Bahru.",
         "Person", "Bahari Dinasti"),
        ("Maraknya kasus Human Trafficking di NTT menjadi perhatian.",
         "Organization", "Human Trafficking"),
        ("Pelanggaran Hak Asasi Manusia itu terkait kejahatan perikanan.",
         "Organization", "Hak Asasi Manusia"),
        ("Ia bertemu Ketua Sekretariat Commission for Combating Online Scam.",
         "Person", "Sekretariat Commission"),
    ],
)  # fmt: skip
def test_what_is_called_so_is_nobody(text, cls, wrong):
    assert wrong not in named(text, cls)


def test_an_advert_that_opens_a_door_offers_no_work():
    text = "Iklan lowongan kerja fiktif menjadi pintu masuk utama bagi jaringan itu."
    assert values(text, "JobOffer", "jobTitle") == set()


def test_who_took_a_picture_is_not_on_it():
    text = "Foto: Galih Prasetyo / detikJateng.\n\nGalih Prasetyo mengatakan hal itu, Rabu."
    assert values(text, "Image", "depicts") == set()


def test_numbers_in_brackets_count_what_was_counted_last():
    text = (
        "Sepanjang 2023 ada 2.263 korban TPPO. NTT berada di urutan kelima dengan jumlah 255 "
        "kasus, di bawah Sumatera Utara (379), Riau (334), dan Jawa Tengah (273)."
    )
    found = extract(TITLE + text, document=Metadata(published=DAY))
    captions = {one.id: one.caption for one in found.entities}
    units = {(c.value, captions[c.subject]) for c in found.claims if c.property == "countUnit"}
    assert not units & {("persons", "334"), ("persons", "379"), ("persons", "273")}


def test_of_which_of_the_parts_before_nobody_says():
    text = (
        "KJRI Johor Bahru memulangkan 131 PMI dari Malaysia, Sabtu (2/8/2025). Para deportan "
        "terdiri dari 52 laki-laki dan 79 perempuan. Enam belas orang di antaranya rentan."
    )
    assert "79 perempuan" not in values(text, "Count", "includedIn")


def test_what_must_be_paid_or_waited_for_is_not_paid():
    text = (
        "Ia bilang mereka harus menunggu deportasi enam bulan atau membayar 10 dolar AS per hari."
    )
    assert named(text, "Payment") == set()


def test_a_depot_with_its_short_form_is_no_person():
    text = "Mereka ditahan di Depot Tahanan Imigresen (DTI) Pasir Laut, Melaka."
    assert named(text, "Person") == set()
    assert named(text, "Premises") == {"Depot Tahanan Imigresen (DTI) Pasir Laut"}


def test_who_is_rescued_of_those_who_fled():
    text = "Ada enam ABK yang nekat kabur, empat di antaranya diselamatkan kapal nelayan Malaysia."
    assert values(text, "Rescue", "affected") == {"empat abk"}


def test_some_time_ago_is_not_yesterday():
    text = "Polda Riau menahan dua tersangka TPPO yang viral beberapa waktu kemarin."
    assert not values(text, "Count", "window")


def test_out_of_a_province_is_not_into_it():
    text = "Para calon PMI itu hendak berangkat ke luar NTT melalui Bandara El Tari Kupang."
    assert not values(text, "Route", "destination")


def test_who_looks_into_a_raid_did_not_help_with_it():
    text = (
        "KP2MI menggerebek rumah di Bekasi. KP2MI telah berkoordinasi dengan Polres Bogor untuk "
        "penelusuran lebih lanjut terkait hasil penggerebekan ini."
    )
    assert not values(text, "Raid", "assistedBy")


def test_a_case_of_placing_is_no_placement():
    text = "Polisi mengungkap kasus dugaan penempatan 30 PMI tanpa syarat, Rabu (6/8)."
    assert "placements" not in values(text, "Count", "measure")


def test_a_suspect_told_before_is_not_whom_the_next_case_names():
    text = (
        "Pembawa lima calon pekerja belum ditangkap. Tersangka masih diselidiki. "
        "Pada kasus lain polisi menangkap RAS (40) yang menampung 30 PMI."
    )
    assert not values(text, "LegalStage", "stageOf")


def test_so_the_public_is_no_job():
    text = "Mereka menjanjikan gaji sekitar Rp 16 juta tanpa keahlian, jadi masyarakat tertarik."
    assert not values(text, "JobOffer", "jobTitle")


def test_the_day_on_which_it_was_told_is_not_that_of_the_deed():
    text = (
        "Polsek Kuala Rimba menggagalkan pengiriman 54 calon TKI di Desa Simandul, hal ini "
        "diungkapkan Kapolres Asahan AKBP Arman Daud, Minggu (3/8/2025)."
    )
    assert values(text, "Interception", "conductedBy") == {"Polsek Kuala Rimba"}
    assert not values(text, "Interception", "date")


def test_how_many_there_are_by_a_day_were_not_stopped_on_it():
    text = "Per 25 Juni 2025, Imigrasi Surabaya menunda keberangkatan 815 calon penumpang."
    assert values(text, "Interception", "affected")
    assert not values(text, "Interception", "date")


def test_where_one_of_several_was_caught_the_others_were_not():
    text = (
        "Polda Riau menangkap 12 tersangka. Salah satu dari mereka sopir berinisial HA, yang "
        "ditangkap pada 19 Juli 2025 di Bali."
    )
    found = extract(TITLE + text, document=Metadata(published=DAY))
    of = {(c.subject, c.property): c.value for c in found.claims if c.subject.startswith("evt:")}
    (placed,) = {subject for subject, prop in of if prop == "occurredAt"}
    assert of[placed, "date"] == "2025-07-19"
    assert of[placed, "apprehended"].endswith("-ha")


def test_a_row_of_culprits_behind_their_number_is_held_with_it():
    text = "Petugas mengamankan dua orang pelaku, yakni Arman Daud (28) dan Sukri (33)."
    assert values(text, "Arrest", "apprehended") == {"dua pelaku", "Arman Daud", "Sukri"}
    text = "Petugas mengamankan tiga calon PMI, yakni Arman Daud (28), Rais (30) dan Sukri (33)."
    assert not values(text, "Arrest", "apprehended")


@pytest.mark.parametrize(
    ("text", "cls", "wrong"),
    [
        ("Ia mengurus Surat Izin Penempatan Tenaga Kerja (SIPTK) di Kupang. SIPTK itu dicabut.",
         "Organization", "SIPTK"),
        ("Peserta ikut Pengenalan Budaya Kampus (PBKA). PBKA dibuka rektor.",
         "Organization", "PBKA"),
        ("Sidak di PT Pelabuhan Rantau (Persero) digelar Senin (4/8).", "Organization", "Persero"),
        ("Polisi menyebut buruh migran itu terbang dengan Air Asia ke Medan.", "Place", "Asia"),
        ("Jenazah tiba dengan pesawat Garuda GA 448 di Kupang.", "Organization", "Garuda GA"),
        ("Kapal itu di Nahkodai oleh seorang warga Kupang.", "Place", "Nahkodai"),
        ("Tujuh orang telah masuk DPO sejak Senin (4/8).", "Place", "DPO"),
        ("Mereka hendak bekerja di Negeri Jiran tanpa dokumen.", "Place", "Negeri Jiran"),
        ("Kapolsek Kawasan Pelabuhan (KKP) bicara. Kapolsek KKP AKP Yusran menahan dua orang.",
         "Place", "KKP"),
        ("Patroli mengamankan KM Tanpa Nama di perairan Asahan, Senin (4/8).",
         "Vessel", "KM Tanpa Nama"),
        ("Warga Desa Jurang, Kecamatan Praya Tengah Lombok Tengah ditangkap polisi.",
         "District", "Kecamatan Praya Tengah Lombok"),
        ("Gudang itu di Kecamatan Marpoyan Damai Pekanbaru.",
         "District", "Kecamatan Marpoyan Damai Pekanbaru"),
        ("Mereka ditemukan di perbatasan Indonesia-Malaysia, Senin (4/8).",
         "Place", "Indonesia-Malaysia"),
        ("Terdakwa Hoji Rahmat, 54, warga Desa Tembok, Adiwarna terbukti merekrut buruh.",
         "Person", "Adiwarna"),
        ("Kapolsek Bintan Utara Kompol Nursal membenarkan kasus itu.",
         "Position", "Kapolsek Bintan"),
    ],
)  # fmt: skip
def test_nothing_is_named_that_is_none_or_goes_on(text, cls, wrong):
    assert wrong not in named(text, cls)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kepala Pengadilan Negeri Slawi Indira SH MH melalui Humas Eko Cahyadi SH menyatakan, "
         "sidang ditunda.", "Eko Cahyadi"),
        ("Hal itu disampaikan oleh Direktur Polairud Polda Kepri, Kombes Pol Toni Eko, melalui "
         "Kanit I Subdit Gakkum Ditpolairud Polda Kepri, AKP Bara Gea, Sabtu (2/8).", "Bara Gea"),
        ("Hal ini diungkapkan Kapolres Kupang AKBP Arli Anhar, SIK.,MH, melalui Kapolsek Oebobo "
         "AKP Krisna Indra, SH.,MH, Minggu (3/8).", "Krisna Indra"),
    ],
)  # fmt: skip
def test_the_second_speaks_through_whom_the_first_lets_it_be_said(text, speaker):
    assert values(text, "Statement", "speaker") == {speaker}


def test_what_sets_somebody_free_is_no_fee_in_the_sentences_beside_either():
    text = (
        "Anaknya harus membayar sejumlah uang jika ingin kembali ke Indonesia. "
        "Korban wajib membayarkan uang sebesar Rp46 juta ke agen di Kamboja. "
        "Korban masih ditahan di sana hingga permintaan itu dipenuhi."
    )
    assert values(text, "JobOffer", "feeIdr") == set()


def test_the_town_of_an_outlet_is_not_where_a_raid_was():
    text = (
        "RANTAU.CO.ID, JAKARTA -- Menteri Ketenagakerjaan Hanif Yusra mencabut izin PT El Makmur, "
        "yang pada Selasa (5/8) lalu disidak karena memiliki penampungan tidak layak."
    )
    assert values(text, "Raid", "occurredAt") == set()


def test_why_people_meet_is_not_where():
    text = (
        "Rapat pada Selasa (5/8) yang dihadiri Polda NTB dan BP3MI NTB digelar mengingat banyaknya "
        "permasalahan pekerja migran di negara Suriah."
    )
    assert values(text, "Meeting", "occurredAt") == set()


def test_where_words_were_passed_on_is_not_where_they_were_said():
    text = (
        "Ketiga desa itu adalah Desa Lampang, Kurip, dan Margo, kata Menteri P2MI Abdul Kadir "
        "Karding dalam peresmian itu, sebagaimana keterangan Kementerian P2MI di Jakarta, Rabu."
    )
    assert values(text, "Statement", "spokenAt") == set()


def test_each_year_right_before_a_number_is_its_own():
    text = (
        "Perkara yang disidang pada tahun 2023 ini ada 53 perkara, "
        "sedangkan pada 2022 sebanyak 92 perkara."
    )
    assert values(text, "Count", "window") == {"2022", "2023"}
