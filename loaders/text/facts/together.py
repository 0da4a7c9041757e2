"""Stages of several at once, or of whom a pronoun means: ``Keduanya``, ``dua tersangka, yakni``.

Owns whom a count or a pronoun of number means. Refuses where as many as are counted are not named.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import SORTS, Counted, is_alleged
from loaders.text.facts import frames, prisons, reality
from loaders.text.facts.concerned import SIZES
from loaders.text.facts.listed import NAMES, carried_on
from loaders.text.facts.stage_words import OTHERS, custody
from loaders.text.facts.stages import NOT_YET, claim_since, claim_stage, since
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind
from loaders.text.view import View, pattern

_BOTH = Pattern(
    r"^[\"“]?(?:Keduanya|Ketiganya|Keempatnya|Kelimanya|Mereka(?:\s+yang\s+di\w+)?|(?:Para|Kedua|Ketiga)\s+(?:tersangka|terdakwa)"
    r"|\w+\s+tersangka(?:\s+(?:itu|tersebut))?)(?:\s*,\s*(?=[A-Z])|\s+(?:itu\s+|tersebut\s+)?(?:adalah|ialah|yakni"
    r"|yaitu"
    r"|masing[\s-]masing|(?:ber)?inisial|bernama|terdiri)\b)"
)
_THEY = Pattern(
    r"[\"“]?(?:Mereka|Para|Ke[a-z]+nya|Ke[a-z]+\s+(?:tersangka|pelaku))\b[^⟨]*(?:⟨(?!CNT)|$)"
)
_MADE = Pattern(r"(?i)\b(?:sebagai|jadi|menjadi|menetapkan\s+(?:\w+\s+){0,4})\s*tersangka\b")


def named_next(context: Context, view: View) -> None:
    """Read who was meant: ``menetapkan dua orang tersangka. Keduanya adalah SM dan JN``."""
    number = view.sentence.number
    if not number or not _BOTH.match(view.sentence.text):
        return
    before = context.views[number - 1]
    if number > 1 and _THEY.match(before.masked) and not before.names_people:
        # "menetapkan lima tersangka. Mereka satu jaringan. Kelimanya inisial A, B ...".
        before = context.views[number - 2]
    made = [i for i in before.items if i.kind is Kind.COUNT]
    is_made = _MADE.search(before.masked) and reality.is_real(before, len(before.masked))
    stage = "suspect"
    if not is_made:
        # "melimpahkan dua tersangka": they are suspects already.
        made = [i for i in made if getattr(i.value, "role", "") in ("suspect", "defendant")]
        stage = getattr(made[0].value, "role", "") if made else stage
    named = view.within(0, len(view.masked), Kind.INITIALS, Kind.PERSON)
    people = list({context.registry.of(one): one for one in reversed(named)}.values())[::-1]
    if not made and _HANDED.search(before.masked) and reality.is_real(before, len(before.masked)):
        _all_staged(context, view, people, stage)
        return
    sizes = {c.value.bounds.lower for c in made if isinstance(c.value, Counted)}
    if len(people) in sizes:
        _all_staged(context, view, people, stage)


# "menyerahkan tersangka dan barang bukti": who is handed over is a suspect already.
_HANDED = Pattern(r"\b(?:menyerahkan|melimpahkan)\s+(?:para\s+|kedua\s+|ketiga\s+)?tersangka\b")


def _all_staged(context: Context, view: View, people: list[Item], stage: str) -> None:
    for person in people:
        if (id_ := context.registry.of(person)) and id_ not in context.registry.posts_of:
            span = view.sentence.start, person.end
            claim_stage(context, id_, stage, span, context.voice(person.start))


_APPOSITION = pattern(
    rf"(?P<count>⟨CNT\d+⟩)(?:[^.,⟨\"“]|⟨(?:LOC|ORG)\d+⟩|⟨TOP\d+⟩(?:\s*\(⟨TOP\d+⟩\))?){{0,90}},\s+(?P<who>{NAMES})\s*,"
)
# "dua tersangka, salah satunya anggota polisi aktif berinisial JWT": he is one of them.
_ONE_OF_THEM = pattern(
    rf"(?P<count>⟨CNT\d+⟩)(?:[^.;:⟨\"“]|⟨(?:TOP|LOC)\d+⟩){{0,60}}?,\s+(?:(?:dan|di\s*mana|yang)\s+)?(?:salah\s+(?:satu|seorang)(?:nya|\s+di\s*antaranya)|satu\s+di\s*antaranya)\s+"
    rf"(?:(?!\b{KIN}\b|\b(?:korban|saksi|milik|dari|oleh|kepada|untuk|tidak|bukan|mengaku)\b)(?:[a-z]+|⟨(?:POS|ORG|RNK)\d+⟩)\s+){{0,6}}(?P<who>{{PER}})"
)
# "Tiga terdakwa hadir di ruang sidang, yakni A, B, dan C": nobody else comes between.
_PRESENT = pattern(
    rf"^(?P<count>⟨CNT\d+⟩)\s+(?:hadir|dihadirkan|duduk|menjalani|mengikuti|menghadiri|dihadapkan)\b"
    rf"(?:(?!{OTHERS})(?:[^.⟨\"“]|ruang\s+sidang\s+⟨PER\d+⟩|⟨(?:TOP|LOC|ORG|DATE)\d+⟩)){{0,120}}?"
    rf",?\s+(?:yakni|yaitu|masing[\s-]masing)\s+(?P<who>{NAMES})"
)


def apposed(context: Context, view: View) -> None:
    """Read ``Dua terdakwa perkara itu, Rusdi Hamid dan Nurlela, ...``: as many as are counted."""
    for found in (*_APPOSITION.finditer(view.masked), *_PRESENT.finditer(view.masked)):
        counted = view.item(found, "count")
        value = counted.value if counted else None
        people = view.within(found.start("who"), found.end("who"), Kind.INITIALS, Kind.PERSON)
        if not isinstance(value, Counted) or value.role not in ("suspect", "defendant"):
            continue
        if len(people) == value.bounds.lower and not is_alleged(value.noun):
            for person in people:
                id_ = context.registry.of(person)
                if id_ and id_ not in context.registry.posts_of:
                    voice = context.voice(person.start)
                    claim_stage(context, id_, value.role, view.span(found), voice)


def one_of_them(context: Context, view: View) -> None:
    """Read ``dua tersangka, salah satunya polisi berinisial JWT``: he is a suspect as well."""
    for found in _ONE_OF_THEM.finditer(view.masked):
        counted, who = view.item(found, "count"), view.item(found, "who")
        value = counted.value if counted else None
        if not isinstance(value, Counted) or value.role not in ("suspect", "defendant"):
            continue
        id_ = context.registry.of(who) if who and not is_alleged(value.noun) else ""
        if who and id_:
            voice = context.voice(who.start)
            claim_stage(context, id_, value.role, view.span(found), voice)


def continued(context: Context, view: View) -> None:
    """Read a list of suspects that the next sentence goes on with: ``... A dan B. Serta C``."""
    more = carried_on(context, view)
    staged = {
        claim.value
        for claim in context.sink.claims.values()
        if claim.property == "stageOf"
        and claim.subject.endswith("-suspect")
        and view.sentence.start <= claim.start < view.sentence.end
    }
    for item in view.items if more else ():
        value = item.value
        if not isinstance(value, Counted) or value.role != "suspect":
            continue
        if value.bounds.lower == len(staged) + len(more):
            after = context.views[view.sentence.number + 1]
            _all_staged(context, after, more, "suspect")


_ENUMERATED = pattern(
    r"(?P<count>⟨CNT\d+⟩)(?P<made>\s+(?:yang\s+)?(?:\w+\s+)?(?:(?:ditetapkan\s+)?(?:sebagai|menjadi)|berstatus|jadi)\s+tersangka\b[^.⟨\"“]{0,60}?)?"
    r"(?:\s+(?:yang\s+)?(?:\w+\s+)?(?:ditangkap|diamankan|ditahan|dibekuk|diringkus|diciduk)(?:\s+(?:di|pada|oleh|dalam|terkait|atas)\s(?:[^.:;⟨\"“]|⟨(?:LOC|PNT|DAT|ORG|TOP)\d+⟩){0,60}?)?)?(?:\s*,?\s+(?:yakni|yaitu|masing[\s-]masing|ialah|adalah|di\s*antaranya|antara\s+lain|terdiri)\b|\s*:)"
)


def enumerated(context: Context, view: View) -> None:
    """Read ``dua tersangka, yakni R (38) yang ... dan S (45) yang ...``: as many as counted."""
    for found in _ENUMERATED.finditer(view.masked):
        counted = view.item(found, "count")
        value = counted.value if counted else None
        people = view.within(found.end(), len(view.masked), Kind.INITIALS, Kind.PERSON)
        people = [i for i in people if i.kind is Kind.INITIALS or _is_of_list(view, i)]
        is_made = found["made"] and not NOT_YET.search(found["made"])
        is_told = isinstance(value, Counted) and (
            value.noun in ("tersangka", "orang tersangka") or bool(is_made)
        )
        is_all = isinstance(value, Counted) and len(people) == value.bounds.lower
        if is_told and is_all and reality.is_real(view, found.start()):
            _all_staged(context, view, people, "suspect")


def by_sex(context: Context, view: View) -> None:
    """Read ``dari lima tersangka itu 2 perempuan, yakni A dan B, dan 3 laki-laki, C, D, dan E``."""
    counted = [(i, i.value) for i in view.items if isinstance(i.value, Counted)]
    whole = [(item, value) for item, value in counted if value.role == "suspect"]
    parts = [value.bounds.lower or 0 for _, value in counted if value.noun in SORTS]
    if len(whole) != 1 or len(counted) != len(parts) + 1:
        return
    item, value = whole[0]
    people = [i for i in view.items if i.kind is Kind.INITIALS and i.start > item.end]
    is_all = sum(parts) == value.bounds.lower == len(people)
    if is_all and reality.is_real(view, frames.masked_at(view, item)):
        _all_staged(context, view, people, "suspect")


_LISTED = Pattern(r"(?:[:,]|\b(?:dan|serta|yakni|yaitu|masing[\s-]masing|berinisial|bernama))\s+$")


def _is_of_list(view: View, item: Item) -> bool:
    """Whether a name begins an element of a list: not ``istri dari Rahman``."""
    at = frames.masked_at(view, item)
    return at >= 0 and _LISTED.search(view.masked, max(0, at - 20), at) is not None


# "Ketujuh calo tersebut ditetapkan": whatever those are called of whom so many were told.
_THEM = (
    r"(?:awak(?:\s+kapal)?|(?:terduga\s+)?pelaku|pria|perempuan|wanita|lelaki|orang|ABK|calo|tekong|perekrut|penyalur|penyelundup"
    r"|sponsor|sopir|nakhoda|pengurus|agen|warga|WNI|WNA)"
)
_ALL_MADE = Pattern(
    rf"^[\"“]?(?:[A-Z][^⟨,.\"“]{{0,50}}?,?\s+)?(?P<all>[Kk]e\w+nya|[Kk]e[a-z]{{3,9}}(?=\s+{_THEM}\b))"
    rf"(?:\s+{_THEM}(?:\s+(?:itu|tersebut|ini))?)?(?:\s+(?:kini|telah|sudah|juga|resmi|langsung))*\s+"
    r"(?:ditetapkan(?:\s+(?:sebagai|menjadi))?|berstatus(?:\s+sebagai)?|menyandang(?:\s+status)?|naik\s+status\s+menjadi"
    r"|kami\s+tetapkan(?:\s+(?:sebagai|menjadi))?|menjadi|jadi)\s+tersangka\b"
    r"|^[\"“]?(?:[A-Z][^⟨,.\"“]{0,50}?,\s+)?(?P<charged>[Kk]e\w+nya(?=[a-z\s]{0,30}\s(?:disangka|dipersangkakan))|[Kk]e[a-z]{3,9}(?=\s+(?:orang\s+)?tersangka\b))(?:\s+(?:orang\s+)?tersangka)?(?:\s+(?:ini|itu|tersebut|kini|telah|sudah|juga))*"
    r"\s+(?:disangka(?:kan)?|dipersangkakan|dijerat|dikenakan|dikenai|diancam)\b"
)


_ALL_SOUGHT = pattern(
    r"^[\"“]?(?:Itu\s+berarti\s+|Artinya,?\s+)?(?P<all>[Kk]e\w+nya|[Kk]e[a-z]{3,9}(?=\s+(?:tersangka|pelaku)\b))\b(?:[^.⟨\"“]|⟨LOC\d+⟩){0,70}?\b(?:masuk|dimasukkan|ditetapkan|berstatus|menjadi|masih)\s+"
    r"(?:ke\s+|dalam\s+|sebagai\s+)*(?i:daftar\s+pencarian|DPO|buron)"
)


_ALL_TRIED = pattern(
    r"^[\"“]?(?P<all>[Kk]e\w+nya)\s+(?:(?:kini|telah|sudah|tengah|sedang|masih)\s+)*(?:diadili|disidangkan|didakwa|dituntut|duduk\s+di\s+kursi"
    r"|menjalani\s+(?:sidang|persidangan))\b"
)


def all_made(context: Context, view: View) -> None:
    """Read ``Ketiganya ditetapkan sebagai tersangka`` where exactly three were named before."""
    sought = _ALL_SOUGHT.match(view.masked) or _ALL_SOUGHT.match(view.sentence.text)
    tried = _ALL_TRIED.match(view.masked)
    found = sought or tried or _ALL_MADE.match(view.sentence.text)
    words = (found.groupdict().get("charged") or found["all"]) if found else ""
    wanted = SIZES.get(words.casefold().removesuffix("nya") + "nya")
    if found is None or wanted is None:
        return
    if not reality.is_real(view, len(view.masked)) or reality.is_groundless(view):
        return
    stage = "wanted" if sought else "defendant" if tried else "suspect"
    is_held = not (sought or tried) and _AND_HELD.match(view.sentence.text, found.end()) is not None
    named = _named_before(context, view, wanted)
    for of in (("apprehended", "stageOf"), ("apprehended", "stageOf", "roleHolder")):
        if len(named) != wanted:
            named = _accused_so_far(context, of)
    if len(named) == wanted:
        for id_ in named:
            _dated(context, view, id_, stage)
            if is_held:
                _dated(context, view, id_, "detained")


_STAGED = Pattern(
    r"\b(?:ditetapkan|berstatus|menyandang|menjadi|jadi|naik)\b[^.;⟨\"“]{0,30}\btersangka\b|\b(?:ditahan|mendekam|meringkuk|dijebloskan|(?:di|kami\s+)titipkan|kami\s+tahan)\b"
)


def _dated(context: Context, view: View, person: str, stage: str) -> None:
    """Claim a stage of one of several, and its day where the words of the stage tell it."""
    relation = claim_stage(context, person, stage, view.whole, context.voice(view.whole[0]))
    for found in _STAGED.finditer(view.masked):
        if ("tersangka" in found[0]) == (stage == "suspect"):
            since(context, view, found, relation)
        if stage == "detained" and "tersangka" not in found[0]:
            prisons.claim(context, view, found.end(), relation)


def _named_before(context: Context, view: View, wanted: int) -> dict[str, None]:
    """Return whom the last sentences name, back to that in which they are so many."""
    named: dict[str, None] = {}
    for before in reversed(context.views[max(0, view.sentence.number - 3) : view.sentence.number]):
        items = [i for i in before.items if _may_be_made(context, i)]
        named |= dict.fromkeys(id_ for i in items if (id_ := context.registry.of(i)))
        if len(named) >= wanted:
            break
    return named


def _accused_so_far(context: Context, of: tuple[str, ...]) -> dict[str, None]:
    """Return everybody who is told to be caught, or to have had a part, and is not sought."""
    claims = list(context.sink.claims.values())
    sought = {c.value for c in claims if c.property == "stageOf" and c.subject.endswith("-wanted")}
    return {
        c.value: None
        for c in claims
        if c.property in of and c.value.startswith("per:") and c.value not in sought
    }


_STATUS = Pattern(
    r"^[\"“]?Status(?:nya|\s+yang\s+bersangkutan)\s+(?:(?:sudah|telah|kini|masih|sebagai|adalah|menjadi|jadi|naik|dinaikkan|ditingkatkan|meningkat|berubah|resmi|dari|saksi|terlapor)\s+){0,5}(?:(?P<sought>DPO|buron)|(?P<made>tersangka))\b"
    # "Karena tak kunjung datang, namanya dimasukkan ke daftar pencarian orang"
    r"|^(?:[^.;\"“]{0,60},\s+)?[Nn]amanya\s+(?:(?:sudah|telah|kini|pun|juga)\s+){0,2}(?:masuk|dimasukkan|tercantum|tercatat)\s+(?:(?:ke|dalam)\s+){0,2}(?P<listed>DPO\b|daftar\s+pencarian)"
)


def of_status(context: Context, view: View) -> None:
    """Read ``Statusnya sudah DPO`` of the one person whom the sentence before names."""
    found = _STATUS.match(view.sentence.text)
    number = view.sentence.number
    if found is None or not number:
        return
    before = context.views[number - 1]
    people = context.registry.many(
        i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)
    )
    people = [one for one in people if one not in context.registry.posts_of]
    if len(people) == 1 and before.sentence.block == view.sentence.block:
        stage = "suspect" if found["made"] else "wanted"
        relation = claim_stage(context, people[0], stage, view.whole, context.voice(view.whole[0]))
        if listed := _LIST_OF.search(view.masked):
            since(context, view, listed, relation)


_LIST_OF = Pattern(r"(?i)\b(?:DPO|daftar\s+pencarian)(?:\s+orang)?(?:\s*\(DPO\))?")
_AND_HELD = Pattern(
    r"\s+(?:dan|serta)\s+(?:langsung\s+|kini\s+|telah\s+|sudah\s+)?(?:ditahan|mendekam|meringkuk|dijebloskan)\b"
)


_AGED = Pattern(r"\s*\(\d{2}(?:\s+tahun)?\)")


def _may_be_made(context: Context, item: Item) -> bool:
    """Whether ``keduanya`` may mean whom an item names: letters, or a name with an age."""
    if item.kind is Kind.INITIALS:
        return True
    is_aged = item.kind is Kind.PERSON and _AGED.match(context.text, item.end) is not None
    return is_aged and context.registry.of(item) not in context.registry.posts_of


_DESCRIBED: tuple[tuple[str, Pattern], ...] = (
    ("suspect", Pattern(r"(?i)^tersangka\b")),
    ("defendant", Pattern(r"(?i)^terdakwa\b")),
    ("wanted", Pattern(
        r"(?i)^buron|\b(?:masuk|menjadi|berstatus|ditetapkan)\s(?:\w+\s+){0,3}?(?:DPO|daftar\s+pencarian|buron)"
    )),
)  # fmt: skip


def described(context: Context, view: View) -> None:
    """Claim what words that point back call one: ``Tersangka yang masuk DPO sejak Mei itu``."""
    for item in view.items:
        id_ = context.registry.of(item) if item.source == "anaphor" else ""
        # Whom only a later sentence names is another.
        if not id_ or not any(
            context.registry.of(one) == id_
            for one in context.registry_items
            if one.start < view.sentence.end and one.source != "anaphor"
        ):
            continue
        span = item.start, item.end
        for stage, words in _DESCRIBED:
            told = words.search(item.text)
            if told is None:
                continue
            relation = claim_stage(context, id_, stage, span, context.voice(item.start))
            for day in context.registry_items:
                is_inside = item.start + told.end() <= day.start < item.end
                if stage == "wanted" and is_inside and day.kind is Kind.DATE:
                    claim_since(context, relation, day)
                    break


_NOW_HELD = Pattern(
    r"^(?:[^\"“.]{0,60}?\bme\w+kan,\s+(?:bahwa\s+)?)?[\"“]?(?:(?:Saat\s+ini|Kini)\s*,?\s+)?(?:[Pp]elaku|[Tt]ersangka|[Tt]erdakwa|[Ii]a|[Dd]ia"
    r"|[Yy]ang\s+bersangkutan)"
    rf"(?:\s+(?:itu|tersebut|kini|telah|sudah|langsung|saat\s+ini|kami))*\s+{custody('(?i:rutan|lapas)')}"
)


def held(context: Context, view: View) -> None:
    """Read ``Pelaku kini ditahan`` where the document knows one suspect and no other person."""
    if not _NOW_HELD.match(view.sentence.text):
        return
    people = {
        id_
        for item in context.registry_items
        if item.kind is Kind.INITIALS and (id_ := context.registry.of(item))
    }
    if len(people) == 1:
        _dated(context, view, people.pop(), "detained")


_ALL_HELD = Pattern(
    r"(?:^(?:[^\"“.]{0,90}?\bme\w+kan,\s+(?:bahwa\s+)?)?[\"“]?(?:(?:Saat\s+ini|Kini|Sekarang|Hingga\s+kini)\s*,?\s+|[A-Z][^.,;\"“]{0,60},\s+|(?:Selama|Sejak|Mulai|Per|Terhitung)\s[^.,;\"“]{1,40}?\s)?|[,;]\s+(?:dan\s+|sementara\s+|sedangkan\s+|adapun\s+)?)(?P<who>(?i:mereka|keduanya|ketiganya|ke(?:empat|lima|enam)nya|(?:para|kedua|ketiga|keempat|kelima)\s+(?:tersangka|pelaku|terdakwa)))"
    r"(?:\s+(?:itu|tersebut|kini|telah|sudah|langsung|saat\s+ini|masih|tengah|sedang|resmi|selanjutnya|lalu|kemudian|akhirnya))*\s+"
    rf"{custody('(?i:rutan|lapas)')}"
)


def _is_told(view: View, found: re.Match[str]) -> bool:
    """Whether the verb that ends a match in the plain text is told as done."""
    at = view.masked.find(found[0].split()[-1])
    return reality.is_real(view, max(at, 0)) and not reality.is_groundless(view)


# "mereka ditahan di Polres X dan sudah ditetapkan sebagai tersangka"
_MADE_TOO = Pattern(
    r"[^.,;\"“]{0,60}\s(?:dan|serta)\s+(?:(?:sudah|telah|juga|resmi)\s+)*(?:ditetapkan\s+(?:sebagai|menjadi)|berstatus|disangka)(?!\w*\s+saksi)"
)
_EACH = (("kedua", 2), ("ketiga", 3), ("keempat", 4), ("kelima", 5), ("keenam", 6))


def all_held(context: Context, view: View) -> None:
    """Read ``Kini mereka ditahan``: all whom the document calls suspects or arrested."""
    found = _ALL_HELD.search(view.sentence.text)
    if found is None:
        return
    claims = list(context.sink.claims.values())
    wanted = {c.value for c in claims if c.property == "stageOf" and c.subject.endswith("-wanted")}
    people = {
        c.value: None
        for c in claims
        if c.value.startswith("per:")
        and (c.property == "apprehended" or c.subject.endswith(("-suspect", "-defendant")))
        and c.value not in wanted
    }
    low = found["who"].casefold()
    size = next((n for word, n in _EACH if low.startswith(word)), len(people))
    if not people:
        people = _named_before(context, view, size)
    if len(people) < 2 or len(people) != size or not _is_told(view, found):
        return
    voice = context.voice(view.whole[0])
    is_made = "tersangka" in low or _MADE_TOO.match(view.sentence.text, found.end()) is not None
    for person in people:
        if is_made:
            claim_stage(context, person, "suspect", view.whole, voice)
        _dated(context, view, person, "detained")
