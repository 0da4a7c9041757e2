"""Personal names: which spellings are one name, and which are not."""

from __future__ import annotations

import pytest

from graph.resolution.names.person import CEILING_OF_INITIALS, compare_persons

SPELLINGS_OF_ONE_NAME = [
    ("Mgs. Fauzan Hakiki", "Masagus Fauzan Hakiki"),
    ("R. Ng. Wirya Kusuma", "Raden Ngabehi Wirya Kusuma"),
    ("Sayyid Agil Munawwar", "Said Agil Munawar"),
    ("Terdakwa II Agus Salim", "Agus Salim"),
    ("Ikha Susanti", "Ika Susanti"),
    ("Tan Mei Hwa", "Tan Mei Hua"),
    ("Ld. Ida", "La Ode Ida"),
    ("SUL4STRI Ningsih", "Sulastri Ningsih"),
    ("JUNAID1", "Junaidi"),
    ("R1zal bin M0hammad", "Rizal bin Muhammad"),
    ("ALl MURTADHO", "Ali Murtadho"),
    ("Barnbang Sutrisno", "Bambang Sutrisno"),
    ("Abdul Qohhor", "Abdul Kahar"),
    ("Tiur Lumbantobing", "Tiur Lumban Tobing"),
    ("Kms. Ahmad Fikri", "Kemas Ahmad Fikri"),
    ("Syf. Nuraini Alqadrie", "Syarifah Nuraini Alqadrie"),
    ("Zul Dt. Bandaro Kayo", "Zul Datuak Bandaro Kayo"),
    ("Achmad Zainuddin", "Ahmad Jainudin"),
    ("Akhmad Zaenudin", "Achmad Zainudin"),
    ("Yusup Maulana", "Jusuf Maulana"),
    ("Fatimah Az-Zahra", "Patimah Azzahra"),
    ("Khairul Anwar", "Choirul Anwar"),
    ("Hairul Saleh", "Khoirul Soleh"),
    ("Nurdin Halid", "Noerdin Chalid"),
    ("Wahyudi Santoso", "Wahjudi Santoso"),
    ("Sitti Aisyah", "Siti Aisyah"),
    ("St. Aminah", "Siti Aminah"),
    ("Abdoel Karim", "Abd. Karim"),
    ("Abdul Aziz", "Abdulaziz"),
    ("Abdus Salam", "Abdussalam"),
    ("Abdul Latif", "Abdullatif"),
    ("Abdul Ghofur", "Abdulgafur"),
    ("I Gde Sudarma", "I Gede Sudarma"),
    ("Kt. Suardana", "Ketut Suardana"),
    ("Nym. Artawan", "Nyoman Artawan"),
    ("I Wy. Sudiarta", "I Wayan Sudiarta"),
    ("Ir. H. Joko Susanto", "Joko Susanto"),
    ("Siti Rohmah, S.Sos", "Siti Rohmah"),
    ("AKBP Dedi Kurniawan, S.I.K.", "Dedi Kurniawan"),
    ("Kombes Pol. Rudi Hartono", "Rudi Hartono"),
    ("Brigjen Pol (Purn) Bambang Sutrisno", "Bambang Sutrisno"),
    ("KH. Hasan Basri", "Hasan Basri"),
    ("Ust. Abdul Somad", "Abdul Somad"),
    ("Tgk. Muhammad Yusuf", "Muhammad Yusuf"),
    ("dr. Dewi Anggraini, Sp.OG", "Dewi Anggraeni"),
    ("Bripka Agus Salim", "Agus Salim"),
    ("Lubis, Siti Maryam", "Siti Maryam Lubis"),
    ("SITI NURHALIZA", "Siti Nurhaliza"),
    ("Nur-Hidayah", "Nur Hidayah"),
    ("Siti  Nurhaliza", "Siti Nurhaliza"),
    ("Habib Al-Habsyi", "Habib Alhabsyi"),
    ("Ali Al Habsyi", "Ali Al-Habsyi"),
    ("Syahrul Gunawan", "Sahrul Gunawan"),
    ("Rizky Febrian", "Risky Febrian"),
    ("Muhammad Rizqi", "Muhammad Rizki"),
    ("Krisostomus Seran", "Krisostomos Seran"),
    ("Handayaningrum Sulastri", "Handayanigrum Sulastri"),
    ("Muhammad Syarifuddin Lubis", "Muhammad Syarifudin Lubis"),
    ("Mochtar Lubis", "Muchtar Lubis"),
    ("Moh Rofiq", "Mohammad Rafiq"),
    ("Mhd. Syahputra", "Muhammad Syahputra"),
    ("Setyawan Hadi", "Setiawan Hadi"),
    ("Chandra Wijaya", "Candra Widjaja"),
    ("Raden Ajeng Kartini", "R.A. Kartini"),
    ("Hendrikus Un", "Hendricus Un"),
    ("Ustman Hakim", "Usman Hakim"),
    ("R. Soeprapto", "Raden Suprapto"),
    ("Suryadi", "Soerjadi"),
    ("Sutedjo", "Sutejo"),
    ("Djoko Soesilo", "Joko Susilo"),
    ("Tjokro Aminoto", "Cokro Aminoto"),
    ("Sjafruddin Prawiranegara", "Syafrudin Prawiranegara"),
    ("Njoman Soedarsono", "Nyoman Sudarsono"),
    ("Siti Nurbaya bt Hasan", "Siti Nurbaya binti Hasan"),
    ("Ahmad bin Yusof", "Ahmad bin Yusuf"),
    ("Anak Agung Gede Putra", "A.A. Gede Putra"),
    ("Ida Bagus Putu Oka", "IB Putu Oka"),
    ("I Gusti Ngurah Rai", "IGN Rai"),
    ("Andi Daeng Matutu", "Andi Dg. Matutu"),
    ("Baiq Nuril", "Bq. Nuril"),
    ("Lalu Gita Ariadi", "L. Gita Ariadi"),
    ("Teuku Umar Johan", "T. Umar Johan"),
    ("Ma'ruf Amin", "Makruf Amin"),
    ("Nu'man Hakim", "Numan Hakim"),
    ("Hj. Siti Fadilah Supari", "Siti Fadhilah Supari"),
    ("Theresia Wea", "Teresia Wea"),
    ("Yohanes Don Bosco", "Johanes Don Bosco"),
    ("Fransiskus Xaverius Seda", "FX Seda"),
    ("Markus Horison", "Marcus Horison"),
    ("Evi Masamba", "Evy Masamba"),
    ("Sholeh Mahmud", "Soleh Mahmoed"),
    ("Ramadhan Pohan", "Romadhon Pohan"),
    ("Sulistiyowati", "Sulistyowati"),
    ("Widyastuti", "Widiastuti"),
    ("Eko Prasetiyo", "Eko Prasetyo"),
    ("Dwi Yulianti", "Dwi Juliyanti"),
    ("Agung Laksono", "Agoeng Laksono"),
    ("Sri Mulyani Indrawati", "Sri Muljani Indrawati"),
    ("Nurcholish Madjid", "Nurkholis Majid"),
    ("Bambang Soesatyo", "Bambang Susatyo"),
    ("Zulkifli Hasan", "Dzulkifli Hasan"),
    ("Dzulfikar Ahmad Tawalla", "Zulfikar Ahmad Tawalla"),
    ("Abdul Kadir Karding", "Abdulkadir Karding"),
    ("Syaiful Anam", "Saeful Anam"),
    ("Nurul Huda", "Nurulhuda"),
    ("Muh Ichsan", "Muhammad Ikhsan"),
    ("Hermansyah Putra", "Hermansjah Poetra"),
    ("Sulastri binti Karyo", "Sulastri bt. Karyo"),
    ("Mariana Ursula Bria", "Maryana Ursula Bria"),
    ("Suwarno", "Soewarno"),
    ("Maria Goreti Seran", "Maria Goretti Seran"),
    ("Rahmad Hidayat", "Rahmat Hidayat"),
    ("Yuliana Nahak", "Yuliana Nahak alias Yuli"),
    ("Yuyun Wahyuningrum", "Yuyun Wahyuningroem"),
    ("Hj. Sri Wahyuni, S.Pd", "Sri Wahjuni"),
    ("Muh. Nur", "Muhammad Noor"),
    ("Nur Hasan", "Noor Hasan"),
    ("Muhamad Ilham", "Muhammad Ilham"),
    ("Mas'ud Abdullah", "Masud Abdulloh"),
    ("Nurul 'Aini", "Nurul Aini"),
    ("Sumiati", "Soemiati"),
    ("Sutarjo", "Soetardjo"),
    ("Hasan al-Banna", "Hasan Albanna"),
    ("Saifuddin Zuhri", "Syaifudin Zuhri"),
    ("Yosep Seran", "Josef Seran"),
    ("Markus Lelo", "Marcus Lelo"),
    ("Dorkas Nubatonis", "Dorcas Nubatonis"),
    ("Tjokorda Gde Raka", "Cokorda Gede Raka"),
    ("Serka Mar. Bayu Anggoro", "Bayu Anggoro"),
    ("Suhaimi B. Ismail", "Suhaimi bin Ismail"),
    ("Suwarno a.k.a. Pakde Warno", "Suwarno"),
    ("L. Muhammad Zaini", "Lalu Muhammad Zaini"),
    ("Tengku Rizal Nurdin", "Rizal Nurdin"),
    ("Surjadi Ginting", "Soerjadi Ginting"),
    ("Muhammmad Zaki", "Muhammad Zaki"),
    ("Dayu Made Laksmi", "Ida Ayu Made Laksmi"),
    ("Liem Tiek Hok", "Lim Tik Hok"),
    ("Anton Junior", "Anton Jr."),
    ("Lie A Kiong", "Lie Akiong"),
    ("Kopda Infanteri Rudi Hermanto", "Rudi Hermanto"),
    ("Sabam Simarait", "Sabam Simaraid"),
    ("Fauzan Adhim", "Fauzan Adzim"),
    ("Hendra Gunwan Saputra", "Hendra Gunawan Saputra"),
    ("Yufrida Selan", "Yufrinda Selan"),
    ("Siti Nurjanah", "Siti Nur Jannah"),
    ("Ahmad Syaifullah Yusuf", "Achmad Saifullah Jusuf"),
    ("Drs. H. Moh. Yasin, M.H.", "Mohammad Yasin"),
    ("Prof. Dr. Ir. H. Budi Santosa, M.Sc., Ph.D.", "Budi Santosa"),
    ("Bambang S. Wibowo", "Bambang Sutrisno Wibowo"),
    ("Tarigan, Juliana br", "Juliana br Tarigan"),
    ("Juliana br. Tarigan", "Juliana Boru Tarigan"),
    ("Ni Luh Putu Sukerti", "Luh Putu Sukerti"),
    ("Anak Agung Ngurah Oka", "A. A. Ngurah Oka"),
    ("Cok. Gede Putra", "Cokorda Gede Putra"),
    ("Tengku Amir Hamzah", "T. Amir Hamzah"),
    ("Abdul Rahman bin Hj. Saleh", "Abdul Rahman bin Saleh"),
    ("Rudi @ Ucok", "Rudi alias Ucok"),
    ("Rudi Hartono (45)", "Rudi Hartono"),
    ("Rudi Hartono (RH)", "Rudi Hartono"),
    ("RUDI HARTONO", "rudi hartono"),
    ("Hendra Setiawan", "Hendra Stiawan"),
    ("Eko Yulianto", "Eko Julianto"),
    ("M Nasir Djamil", "Muhammad Nasir Jamil"),
    ("Abu Bakar", "Abubakar"),
    ("Abu Bakar Ba'asyir", "Abubakar Baasyir"),
    ("Ibnu Sina", "Ibnu Sina"),
    ("Ibnu Hajar", "Ibnu Hadjar"),
    ("Nurhidayat", "Nur Hidayat"),
    ("Syamsul Ma'arif", "Samsul Maarif"),
    ("Sulistyowati Irianto", "Sulistiowati Irianto"),
    ("Dewi Kartika Sari", "Dewi Kartikasari"),
    ("Ratna Sari", "Ratnasari"),
    ("Muji Rahayu", "Mudji Rahaju"),
    ("Imam Syafi'i", "Imam Safii"),
    ("Umi Kulsum", "Ummi Kalsum"),
    ("Nur Asiah", "Nur Asiyah"),
    ("Khoirunnisa", "Khairun Nisa"),
    ("Wahid Hasyim", "Wachid Hasjim"),
    ("Dr. Hj. Ida Fauziyah, M.Si", "Ida Fauziah"),
    ("Hanif Dhakiri", "Hanif Dhakiry"),
    ("Joni Iskandar alias Jon", "Joni Iskandar"),
    ("Suparman, S.E.", "Suparman SE"),
    ("Letkol Laut (P) Agus Haryanto", "Agus Haryanto"),
    ("Kapten Inf. Joko Susilo", "Joko Susilo"),
    ("Serka (Mar) Dedi Irawan", "Dedi Irawan"),
    ("Iptu Pol. Andi Saputra, S.Tr.K.", "Andi Saputra"),
    ("Maria Magdalena Bete", "Maria M. Bete"),
    ("Petrus Kanisius Leki", "P. Kanisius Leki"),
    ("Ahmad Dhani Prasetyo", "Ahmad Dani Prasetiyo"),
    ("Zaenal Muttaqin", "Zainal Mutaqin"),
    ("Lilis Suryani", "Lilies Suryani"),
    ("Krisdayanti", "Kris Dayanti"),
    ("Tri Rismaharini", "Tri Risma Harini"),
]

