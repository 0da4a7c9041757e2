"""Work promised, fees asked, and money paid, told in many ways."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-06-01")

HELD = "Tersangka Marwan ditangkap di Medan. "


@pytest.mark.parametrize(
    ("text", "job", "pay", "place"),
    [
        (
            "Ia ditawari jaga kios di Penang, digaji 1.600 ringgit.",
            "jaga kios",
            "digaji 1.600 ringgit",
            "Penang",
        ),
        (
            "Kepada korban, tersangka Rosita mengatakan ada lowongan perawat lansia di Taipei,"
            " gaji Rp 11 juta.",
            "perawat lansia",
            "gaji Rp 11 juta",
            "Taipei",
        ),
        (
            "Mereka direkrut sebagai pemetik stroberi di Inggris dengan upah 12 pound per jam.",
            "pemetik stroberi",
            "upah 12 pound per jam",
            "Inggris",
        ),
        (
            "Bekerja sebagai kasir di Doha dengan bayaran 2.500 riyal, itulah janji yang dijual"
            " sindikat itu.",
            "kasir",
            "bayaran 2.500 riyal",
            "Doha",
        ),
        (
            "Job yang ditawarkan adalah pramusaji di Maladewa, sebulan 600 dolar AS.",
            "pramusaji",
            "sebulan 600 dolar AS",
            "Maladewa",
        ),
        (
            "Mulanya mereka mengira akan bekerja sebagai operator gudang di Warsawa.",
            "operator gudang",
            None,
            "Warsawa",
        ),
        (
            "Tersangka berjanji memberangkatkan korban ke Kanada untuk menjadi sopir truk"
            " dengan penghasilan NZ$ 30 per jam.",
            "sopir truk",
            "penghasilan NZ$ 30 per jam",
            "Kanada",
        ),
    ],
)
def test_promised_work(text: str, job: str, pay: str | None, place: str | None) -> None:
    found = read(text)
    assert shown(found, "JobOffer", "jobTitle") == [job]
    assert shown(found, "JobOffer", "promisedPay") == ([pay] if pay else [])
    assert shown(found, "JobOffer", "destination") == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Upah yang semula disepakati 700 dolar AS hanya dibayar separuh.", ["700 dolar AS"]),
        ("Setiap awak seharusnya menerima 420 dolar AS per bulan.", ["420 dolar AS per bulan"]),
        ("Ia dijanjikan 1.100 riyal sebulan oleh penyalur.", ["1.100 riyal sebulan"]),
        ("Gaji mereka hanya 300 ringgit sebulan.", []),
        ("Korban menerima gaji 300 ringgit sebulan.", []),
    ],
)
def test_pay_that_was_agreed(text: str, pay: list[str]) -> None:
    shown_pay = shown(read(text), "JobOffer", "promisedPay")
    assert [one[-len(wanted) :] for one, wanted in zip(shown_pay, pay, strict=True)] == pay


@pytest.mark.parametrize(
    "text",
    [
        "Mereka dipekerjakan sebagai penipu daring di Bavet.",
        "Korban dipaksa menjadi operator judi di Poipet dengan gaji 500 dolar.",
        "Ia sudah lima tahun bekerja sebagai tukang las di Johor dengan upah 90 ringgit per hari.",
        "Beredar pesan berantai tentang lowongan kasir di Australia bergaji Rp 40 juta.",
        "Warga yang menemukan lowongan mencurigakan dapat melapor.",
        "Waspadai tawaran kerja sebagai admin di Kamboja dengan gaji Rp 15 juta.",
        "Tersangka YL dijanjikan Rp 600 ribu per kepala oleh bosnya di Tawau.",
        "Uang Rp 90 juta dijanjikan jaringan itu kepada pendonor ginjal di Phnom Penh.",
    ],
)
def test_what_is_no_offer(text: str) -> None:
    assert shown(read(text), "JobOffer", "jobTitle") == []
    assert shown(read(text), "JobOffer", "destination") == []


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Tersangka melalui LPK Cipta Mandiri menjanjikan magang ke Jepang.", "LPK Cipta Mandiri"),
        ("Anaknya dijanjikan Retno Wulan kerja di pabrik roti di Makau.", "Retno Wulan"),
        (
            "Korban ditawari kerja di kebun sawit oleh seorang pria bernama Yosep Lado.",
            "Yosep Lado",
        ),
        (
            "Korban melamar sebagai staf di Bangkok. Yang menjanjikan adalah perempuan bernama"
            " Lina Marlina dengan tawaran Rp 9 juta per bulan.",
            "Lina Marlina",
        ),
    ],
)
def test_who_promises(text: str, maker: str) -> None:
    assert shown(read(text), "JobOffer", "offeredBy") == [maker]


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("Setiap calon pekerja dibebankan biaya penempatan Rp 33 juta.", ["33000000"]),
        ("Uang pangkal Rp 15 juta disetor korban secara tunai.", ["15000000"]),
        ("Calon PMI yang mendaftar dikenakan DP Rp 2 juta.", ["2000000"]),
        ("Agensi di Singapura membayar Rp 30 juta untuk tiap pekerja.", []),
        ("Keluarga korban mengirim Rp 35 juta agar korban dilepas.", []),
        ("Tersangka menjual korban kepada agen seharga Rp 15 juta.", []),
        ("Kepada orang tua korban, pelaku menyerahkan Rp 2 juta.", []),
        ("Para korban tidak membayar Rp 5 juta seperti disebut di media sosial.", []),
        ("Sponsor di Jakarta membayar mereka Rp 20 juta untuk setiap pekerja.", []),
    ],
)
def test_fees(text: str, fees: list[str]) -> None:
    assert shown(read(text), "JobOffer", "feeIdr") == fees


def test_each_country_has_its_fee() -> None:
    text = "Tarif yang dipatok berbeda: Rp 5 juta untuk Malaysia dan Rp 9 juta untuk Singapura."
    found = read(text)
    assert shown(found, "JobOffer", "feeIdr") == ["5000000", "9000000"]
    assert shown(found, "JobOffer", "destination") == ["Malaysia", "Singapura"]


@pytest.mark.parametrize(
    ("sentence", "payer", "payee", "amount"),
    [
        ("Marwan diberi komisi Rp 1 juta oleh PT Karya Abadi.",
         "PT Karya Abadi", "Marwan", "1000000"),
        ("Dari Marwan, Tini Sumarni memperoleh Rp 1 juta.", "Marwan", "Tini Sumarni", "1000000"),
        ("Keuntungan yang didapat Marwan mencapai Rp 3 juta.", None, "Marwan", "3000000"),
        ("Uang Rp 9 juta milik korban diterima Marwan di kafe.", None, "Marwan", "9000000"),
        ("Setoran korban kepada Marwan sebesar Rp 6 juta.", None, "Marwan", "6000000"),
        ("Polisi menemukan bukti transfer Rp 8 juta dari Marwan kepada Tini Sumarni.",
         "Marwan", "Tini Sumarni", "8000000"),
        ("Korban dijual Marwan seharga Rp 15 juta kepada agen bernama Raju.",
         "Raju", "Marwan", "15000000"),
        ('"Saya dapat dua juta per orang dari Udin Basri," kata Marwan.',
         "Udin Basri", "Marwan", "2000000"),
        ("Keluarga korban diberi Rp 5 juta oleh Marwan.", "Marwan", None, "5000000"),
        ("Korban diminta membayar Rp 6 juta. Uang itu diserahkan kepada Marwan.",
         None, "Marwan", "6000000"),
        ("Marwan mendapat upah Rp 6 juta. Upah itu dibayarkan oleh seseorang berinisial KL.",
         "KL", "Marwan", "6000000"),
        ("Setelah menerima Rp 15 juta dari orang tua korban, Marwan menghilang.",
         None, "Marwan", "15000000"),
        ("Satu orang dihargai Rp 6 juta; uang itu dibayarkan bos kepada Marwan.",
         None, "Marwan", "6000000"),
        ("Keuntungan Marwan dari perbuatannya sekitar Rp 900 juta.", None, "Marwan", "900000000"),
        ("Uang Rp 22 juta sudah korban serahkan kepada Mak Ijah.", None, "Mak Ijah", "22000000"),
        ("Marwan menyatakan perusahaannya menarik Rp 17 juta.", None, None, None),
        ("Korban membayar Rp 6 juta. Sebagian uang itu diserahkan kepada Marwan.",
         None, None, None),
    ],
)  # fmt: skip
def test_payments(sentence: str, payer: str | None, payee: str | None, amount: str | None) -> None:
    found = read(HELD + sentence)
    assert shown(found, "Payment", "payer") == ([payer] if payer else [])
    assert shown(found, "Payment", "payee") == ([payee] if payee else [])
    assert shown(found, "Payment", "amountIdr") == ([amount] if amount else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Marwan diminta membayar Rp 5 juta kepada Tini Sumarni.",
        "Marwan dijanjikan upah Rp 2 juta oleh bosnya.",
        "Kalau terbukti Marwan menerima Rp 200 juta, ia dijerat pencucian uang.",
        "Beredar kabar Marwan menerima Rp 200 juta dari agen.",
        "Marwan membantah menerima Rp 200 juta dari agen.",
    ],
)
def test_what_was_not_paid(sentence: str) -> None:
    assert shown(read(HELD + sentence), "Payment", "payee") == []


def test_one_sum_for_two_is_one_payment() -> None:
    found = read("Tersangka AT dan BK menerima Rp 7 juta dari agen di Kamboja.")
    assert shown(found, "Payment", "payee") == ["AT", "BK"]
    assert shown(found, "Payment", "amountIdr") == ["7000000"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Para korban tertipu hingga Rp 900 juta.", ["900000000"]),
        ("Uang korban senilai Rp 480 juta raib.", ["480000000"]),
        ("Kerugian yang diderita 25 korban sebesar Rp 1,1 miliar.", ["1100000000"]),
        ("Beredar kabar para pekerja ditipu Rp 1 miliar.", []),
    ],
)
def test_losses(text: str, lost: list[str]) -> None:
    assert shown(read(text), "Count", "amountIdr") == lost


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Korban dijanjikan kerja di salon, namun malah dijual ke rumah karaoke.", ["fraud"]),
        (
            "Ia ditawari posisi kasir di Bangkok. Setibanya di sana, ia justru disuruh menipu.",
            ["fraud"],
        ),
        ("Ia ditawari posisi kasir di Bangkok. Namun, ia batal berangkat.", []),
        ("Para pekerja tidak boleh pulang sebelum melunasi utang Rp 40 juta.", ["debt-bondage"]),
        ("Pemerintah menyiapkan kredit agar mereka tidak terlilit utang rentenir.", []),
        (
            "Ia ditawari posisi kasir di Bangkok. Ternyata ia dipaksa menipu. Polisi menyebut"
            " kasus itu bukan TPPO.",
            [],
        ),
    ],
)
def test_promises_that_proved_false_and_debts_that_bind(text: str, means: list[str]) -> None:
    assert shown(read(text), "TraffickingIncident", "means") == means
