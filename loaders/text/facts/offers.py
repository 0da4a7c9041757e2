"""What recruiters promised, asked for and did: job, pay, fee, recruitment, transport, shelter."""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.draft import DraftClaim, Voice
from loaders.text.facts import frames, reality
from loaders.text.facts.accused import is_accused
from loaders.text.facts.cases import case_of
from loaders.text.facts.deeds import NO_PEOPLE
from loaders.text.facts.groups import group
from loaders.text.money import Money
from loaders.text.spans import Item, Kind, Role
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

_PROMISE = re.compile(
    r"(?i)\b(?:dijanjikan|menjanjikan|diiming-imingi?|mengiming-imingi?|iming-iming"
    r"|ditawari|menawari|menawarkan|ditawarkan|dijanjikannya"
    r"|(?:mengunggah|memasang|menyebar(?:kan)?|membagikan|mengiklankan|membawa)\s+(?:(?:iklan|kabar|informasi|tawaran)\s+)?lowongan"
    r"|iklan\s+lowongan|akan\s+dipekerjakan(?=\s+(?:sebagai|menjadi)\s+(?!psk|pekerja\s+seks|pemuas))"
    r"|(?:untuk|hendak|guna)\s+dipekerjakan(?=\s+(?:sebagai|menjadi)\s+(?!psk|pekerja\s+seks|pemuas|(?:\w+\s+){0,2}(?:judi|judol|scam\w*|penipu\w*)))|tergiur"
    r"|(?:ber)?janji\s+(?:\w+\s+)?(?:kerja|pekerjaan|gaji|bekerja|penempatan|mencarikan|mempekerjakan|memberi(?:kan)?"
    r"\s+(?:kerja|pekerjaan))|tawaran\s+(?:untuk\s+)?(?:kerja|pekerjaan|bekerja|gaji|menjadi|sebagai))\b"
)
# Advice and law tell of no offer that was made.
_ADVICE = re.compile(
    r"(?i)\b(?:imbau\w*|mengimbau|menghimbau|diimbau|waspada\w*|jangan|agar\s+tidak|supaya\s+tidak"
    r"|tidak\s+(?:mudah\s+|gampang\s+)?(?:tergiur|percaya|terbujuk)|mengingatkan|hati-hati|berhati-hati"
    r"|setiap\s+orang\s+yang|barang\s*siapa|seharusnya|ketentuan|modus\s+(?:\w+\s+){0,2}(?:sering|kerap|umum|biasa|lazim))\b"
)
_JOB = pattern(
    r"\b(?:(?:bagi|untuk)(?=\s+(?:operator|admin|staf|perawat|pengasuh|buruh|kasir|pelayan|terapis|sopir|juru\s|petugas|tenaga\s))|sebagai|menjadi|jadi|posisi(?:\s+sebagai)?|lowongan(?:\s+(?:kerja|pekerjaan))?"
    r"(?:\s+sebagai)?|pekerjaan(?:\s+(?:sebagai|di\s+bidang))?)\s+(?P<job>"
    r"(?:ABK|PRT|SPG)(?:\s+[a-z][a-z-]*){0,2}(?=\s*[,.]|\s+(?:di|ke|dengan|bergaji)\b|\s*⟨)|(?!(?:sebagai|menjadi|oleh|seorang|sebuah|orang|korban|tetap|salah|di|ke|dengan|yang|dan|itu|ini|tersebut|kerja|pekerjaan|paling|layak|resmi|palsu|fiktif|ilegal|baru|lain|mudah"
    r"|bergaji|luar|untuk|pada|dari|halal|seperti|kepada|bagi|melalui)\b)(?:[a-z][a-z-]*)(?:\s+(?!di\b|dengan\b|ke\b|dan\b|yang\b|bergaji\b|oleh\b"
    r"|untuk\b|namun\b|pada\b)[a-z][a-z-]*){0,4})"
)
# "sebagai pelayan dan buruh kebun sawit": two jobs were offered.
_SECOND = re.compile(
    r"\s+(?:dan|atau|maupun)\s+(?P<job>(?:buruh|pekerja|pelayan|asisten|pembantu|perawat|pengasuh|penjaga|sopir|juru|koki"
    r"|operator|admin|staf|karyawan|petugas|tukang|kasir|terapis|pemetik|pemanen|nelayan|ABK)\b"
    r"(?:\s+(?!di\b|dengan\b|ke\b|dan\b|yang\b|bergaji\b|oleh\b|untuk\b|namun\b|pada\b)[a-z][a-z-]*){0,3})"
)
_PAY = pattern(
    r"\b(?P<all>(?:[Gg]aji|bergaji|[Uu]pah|[Pp]enghasilan|[Bb]ayaran)(?:nya)?(?:\s+(?:sebesar|senilai|hingga"
    r"|mencapai|sekitar|antara|berkisar|tinggi|minimal|bulanan|pokok|mulai|dari"
    r"|kisaran|fantastis|menggiurkan|menarik|besar)){0,4}[,:]?\s+(?:berkisar\s+)?(?:antara\s+)?(?P<money>{MON})"
    r"(?:\s+(?:hingga|sampai(?:\s+dengan)?|-|–|dan)\s+{MON})?"
    r"(?:\s+(?:per|setiap|tiap|sebulan|/)\s*(?:bulan|hari|minggu)?)?)"
)
# "gaji 12 sampai 15 juta": in speech the currency is left out.
_BARE_PAY = re.compile(
    r"\b(?P<all>(?:gaji|bergaji|upah|bayaran)(?:nya)?\s+(?:(?:sekitar|antara|mencapai|hingga|bisa|sampai)\s+){0,2}\d[\d.,]*"
    r"(?:\s*(?:sampai|hingga|-|–|s/d|atau)\s*\d[\d.,]*)?\s+(?:juta|ribu|jt)\b(?:\s+(?:per\s+(?:bulan|hari|minggu)|sebulan|sehari))?)"
)
_FEE = pattern(
    r"\b(?P<verb>diminta\s+(?:untuk\s+)?(?:membayar|menyetor(?:kan)?|menyerahkan)"
    r"|membayar|menyetor(?:kan)?|menyerahkan|dimintai?|dipungut|biaya|dibebani|ditarik"
    r"|setor|bayar|menarik|menagih|memungut|meminta|mematok|mahar|setoran|mentransfer|ditransfer|mengirim|dikenai"
    r"|dikenakan|ditagih|merogoh|mengutip|dikutip|ongkos|tarif|mengeluarkan|melunasi)[\s,]+(?:(?:uang|biaya|dana"
    r"|mulai|dari|sebesar|sekitar|sejumlah|antara|hingga|senilai|awal|muka"
    r"|keberangkatan|pemberangkatan|pendaftaran|administrasi|proses|penempatan|di|total"
    r"|masing-masing|bervariasi|beragam|uangnya|secara|bertahap|kepada|tersangka|pelaku)[\s,]+)*{MON:money}"
)
_RELATIONS: tuple[tuple[str, str, str, re.Pattern[str]], ...] = (
    ("Recruitment", "recruiter", "recruit", re.compile(r"\b(?:merekrut)\b")),
    ("Transporting", "transporter", "transported", re.compile(
        r"\b(?:memberangkatkan|mengirimkan|mengirim|mengangkut|menyelundupkan|membawa"
        r"|mengantar(?:kan)?)\b"
    )),
    ("Harbouring", "harbourer", "harboured", re.compile(rf"\b(?:menampung{NO_PEOPLE}|menyekap)\b")),
)  # fmt: skip
_ACTOR = pattern(
    r"(?P<who>{PER}(?:\s*\([^)⟨]{0,12}\))?(?:\s*(?:,|dan|serta)\s*{PER})*)"
    r"(?:[^⟨.\"“]|⟨(?!PER|INI|ORG)[A-Z]{3}\d+⟩){0,90}$"
)
# "HS mencari orang lain yang merekrut": somebody else did.
_OTHERS = re.compile(
    r"(?i)\b(?:orang\s+lain|seseorang|(?:seorang|para|sejumlah|beberapa)\s+\w+|agen|perusahaan(?:nya)?|majikan"
    r"|sponsor|calo|mereka|pihak\s+\w+|pelaku\s+lain|korban)\s+(?:yang\s+)?(?:(?:telah|sudah|kemudian|lalu"
    r"|diduga|itu|tersebut)\s+)*$"
)