TWO_NAMES = [
    ("Khamim", "Kamim"),
    ("Sarni Wati", "Sami Wati"),
    ("Darsono Wijaya", "Dartono Wijaya"),
    ("Ruslan Siregar", "Rustan Siregar"),
    ("Mardani Lubis", "Martani Lubis"),
    ("Wahono Budi", "Wahyono Budi"),
    ("Amar Siregar", "Umar Siregar"),
    ("Asman Yusuf", "Usman Yusuf"),
    ("Lim Chong", "Lim Hong"),
    ("Rosjan Prawirodi", "Roskan Prawirodi"),
    ("Anton Hutapea Jr.", "Anton Hutapea, Sr."),
    ("Anton Hutapea Jr.", "Anton Hutapea"),
    ("Pakubuwono IX", "Pakubuwono X"),
    ("Lie A. Kiong", "Lie Akiong"),
    ("T. Zulkifli", "Teuku Zulkifli"),
    ("L. M. Zainuri", "Lalu Muhammad Zainuri"),
    ("Suhaimi B. Ismail", "Suhaimi bin Yusuf"),
    ("Ahmad Fauzi", "Ahmad Fauzan"),
    ("Siti Aminah", "Siti Aisyah"),
    ("Setiawan", "Setiawati"),
    ("Irwan", "Irwati"),
    ("Gunawan Hidayat", "Gunawati Hidayat"),
    ("Sri Wahyuni", "Sri Wahyuningsih"),
    ("Ahmad bin Ali", "Ahmad bin Hasan"),
    ("Siti binti Rahman", "Siti binti Rahmat"),
    ("Muhammad Ali", "Ali Muhammad"),
    ("I Made Sudana", "Ni Made Sudana"),
    ("Dewi S.", "Dewi Lestari"),
    ("H. Nurhadi", "Hj. Nurhadi"),
    ("Suparno", "Suparmo"),
    ("Sukarno", "Sukarni"),
    ("Yulianto", "Yulianti"),
    ("Rahmat", "Rahmah"),
    ("Hidayat", "Hidayah"),
    ("Amir Hamzah", "Amin Hamzah"),
    ("Nur Aini", "Nur Aisyah"),
    ("Agus Salim", "Agus Halim"),
    ("Budi Hartono", "Budi Hartanto"),
    ("Rudi Hartono", "Rudi Hartoyo"),
    ("Eko Saputra", "Eka Saputra"),
    ("Dian Permata", "Dina Permata"),
    ("Rini Wulandari", "Rina Wulandari"),
    ("Joko Widodo", "Joko Waluyo"),
    ("Muhammad Yusuf", "Muhammad Yunus"),
    ("Abdul Rahman", "Abdul Rahim"),
    ("Abdul Hamid", "Abdul Hamim"),
    ("Abdul Karim", "Abdul Kadir"),
    ("Abdullah", "Abdul Lathif"),
    ("Yohanes Seran", "Yohanes Bria"),
    ("Yohanes K. Seran", "Yohanes P. Seran"),
    ("M. Yusuf", "A. Yusuf"),
    ("Siti Nurjanah", "Siti Nurhasanah"),
    ("Sumarni", "Sumarno"),
    ("Sumiati", "Sumiyem"),
    ("Wayan Sudana", "Made Sudana"),
    ("I Wayan Sudana", "I Ketut Sudana"),
    ("Lalu Ahmad", "Baiq Ahmad"),
    ("Teuku Nurdin", "Cut Nurdin"),
    ("Andi Wijaya", "Andi Wijayanto"),
    ("Hasan", "Hasanah"),
    ("Hasan Basri", "Hasan Bisri"),
    ("Bambang Sugiarto", "Bambang Sugianto"),
    ("Slamet Riyadi", "Slamet Riyanto"),
    ("Supriyadi", "Supriyanto"),
    ("Supriyono", "Suprayitno"),
    ("Mulyadi", "Mulyono"),
    ("Haryanto", "Haryono"),
    ("Kartono", "Kartini"),
    ("Ridwan Kamil", "Ridwan Kamal"),
    ("Nurhayati", "Nurhasanah"),
    ("Suharti", "Suharto"),
    ("Suryani", "Suryati"),
    ("Fitriani", "Fitriana"),
    ("Nurlaila", "Nurlaili"),
    ("AH", "Ahmad Hidayat"),
    ("AH", "AH"),
    ("S.B.", "Susilo Bambang"),
    ("Sri Lestari", "Siti Lestari"),
    ("Budi alias Ucok", "Andi alias Ucok"),
    ("Ahmad", "Ahmad Fauzi"),
    ("Rahman", "Abdul Rahman"),
    ("Maria Seran", "Mario Seran"),
    ("Putra Wijaya", "Putri Wijaya"),
    ("Dedi Mulyadi", "Deddy Mulyana"),
    ("Ali Hasan", "Hasan Ali"),
    ("Ahmad Rizal", "Ahmad Rizki"),
    ("Nur Cahyo", "Nur Cahyani"),
    ("Drs. Sutrisno", "Dra. Sutrisni"),
    ("Agus Setiawan", "Agus Setiadi"),
    ("Yusuf Kalla", "Yusuf Kala Lembang"),
    ("Khairul Anwar", "Khairil Anwar"),
    ("Siti Zubaidah", "Siti Zulaikha"),
    ("Hendra Gunawan", "Hendri Gunawan"),
    ("Suyatno", "Suyanto"),
    ("Tri Wahyudi", "Tri Wahyuni"),
    ("Jono", "Joni"),
    ("Samsul Arifin", "Samsul Bahri"),
    ("Markus Lukas", "Lukas Markus"),
    ("Nurul Hidayah", "Nurul Hidayati"),
    ("Ratna Sari Dewi", "Ratna Dewi"),
    ("Rohani", "Rohana"),
    ("Ruslan", "Rusdan"),
    ("Misbahul Munir", "Misbahul Anam"),
    ("Endang Susilowati", "Endang Sulistyowati"),
    ("Basuki Rahmat", "Basuki Rahman"),
    ("Sugeng", "Sugeng Riyanto"),
    ("Wartini", "Wartono"),
    ("Karsinah", "Karsinem"),
    ("Tukiman", "Tukimin"),
    ("Ponirah", "Poniran"),
    ("Marsiti", "Marsinah"),
    ("Suryani", "Suryanti"),
    ("Maria Bete", "Mario Bete"),
    ("Adi Saputra", "Ade Saputra"),
    ("Andi Rahman", "Andi Rahmat"),
    ("Hasan bin Ali", "Hasan bin Umar"),
    ("Hasan bin Ali", "Hasan Basri"),
    ("Rina Susanti", "Rini Susanti"),
    ("Sari Dewi", "Dewi Sari"),
    ("Nurhasanah", "Nurjanah"),
    ("Siti Nurhaliza", "Siti Nurhalimah"),
    ("Agus Wijaya", "Bagus Wijaya"),
    ("Udin", "Udi"),
    ("Amin", "Amir"),
    ("Arif", "Arifin"),
    ("Arif Hidayat", "Arifin Hidayat"),
    ("Sutopo", "Sutoyo"),
    ("Supomo", "Supono"),
    ("Kasman", "Kasmin"),
    ("Tarmin", "Tarman"),
    ("Waluyo", "Waluya"),
    ("Hermanto", "Hermanta"),
    ("Marlina", "Merlina"),
    ("Rosita", "Rosida"),
    ("Yanti", "Yanto"),
    ("Dwi Cahyono", "Dwi Cahyani"),
    ("Nengsih", "Ningsih"),
    ("Fitria Sari", "Fitri Sari"),
    ("Nurul Fadilah", "Nurul Fadillah Sari Dewi"),
    ("Yusuf bin Ahmad", "Yusuf bin Mahmud"),
    ("Putu Ayu", "Made Ayu"),
    ("I Ketut Suardana", "I Ketut Suardika"),
    ("Teuku Rizal", "Tengku Rizal Fahmi"),
    ("Muhammad", "Muhammad Ali"),
    ("Ahmad Muhammad", "Muhammad Ahmad"),
    ("A. Yani", "Yani"),
    ("Budi S.", "Budi W."),
    ("J. Seran", "Y. Bria"),
    ("Anton Seran", "Antonius Seran"),
    ("Yohana Seran", "Yohanes Seran"),
    ("Fransiska Bria", "Fransiskus Bria"),
    ("Kristina", "Kristiana"),
    ("Hendrik", "Hendra"),
    ("Bambang Irawan", "Bambang Irwan"),
    ("Susi Susanti", "Susi Susanto"),
    ("Sri Rahayu", "Sri Rahayuningsih"),
    ("Siti Khotimah", "Siti Khodijah"),
    ("Muhammad Fadli", "Muhammad Fadil"),
    ("Nur Aini", "Nuraini Lubis Siregar"),
    ("Wahyu Hidayat", "Wahyudi Hidayat"),
    ("Ahmad Sobari", "Ahmad Subari"),
    ("Dian Sastro", "Dian Sastra"),
    ("Rahmawati", "Rahmayanti"),
    ("Sunardi", "Sunarti"),
    ("Taufik Hidayat", "Taufan Hidayat"),
    ("Ismail", "Ismael Marzuki"),
    ("Mulyani", "Mulyati"),
    ("Haris Munandar", "Aris Munandar"),
    ("Said Aqil", "Syahid Aqil"),
    ("Rahman Hakim", "Rahman Halim"),
    ("Joko Santoso", "Djoko Susanto"),
    ("Nur Rahman", "Nur Rahmah"),
    ("Zulkifli", "Zulfikar"),
    ("Faisal Basri", "Faisal Bahri"),
]


