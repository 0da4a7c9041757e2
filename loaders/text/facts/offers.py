"""Who does what an active verb tells of recruitment, transport and shelter, and the claim of it.

Owns whether a person is the subject, and whether a deed may be told. Refuses deeds of officials,
helpers and others than those named; what was promised and asked for stands in
:mod:`~loaders.text.facts.promises` and :mod:`~loaders.text.facts.fees`.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.cases import case_of
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.subjects import SEVERAL, is_official
from loaders.text.view import View, pattern

_ACTOR = pattern(
    r"(?P<who>{PER}(?:\s*\([^)⟨]{0,12}\))?(?:\s*(?:,|dan|serta)\s*{PER})*)"
    r"(?:[^⟨.\"“]|⟨(?!PER|INI|ORG)[A-Z]{3}\d+⟩){0,90}$"
)
# "HS mencari orang lain yang merekrut": somebody else did.
_OTHERS = Pattern(
    r"(?i)\b(?:orang\s+lain|seseorang|(?:seorang|para|sejumlah|beberapa)\s+\w+|agen|perusahaan(?:nya)?|kantor|lembaga|kampus|sindikat|majikan"
    r"|sponsor|calo|mereka|pihak\s+\w+|pelaku\s+lain|korban|polisi|petugas|penyidik|aparat|tim(?:nya)?|anggota\w*|warga)\s+(?:yang\s+)?(?:(?:telah|sudah|kemudian|lalu"
    r"|diduga|itu|tersebut)\s+)*$"
)


_SOLE = Pattern(
    r"(?i)(?<!para\s)(?<!kedua\s)(?<!ketiga\s)(?<!keempat\s)(?<!beberapa\s)\b(?:terdakwa|tersangka|pelaku)(?!\s+lain)(?:\s+(?:itu|tersebut|diduga|telah|sudah|mengaku|disebut|kemudian|lalu|hanya|juga"
    r"|pada\s+⟨DAT\d+⟩"
    r"|sempat|juga|melalui\s+⟨ORG\d+⟩))*\s*,?\s*"
    # "terdakwa mengelola akun X dan menawarkan": one subject, two verbs.
    r"(?:\bme[a-z]{4,}\b(?:(?!⟨(?:PER|INI|ORG|CNT)|\b(?:yang|bahwa|agar|untuk)\b)[^.;,\"“]){0,80}"
    r"\s(?:dan|serta|lalu|kemudian)\s+)?$"
)


_CALLED_ACTOR = Pattern(r"(?i)\b(?:terdakwa|tersangka|pelaku|kliennya)\b")


# "disuruh Hendra mengantar": who gave the order carried nobody.
_TOLD_TO = Pattern(
    r"\b(?:disuruh|diminta|diperintah(?:kan)?|ditugaskan|diajak|dibantu|dipaksa|diupah|dibayar|oleh)\s+(?:oleh\s+)?$"
)


# "Budi mengaku melihat sopir itu membawa": who saw or told of a deed did not do it.
_SEEN = Pattern(
    r"\b(?:melihat|menyaksikan|mendengar|mengetahui|menyebut(?:kan)?|menuduh|menuding|melaporkan|mencurigai|mendapati"
    r"|menangkap|memergoki|mengungkap(?:kan)?|membongkar|mengatakan|menduga|menyuruh|meminta|memerintahkan|memaksa)\b"
    # "Bersama kakaknya, Anhar, ia mengirim": somebody else is the subject.
    r"|,\s+(?:ia|dia|mereka|keduanya)\s"
)


# "menulis tentang jaringan yang merekrut": the clause is of the noun beside it.
_OF_OTHERS = Pattern(r"\b(?:me|ber|di|ter)[a-z]{3,}\b.*[a-z]\s+yang\s")


# "diduga menjadi otak jaringan yang memberangkatkan": whoever heads it did.
_HEADS = Pattern(
    r"\b(?:di(?:duga|sebut(?:-sebut)?|ketahui)\s+)?(?:menjadi|sebagai|merupakan|adalah|selaku)\s+(?:otak|dalang|bos|pengendali|koordinator|aktor|pimpinan)"
    r"(?:\s+[a-z]+){0,2}\s+yang\s"
)
_NOT_BEFORE = Pattern(r"(?i)\b(?:tidak|belum|korban|kata|ujar|menurut)\s*$")


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
    return sole(context, view, at)


def sole(context: Context, view: View, at: int) -> list[str]:
    """Return whom ``terdakwa`` right before a verb means, if the document calls one alone so."""
    return accused_one(context) if _SOLE.search(view.masked[:at]) else []


def accused_one(context: Context) -> list[str]:
    """Return the person whom alone a document calls suspect or tries, if there is one."""
    staged = {claim.value for claim in context.sink.claims.values() if claim.property == "stageOf"}
    return sorted(staged) if len(staged) == 1 and not SEVERAL.search(context.text) else []


# Who shelters victims or brings them home is no harbourer: the words of help stand beside.
_HELP = Pattern(
    r"(?i)\b(?:relawan|sukarelawan|rumah\s+(?:singgah|aman|perlindungan)|shelter|biara\w*|panti|susteran|suster|romo|pastor|pendeta"
    r"|biarawati|pesantren|memuji|mengapresiasi|penghargaan|menolong|kampung\s+halaman|pulang|pemulangan|jenazah"
    r"|ke\s+(?:rumah\s+sakit|puskesmas|⟨ORG\d+⟩)|secara\s+(?:resmi|prosedural|legal))\b"
)


def _is_help(view: View) -> bool:
    """Whether the sentence tells of care, and calls nobody in it suspect."""
    return bool(_HELP.search(view.masked)) and not _CALLED_BAD.search(view.masked)


_CALLED_BAD = Pattern(r"(?i)\b(?:tersangka|terdakwa|pelaku|calo|perekrut|diduga|terbukti)\b")


def may_be_told(view: View, at: int) -> bool:
    """Whether a deed told at a masked position is real, not mere blame, and no help."""
    is_mere_talk = reality.is_groundless(view) or reality.is_blamed(view)
    return reality.is_real(view, at) and not (is_mere_talk or _is_help(view))


def known(context: Context, kind: tuple[str, str, str], one: str, other: str) -> str:
    """Return the relation of a kind that was told between two already, or empty."""
    cls, source, target = kind
    claims = list(context.sink.claims.values())
    ends = {c.subject for c in claims if c.property == source and c.value == one}
    told = {c.subject: c.value for c in claims if c.property == target}
    ends = {subject for subject in ends if told.get(subject, "") == other}
    made = [id_ for id_ in sorted(ends) if context.sink.entities[id_].cls == cls]
    return made[0] if made else ""


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
        id_group: To whom; empty for one person, whom nobody counts.
        span: The words that tell it.
    """
    cls, source, target = kind
    sink, voice = context.sink, context.voice(span[0]).as_("alleged")
    case = case_of(context, span)
    for one in ids:
        relation = known(context, kind, one, id_group) or sink.fresh("rel", cls.casefold())
        whom = sink.entities[id_group].caption if id_group else "?"
        sink.entity(relation, cls, f"{sink.entities[one].caption} → {whom}", span)
        sink.claim(relation, source, one, span, is_object=True, voice=voice)
        if id_group:
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
