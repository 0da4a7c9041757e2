"""Who is told by letters, by part or by rank: rows, parts told otherwise, offices of the police."""

from __future__ import annotations

import pytest

from loaders.text.draft import Metadata
from loaders.text.extract import extract


def read(text: str):
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))


def people(text: str) -> set[str]:
    return {entity.caption for entity in read(text).entities if entity.cls == "Person"}


def told(text: str, cls: str) -> set[str]:
    return {entity.caption for entity in read(text).entities if entity.cls == cls}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "Polisi menangkap lima orang terkait dugaan perdagangan orang yakni R, AI, S, DS, MP.",
            {"R", "AI", "S", "DS", "MP"},
        ),
        (
            "Dua pelaku yang diduga merekrut lewat medsos, masing-masing KT dan LB, ditangkap.",
            {"KT", "LB"},
        ),
        (
            "Empat tersangka DPO, yakni HKL, KSR, MS, dan JF (wanita dari PT Bina Karsa), diburu.",
            {"HKL", "KSR", "MS", "JF"},
        ),
        (
            "Tersangka berinisial MK alias M (warga Depok), SA (PT Bina Karsa) dan HWT alias AGS "
            "alias AG ditangkap.",
            {"MK", "SA", "HWT"},
        ),
        ("Usai penangkapan terhadap AD dan RS, penyidik menggeledah rumah.", {"AD", "RS"}),
        ("Penahanan tersangka BW (41) dan RS dilakukan di Polres Malang.", {"BW", "RS"}),
    ],
)
def test_letters_in_a_row_are_people(sentence, named):
    assert people(sentence) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "Polisi menyelamatkan lima orang calon pekerja migran yakni R, AI, S, DS, dan MP.",
        "Dua orang korban, yakni KT dan LB, dipulangkan.",
        "Polisi menemui dua orang tua korban yakni KT dan LB.",
        "Polisi membahas penangkapan WNI dan PMI di Malaysia.",
        "Satu tersangka DPO diburu polisi.",
    ],
)
def test_letters_of_victims_and_of_things_are_nobody(sentence):
    assert people(sentence) == set()


def test_an_initial_ends_a_sentence_before_words_that_take_people_up():
    text = "Polisi menangkap 3 calo berinisial G, E dan R alias H. Ketiganya ditahan."
    assert people(text) == {"G", "E", "R"}


def test_a_name_goes_on_behind_an_initial():
    assert "Ronald F. Sipayung" in people("Kapolres Malang AKBP Ronald F. Sipayung hadir.")


def test_a_man_called_hari_has_a_rank_before_his_name():
    assert people("Ia didampingi AKBP Hari Sandy Siregar, Rabu.") == {"Hari Sandy Siregar"}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "MK (40) ditetapkan sebagai tersangka TPPO atas perannya sebagai pencari calon TKI.",
            {"MK: recruiter"},
        ),
        (
            "Dalam kasus TPPO ini ES (25) tugasnya sebagai penjemput.",
            {"ES: transporter"},
        ),
        (
            "Pelaku NS ini berperan menyembunyikan TKW dalam kasus TPPO.",
            {"NS: harbourer"},
        ),
        (
            "Tersangka BW (29) bertugas mengkoordinasikan perekrut CPMI di NTB.",
            {"BW: coordinator"},
        ),
        (
            "Tersangka TPPO KA (29) dan YA (31) mengawal dan membantu meloloskan korban.",
            {"KA: transporter", "YA: transporter"},
        ),
    ],
)
def test_parts_are_told_otherwise(sentence, parts):
    assert told(sentence, "CaseRole") == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Tersangka TPPO MK (40) dibebaskan atas perannya yang tidak terbukti sebagai perekrut.",
        "Tersangka KA (29) tidak membantu meloloskan korban.",
    ],
)
def test_a_part_not_played_is_none(sentence):
    assert told(sentence, "CaseRole") == set()


def stages(text: str) -> set[str]:
    return told(text, "LegalStage")


def test_all_whom_their_parts_tell_are_meant_by_their_number():
    text = (
        '"Dua tekong berinisial HS (38) dan MJ (29), serta seorang perempuan berinisial NL (41) '
        'yang bertugas menjemput para calon PMI," kata Kapolres Malang AKBP Teguh Wirya. Mereka '
        "dikendalikan oleh Tarmin yang masih diburu. Atas perbuatannya, ketiga tersangka "
        "dipersangkakan Pasal 81 UU Nomor 18 Tahun 2017. Ketiganya kini ditahan."
    )
    made = {f"{one}: {stage}" for one in ("HS", "MJ", "NL") for stage in ("suspect", "detained")}
    assert stages(text) == made | {"Tarmin: wanted"}