@pytest.mark.parametrize(("left", "right"), SPELLINGS_OF_ONE_NAME)
def test_spellings_of_one_name_are_the_same(left: str, right: str) -> None:
    match = compare_persons(left, right)
    assert match.decision == "same", match.explanation


@pytest.mark.parametrize(("left", "right"), TWO_NAMES)
def test_two_names_are_never_the_same(left: str, right: str) -> None:
    match = compare_persons(left, right)
    assert match.decision != "same", match.explanation


@pytest.mark.parametrize(("left", "right"), SPELLINGS_OF_ONE_NAME + TWO_NAMES)
def test_the_side_does_not_matter(left: str, right: str) -> None:
    assert compare_persons(left, right).score == pytest.approx(compare_persons(right, left).score)


@pytest.mark.parametrize("initials", ["AH", "A.H.", "S. B.", "RJL", "Y"])
def test_initials_stay_mentions(initials: str) -> None:
    for other in (initials, "Ahmad Hidayat", "Sri Budiarti", "Yusuf"):
        match = compare_persons(initials, other)
        assert match.decision != "same"
        assert match.score <= CEILING_OF_INITIALS


def test_a_short_name_is_no_initial() -> None:
    assert compare_persons("ALI", "Ali").decision == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A. Fauzi", "Ahmad Fauzi"),
        ("Budi S.", "Budi Santoso"),
        ("S. Aminah", "Siti Aminah"),
        ("Teuku Muhammad Nurdin", "T.M. Nurdin"),
    ],
)
def test_an_initial_beside_one_word_goes_to_review(left, right):
    assert compare_persons(left, right).decision == "review"


