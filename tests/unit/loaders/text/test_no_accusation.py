"""Sentences that accuse nobody, or somebody else: no claim may say otherwise."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract
from tests.extractions import shown

_ACCUSING = frozenset(
    {
        "LegalStage", "CaseRole", "BrokerRole", "Recruitment", "Harbouring", "Transporting",
        "Arrest", "Verdict", "LicenceAction",
    }
)  # fmt: skip


def accused(sentence: str) -> set[str]:
    """Captions of whom the claims of a sentence accuse of anything."""
    found = extract(f"Judul berita\n\n{sentence}\n", document=Metadata(published="2025-08-06"))
    classes = {entity.id: entity.cls for entity in found.entities}
    captions = {entity.id: entity.caption for entity in found.entities}
    whom = ("Person", "Company", "PlacementCompany")
    return {
        captions[claim.value]
        for claim in found.claims
        if classes.get(claim.subject) in _ACCUSING and classes.get(claim.value) in whom
        # That somebody was let go, or a matter closed, accuses nobody.
        if not claim.subject.endswith(("-acquitted", "-case-closed"))
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Keluarga mendesak polisi menetapkan Hendra Wijaya sebagai tersangka.",
        "Pengacara Hendra Wijaya mengatakan kliennya bukan perekrut.",
        "Polisi belum menangkap Hendra Wijaya.",
        "Hendra Wijaya disebut sebagai calo, namun polisi menyatakan itu tidak terbukti.",
        "Hakim menyatakan Hendra Wijaya tidak terbukti bersalah.",
        "Hendra Wijaya, tetangga tersangka, mengaku tidak tahu.",
        "Istri tersangka, Rina Lestari, menolak berkomentar.",
        "Aktivis Hendra Wijaya menemui terdakwa di rutan.",
        "Tim SAR mencari Hendra Wijaya, penumpang kapal yang tenggelam.",
        "KP2MI tidak mencabut izin PT Maju Jaya.",
        "KP2MI mengancam mencabut izin PT Maju Jaya.",
        "Izin PT Maju Jaya terancam dicabut.",
        "Izin PT Maju Jaya batal dicabut setelah kewajiban dipenuhi.",
        "PT Maju Jaya membantah izinnya dicabut.",
        "PTUN membatalkan pencabutan izin PT Maju Jaya.",
        "Mahkamah Agung membatalkan vonis 5 tahun penjara terhadap Hendra Wijaya.",
        "Hendra Wijaya terancam hukuman 15 tahun penjara.",
        "Andai bersalah, Hendra Wijaya dihukum 15 tahun penjara.",
        "Jika terbukti, HS (45) akan ditetapkan sebagai tersangka.",
        "Polda NTT membantah telah menangkap Hendra Wijaya.",
        "Kabar Hendra Wijaya ditangkap polisi adalah hoaks.",
        "Benarkah Hendra Wijaya merekrut 10 orang?",
        "Tidak benar Hendra Wijaya merekrut 10 orang.",
        "Tersangka diduga bekerja sama dengan oknum berinisial HS (45).",
        "Gubernur meminta polisi menangkap perekrut bernama Hendra Wijaya.",
        "Kuasa hukum terdakwa Budi Salim, Rudi Hartono, menyatakan banding.",
        "Tersangka kabur ke rumah Hendra Wijaya di Bogor.",
        "Polisi menangkap tersangka di rumah Hendra Wijaya.",
        "Penyidik menyita ponsel tersangka dan Hendra Wijaya.",
        "Hendra Wijaya, yang kakaknya divonis 5 tahun, menolak bicara.",
        "Kakak Hendra Wijaya divonis 5 tahun penjara.",
        "Suami HS (45) ditangkap polisi di rumahnya.",
        "Mobil milik Hendra Wijaya dipakai tersangka mengangkut 10 orang.",
        "Terdakwa mengaku disuruh Hendra Wijaya mengantar 10 calon pekerja.",
        "Terdakwa adalah menantu Hendra Wijaya.",
        "Saksi Hendra Wijaya mengaku melihat sopir itu membawa 5 orang.",
        "Hendra Wijaya menyuruh polisi menangkap agen yang mengangkut 10 calon pekerja migran.",
        "Peneliti Hendra Wijaya menulis buku tentang jaringan yang merekrut 30 orang.",
        "Hendra Wijaya menuduh pesaingnya merekrut 40 orang tanpa izin.",
    ],
)
def test_nobody_is_accused(sentence: str) -> None:
    assert accused(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "only"),
    [
        ("Hendra Wijaya menjadi saksi kunci terhadap terdakwa Budi Salim.", "Budi Salim"),
        ("Menurut Hendra Wijaya, tersangka Budi Salim menampung 5 korban.", "Budi Salim"),
        ("Hendra Wijaya melaporkan Budi Salim yang merekrut 12 orang.", "Budi Salim"),
        ("Selain Hendra Wijaya, polisi menetapkan Budi Salim sebagai tersangka.", "Budi Salim"),
        ("HS (45) menjadi saksi, sementara RD (30) ditetapkan sebagai tersangka.", "RD"),
        ("HS (45) dan RD (30) adalah korban yang direkrut tersangka MK (50).", "MK"),
        ("PT Maju Jaya menggugat pencabutan izin PT Sinar Abadi.", "PT Sinar Abadi"),
        (
            "KP2MI mencabut izin PT Maju Jaya yang bekerja sama dengan PT Sinar Abadi.",
            "PT Maju Jaya",
        ),
        ("PT Maju Jaya yang izinnya dicabut bermitra dengan PT Sinar Abadi.", "PT Maju Jaya"),
        ("KP2MI menskors PT Maju Jaya dan memuji PT Sinar Abadi.", "PT Maju Jaya"),
        ("Tidak seperti PT Maju Jaya, PT Sinar Abadi dijatuhi skorsing.", "PT Sinar Abadi"),
        (
            "PT Maju Jaya mengambil alih pekerja PT Sinar Abadi yang izinnya dicabut.",
            "PT Sinar Abadi",
        ),
        (
            "Setelah memeriksa Hendra Wijaya, penyidik menetapkan Budi Salim sebagai tersangka.",
            "Budi Salim",
        ),
        ("Polisi melepaskan Hendra Wijaya dan menahan Budi Salim.", "Budi Salim"),
        ("Budi Salim yang divonis 4 tahun adalah anak buah Hendra Wijaya.", "Budi Salim"),
        ("Polisi menangkap Budi Salim saat bertamu ke rumah Hendra Wijaya.", "Budi Salim"),
        ("Polisi menangkap Budi Salim berkat informasi Hendra Wijaya.", "Budi Salim"),
        ("Polisi menangkap HS (45) usai menerima laporan RD (30).", "HS"),
    ],
)
def test_only_whom_the_sentence_accuses(sentence: str, only: str) -> None:
    assert accused(sentence) == {only}


PROTECTED = [
    "Saksi korban AB (19) menangis saat bersaksi melawan terdakwa.",
    "Korban, AB (19), dijemput terdakwa di terminal.",
    "Anak buah tersangka mengancam AB (19) agar diam.",
    "Polisi menitipkan AB (19) di rumah aman.",
    "AB (19) dan CD (20) diselamatkan dari rumah tersangka.",
    "Tersangka membawa AB (19) dan CD (20) ke Batam.",
    "Tersangka merekrut AB (19) dan CD (20) lewat Facebook.",
    "Tersangka menjemput AB (19), CD (20), dan EF (21) di bandara.",
    "Perekrut menjanjikan AB (19) gaji Rp10 juta.",
    "Petugas menangkap basah calo saat mengantar AB (19).",
    "Petugas mengamankan AB (19) dan CD (20), dua calon pekerja migran asal Jember.",
    "Petugas mengamankan tiga calon PMI, yakni AB (19), CD (20), dan EF (21).",
    "Imigrasi menunda keberangkatan AB (29) dan CD (31).",
    "Pelapor berinisial AB (39) mendatangi Polda NTT.",
    "AB (39) melaporkan tersangka ke polisi.",
    "Dua korban, AB (19) dan CD (20), melarikan diri dari rumah tersangka.",
    "Jenazah AB (39) tiba di Kupang.",
]
"""Sentences about victims, and about who reports: none of them is a person of the graph."""


@pytest.mark.parametrize(
    "sentence",
    [
        *PROTECTED,
        "Polres Sanggau menerbitkan SP3 atas nama Hendra Wijaya karena tidak cukup bukti.",
        "Penyidikan terhadap Hendra Wijaya dihentikan demi hukum.",
        "Status tersangka Hendra Wijaya dicabut setelah praperadilan.",
        "Hakim praperadilan membatalkan penetapan tersangka Hendra Wijaya.",
        "Penetapan tersangka terhadap Hendra Wijaya dinyatakan tidak sah.",
        "Hendra Wijaya bukan lagi tersangka.",
        "Status Hendra Wijaya dipulihkan, bukan lagi tersangka.",
        "Hendra Wijaya sempat dituduh sebagai perekrut, tetapi tuduhan itu dicabut pelapor.",
        "Pelapor mencabut laporannya terhadap Hendra Wijaya.",
        "Majelis hakim membebaskan Hendra Wijaya dari segala dakwaan.",
        "Nama PT Maju Jaya dicatut untuk merekrut 30 orang.",
        "PT Maju Jaya menjadi korban pencatutan nama oleh akun palsu.",
        "Akun palsu itu mencatut nama PT Maju Jaya dan menjanjikan gaji Rp15 juta.",
        "Pelaku mengaku sebagai karyawan PT Maju Jaya.",
        "Jika Hendra Wijaya terbukti merekrut korban, ia akan dijerat UU TPPO.",
        "Kalau benar Hendra Wijaya menampung 12 orang, polisi akan menangkapnya.",
        "Hendra Wijaya diperiksa sebagai saksi.",
        "Polisi memeriksa Hendra Wijaya sebagai saksi dalam kasus TPPO.",
        "Penyidik memanggil Hendra Wijaya untuk dimintai keterangan.",
        "Hendra Wijaya masih berstatus saksi.",
        "Korban HS (23) diminta membayar Rp5 juta.",
        "HS (23) disekap tersangka selama dua minggu.",
        "HS (23), korban perdagangan orang, diselamatkan polisi.",
        "Korban berinisial HS (23) mengenal tersangka lewat Facebook.",
        "Tersangka mengenal HS (23) lewat Facebook.",
        "HS (23) melaporkan perekrutnya ke Polda NTT.",
        "Polda NTT mengapresiasi Hendra Wijaya yang melaporkan kasus perdagangan orang.",
        "Hendra Wijaya menerima penghargaan karena menggagalkan pengiriman 12 orang.",
        "Menteri memuji Hendra Wijaya yang menampung 30 korban di rumah singgah.",
        "Hendra Wijaya, relawan rumah singgah, menampung 12 korban.",
        "Suster Laurensia menampung 12 korban di biaranya.",
        "Hendra Wijaya menjemput 14 jenazah pekerja migran di bandara.",
        "Ketua SBMI Hendra Wijaya mengantar 12 korban ke Polda NTT.",
        "Pasal 4 mengatur setiap orang yang membawa WNI ke luar negeri dipidana 15 tahun penjara.",
        "Setiap orang yang merekrut 10 orang tanpa izin dipidana paling lama 10 tahun.",
        "Menurut Pasal 81, orang perseorangan dilarang menempatkan pekerja migran.",
        "Pada tahun 2014, Hendra Wijaya pernah menjadi buruh migran di Malaysia.",
        "Hendra Wijaya pernah ditahan polisi Malaysia karena tidak punya paspor.",
        "Hendra Wijaya ditahan imigrasi Malaysia selama dua bulan sebelum dipulangkan.",
        "Hendra Wijaya, TKI asal Cilacap, ditangkap polisi Arab Saudi.",
        "TKI bernama Hendra Wijaya terancam hukuman mati di Arab Saudi.",
        "Hendra Wijaya dibebaskan dari hukuman mati di Arab Saudi.",
        "Beredar kabar Hendra Wijaya menjadi tersangka, polisi memastikan kabar itu bohong.",
        "Polisi menepis isu penangkapan Hendra Wijaya.",
        '"Saya tidak pernah merekrut siapa pun," kata Hendra Wijaya.',
        "Hendra Wijaya menyangkal telah memberangkatkan 12 orang ke Malaysia.",
        "Hendra Wijaya menolak disebut calo.",
        "Jangan percaya orang seperti Hendra Wijaya, kata pelaku.",
        "Waspadai calo yang mengaku bernama Hendra Wijaya.",
        "Hendra Wijaya mengimbau warga tidak merekrut tenaga kerja tanpa izin.",
        "Dinas mengingatkan agar PT Maju Jaya melengkapi izinnya.",
        "Izin PT Maju Jaya masih berlaku dan tidak dicabut.",
        "KP2MI menegaskan PT Maju Jaya tidak terlibat.",
        "PT Maju Jaya dinyatakan tidak melanggar.",
        "PT Maju Jaya melaporkan PT Sinar Abadi yang skorsingnya belum dijalankan.",
        "KP2MI akan mencabut izin PT Maju Jaya bila tidak membayar korban.",
        "KP2MI menjadwalkan pencabutan izin PT Maju Jaya.",
        "DPR mendesak KP2MI mencabut izin PT Maju Jaya.",
        "Apabila tidak dipenuhi, izin PT Maju Jaya dicabut.",
        "Majelis hakim menyatakan dakwaan terhadap Hendra Wijaya batal demi hukum.",
        "Jaksa menuntut Hendra Wijaya bebas.",
        "Hakim menolak eksepsi yang diajukan penasihat hukum Hendra Wijaya.",
        "Saksi Hendra Wijaya mengaku melihat terdakwa menerima uang.",
        "Saksi ahli Hendra Wijaya menjelaskan unsur perdagangan orang kepada hakim.",
        "Jaksa Hendra Wijaya menuntut terdakwa 6 tahun penjara.",
        "Hakim Hendra Wijaya menjatuhkan hukuman 6 tahun penjara.",
        "Majelis yang diketuai Hendra Wijaya menghukum terdakwa 6 tahun penjara.",
        "Panitera Hendra Wijaya membacakan agenda sidang terdakwa.",
        "Penerjemah Hendra Wijaya mendampingi tersangka saat diperiksa.",
        "Dokter Hendra Wijaya memeriksa kesehatan tersangka.",
        "Wartawan Hendra Wijaya mewawancarai tersangka di rutan.",
        "Kepala Rutan Hendra Wijaya mengatakan tersangka dititipkan di sana.",
        "Ayah tersangka bernama Hendra Wijaya.",
        "Rumah milik Hendra Wijaya disewa tersangka untuk menampung 12 orang.",
        "Mobil milik Hendra Wijaya dirental tersangka.",
        "Tersangka memakai KTP milik Hendra Wijaya.",
        "Rekening atas nama Hendra Wijaya dipakai tersangka untuk menampung uang.",
        "Tersangka mencatut nama Hendra Wijaya.",
        "Hendra Wijaya ditipu tersangka Rp20 juta.",
        "Hendra Wijaya direkrut seorang calo di pasar.",
        "Hendra Wijaya dijanjikan pekerjaan sebagai sopir di Kuwait.",
        "Hendra Wijaya menduga dirinya menjadi korban.",
        "Hendra Wijaya nyaris ditangkap karena namanya mirip tersangka.",
        "Polisi salah tangkap, Hendra Wijaya dilepaskan.",
        "Hendra Wijaya sempat diamankan lalu dipulangkan karena tidak terbukti.",
        "Polisi memulangkan Hendra Wijaya setelah diperiksa.",
        "Massa menuduh Hendra Wijaya sebagai calo.",
        "Warganet menuding Hendra Wijaya merekrut 12 orang.",
        "Hendra Wijaya dituding merekrut 12 orang, tetapi tidak ada bukti.",
        "Belum ada bukti Hendra Wijaya memberangkatkan 12 orang.",
        "Apakah Hendra Wijaya tersangka?",
        "Seandainya ditangkap, Hendra Wijaya bisa dihukum 10 tahun penjara.",
        "Hendra Wijaya lolos dari jerat hukum.",
        "Hendra Wijaya dipanggil KPK sebagai saksi.",
        "Hendra Wijaya meminta polisi menangkap perekrut anaknya.",
        "Hendra Wijaya, ayah korban, mendatangi Polres Kupang.",
        "Anak Hendra Wijaya direkrut tersangka.",
        "Hendra Wijaya mengawal 12 korban ke kampung halaman.",
        "Polisi bersama Hendra Wijaya memulangkan 12 korban.",
        "Gubernur Hendra Wijaya melepas 120 pekerja migran ke Jepang.",
        "Bupati Hendra Wijaya memberangkatkan 40 pekerja migran resmi ke Korea Selatan.",
        "PT Maju Jaya memberangkatkan 40 perawat ke Jerman secara resmi.",
        "Hendra Wijaya lahir di Kupang dan bekerja sebagai sopir.",
        "Kuasa hukum menyebut Hendra Wijaya hanyalah sopir.",
        "Grasi untuk Hendra Wijaya dikabulkan presiden.",
        "Hendra Wijaya mencabut kesaksiannya terhadap terdakwa.",
        "Oknum polisi itu bukan Hendra Wijaya.",
        "Tersangka bukan Hendra Wijaya, melainkan adiknya.",
        "Yang ditangkap bukan Hendra Wijaya.",
        "Terdakwa menyeret nama Hendra Wijaya dalam sidang.",
        "Nama Hendra Wijaya disebut terdakwa sebagai penerima uang.",
        "Pengadilan Negeri Medan membebaskan Hendra Wijaya karena dakwaan tidak terbukti.",
        "Hendra Wijaya divonis lepas dari segala tuntutan hukum.",
        "Mahkamah Agung menolak kasasi jaksa atas vonis bebas Hendra Wijaya.",
        "Hakim tunggal mengabulkan praperadilan Hendra Wijaya.",
        "PT Maju Jaya wajib memulangkan 17 pekerja.",
        "PT Maju Jaya diwajibkan membayar ganti rugi kepada 20 korban.",
        "Kementerian mewajibkan PT Maju Jaya memulangkan 17 pekerja.",
        "PT Maju Jaya telah memulangkan 17 pekerja yang sakit.",
        "Polisi mengusulkan pencabutan izin PT Maju Jaya.",
        "Izin PT Maju Jaya tidak jadi dicabut.",
        "PT Maju Jaya dinyatakan bersih oleh KP2MI.",
        "PT Maju Jaya mendapat penghargaan dari KP2MI.",
        "Perusahaan gadungan yang mengaku PT Maju Jaya merekrut 12 orang.",
        "PT Maju Jaya memperingatkan masyarakat soal akun palsu yang memakai namanya.",
        "PT Maju Jaya memberi peringatan tertulis kepada karyawannya.",
        "PT Maju Jaya mencabut laporannya terhadap Hendra Wijaya.",
        "Hendra Wijaya menang gugatan melawan PT Maju Jaya.",
        "Hendra Wijaya, calon legislatif, berjanji memberantas calo.",
        "Hendra Wijaya berperan sebagai calo dalam film pendek tentang perdagangan orang.",
        "Aktor Hendra Wijaya memerankan tersangka dalam drama itu.",
        "Dalam simulasi, Hendra Wijaya menjadi tersangka.",
        "Mahasiswa bernama Hendra Wijaya menulis skripsi tentang terdakwa TPPO.",
        "Hendra Wijaya pernah menjadi korban sebelum menjadi relawan.",
        "Hendra Wijaya adalah mantan tekong yang kini menjadi penyuluh.",
        "Hendra Wijaya menyerahkan diri bukan sebagai tersangka melainkan saksi mahkota.",
        "Ia tidak menyangka Hendra Wijaya, tetangganya, tersangkut kasus itu.",
        "Tersangka mengaku diperintah seseorang bernama Hendra Wijaya.",
        "Menurut tersangka, Hendra Wijaya tidak tahu apa-apa.",
        "Terdakwa menyebut nama Hendra Wijaya dan Budi Salim dalam sidang.",
        "Polisi mengamankan AB (19) untuk dimintai keterangan sebagai saksi.",
        "Pacar tersangka berinisial AB (19) diperiksa sebagai saksi.",
        "Istri tersangka berinisial AB (39) pingsan.",
        "AB (39), ibu korban, melapor ke polisi.",
        "Almarhum Hendra Wijaya bekerja di kebun sawit.",
        "Pekerja migran Hendra Wijaya meninggal di Malaysia.",
        "Hendra Wijaya (40), pekerja migran asal Jember, ditangkap polisi Malaysia.",
        "Pemerintah membebaskan Hendra Wijaya dari hukuman gantung.",
        "Hendra Wijaya dituntut hukuman mati oleh jaksa Arab Saudi karena membunuh majikannya.",
        "Menteri meminta Polri menetapkan Hendra Wijaya sebagai tersangka bila cukup bukti.",
        "Penyidik masih mendalami keterlibatan Hendra Wijaya.",
        "Keterlibatan Hendra Wijaya masih didalami.",
        "Hendra Wijaya diduga mengetahui jaringan itu, tetapi statusnya masih saksi.",
        "Hendra Wijaya dicegah ke luar negeri.",
        "Kejaksaan mengembalikan berkas Hendra Wijaya karena belum lengkap.",
        "Laporan terhadap Hendra Wijaya dihentikan karena kedua pihak berdamai.",
        "Akun @sindikat_tppo menuduh Hendra Wijaya sebagai bandar.",
        "Unggahan itu memelintir pernyataan Hendra Wijaya soal tersangka.",
        "Buronan itu mirip Hendra Wijaya.",
        "Rekan kerja buronan, Hendra Wijaya, kaget.",
        "Kepala desa Hendra Wijaya kaget warganya menjadi tersangka.",
        "Notaris Hendra Wijaya membuatkan akta perusahaan milik terdakwa.",
        "Pemilik kos, Hendra Wijaya, tidak tahu kamarnya dipakai menampung korban.",
        "Sopir taksi Hendra Wijaya mengantar korban tanpa tahu tujuan mereka.",
        "Sopir, AB (40), hanya diminta mengantar dan tidak ditahan.",
        "Pemilik rumah, AB (50), mengaku rumahnya disewa tersangka.",
        "Ketua RT, AB (50), menyaksikan penggeledahan.",
    ],
)
def test_who_is_near_a_matter_is_not_in_it(sentence: str) -> None:
    assert accused(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Kapolres AKBP Hendra Wijaya menangkap tersangka berinisial HS (45).",
        "Tersangka HS (45) ditangkap oleh Aipda Hendra Wijaya dan Bripka Budi Salim.",
        "Kompol Hendra Wijaya memimpin penangkapan terhadap HS (45).",
        "Kanit Reskrim Iptu Hendra Wijaya meringkus HS (45) di terminal.",
    ],
)
def test_officers_beside_an_arrest_are_not_arrested(sentence: str) -> None:
    assert accused(sentence) == {"HS"}


def test_a_stage_that_the_police_deny_is_denied() -> None:
    text = "Kapolres membantah Hendra Wijaya telah ditetapkan sebagai tersangka."
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    modalities = {claim.modality for claim in found.claims if claim.property == "stage"}
    assert modalities == {"denied"}


@pytest.mark.parametrize("sentence", PROTECTED)
def test_victims_and_who_reports_are_no_persons(sentence: str) -> None:
    found = extract(f"Judul berita\n\n{sentence}\n", document=Metadata(published="2025-08-06"))
    assert {entity.caption for entity in found.entities if entity.cls == "Person"} == set()


def test_the_police_who_fetch_a_suspect_make_no_victim() -> None:
    text = "Petugas menjemput AB (40) di rumahnya. AB (40) ditetapkan sebagai tersangka."
    assert accused(text) == {"AB"}


def test_an_acquittal_convicts_nobody() -> None:
    text = "Rekannya, Sudirman Laode, yang disidang terpisah, divonis bebas karena tak terbukti."
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    assert shown(found, "LegalStage", "stage") == ["acquitted"]
    assert shown(found, "Verdict", "defendant") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kami mengamankan tiga perempuan PMI yang akan ke Oman berinisial AB (22) dan CD (24).",
        "Polisi menerima laporan dari warga Ciruas berinisial AB (28).",
        "Polisi memastikan AB direkrut oleh kedua pelaku pada April. AB (30) masih di Arab Saudi.",
        "Petugas menyita paspor atas nama Masnah binti Rais dan dua tiket.",
        "Salah satu pekerja yang menjadi korban 13 tersangka itu ialah Yuliana Selan.",
        "Korban perdagangan orang oleh dua tersangka itu adalah Yuliana Selan.",
        "Dua terpidana dihukum dalam kasus yang menimpa Dorkas Abuk.",
        "Kematian Dorkas Abuk menyeret dua tersangka.",
    ],
)
def test_migrants_reporters_and_owners_of_passports_are_no_persons(sentence: str) -> None:
    found = extract(f"Judul berita\n\n{sentence}\n", document=Metadata(published="2025-08-06"))
    assert {entity.caption for entity in found.entities if entity.cls == "Person"} == set()


def test_who_handled_passports_is_held_all_the_same() -> None:
    assert accused("Polisi mengamankan pria berinisial AB (39) yang mengurus paspor PMI.") == {"AB"}


def test_a_dealer_in_workers_is_no_victim() -> None:
    text = "Polda Sumut menangkap seorang agen pekerja migran ilegal berinisial AB (52) di Asahan."
    assert accused(text) == {"AB"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ketua majelis hakim Erna Yanti menyatakan terdakwa terbukti mengirim dua perempuan.",
        "Hakim Erna Yanti menilai terdakwa memberangkatkan 12 orang.",
        "Jaksa Erna Yanti menyebut terdakwa menampung 12 orang.",
        "Erna Yanti mengatakan tersangka membawa 12 orang.",
    ],
)
def test_who_tells_of_a_defendants_deeds_did_not_do_them(sentence: str) -> None:
    assert "Erna Yanti" not in accused(sentence)


def test_what_was_not_proven_is_no_matter() -> None:
    text = "AB (40) menjadi tersangka TPPO. Rekannya tidak terbukti ikut merekrut korban."
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    assert shown(found, "TraffickingIncident", "act") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "KP2MI mencabut izin PT Sinar Abadi setelah laporan PT Maju Jaya.",
        "PT Maju Jaya menampung eks pekerja PT Sinar Abadi yang izinnya dicabut.",
        "Berbeda dengan PT Sinar Abadi yang dicabut izinnya, PT Maju Jaya lolos verifikasi.",
        "KP2MI memeriksa PT Maju Jaya terkait pencabutan izin PT Sinar Abadi.",
        "Izin PT Sinar Abadi dicabut, sementara PT Maju Jaya dinyatakan patuh.",
    ],
)
def test_a_company_beside_a_sanction_is_not_sanctioned(sentence: str) -> None:
    assert accused(sentence) == {"PT Sinar Abadi"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Skorsing PT Maju Jaya dibatalkan PTUN.",
        "Menantu Hendra Wijaya ditetapkan sebagai tersangka.",
        "Budi Salim, menantu Hendra Wijaya, ditetapkan sebagai tersangka.",
        "Adik bupati, Hendra Wijaya, membantah ditetapkan sebagai tersangka.",
    ],
)
def test_kin_and_sanctions_undone_accuse_nobody(sentence: str) -> None:
    assert "Hendra Wijaya" not in accused(sentence)
    assert "PT Maju Jaya" not in accused(sentence)


def test_kin_beside_an_arrest_are_not_arrested() -> None:
    text = "Polisi menangkap AB (40) setelah kakaknya, CD (45), menyerahkan diri."
    assert accused(text) == {"AB"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dua orang belum ditetapkan sebagai tersangka, masing-masing SW (47) dan NK (33).",
        "Tersangka bekerja untuk seorang perempuan berinisial VK yang tinggal di Johor.",
        "Tersangka menyerahkan uang itu kepada majikan berinisial VK.",
    ],
)
def test_whom_a_suspect_deals_with_and_who_is_not_yet_one(sentence):
    assert accused(sentence) == set()


def test_what_a_clause_tells_of_one_is_not_told_of_the_other():
    text = (
        "Polisi menetapkan dua tersangka TPPO, masing-masing SW (47) selaku direktur dan NK (33) "
        "yang bertugas merekrut calon ABK."
    )
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    assert shown(found, "TraffickingIncident", "suspectedAgent") == ["NK"]


def test_whoever_is_sought_is_no_victim():
    text = "Tersangka bekerja untuk seorang WNI berinisial VK. VK sudah kami masukkan dalam DPO."
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    assert shown(found, "LegalStage", "stage") == ["wanted"]


def test_pelaku_are_no_suspects_yet():
    text = "Empat pelaku berinisial BT (33), JB (53), KA (50), dan YA (39) kabur."
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    assert shown(found, "LegalStage", "stage") == []
    told = text.replace("pelaku", "tersangka")
    found = extract(f"Judul berita\n\n{told}\n", document=Metadata(published="2025-08-06"))
    assert shown(found, "LegalStage", "stage") == ["suspect"] * 4


def test_a_part_told_of_two_is_played_by_both():
    text = "Peran para pelaku yakni BT (33) dan JB (53) sebagai perekrut, KA (50) membantu."
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    assert shown(found, "CaseRole", "roleHolder") == ["BT", "JB"]


def test_whoever_defrauded_a_victim_is_none():
    text = (
        "Heru Pranoto berperan mencari calon korban, Lilik Mufidah mengurus paspor. Terdakwa "
        "mengaku korban penipuan Koh Liang."
    )
    found = extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))
    assert not any("Korban" in one.reason for one in found.refused)


def test_who_holds_money_harbours_nobody() -> None:
    text = "FT (31) menampung uang pendaftaran di rekening bank. FT bertugas menampung dana."
    found = extract(f"Judul berita\n\n{text}\n")
    assert not {e.cls for e in found.entities} & {"CaseRole", "Harbouring", "TraffickingIncident"}


def test_the_term_of_a_companion_is_not_ones_own() -> None:
    found = extract(
        "Judul berita\n\nMajelis hakim PN Batam menjatuhkan hukuman lima tahun penjara kepada "
        "Yusnidar (44). Rekan Yusnidar, Zulkifli (38), divonis tiga tahun penjara.\n"
    )
    told = [(c.subject, c.value) for c in found.claims if c.property == "sentenceMonths"]
    terms = {subject.rpartition("-")[2]: value for subject, value in told}
    assert len(told) == 2
    assert terms == {"yusnidar": "60", "zulkifli": "36"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kasus bermula dari laporan keluarga RD (22), ABK asal Indramayu yang meninggal di laut.",
        "RD (22), ABK yang meninggal di perairan Somalia, dimakamkan Senin.",
    ],
)
def test_who_died_is_no_person_of_the_matter(sentence: str) -> None:
    found = extract(f"Judul berita\n\n{sentence}\n")
    assert not {e.caption for e in found.entities if e.cls == "Person"}


@pytest.mark.parametrize(
    ("later", "arrests"),
    [("Ia masih diperiksa sebagai saksi.", 0), ("Ia ditetapkan sebagai tersangka.", 1)],
)
def test_a_witness_who_is_taken_along_is_not_arrested(later: str, arrests: int) -> None:
    text = f"Polisi mengamankan pria berinisial DN (40) di Batam, Selasa (12/8/2025). {later}"
    found = extract(text, document=Metadata(published="2025-08-13"))
    assert sum(one.cls == "Arrest" for one in found.entities) == arrests
