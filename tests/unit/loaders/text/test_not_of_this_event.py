"""What seems to be an event's and is another's: its agents, its sum, its people's way."""

from __future__ import annotations

from tests.extractions import reader, shown

read = reader("2026-07-20")


def test_the_second_deed_has_its_own_agency() -> None:
    text = (
        "Polsek Entikong menghentikan dua mobil yang mengangkut 19 calon PMI di Entikong, Senin "
        "(4/5/2026). Sedangkan pengungkapan kedua dilaksanakan Unit PPA Satreskrim Polres Sanggau "
        "pada 8 Mei 2026. Dari tempat itu petugas menyelamatkan 14 perempuan."
    )
    found = read(text)
    assert shown(found, "Rescue", "conductedBy") == ["Unit PPA Satreskrim Polres Sanggau"]
    assert shown(found, "Rescue", "date") == ["2026-05-08"]


def test_what_a_speaker_itemises_is_no_event() -> None:
    text = (
        "Imigrasi Batam mencegah keberangkatan 51 orang. Kepala Kantor Imigrasi Batam Hajar Aswadi "
        "merinci, 22 orang ditolak berangkat di Pelabuhan Batam Center, 17 di Harbour Bay."
    )
    found = read(text)
    assert shown(found, "Interception", "affected") == ["51 orang"]
    assert shown(found, "Count", "includedIn") == []


def test_a_quarter_is_no_day_of_return() -> None:
    found = read("Pada triwulan pertama 2026 BP3MI NTB telah memulangkan 214 PMI.")
    assert shown(found, "Repatriation", "affected") == []
    assert shown(found, "Count", "window") == ["2026-01/2026-03"]


def test_the_way_of_a_ship_is_not_where_its_passengers_are_from() -> None:
    found = read(
        "Polres Nunukan menyelamatkan 16 orang yang turun dari KM Teluk Biru asal Parepare."
    )
    assert shown(found, "Group", "origin") == []


def test_districts_with_the_most_cases() -> None:
    text = (
        "Polda NTB menangani 58 perkara sepanjang 2025. Lombok Timur menjadi daerah dengan kasus "
        "terbanyak, yakni 21 perkara, disusul Lombok Tengah 16 perkara."
    )
    assert shown(read(text), "Count", "area") == [
        "Kabupaten Lombok Timur", "Kabupaten Lombok Tengah"
    ]  # fmt: skip


def test_a_place_between_that_no_gazetteer_knows() -> None:
    found = read(
        "Polres Nunukan menggerebek rumah di Jalan Ujang Dewa, Sedadap, Kecamatan Nunukan Selatan, "
        "Senin (6/7/2026)."
    )
    places = ["Jalan Ujang Dewa", "Sedadap", "Kecamatan Nunukan Selatan"]
    assert shown(found, "Raid", "occurredAt") == places


def test_arrests_out_of_many_cases_are_no_event() -> None:
    text = (
        "Polda NTB menangani 26 kasus. Sementara itu, dari 26 kasus ini, polisi menangkap 39 "
        "tersangka."
    )
    assert shown(read(text), "Arrest", "apprehended") == []


def test_who_is_arrested_too_is_so_that_day() -> None:
    text = (
        "Polda Kepri menyelamatkan 14 calon PMI di Nongsa, Sabtu (18/7/2026). Petugas juga "
        "menangkap dua tersangka."
    )
    found = read(text)
    assert shown(found, "Arrest", "date") == ["2026-07-18"]
    assert shown(found, "Arrest", "occurredAt") == ["Nongsa"]
    far = text.replace("Petugas juga", "Warga senang. Korban menangis. Petugas juga")
    assert shown(read(far), "Arrest", "date") == []


def test_found_and_taken_down_are_not_the_same_on_a_platform() -> None:
    text = (
        "KP2MI menemukan 2.316 konten. Dari jumlah itu, 1.842 konten diblokir. Sebanyak 404 konten "
        "ada di TikTok."
    )
    assert shown(read(text), "Count", "measure") == ["content-detected", "content-taken-down"]
    found = text.replace("Sebanyak 404 konten ada di", "Temuan terbanyak 404 konten di")
    assert shown(read(found), "Count", "measure")[-1] == "content-detected"