def test_a_mononym_beside_a_longer_name_needs_a_look() -> None:
    assert compare_persons("Sugeng", "Sugeng Riyanto").decision == "review"


def test_one_added_word_needs_a_look_and_two_make_another_name() -> None:
    assert compare_persons("Siti Maryam", "Siti Maryam Lubis").decision == "review"
    assert compare_persons("Siti Maryam", "Siti Maryam Hasanah Lubis").decision == "different"


def test_a_slip_in_a_rare_mononym_needs_a_look() -> None:
    assert compare_persons("Kusumaningtyas", "Kusumanigtyas").decision == "review"


def test_rare_names_say_more_than_common_ones() -> None:
    common = compare_persons("Muhammad Rizky", "Muhammad Rizky")
    rare = compare_persons("Krisostomus Seran", "Krisostomus Seran")
    assert common.decision == rare.decision == "same"
    assert common.rarity_bits < rare.rarity_bits / 2
    assert common.score < rare.score


def test_the_explanation_names_what_agreed_disagreed_and_is_missing() -> None:
    match = compare_persons("H. Ahmad bin Ali", "Hj. Achmad Fauzi", language="en")
    assert next(r.in_("en") for r in match.agreed) == '"ahmad" = "achmad" (spelling)'
    assert {r.code for r in match.disagreed} == {"sex"}
    assert {r.code for r in match.missing} == {"word", "father"}
    assert match.explanation.startswith("Different (0.0")


