"""The verbs and nouns that tell of promised work, and those that tell of none.

Owns the words only; what is claimed of them stands in :mod:`loaders.text.facts.promises`. Refuses
what people were made to do: that is no offer.
"""

from __future__ import annotations

from loaders.text.patterns import Pattern

_BAD = r"(?:psk|pekerja\s+seks|pemuas|(?:\w+\s+){0,2}(?:judi|judol|scam\w*|penipu\w*))"
PROMISE = Pattern(
    r"(?i)\b(?:di\s?janjikan(?:nya)?|menjanjikan(?:nya)?|(?:meng|di)[-\s]?i?ming[-\s]?imingi?|diiming(?:kan|i)|iming[-\s]?iming(?:nya)?|menawari(?:nya)?|menawarkan(?:nya)?(?!\s+(?:pelatihan|beasiswa|bantuan|kerja\s?sama|solusi|diri|pendampingan))|ditawari|ditawarkan"
    r"|tergiur|tergoda|terbujuk|terpikat|dijamin|menjamin(?=\s+(?:[a-z]+\s+)?(?:kerja|pekerjaan|gaji|upah|penghasilan))"
    r"|(?:mengunggah|memasang|menyebar(?:kan)?|membagikan|mengiklankan|membawa|membuka|mengumumkan)\s+(?:(?:iklan|kabar|informasi|tawaran)\s+)?"
    r"(?:lowongan|rekrutmen)|(?:iklan|info(?:rmasi)?|unggahan)\s+(?:lowongan|loker|kerja|pekerjaan)|memposting|(?:rayuan|omongan|ucapan|dalih)\b|(?:posisi|jabatan|lowongan)\s*:(?=\s)|(?:pelaku|tersangka|sponsor|agen|calo|perekrut)(?:nya)?\s+(?:\w+\s+){0,2}?(?:mengatakan|bilang|menyebut)\s+(?:bahwa\s+)?(?:gaji|upah)(?:nya)?|rekrutmen(?=\s+ABK)|pekerjaan\s+yang\s+tersedia"
    r"|(?:berbekal|dengan|menyodorkan|menyodori|disodori|menunjukkan|diberi|menandatangani|meneken)\s+(?:surat\s+)?kontrak\b|dibutuhkan(?:\s+segera)?(?=\s+(?:⟨CNT\d+⟩|\d+)\s[^.;]{0,90}\b(?:gaji|upah)\b)|gaji\b[^.;\"“]{0,30}\s+(?:sudah\s+)?(?:menanti|menunggu)"
    r"|(?:mengatakan|menyebut|bilang|mengaku|menyampaikan|mengabarkan|menginformasikan)\s+(?:bahwa\s+)?(?:ada|memiliki|punya|tersedia|membutuhkan)\s+(?:lowongan|pekerjaan)"
    r"|janji\s+(?=⟨MON)|(?:berisi|memuat|mencantumkan|disebut(?:kan)?|tersedia)\s+(?:\w+\s+)?(?=(?:posisi|lowongan|loker|pekerjaan|tawaran)\b)"
    r"|(?:ber|dengan\s+)kedok\s+(?:akan\s+)?(?=(?:di(?:pe)?|be)?kerja(?:kan)?\b|menjadi\b|jadi\b|magang\b)"
    r"|(?:tertulis|tertera|tercantum)\s+(?=(?:lowongan|pekerjaan|posisi|gaji|upah)\b)"
    r"|berjanji\s+(?:akan\s+|bisa\s+)?(?:memberangkatkan|menyalurkan|menempatkan|mengirim|memasukkan|menjadikan)|(?:lowongan|loker)(?=\s+(?:(?:kerja|pekerjaan)\s+)?(?:sebagai|untuk\s+posisi|posisi|perawat|admin|operator|pelayan|kasir|staf|pengasuh|asisten|sopir|tukang|buruh|teknisi|terapis|pemetik|penjaga|ABK|au\s+pair)\b)"
    r"|(?:melihat|menemukan|membaca|mendapat(?:kan)?|tertarik)\b[^.;⟨\"“]{0,40}?\b(?:iklan|unggahan|informasi|tawaran|lowongan)"
    r"|(?:alih-alih|bukannya)\s+(?:(?:be)?kerja|menjadi|jadi)|(?:bujukan|ajakan|rayuan)\s+(?:untuk\s+)?(?:be)?kerja|(?:kesepakatan|perjanjian)\s+awal(?:nya)?|(?:lowongan|iklan|unggahan)(?:\s+(?:itu|tersebut|yang\s+\w+))?\s+(?:menyebut(?:kan)?|berbunyi|menawarkan)|menyebut(?:kan)?\s+(?:gaji|upah)(?=\s+sebagai)|(?:job|posisi(?:\s+(?:pe)?kerja(?:an)?)?)\s+yang\s+(?:ditawarkan|dijanjikan)|di(?:beri\s*tahu|sebut)\s+akan\s+(?:be)?kerja|akan\s+(?:menerima|mendapat(?:kan)?|memperoleh|digaji|diupah)\s+(?:gaji|upah)|pekerjaan\s+yang\s+diiklankan|katanya\s+(?:mau\s+|akan\s+|bakal\s+)?(?:(?:be|di(?:pe)?)?kerja(?:kan)?|di(?:tempatkan|berangkatkan|kirim|salurkan))"
    r"|(?:mengaku|mengklaim|sesumbar)\s+(?:bisa|dapat|mampu|sanggup)\s+(?:memasukkan|menempatkan|memberangkatkan|menyalurkan|mempekerjakan)"
    r"|(?:ditanya|ditanyai|diajak|mengajak|dirayu|dibujuk|membujuk)\b[^.;⟨\"“]{0,30}?\b(?:(?:be)?kerja|melaut|merantau)|mencarikan\s+(?:pe)?kerja(?:an)?"
    rf"|akan\s+dipekerjakan(?=\s+(?:(?:sebagai|menjadi|jadi)\s+(?!psk|pekerja\s+seks|pemuas)|di\s))"
    rf"|(?:untuk|hendak|guna|bakal)\s+dipekerjakan(?=\s+(?:(?:sebagai|menjadi|jadi)\s+(?!{_BAD})|(?:di|pada)\s+(?!perusahaan\s+(?:judi|scam|penipu))))"
    r"|(?:ber)?janji\s+(?:[\w-]+\s+)?(?:kerja|pekerjaan|gaji|upah|bekerja|penempatan|mencarikan|mempekerjakan|memberi(?:kan)?\s+(?:kerja|pekerjaan))"
    r"|tawaran\s+(?:untuk\s+)?(?:kerja|pekerjaan|bekerja|gaji|upah|menjadi|sebagai|posisi)|(?:berkedok|bermodus(?:kan)?|dengan\s+modus)\s+(?:penipuan\s+)?(?:lowongan|penempatan|penyaluran|(?:program\s+)?magang|tawaran))\b"
)
# "mengira akan jadi pemandu wisata", "melamar sebagai staf": what people went for.
EXPECTED = Pattern(
    r"(?i)\b(?:(?:mengira|dikira(?:nya)?|menyangka|disangka(?:nya)?|berharap)\s+(?:ia\s+|dirinya\s+|mereka\s+)?(?:akan|bakal|bisa|benar-benar)\s+"
    r"(?:(?:di(?:pe)?kerja\w*|bekerja|kerja|jadi|menjadi|dijadikan|ditempatkan)\b)"
    r"|(?:agar|supaya)\s+(?:(?:anaknya|mereka|ia|dirinya|kelak|nanti)\s+)?(?:bisa|dapat|boleh)\s+(?:be|di(?:pe)?)kerja(?:kan)?(?=\s+(?:di|sebagai|menjadi|ke)\s)"
    r"|(?:melamar|mendaftar(?:kan\s+diri)?)\s+(?:(?:pe)?kerja(?:an)?\s+)?(?=(?:sebagai|jadi|menjadi|untuk\s+posisi|posisi|lowongan|di)\s)"
    r"|(?:akan|hendak|bakal|rencananya|sedianya|semula|awalnya|mulanya|berniat|bermaksud)\s+(?:akan\s+|hendak\s+)?(?:be)?kerja\b)"
)
# "direkrut sebagai pemetik buah", "dikirim ke Oman untuk bekerja sebagai perawat": what people
# were taken for, told before they did it.
TAKEN = Pattern(
    r"(?i)\b(?:(?:di|me)rekrut|(?:akan|hendak|ingin|mau|nekat|berencana|rencananya)\s+(?:di)?(?:berangkat(?:kan)?|pergi|menyeberang|terbang|menuju|masuk|ke)(?=\s)|di(?:berangkatkan|kirim(?:kan)?|salurkan|terbangkan|selundupkan|bujuk|ajak|cari)|mem(?:berangkatkan|bujuk)|mengirim(?:kan)?"
    r"|menyalurkan|mengajak|mencari(?:kan)?|melakukan\s+(?:perekrutan|penyaluran|pengiriman|pemberangkatan))\b(?:(?!\b(?:tidak|belum|lalu|kemudian|karena|setelah|namun|tetapi|justru|malah)\b)[^.;:\"“]){0,90}?"
    r"\b(?:untuk|guna|agar|hendak|akan|sebagai)\b"
)
# "memungut Rp 60 juta untuk pekerjaan sebagai buruh gudang": what money was paid for.
PAID_FOR = Pattern(
    r"(?i)\b(?:memungut|membayar|menyetor(?:kan)?|mematok|meminta|menarik|dipungut|dimintai?|diminta|menyerahkan|mentransfer|mengeluarkan|dikeluarkan|merogoh|menghabiskan"
    r"|biaya|ongkos|tarif|⟨MON\d+⟩)(?:(?!\b(?:tidak|belum|namun|tetapi|yang|lalu|kemudian)\b)[^.;:\"“]){0,90}?\b(?:untuk|demi|agar|supaya|guna)\s+"
    r"(?:(?:bisa|dapat|mendapat(?:kan)?|memperoleh)\s+)?(?P<work>pekerjaan|bekerja|kerja|penempatan|magang|posisi|ditempatkan|berangkat|diberangkatkan|dipekerjakan)\b"
)
OF_WORK = Pattern(
    r"(?i)\b(?:kerja|bekerja|pekerjaan|pekerja|lowongan|loker|penempatan|magang|berangkat|diberangkatkan|dipekerjakan|(?:ke|pem)berangkatan(?!\s+(?:haji|umrah))|penyaluran|PMI|TKI|TKW|ABK)\b"
)
# What the state pays for its workers is no fee of theirs.
PUBLIC_MONEY = Pattern(
    r"(?i)\b(?:anggaran|APB[DN]|pemerintah|pem(?:prov|kab|kot|da)|subsidi|beasiswa|hibah|bantuan|KUR)\b"
)
# What was done to people there is no promise.
DONE_TO = Pattern(r"(?i)\b(?:dipaksa|disuruh|dijual|tertangkap)\b")
# "upah yang semula disepakati 600 dolar AS": of the agreement, not of what was paid.
AGREED = Pattern(
    r"(?i)\b(?:disepakati|diperjanjikan|(?:seharusnya|semestinya|mestinya)(?=\s+⟨MON)|seharusnya\s+(?:menerima|dibayar|digaji|mendapat(?:kan)?|memperoleh)|semestinya\s+(?:menerima|dibayar|digaji)"
    r"|(?:angka|nilai|gaji|upah|tertera|tertulis|tercantum|sesuai|disebut\w*)\s+(?:di|dalam|pada)\s+kontrak"
    r"|(?:berdasarkan|menurut|sesuai|dalam)\s+(?:perjanjian|kontrak)(?:\s+kerja)?,?|kontrak(?:nya)?\b[^.;⟨]{0,50}?\s+(?:menyebut\w*|mencantumkan|tertulis|tertera))(?!\w)"
)
# "Bekerja sebagai tukang las, itulah mimpi yang dijual AM": the work stands before.
TOLD_BACK = Pattern(
    r"(?i)\b(?:itulah|demikian|begitu(?:lah)?)\s+(?:[a-z]+\s+)?(?:mimpi|janji|iming-?iming|tawaran|bunyi\s+iklan)\b"
    r"|\b(?:dijanjikan|ditawarkan|diiklankan|diumumkan|dipasarkan|disodorkan)\b"
)
WORK_FIRST = Pattern(
    r"^(?:[\"“]|Sebanyak\s+\d+\s+|⟨CNT\d+⟩\s+)*(?:Bekerja|Kerja|[Pp]ekerjaan|[Ll]owongan|[Pp]osisi|[Ff]ormasi|Jabatan|Gaji|Upah|Penghasilan)\b"
)
# Advice, law and what is usual tell of no offer that was made.
ADVICE = Pattern(
    r"(?i)\b(?:imbau\w*|mengimbau|menghimbau|diimbau|waspada\w*|mewaspadai|jangan|agar\s+tidak|supaya\s+tidak"
    r"|tidak\s+(?:mudah\s+|gampang\s+)?(?:tergiur|percaya|terbujuk)|mengingatkan|hati-hati|berhati-hati"
    r"|setiap\s+orang\s+yang|barang\s*siapa|ketentuan|curiga\w*|dicurigai|mencurigakan|(?:dapat|segera|bisa|agar)\s+(?:me)?lapor\w*)\b"
)
# A usual way is told of as such; only with job, pay and country is it what was found.
USUAL = Pattern(r"(?i)\bmodus\s+(?:\w+\s+){0,2}(?:sering|kerap|umum|biasa|lazim)\b")
# What tempts people at large is no offer to anybody.
PUBLIC = Pattern(
    r"(?i)\b(?:masyarakat|publik|banyak\s+(?:orang|warga|anak|WNI|PMI|pemuda)|generasi|kerap|sering|seringkali|biasanya|umumnya|rata-rata|marak\w*|rentan|mudah|jika|apabila|kalau|jangan)\b"
)
TURN = Pattern(
    r"(?i)[,;]?\s+(?:namun|tetapi|tapi|justru|malah|ternyata|nyatanya|kenyataannya|faktanya|akan\s+tetapi|belakangan"
    r"|(?:lalu|kemudian)\s+(?:me[a-z]+\s+)?di(?:paksa|suruh|sekap|jual|bawa|terbangkan|pekerjakan))\b"
)
# What is told of as paid is not what was promised.
PAID = Pattern(
    r"(?i)\b(?:hanya|cuma|cuman|dibayar|dibayarkan|dikirimi|menerima|ditahan|dipotong|dipangkas|nyatanya|kenyataannya|ternyata|tidak|tak|belum)\b"
)
OFFICIAL_WAY = Pattern(
    r"(?i)\b(?:secara\s+(?:resmi|legal|prosedural)|G\s?to\s?G|government\s+to\s+government|pelepasan|melepas|dilepas|pembekalan|peserta\s+program|(?:pmi|pekerja(?:\s+migran)?)\s+(?:legal|resmi|prosedural))\b"
)
# "pekerjaan sebagai pramuniaga yang ditawarkan tetangganya": told by a relative clause.
WORK_BEFORE = Pattern(
    r"(?i)\b(?:pekerjaan|posisi|lowongan|kerja|janji|tawaran)\b[^.;\"“]{0,90}\byang\s+(?:\w+\s+)?$"
)
# What stands beside a job and its pay where recruiters speak.
RECRUITING = Pattern(
    r"(?i)\b(?:iklan|rayu\w*|percaya|omongan|tawar\w*|lowongan|loker|sponsor|calo|perekrut|direkrut|akun|grup|dicari|dibutuhkan|kontrak|perjanjian"
    r"|iming\S*|katanya|modus\w*|janji\w*|melamar|tergiur|tergoda|mau\s+berangkat)\b"
)
# "bekerja sebagai", with nothing before that makes it a plan, tells of work done.
DONE = Pattern(
    r"(?i)\b(?:(?:bekerja|dipekerjakan|ditempatkan|bertugas|berprofesi|dikenal|dipaksa|disuruh|dijadikan|berstatus|menyamar|mengaku)\s+(?:\w+\s+){0,3}|(?:kerja|bekerja)\s*)$"
)
PLANNED = Pattern(
    r"(?i)(?:\b(?:akan|hendak|bakal|untuk|guna|mau|ingin|bisa|agar|jika|kalau|semula|awalnya|janji|tawaran|iklan|rayuan)\b[^.;]{0,40}|[:\"“]\s*)$"
)