def test_where_another_number_is_named_nobody_is_meant():
    text = (
        'Dua tekong berinisial HS (38) dan MJ (29) menjemput para calon PMI. "Atas perbuatannya, '
        'ketiga tersangka dipersangkakan Pasal 81 UU Nomor 18 Tahun 2017," katanya.'
    )
    assert stages(text) == set()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Kedua tersangka yang ditangkap dalam tindak pidana perdagangan orang (TPPO) antara "
            "lain, Imam Nawari, 48, dan Ainul Rozi, 39.",
            {"Imam Nawari: suspect", "Ainul Rozi: suspect"},
        ),
        (
            "Adik ipar Retno Widya (47), Bagus Setia, yang mengurus paspor, disidangkan terpisah.",
            {"Bagus Setia: defendant"},
        ),
        (
            "Polisi menetapkan dua tersangka TPPO yakni ER (39) dan AK (37). Itu berarti kedua "
            "tersangka kini berstatus buronan.",
            {"ER: suspect", "AK: suspect", "ER: wanted", "AK: wanted"},
        ),
    ],
)
def test_stages_of_several_and_of_kin(text, made):
    assert stages(text) == made


def offices(text: str) -> dict[str, str]:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    return {captions[c.subject]: captions[c.value] for c in found.claims if c.property == "postIn"}


@pytest.mark.parametrize(
    ("text", "post", "office"),
    [
        (
            "Kapolres Karimun AKBP Teguh Wirya didampingi Kasat Reskrim AKP Yoga Permadi hadir.",
            "Kasat Reskrim",
            "Polres Karimun",
        ),
        (
            "Polresta Kupang Kota menangkap calo. Kasi Humas Ipda Frans Nahan membenarkan.",
            "Kasi Humas",
            "Polresta Kupang Kota",
        ),
        (
            "Polda Jawa Timur menahan calo. Direktur Reserse Kriminal Umum Kombes Toto Suhar, "
            "mengatakan hal itu.",
            "Direktur Reserse Kriminal Umum",
            "Polda Jawa Timur",
        ),
    ],
)
def test_a_post_is_in_the_one_office_of_its_level(text, post, office):
    assert offices(text)[post].endswith(office.removeprefix("Polda "))


@pytest.mark.parametrize(
    "text",
    [
        # Of two offices neither is chosen.
        "Polres Karimun dan Polres Bintan menangkap calo. Kasat Reskrim AKP Yoga Permadi hadir.",
        # A head of a unit of a resort is in no Polda.
        "Polda Jawa Timur menahan calo. Kasat Reskrim AKP Yoga Permadi mengatakan hal itu.",
        # Whoever heads the municipal police is no policeman.
        "Polres Karimun menangkap calo. Kasatpol PP Yoga Permadi hadir.",
    ],
)
def test_a_post_without_one_office_is_in_none(text):
    assert not {post for post in offices(text) if post.startswith("Kasat")}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Para tersangka yang diamankan yakni AS, HM, T dan AD dalam kasus TPPO.",
            {"AS: suspect", "HM: suspect", "T: suspect", "AD: suspect"},
        ),
        (
            "Polisi menangkap dua pelaku TPPO, yakni AS dan HM. Saat ini mereka ditahan di Polres "
            "Malang dan sudah ditetapkan sebagai tersangka.",
            {"AS: suspect", "HM: suspect", "AS: detained", "HM: detained"},
        ),
        (
            "MST (44) mendekam di sel. Statusnya dinaikkan menjadi tersangka TPPO pada Jumat.",
            {"MST: detained", "MST: suspect"},
        ),
    ],
)
def test_stages_are_told_behind_others(text, made):
    assert stages(text) == made


@pytest.mark.parametrize(
    "text",
    [
        "MST (44) diperiksa dalam kasus TPPO. Statusnya belum dinaikkan menjadi tersangka.",
        "MST (44) diperiksa dalam kasus TPPO. Statusnya masih saksi.",
    ],
)
def test_a_status_not_changed_makes_no_suspect(text):
    assert not {one for one in stages(text) if one.endswith("suspect")}


def test_two_may_be_set_off_behind_what_they_are():
    text = "Polisi menghentikan dua minibus berisi 19 calon PMI. Sopirnya, YD dan AB, ditangkap."
    assert told(text, "CaseRole") == {"YD: transporter", "AB: transporter"}


def test_a_single_letter_comes_back_before_its_part():
    text = (
        "Polisi mengamankan 3 orang calo masing-masing berinisial G, E dan R alias H. Tersangka G "
        "bertugas sebagai perekrut, E tugasnya sebagai penjemput dan R sebagai tekong."
    )
    assert "E: transporter" in told(text, "CaseRole")
