"""Which office of the police investigates the matter of a document.

Owns the words for investigating, handing over and naming suspects beside an office. Refuses
prosecutors, a year's statistics, and matters that several offices look into.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import reality
from loaders.text.facts.cases import case_of
from loaders.text.holdings import ensure_org
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import pattern

_POLICE = r"(?:(?:penyidik|petugas|unit|tim|jajaran|satuan|PPA|dari|pada|oleh)\s+){0,4}{ORG:org}"
_ADVERBS = (
    r"(?:\s*\([^)⟨]{1,30}\))?\s*,?\s+"
    r"(?:(?:telah|sudah|masih|kini|juga|terus|tengah|sedang|resmi|akhirnya|langsung|berhasil|saat|ini|menyatakan)\s+){0,4}"
)
_INVESTIGATES = (
    pattern(
        r"\b[Pp]enyid(?:ik|ikan)\s+(?:(?:dari|pada|di|oleh|unit|PPA|subdit|gabungan)\s+){0,4}{ORG:org}"
    ),
    pattern(
        r"{ORG:org}" + _ADVERBS + r"(?:(?:mulai\s+)?(?:menyidik|menyelidiki|mengusut)"
        r"|menahan\s+(?:tersangka|terdakwa|⟨(?:PER|INI))|menghentikan\s+penyidikan"
        r"|(?:menangani|mendalami|mengembangkan|merampungkan|melimpahkan)\s+(?:\w+\s+){0,2}?(?:kasus|perkara|berkas|penyidikan|tersangka)"
        r"|menetapkan\b(?=[^.;\"“]{0,160}\btersangka\b)|menjerat|menyangkakan|menaikkan\s+(?:status|perkara|kasus))\b"
    ),
    pattern(r"\b(?:disidik|diselidiki|ditangani|diusut|didalami)\s+(?:oleh\s+)?" + _POLICE),
    pattern(
        r"\b[Pp]enyidikan\b[^.;⟨\"“]{0,60}(?:⟨(?:TOP|ORG|PER)\d+⟩)?\s+dihentikan\s+(?:oleh\s+)?"
        + _POLICE
    ),
    pattern(
        r"\b(?:pelimpahan|tahap\s+(?:II|2|dua)|berkas|diserahkan|dilimpahkan|perkara|tersangka)\b[^.;\"“]{0,120}?\bdari\s+"
        + _POLICE
    ),
)
# These say by themselves that there is one matter, and that it is looked into.
_A_MATTER = (
    pattern(
        r"{ORG:org}"
        + _ADVERBS
        + r"(?:(?:mulai\s+)?(?:menyidik|menyelidiki|mengusut|mendalami|menangani)"
        r"\s+(?:kasus|perkara|laporan|dugaan|peristiwa|kejadian)\b(?=[^.;,\"“]{0,60}\b(?:itu|ini|tersebut)\b)"
        r"|memeriksa\s+(?:(?:sejumlah|beberapa|para)\s+saksi|⟨CNT\d+⟩)(?=[^.;\"“]{0,60}\b(?:terkait|dalam|soal|kasus|penyelidikan)\b))"
    ),
    pattern(
        r"\b(?i:kasus|perkara|laporan)(?:nya|\s+(?:itu|ini|tersebut))\s+(?:(?:kini|masih|telah|sudah|sedang|tengah|saat\s+ini|lalu|juga|turut|ikut)\s+){0,3}"
        r"(?:ditangani|diselidiki|diusut|disidik|didalami)\s+(?:oleh\s+)?" + _POLICE
    ),
)
# "Kasus ini sudah dilimpahkan ke Polres X": from then on that office looks into it.
_HANDED = (
    pattern(
        r"\b(?i:kasus|perkara|laporan|penanganan(?:\s+(?:kasus|perkara))?)(?:nya|\s+(?:itu|ini|tersebut))\s+(?:(?:kini|telah|sudah|lalu|kemudian|juga|selanjutnya)\s+){0,3}"
        r"(?:dilimpahkan|diteruskan|diserahkan|dialihkan)\s+(?:ke(?:pada)?\s+)" + _POLICE
    ),
)
# "Laporannya kami terima dan sedang dalam tahap penyelidikan", says an officer of the police.
_OURS = Pattern(
    r"(?i)\b(?:kasus|perkara|laporan)(?:nya|\s+(?:itu|ini|tersebut))\b[^.;\"“⟨]{0,40}\b(?:(?:masih|sedang|tengah|sudah|kini)\s+(?:kami\s+(?:selidiki|sidik|usut|dalami|tangani|kembangkan)"
    r"|(?:dalam|masuk|pada|di)\s+(?:tahap\s+|proses\s+)?peny[ei]l?idikan))\b"
)
_WITNESSES = Pattern(r"(?i)\bsaksi")
_NO_CASE = Pattern(
    r"(?i)\b(?:kode\s+etik|propam|diminta|didesak|mendesak|meminta|berharap|praperadilan)\b"
)
_OFFICES = ("org:polda", "org:polres", "org:polsek")
_PROSECUTORS = ("kejaksaan", "kejari", "kejati", "kejagung")


# "12 kasus TPPO yang ditangani Polda Lampung": a year's work, not this matter.
_MANY = Pattern(r"(?i)\b(?:kasus|perkara|laporan)\b")


def find(context: Context) -> None:
    """Claim the one office of the police that investigates the matter, where only one does.

    Without stages, articles or a number only words that tell of one matter make it known.
    """
    is_known = context.sink.scoped("case", "1") in context.sink.entities
    told: dict[str, tuple[int, int]] = {}
    for view in context.views:
        counted = [i for i in view.items if i.kind is Kind.COUNT and _MANY.search(i.text)]
        if view.sentence.role is not Role.BODY or counted or _NO_CASE.search(view.masked):
            continue
        for rule in (*(_INVESTIGATES if is_known else ()), *_A_MATTER):
            for found in rule.finditer(view.masked):
                org = view.item(found, "org")
                heard = view.within(found.end("org"), found.end(), Kind.COUNT)
                if heard and not _WITNESSES.search(heard[0].text):
                    continue
                if org and _is_police(context, org) and reality.is_real(view, found.start()):
                    told.setdefault(context.registry.of(org), (org.start, org.end))
    told = _handed(context) or told or _spoken(context)
    for unit in list(told):
        # "Ditreskrimum Polda X" and "Polda X" are one office, best told by its unit.
        told.pop(_parent(context, unit), None)
    if len(told) == 1:
        ((office, span),) = told.items()
        case = case_of(context, span)
        voice = context.voice(span[0])
        context.sink.claim(
            case, "investigatedBy", office, span, is_object=True, voice=voice, confidence=0.8
        )


def _handed(context: Context) -> dict[str, tuple[int, int]]:
    """Return the offices of the police to which body sentences say that the matter went."""
    told = {}
    for view in context.body():
        for rule in _HANDED if not _NO_CASE.search(view.masked) else ():
            for found in rule.finditer(view.masked):
                org = view.item(found, "org")
                if org and _is_police(context, org) and reality.is_real(view, found.start("org")):
                    told[context.registry.of(org)] = org.start, org.end
    return told


def _spoken(context: Context) -> dict[str, tuple[int, int]]:
    """Return the office of the police whose officer says in a quotation that it is at work."""
    told = {}
    for view in context.body():
        found = _OURS.search(view.masked)
        at = view.offset(found.start()) if found else -1
        said = [
            one for one in context.said if found and one.is_direct and one.start <= at < one.end
        ]
        org = context.registry.org_of.get(said[0].speaker, "") if said else ""
        if found and org.startswith(_OFFICES):
            ensure_org(context, org, view.span(found))
        known = context.sink.entities.get(org)
        is_police = known is not None and known.cls == "LawEnforcementAgency"
        is_prosecution = known is not None and known.caption.casefold().startswith(_PROSECUTORS)
        if found and is_police and not is_prosecution:
            told[org] = view.span(found)
    return told


def _parent(context: Context, office: str) -> str:
    """Return the office that a unit belongs to, or empty."""
    claims = context.sink.claims.values()
    return next(
        (c.value for c in claims if c.subject == office and c.property == "parentOrganization"), ""
    )


def _is_police(context: Context, org: Item) -> bool:
    id_ = context.registry.of(org)
    is_prosecution = org.text.casefold().startswith(_PROSECUTORS)
    return bool(id_) and org.cls == "LawEnforcementAgency" and not is_prosecution