def find(context: Context) -> None:
    """Find promises, fees and recruiters' deeds in body sentences."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _offer(context, view)
        if "⟨MON" in view.masked:
            _fee(context, view)
        for cls, source, target, rule in _RELATIONS:
            for found in rule.finditer(view.masked):
                _relation(context, view, found, cls, source, target)


def _offer_id(context: Context, view: View, span: tuple[int, int], *, is_new: bool = False) -> str:
    """Return the offer that a sentence tells of: that of its paragraph, else the last, else a new.

    Args:
        context: The document.
        view: The sentence.
        span: What tells of the offer.
        is_new: Whether somebody else makes another offer here.
    """
    made = [e.id for e in context.sink.entities.values() if e.cls == "JobOffer"]
    here = next((b for b in context.blocks if b.number == view.sentence.block), None)
    for claim in context.sink.claims.values():
        if here and claim.subject in made and here.start <= claim.start < here.end:
            return claim.subject
    if made and not is_new:
        return made[-1]
    id_ = context.sink.scoped("job", str(len(made) + 1))
    return context.sink.entity(id_, "JobOffer", "Pekerjaan yang dijanjikan", span)


def _is_another(context: Context, view: View, words: str) -> bool:
    """Whether an account of its own offers other work than was told before."""
    titles = {c.value for c in context.sink.claims.values() if c.property == "jobTitle"}
    accounts = view.within(0, len(view.masked), Kind.HANDLE, Kind.PHONE)
    return bool(titles and words and accounts) and words not in titles


def _offer(context: Context, view: View) -> None:
    promise = _PROMISE.search(view.masked)
    if _ADVICE.search(view.masked):
        return
    if promise is None:
        _its_pay(context, view)
        return
    if _is_hired(context, view, promise):
        return
    sink = context.sink
    at = promise.start()
    job, pay = _JOB.search(view.masked, at), _pay_of(view)
    job = job or _WORKPLACE.search(view.masked, at)
    # "dijanjikan kerja di salon, namun dipaksa ...": what came instead was no offer.
    turn = _TURN.search(view.masked, at)
    end = turn.start() if turn else len(view.masked)
    job = job if job and job.start() < end else None
    countries = [(i, id_) for i, id_ in _places(context, view, at) if i.start < view.offset(end)]
    if not (job or pay or countries):
        return
    span = view.span(promise)
    words = " ".join(job["job"].split()) if job else ""
    offer = _offer_id(context, view, span, is_new=_is_another(context, view, words))
    voice = context.voice(span[0]).as_("alleged")
    if job and not re.search(r"(?i)tersangka|korban|pelaku", words):
        sink.claim(offer, "jobTitle", words, view.span(job, "job"), voice=voice, confidence=0.82)
        if second := _SECOND.match(view.masked, job.end()) or _SECOND_PLACE.match(
            view.masked, job.end()
        ):
            words = " ".join(second["job"].split())
            where = view.span(second, "job")
            sink.claim(offer, "jobTitle", words, where, voice=voice, confidence=0.78)
    if pay:
        printed = " ".join(context.text[slice(*pay)].split())
        sink.claim(offer, "promisedPay", printed, pay, voice=voice, confidence=0.88)
    for item, id_ in countries:
        sink.claim(
            offer,
            "destination",
            id_,
            (item.start, item.end),
            is_object=True,
            voice=voice,
            confidence=0.85,
        )


# "Gajinya menggiurkan: Rp 12 juta per bulan": of what the sentence before offers.
_ITS_PAY = re.compile(
    r"^(?:Gaji|Upah|Bayaran|Penghasilan)nya\b|^(?:Gaji|Upah)\s+yang\s+(?:ditawarkan|dijanjikan)\b"
)


def _its_pay(context: Context, view: View) -> None:
    """Claim the pay that a sentence adds to an offer of its paragraph."""
    offers = [e for e in context.sink.entities.values() if e.cls == "JobOffer"]
    block = next(b for b in context.blocks if b.number == view.sentence.block)
    pay = _pay_of(view)
    if not offers or pay is None or not _ITS_PAY.match(view.masked):
        return
    offer = offers[-1]
    is_told = "promisedPay" in context.sink.told_of(offer.id)
    if block.start <= offer.start < view.sentence.start and not is_told:
        printed = " ".join(context.text[slice(*pay)].split())
        voice = context.voice(pay[0]).as_("alleged")
        context.sink.claim(offer.id, "promisedPay", printed, pay, voice=voice, confidence=0.8)


_HIRED = pattern(r"(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+(?:\w+\s+)?$")


def _is_hired(context: Context, view: View, promise: re.Match[str]) -> bool:
    """Whether one of the accused is promised something: ``ZL dijanjikan bayaran oleh AN``."""
    found = _HIRED.search(view.masked[: promise.start()])
    if found is None or not promise[0].casefold().startswith("di"):
        return False
    return is_accused(context, context.registry.of(view.item(found, "who")))


def _pay_of(view: View) -> tuple[int, int] | None:
    """Return where the pay stands that a sentence tells of, with or without a currency."""
    if found := _PAY.search(view.masked):
        return view.span(found, "all")
    bare = _BARE_PAY.search(view.sentence.text)
    start = view.sentence.start
    return (start + bare.start("all"), start + bare.end("all")) if bare else None


# "dijanjikan bekerja di perkebunan sawit": the place of work tells the work.
_WORKPLACE = re.compile(
    r"\b(?P<job>(?:bekerja|kerja|pekerjaan)\s+di\s+(?:sebuah\s+)?(?:perkebunan|kebun|kilang|pabrik|restoran|hotel|kapal|ladang|peternakan"
    r"|rumah\s+(?:makan|sakit)|salon|toko|perusahaan|kafe|kedai|spa|konstruksi|proyek|tambang|gudang|galangan|bengkel|vila|minimarket|panti)(?:\s+(?!di\b|dengan\b|ke\b|dan\b|yang\b|bergaji\b|untuk\b"
    r"|oleh\b|pada\b|milik\b)[a-z][a-z-]*){0,3})"
)
_SECOND_PLACE = re.compile(
    r"\s+(?:dan|atau|maupun)\s+(?:di\s+)?(?P<job>(?:perkebunan|kebun|pabrik|restoran|hotel|ladang|peternakan|rumah\s+makan|salon|toko|kafe"
    r"|proyek|tambang)(?:\s+(?!di\b|dengan\b|ke\b|dan\b|yang\b|bergaji\b|untuk\b|oleh\b|pada\b|milik\b)[a-z][a-z-]*){0,2})"
)
_TURN = re.compile(r"(?i)[,;]?\s+(?:namun|tetapi|tapi|justru|malah|ternyata|akan\s+tetapi)\b")
_WORK_IN = pattern(
    r"\b(?:di|ke)\s+(?:(?:perkebunan|kebun|pabrik|restoran|hotel|kapal|ladang|peternakan|rumah\s+makan)\s+)?(?:(?:luar\s+negeri|negara(?:-negara)?|berbagai\s+negara)[\s,]*"
    r"(?:seperti|yakni|yaitu|tepatnya\s+di)?\s*)?(?P<chain>{LOC}(?:\s*(?:,|dan|hingga"
    r"|maupun|serta|,\s*dan|,\s*hingga)\s*{LOC})*)"
)


def _places(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    made = []
    for found in _WORK_IN.finditer(view.masked, at):
        for item in view.within(found.start("chain"), found.end("chain")):
            id_ = context.registry.of(item)
            if (id_.startswith("country:") and id_ != "country:ID") or frames.is_abroad(item):
                made.append((item, id_))
    return made


def _claims(context: Context) -> list[DraftClaim]:
    return [c for c in context.sink.claims.values() if c.subject.startswith("rel:")]


_RANGE = re.compile(r"\s+(?:dan|hingga|sampai)\s+⟨MON")


def _fee(context: Context, view: View) -> None:
    if not re.search(
        r"(?i)korban|penumpang|calon|pmi|pekerja|mereka|tersangka|pelaku|(?:se)?tiap\s+(?:orang|peserta|kepala|pelamar)"
        r"|peserta|pelamar|kandidat|masing[\s-]masing|per\s+(?:orang|kepala)|⟨INI|\b(?:akun|iklan|lowongan)\b",
        view.masked + view.sentence.text,
    ):
        return
    if _ADVICE.search(view.masked):
        return
    for found in _FEE.finditer(view.masked):
        item = view.item(found, "money")
        near = view.masked[max(0, found.start() - 40) : found.end()]
        if re.search(r"(?i)\b(?:denda|restitusi|keuntungan|kerugian|anggaran)\b", near):
            continue
        if item is None or not isinstance(item.value, Money) or item.value.idr is None:
            continue
        if any(c.property == "amountIdr" and c.start == item.start for c in _claims(context)):
            # What one of the accused paid another is no fee.
            continue
        if _RANGE.match(view.masked, found.end()):
            # "antara Rp18 juta dan Rp30 juta": no one amount.
            continue
        span = view.offset(found.start()), item.end
        offer = _offer_id(context, view, span)
        voice = context.voice(span[0]).as_("alleged")
        for amount in (item.value.idr, item.value.upper_idr):
            if amount is not None:
                context.sink.claim(
                    offer,
                    "feeIdr",
                    f"{amount.normalize():f}",
                    span,
                    voice=voice,
                    original=item.text,
                    confidence=0.85,
                )


_SOLE = re.compile(
    r"(?i)\b(?:terdakwa|tersangka|pelaku)(?!\s+lain)(?:\s+(?:itu|tersebut|diduga|telah"
    r"|pada\s+⟨DAT\d+⟩"
    r"|sempat|juga|melalui\s+⟨ORG\d+⟩))*\s*,?\s*$"
)


_CALLED_ACTOR = re.compile(r"(?i)\b(?:terdakwa|tersangka|pelaku|kliennya)\b")


# "disuruh Hendra mengantar": who gave the order carried nobody.
_TOLD_TO = re.compile(
    r"\b(?:disuruh|diminta|diperintah(?:kan)?|ditugaskan|diajak|dibantu|dipaksa|diupah|dibayar|oleh)\s+(?:oleh\s+)?$"
)


# "Budi mengaku melihat sopir itu membawa": who saw or told of a deed did not do it.
_SEEN = re.compile(
    r"\b(?:melihat|menyaksikan|mendengar|mengetahui|menyebut(?:kan)?|menuduh|menuding|melaporkan|mencurigai|mendapati"
    r"|menangkap|memergoki|mengungkap(?:kan)?|membongkar|mengatakan|menduga|menyuruh|meminta|memerintahkan|memaksa)\b"
)


# "menulis tentang jaringan yang merekrut": the clause is of the noun beside it.
_OF_OTHERS = re.compile(r"\b(?:me|ber|di|ter)[a-z]{3,}\b.*[a-z]\s+yang\s")


# "diduga menjadi otak jaringan yang memberangkatkan": whoever heads it did.
_HEADS = re.compile(
    r"\b(?:di(?:duga|sebut(?:-sebut)?|ketahui)\s+)?(?:menjadi|sebagai|merupakan|adalah|selaku)\s+(?:otak|dalang|bos|pengendali|koordinator|aktor|pimpinan)"
    r"(?:\s+[a-z]+){0,2}\s+yang\s"
)
_NOT_BEFORE = re.compile(r"(?i)\b(?:tidak|belum|korban|kata|ujar|menurut)\s*$")


def _is_of_others(view: View, actor: re.Match[str], at: int) -> bool:
    """Whether the words before or behind a person give the verb to somebody else."""
    before, behind = view.masked[: actor.start()], (actor.end("who"), at)
    return bool(
        _OTHERS.search(view.masked[:at])
        or _TOLD_TO.search(before)
        or _NOT_BEFORE.search(before)
        or _SEEN.search(view.masked, *behind)
        or _OF_OTHERS.search(_HEADS.sub(" ", view.masked[slice(*behind)]))
    )


def actors(context: Context, view: View, at: int) -> list[str]:
    """Return who does what the verb at a masked position says.

    ``terdakwa`` without a name is the one person whom the document calls so, if there is one.
    """
    actor = _ACTOR.search(view.masked[:at])
    if actor is not None:
        if _is_of_others(view, actor, at):
            return []
        if _CALLED_ACTOR.search(view.masked, actor.end("who"), at):
            # "Hakim Erli menyatakan terdakwa terbukti mengirim": not the judge did.
            return []
        actors = view.within(actor.start("who"), actor.end("who"), Kind.INITIALS, Kind.PERSON)
        ids = [i for i in context.registry.many(actors) if i not in context.registry.posts_of]
        return [one for one in ids if not is_official(context, one)]
    if not _SOLE.search(view.masked[:at]):
        return []
    staged = {claim.value for claim in context.sink.claims.values() if claim.property == "stageOf"}
    return sorted(staged) if len(staged) == 1 else []


# Who shelters victims or brings them home is no harbourer: the words of help stand beside.
_HELP = re.compile(
    r"(?i)\b(?:relawan|sukarelawan|rumah\s+(?:singgah|aman|perlindungan)|shelter|biara\w*|panti|susteran|suster|romo|pastor|pendeta"
    r"|biarawati|pesantren|memuji|mengapresiasi|penghargaan|menolong|kampung\s+halaman|pulang|pemulangan|jenazah"
    r"|ke\s+(?:rumah\s+sakit|puskesmas|⟨ORG\d+⟩)|secara\s+(?:resmi|prosedural|legal))\b"
)


def _is_help(view: View) -> bool:
    """Whether the sentence tells of care, and calls nobody in it suspect."""
    return bool(_HELP.search(view.masked)) and not _CALLED_BAD.search(view.masked)


_CALLED_BAD = re.compile(r"(?i)\b(?:tersangka|terdakwa|pelaku|calo|perekrut|diduga|terbukti)\b")


def _relation(
    context: Context, view: View, found: re.Match[str], cls: str, source: str, target: str
) -> None:
    ids = actors(context, view, found.start())
    people = frames.persons_counted(view, found.end(), min(len(view.masked), found.end() + 70))
    if not ids or not people or not may_be_told(view, found.start()):
        return
    span = view.offset(found.start()), people[0].end
    if context.is_denied(span[0]):
        context.sink.refuse(span, "Yang dibantah tidak dicatat sebagai hubungan.")
        return
    voice: Voice = context.voice(span[0]).as_("alleged")
    id_group = group(context, view, people[0], voice)
    relate(context, view, (cls, source, target), ids, id_group, span)


def may_be_told(view: View, at: int) -> bool:
    """Whether a deed told at a masked position is real, not mere blame, and no help."""
    is_mere_talk = reality.is_groundless(view) or reality.is_blamed(view)
    return reality.is_real(view, at) and not (is_mere_talk or _is_help(view))


def relate(
    context: Context,
    view: View,
    kind: tuple[str, str, str],
    ids: list[str],
    id_group: str,
    span: tuple[int, int],
) -> None:
    """Claim that persons did something to a group, as alleged, and where to.

    Args:
        context: The document.
        view: The sentence.
        kind: Class of the relation, its property for who did it, and that for the group.
        ids: Who did it.
        id_group: To whom.
        span: The words that tell it.
    """
    cls, source, target = kind
    sink, voice = context.sink, context.voice(span[0]).as_("alleged")
    case = case_of(context, span)
    for one in ids:
        relation = sink.fresh("rel", cls.casefold())
        sink.entity(
            relation, cls, f"{sink.entities[one].caption} → {sink.entities[id_group].caption}", span
        )
        sink.claim(relation, source, one, span, is_object=True, voice=voice)
        sink.claim(relation, target, id_group, span, is_object=True, voice=voice)
        sink.claim(relation, "inIncident", case, span, is_object=True, voice=voice, confidence=0.8)
        for item, place in frames.bound_for(context, view):
            sink.claim(
                relation,
                "destination",
                place,
                (item.start, item.end),
                is_object=True,
                voice=voice,
                confidence=0.85,
            )