def test_the_explanation_speaks_indonesian_by_default() -> None:
    match = compare_persons("H. Nurhadi", "Hj. Nurhadi")
    assert "jenis kelamin (H, Hj)" in match.explanation


def test_an_alias_can_stand_for_the_name_but_a_nickname_cannot() -> None:
    assert compare_persons("Sulastri alias Lastriani", "Lastriani").decision == "same"
    assert compare_persons("Agus Salim alias Pak De", "Pak De").decision != "same"


def test_an_alias_of_one_common_word_is_that_of_many() -> None:
    assert compare_persons("Suryadi als. Yadi", "Yadi").decision == "review"
    assert compare_persons("Suryadi als. Yadi", "Suryadi").decision == "same"


def test_two_aliases_hold_one_word_back() -> None:
    both = ("Yanto alias Gondrong", "Yanto alias Kribo")
    assert compare_persons(*both).decision == "review"
    assert compare_persons(both[0], "Yanto alias Si Gondrong").decision == "same"
    assert compare_persons("Yanto Seran als Gondrong", "Yanto Seran als Kribo").decision == "same"


def test_two_ranks_hold_one_word_back() -> None:
    assert compare_persons("Lalu Sahrul", "Raden Sahrul").decision == "review"
    assert compare_persons("Raden Sahrul", "R. Sahrul").decision == "same"


