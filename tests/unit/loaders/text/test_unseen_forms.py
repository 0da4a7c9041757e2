"""Forms that first looks at unseen articles missed or misread, each as a rule of the language."""

from __future__ import annotations

import pytest

from loaders.text.companies import recognise as companies
from loaders.text.counts import Counted
from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from loaders.text.persons import initials
from loaders.text.recognise import values as values_of
from tests.extractions import shown


def read(text: str, title: str = "Judul berita") -> Extraction:
    return extract(f"{title}\n\n{text}\n", document=Metadata(published="2025-12-19"))


def people(found: Extraction) -> set[str]:
    return {entity.caption for entity in found.entities if entity.cls == "Person"}


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Lima perusahaan dicabut izinnya dan 27 lainnya diskors.", [5, 27]),
        ("Ada 312 unggahan palsu. Dari jumlah itu, 240 sudah diturunkan.", [312, 240]),
        ("Ada 76 pengaduan. Sembilan belas orang di antaranya direkrut.", [76, 19]),
        ("Total korban 37 orang.", [37]),
        ("Korban yang berhasil kita selamatkan sebanyak 123 orang.", [123]),
        ("Ada 10 unggahan. Dari jumlah itu, 240 sudah diturunkan.", [10]),
    ],
)
def test_counts(text: str, sizes: list[int]) -> None:
    values = [item.value for item in values_of(text, None) if isinstance(item.value, Counted)]
    assert sorted(v.bounds.lower or 0 for v in values) == sorted(sizes)


def test_a_part_told_as_people_counts_people() -> None:
    text = "Ada 76 pengaduan. Sembilan orang di antaranya direkrut."
    values = [item.value for item in values_of(text, None)]
    assert [v.unit for v in values if isinstance(v, Counted)] == ["reports", "persons"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Ada 214 PMI sakit, 17 di antaranya meninggal dunia.", ["deaths"]),
        ("Dua akun sudah diblokir, satu akun lagi dipantau.", ["content-taken-down"]),
        ("Enam orang dibekuk polisi di Batam.", ["suspects-arrested"]),
        ("Sedikitnya 64 orang telah menjadi korban.", ["victims-identified"]),
        ("Dari sebelas tersangka itu, delapan orang telah ditahan.", ["suspects-arrested"]),
    ],
)
def test_measures(text: str, measures: list[str]) -> None:
    assert shown(read(text), "Count", "measure") == measures


def test_a_time_of_something_else_is_no_window() -> None:
    text = "Uang jaminan dicairkan pada Agustus 2025 untuk membayar 43 calon pekerja migran."
    assert shown(read(text), "Count", "window") == []
    text = "Namanya muncul di 23 pengaduan, terakhir pada Februari 2025."
    assert shown(read(text), "Count", "window") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dua pelaku berinisial AS dan RL", ["AS", "RL"]),
        ("kedua motoris, AS dan RL, diamankan", ["AS", "RL"]),
        ("BT, SNM, dan OKL dimasukkan dalam daftar pencarian orang", ["BT", "SNM", "OKL"]),
        ("TNI dan BNN membahas perbatasan", []),
    ],
)
def test_initials(text: str, found: list[str]) -> None:
    assert [one.text for one in initials(text)] == found


def test_workers_known_by_initials_are_victims() -> None:
    assert [one.is_victim for one in initials("dua pekerja berinisial RS dan SMP")] == [True, True]
    assert people(read("Perempuan berinisial N (30) itu dievakuasi dari rumah majikan.")) == set()


def test_initials_with_an_alias_are_one_person() -> None:
    found = read("Polisi menangkap pelaku berinisial HS alias Ucok (48). HS kini ditahan.")
    assert people(found) == {"HS"}
    assert shown(found, "Person", "alias") == ["Ucok"]
    assert shown(found, "Person", "age") == ["48"]


def test_an_appeal_court_is_no_company() -> None:
    assert [c.text for c in companies("PT NTB memperberat hukuman PT Karya Jaya")] == [
        "PT Karya Jaya"
    ]


def test_a_headline_ends_no_company_name() -> None:
    text = "KP2MI mencabut izin PT Graha Bina Rantau pada 5 Desember 2025."
    found = read(text, "SIP3MI PT Graha Bina Rantau Dicabut")
    names = {entity.caption for entity in found.entities if "Company" in entity.cls}
    assert names == {"PT Graha Bina Rantau"}


