"""Who promises work: subject of a verb of promising, its agent, or whose promise it is.

Refuses officials and agencies, and promises that are planned, denied or only blamed on somebody.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import offers, reality
from loaders.text.facts import promise_words as words
from loaders.text.facts.accused import is_accused, meant_by_pronoun
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

MAN = (
    r"(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|calo|sponsor|agen|perekrut|tersangka|terdakwa|pelaku|warga|berinisial|inisial|bernama|asal|{LOC}|nya|itu"
    r"|(?:tetangga|kenalan|teman|rekan|kerabat|saudara|sepupu|paman|bibi|agen|sponsor|calo)(?:nya)?(?:\s+(?:lama|mereka|sekampung|sedesa|sekolah|dekat|sendiri|kandung|jauh))*,?)\s+){0,6}"
)
"""What may stand between a verb and the name of whoever offers work."""
# "dijanjikan Bu Retno", "ditawari kerja di kebun oleh Mesak", "janji PT A", "diumumkan PT A".
_MADE_BY = pattern(
    rf"\b(?i:dijanjikan|ditawari|ditawarkan|diiming-?imingi?|dibujuk|diajak|dirayu|diumumkan|diiklankan|diunggah|dijual|dibuka|disampaikan|janji|tawaran"
    rf"|iming-?iming|bujukan|rayuan|ajakan|direkrut)\s+(?:(?:dari|oleh)\s+)?{MAN}(?P<who>{{WHO}})"
    r"|\b(?i:dijanjikan|ditawari|ditawarkan|diiming-?imingi?|dibujuk|diajak|dirayu|diumumkan|iming-?iming|tawaran)\b"
    rf"(?:(?!⟨(?:PER|INI|ORG)|\b(?:tidak|belum|bahwa|namun)\b)[^.;\"“]){{0,80}}?\b(?:oleh|dari)\s+{MAN}(?P<by>{{WHO}})"
)
# "Yang menjanjikan, menurut mereka, seorang perempuan bernama Lina".
_MAKER_IS = pattern(
    rf"^Yang\s+(?:menjanjikan|menawarkan|menawari|mengajak|mengiming-imingi)\b(?:(?!⟨(?:PER|INI|ORG))[^.;\"“]){{0,60}}?\b(?:adalah|ialah|bernama|berinisial)\s+"
    rf"{MAN}(?P<who>{{WHO}})"
)
# "menyerahkan Rp 60 juta ke PT A, dengan janji pekerjaan": who is paid promises it.
_PAID_FOR = pattern(r"\b(?:kepada|ke|pada)\s[^;\"“]{0,60}(?P<who>{WHO}),?\s+(?:dengan|atas)\s+$")
_ACTIVE = Pattern(
    r"(?i)(?:menjanjikan|berjanji|mengatakan|menyebut|bilang|menyampaikan|menginformasikan|menawar|mengiming|menjamin|membujuk|mengajak|menunjuk|menyodor|meng|memasang|menyebar|membagi|membuka|mencarikan)"
)
# "tersangka melalui LPK A menjanjikan", "PT A diduga menawarkan".
_FIRM = pattern(
    r"(?P<who>{ORG})(?:\s+(?:itu|tersebut|yang|diduga|juga|kemudian|lalu|sempat|telah))*\s+$"
)
# "LPK A menjaring peserta lewat Facebook dengan menjanjikan": the one firm is the subject.
_FIRM_FIRST = pattern(r"[\"“]?(?P<who>{ORG})\s+(?:yang\s|diduga\s|juga\s|me[a-z]+\s)")
_OTHER_NAME = Pattern(
    r"⟨(?:PER|INI|ORG|POS)\d+⟩|\b(?:korban|polisi|dan|tersangka|pelaku)\s+me[a-z]+\b"
)
# "Perusahaan itu menawarkan pekerjaan": the firm of the sentence before.
_THAT_FIRM = Pattern(
    r"(?i)(?P<that>\bperusahaan\s+(?:itu|tersebut|ini))(?:\s+(?:diduga|juga|kemudian|lalu|sempat|telah))*\s+$"
)


def claim(context: Context, view: View, found: re.Match[str], offer: str) -> None:
    """Claim who makes the offer of which the words of promising tell."""
    at = found.start()
    if reality.is_groundless(view) or reality.is_blamed(view):
        return
    if not reality.is_real(view, at) or context.is_denied(view.offset(at)):
        return
    ids, span = _makers(context, view, found)
    voice = context.voice(span[0]).as_("alleged")
    context.sink.link(offer, "offeredBy", ids, span, voice, 0.8)


def _makers(
    context: Context, view: View, found: re.Match[str]
) -> tuple[list[str], tuple[int, int]]:
    """Return who promises, and where that stands."""
    at = found.start()
    if made := _MADE_BY.match(view.masked, at) or _MAKER_IS.match(view.masked):
        group = "who" if made["who"] else "by"
        return who(context, view, made, group), view.span(made)
    if made := _MADE_BY.search(view.masked, at):
        group = "who" if made["who"] else "by"
        return who(context, view, made, group), view.span(made)
    if paid := _PAID_FOR.search(view.masked[:at]):
        return who(context, view, paid, "who"), view.span(found)
    if not _ACTIVE.match(found[0]):
        return [], view.span(found)
    return _firm(context, view, at) or offers.actors(context, view, at), view.span(found)


def _firm(context: Context, view: View, at: int) -> list[str]:
    """Return the firm that is the subject of a verb of promising at a masked position."""
    first = _FIRM_FIRST.match(view.masked, 0, at)
    if first and _OTHER_NAME.search(view.masked, first.end(), at):
        first = None
    if firm := _FIRM.search(view.masked[:at]) or first:
        return who(context, view, firm, "who")
    that = _THAT_FIRM.search(view.masked[:at])
    meant = meant_by_pronoun(context, view, that.span("that")) if that else ""
    return [meant] if meant else []


def who(context: Context, view: View, found: re.Match[str], group: str) -> list[str]:
    """Return the person or firm of a group, if it is no official and no agency."""
    item = view.item(found, group)
    id_ = context.registry.of(item)
    if item is None or not id_ or (item.kind is Kind.ORG and item.cls not in FIRMS):
        return []
    return [] if id_ in context.registry.posts_of or is_official(context, id_) else [id_]


_HIRED = pattern(r"(?P<who>{PER})(?:\s*\([^)⟨]{0,14}\))?\s+(?:\w+\s+)?$")
# "dijanjikan Rp 500 ribu per kepala oleh bosnya": a reward for each whom one brings.
_PER_HEAD = pattern(
    r"\s+(?:(?:uang|upah|imbalan|komisi|fee|bayaran|sebesar|keuntungan)\s+)*{MON}\s+(?:(?:per|setiap|tiap|untuk\s+(?:setiap|tiap))\s+"
    r"(?:kepala|orang|korban|calon|pekerja|penumpang)|(?:(?:apabila|jika|bila|kalau|untuk)\s+(?:berhasil\s+)?|berhasil\s+)"
    r"(?:mengantar|mengirim|menjemput|menyeberang|membawa|memberangkat|merekrut|meloloskan|menyelundup))"
)


def is_hired(context: Context, view: View, promise: re.Match[str]) -> bool:
    """Whether one of the accused is promised something: ``ZL dijanjikan bayaran oleh AN``."""
    if _PER_HEAD.match(view.masked, promise.end()):
        return True
    first = words.PROMISE.search(view.masked) or promise
    if first.start() < promise.start() and not words.OF_WORK.search(view.masked, first.start()):
        # "RS tergiur upah yang dijanjikan bosnya": the first of two verbs tells whom.
        promise = first
    found = _HIRED.search(view.masked[: promise.start()])
    if found is None or not promise[0].casefold().startswith(("di", "ter")):
        return False
    return is_accused(context, context.registry.of(view.item(found, "who")))