def test_the_same_father_is_evidence_and_another_father_ends_it() -> None:
    same = compare_persons("Hasan bin Ali", "Hasan bin Alie")
    assert [r.code for r in same.agreed if r.code == "father"] == ["father"]
    other = compare_persons("Hasan bin Ali", "Hasan bin Umar")
    assert [r.code for r in other.disagreed] == ["fathers"]


def test_a_fathers_name_without_bin_answers_one_with_it() -> None:
    assert compare_persons("Hasan bin Alwi Shihab", "Hasan Alwi Shihab").decision == "same"


def test_empty_names_are_not_the_same() -> None:
    assert compare_persons("", "").decision != "same"
    assert compare_persons("Budi", "").decision != "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [("B. J. Santoso", "BJ Santoso"), ("A. Wahid Seran", "A Wahid Seran"), ("M. Ali", "M Ali")],
)
def test_an_initial_agrees_with_itself_however_it_is_written(left: str, right: str) -> None:
    assert compare_persons(left, right).decision == "same"
    assert compare_persons(left, right).score == compare_persons(right, left).score
    assert compare_persons(left, right).score == compare_persons(left, left).score


def test_a_rank_in_full_is_its_abbreviation() -> None:
    full = compare_persons("Brigadir Polisi Kepala Yosef Lengari", "Bripka Yosef Lengari")
    assert full.decision == "same"
    prince = compare_persons("Raden Soerjo Koesoemo", "R. Suryo Kusumo", language="en")
    assert "disagreed" not in prince.explanation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("R.Ay. Sekar Kinasih", "Raden Ayu Sekar Kinasih"),
        ("KRT. Hadiningrat Wiryo", "Kanjeng Raden Tumenggung Hadiningrat Wiryo"),
        ("Cut Nya' Rosnita Abdullah", "Tjoet Njak Rosnita Abdullah"),
        ("Kuswnato Adi Saputro", "Kuswanto Adi Saputro"),
    ],
)
def test_titles_of_peoples_in_full_and_letters_exchanged(left: str, right: str) -> None:
    assert compare_persons(left, right).decision == "same"