def test_companies_of_the_next_sentence() -> None:
    text = (
        "Sebanyak dua perusahaan dicabut izinnya per 15 Desember 2025. "
        "Kedua perusahaan tersebut adalah PT Surya Jaya Abadi dan PT Timur Raya Lestari."
    )
    found = read(text)
    names = ["PT Surya Jaya Abadi", "PT Timur Raya Lestari"]
    assert shown(found, "LicenceAction", "concernsCompany") == names
    assert shown(found, "LicenceAction", "date") == ["2025-12-15", "2025-12-15"]
    fewer = read(text.replace("dua perusahaan", "tiga perusahaan"))
    assert shown(fewer, "LicenceAction", "concernsCompany") == []


@pytest.mark.parametrize(
    "text",
    [
        "Dinas membekukan layanan rekomendasi paspor bagi PT Mitra Sinergi Sukses.",
        "Dinas merekomendasikan agar kementerian mencabut izin PT Mitra Sinergi Sukses.",
        "Migrant Care mendesak KP2MI mencabut izin PT Mitra Sinergi Sukses.",
        "Jika terbukti, KP2MI mencabut izin PT Mitra Sinergi Sukses.",
    ],
)
def test_what_is_no_sanction(text: str) -> None:
    assert shown(read(text), "LicenceAction", "licenceActionKind") == []


def test_a_difference_is_no_term() -> None:
    text = (
        "Terdakwa Wilma Taneo divonis lima tahun penjara oleh Pengadilan Negeri Kupang. "
        "Vonis itu lebih ringan dua tahun dari tuntutan jaksa."
    )
    assert shown(read(text), "Verdict", "sentenceMonths") == ["60"]


def test_a_court_acquits_the_other_defendant() -> None:
    text = (
        "Terdakwa Wilma Taneo dinyatakan terbukti bersalah. Majelis menjatuhkan pidana penjara "
        "selama lima tahun. Terdakwa lain, Yuli Kause, dibebaskan karena hakim menilai ia jujur."
    )
    found = read(text)
    assert shown(found, "Verdict", "defendant") == ["Wilma Taneo"]
    assert shown(found, "Verdict", "sentenceMonths") == ["60"]


@pytest.mark.parametrize(
    "text",
    [
        "Ia mengimbau warga agar tidak tergiur tawaran kerja dengan gaji Rp15 juta di Kamboja.",
        "Para korban dijanjikan kerja di salon, namun dipaksa bekerja di bar di Kuching.",
    ],
)
def test_advice_and_what_came_instead_are_no_offer(text: str) -> None:
    assert shown(read(text), "JobOffer", "destination") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("NNK (40) berperan sebagai pemilik penampungan sekaligus perekrut.",
         ["harbourer", "recruiter"]),
        ("Mereka direkrut oleh sponsor berinisial MR.", ["calo", "recruiter"]),
        ("Perempuan berinisial LN disebut sebagai pengendali.", ["coordinator"]),
        ("Mereka tidak direkrut oleh Hendra Wijaya.", []),
    ],
)  # fmt: skip
def test_roles(text: str, roles: list[str]) -> None:
    assert sorted(shown(read(text), "CaseRole", "role") + shown(read(text), "BrokerRole", "role")) \
        == roles  # fmt: skip


def test_names_that_look_like_other_words() -> None:
    found = read(
        "Penasihat hukum terdakwa, Lalu Kukuh Kharisma, memastikan banding. "
        'Perekrutnya, namanya Yuvinus Solo, pergi. "Ia berutang," kata warga.'
    )
    assert {"Lalu Kukuh Kharisma", "Yuvinus Solo"} <= people(found)


def test_an_office_does_not_swallow_its_head() -> None:
    found = read(
        "Kantor Imigrasi Ngurah Rai menunda keberangkatan 4 orang. "
        '"Itu benar adanya," kata Kepala Kantor Imigrasi Ngurah Rai Winarko Adhi.'
    )
    assert people(found) == {"Winarko Adhi"}


@pytest.mark.parametrize("name", ["Tanjungbalai", "Tanjung Balai"])
def test_both_spellings_of_a_place(name: str) -> None:
    found = read(f"Polres {name} menangkap 3 tersangka.")
    assert [e.id for e in found.entities if e.cls == "LawEnforcementAgency"] == [
        "org:polres-tanjungbalai"
    ]


def test_a_short_form_in_brackets_stands_for_the_name() -> None:
    found = read(
        "Universitas Hasanuddin (Unhas) menerima tamu. Rektor Unhas Adi Maulani hadir di sana."
    )
    assert {e.id for e in found.entities if e.cls == "University"} == {"org:univ-hasanuddin"}