def test_recruiters_of_migrants_are_counted() -> None:
    found = read("Polda Banten membekuk empat perekrut Pekerja Migran Indonesia (PMI) ilegal.")
    assert shown(found, "Arrest", "apprehended") == ["empat perekrut"]


def test_two_arrests_of_one_document() -> None:
    text = (
        "Pria berinisial AH (41) ditangkap di Bekasi. Pada 17 Juni 2026, polisi menangkap pasangan "
        "suami istri berinisial DK dan ML di Ciputat."
    )
    found = read(text)
    days = {c.subject for c in found.claims if c.property == "date" and "arrest" in c.subject}
    who = {c.subject for c in found.claims if c.property == "apprehended"}
    assert len(days) == 1
    assert len(who) == 2


def test_departures_prevented_in_several_cases_are_a_sum() -> None:
    text = (
        "Kapolres Bintan AKBP Ronal Sitepu menjelaskan, dari enam laporan polisi itu, petugas "
        "menggagalkan keberangkatan 45 korban. Negara tujuannya Arab Saudi 20 orang dan Kamboja "
        "12 orang."
    )
    found = read(text)
    assert shown(found, "Interception", "affected") == []
    assert shown(found, "Count", "destination") == ["Arab Saudi", "Kamboja"]


def test_unannounced_visits_are_raids() -> None:
    text = (
        "Tim gabungan Disnakertrans Jawa Timur dan Polres Malang melakukan inspeksi mendadak di "
        "Kecamatan Sukun, Selasa (14/7/2026). Tim menemukan 47 calon pekerja migran."
    )
    found = read(text)
    assert len(shown(found, "Raid", "conductedBy")) == 2
    assert shown(found, "Raid", "affected") == ["47 calon pekerja migran"]
    later = text.replace("Tim menemukan", "Mereka pulang. Esoknya hujan. Tim menemukan")
    assert shown(read(later), "Raid", "affected") == []


def test_a_ship_that_runs_aground_is_no_attempt() -> None:
    found = read("Kapal yang membawa 41 calon PMI kandas akibat dihantam ombak.")
    assert shown(found, "Interception", "affected") == []
    tried = read("Upaya pengiriman 41 calon PMI kandas di tangan Polres Asahan.")
    assert shown(tried, "Interception", "affected") == ["41 calon pekerja migran"]


def test_numbers_at_the_head_and_numbers_out_of_others() -> None:
    text = (
        "Polda NTT menetapkan 19 tersangka dari 11 laporan polisi hingga Juni 2026. Tiga belas "
        "tersangka sudah ditahan, enam lainnya masuk DPO."
    )
    found = read(text)
    assert shown(found, "Count", "window") == ["../2026-06"] * 2
    assert shown(found, "Count", "measure")[-1] == "wanted-persons"


def test_the_way_of_the_next_number_and_sums_of_years() -> None:
    text = (
        "Sepanjang 2025 KP2MI mencegah 2.412 orang, terbanyak lewat Batam Center 1.106 orang. "
        "Kemlu memulangkan 1.147 WNI dari Myanmar dalam dua tahun terakhir."
    )
    found = read(text)
    assert shown(found, "Repatriation", "affected") == []
    whole = [c.subject for c in found.claims if c.value == "2412"]
    assert not [c for c in found.claims if c.subject in whole and c.property == "area"]


def test_who_died_is_told_behind_the_comma() -> None:
    found = read("Dari 54 korban, 41 orang sudah kembali ke Tanah Air, dua meninggal dunia.")
    measures = ["victims-identified", "persons-repatriated", "deaths"]
    assert shown(found, "Count", "measure") == measures
    assert shown(found, "Count", "countLower") == ["54", "41", "2"]


def test_more_than_an_agency_stops_at_once() -> None:
    found = read("BP3MI NTB bersama Polda NTB mencegah 1.118 calon PMI nonprosedural.")
    assert shown(found, "Interception", "affected") == []
    assert shown(found, "Count", "measure") == ["departures-prevented"]
