"""Sex, home, citizenship and degrees of people, from the words beside their names.

Owns what stands before (``seorang pria asal Praya berinisial``) and behind a name (``, 58 tahun,
perempuan asal Pontianak``), and words that mean the one person of a paragraph. Refuses officials,
whose homes and sex texts tell by chance.
"""

from __future__ import annotations

import re

from loaders.text import titles
from loaders.text.context import Context
from loaders.text.described import SEX, claim, claim_home, claim_sex
from loaders.text.facts import frames
from loaders.text.facts.clauses import BESIDE
from loaders.text.facts.listed import NAMES
from loaders.text.numbers import parse
from loaders.text.patterns import Pattern
from loaders.text.spans import Kind, Role
from loaders.text.subjects import is_official
from loaders.text.view import View, pattern

_PLACES = r"(?P<places>{LOC}(?:\s+RT[\s.]?\d+(?:\s*/?\s*RW[\s.]?\d+)?)?(?:\s*,\s*{LOC}){0,4})"
_SEX_BEFORE = Pattern(
    rf"(?i)\b(?P<word>{SEX})\s+(?:(?!dan\b)\w+\s+|⟨(?:LOC|DUR)\d+⟩(?:\s*,)?\s+){{0,3}}?(?:(?:ber)?inisial|bernama)\s*$"
    r"|\b(?P<kin>istri|suami)(?:nya|\s+⟨(?:PER|INI)\d+⟩)(?:\s*,|\s+(?:yang\s+)?(?:(?:ber)?inisial|bernama))\s+$"
    rf"|\b(?:seorang|satu\s+orang)\s+(?P<apposed>{SEX})(?:\s+(?:asal|warga)\s+⟨LOC\d+⟩(?:\s*,\s*⟨LOC\d+⟩){{0,3}})?\s*,\s+(?:yakni\s+|yaitu\s+)?$"
)
# Behind the name: MR laki-laki 44 tahun; ED (39), perempuan yang.
_SEX_BEHIND = Pattern(
    rf"(?i)\s+(?P<word>{SEX})(?=,?\s*\(?(?:⟨DUR|\d{{2}}\b|berusia|usia|umur))"
    rf"|{BESIDE}(?:\s*,\s+⟨DUR\d+⟩)?\s*,\s+(?:seorang\s+)?(?P<apposed>{SEX})(?=\s*,|\s*\.|\s*\(?(?:⟨DUR|\d{{2}}\b)|\s+(?:berusia|usia|umur|warga|asal|kelahiran|yang|paruh|lulusan|lansia)\b)"
)
_TOLD = (
    r"(?:⟨DUR\d+⟩|\d{2}(?:\s+tahun)?|(?:berusia|umur|usia)\s+[^⟨,.;]{1,12}"
    r"|(?:selaku|sebagai)\s+(?:⟨(?:RNK|POS)\d+⟩|[a-z]+(?:\s[a-z]+)?)"
    rf"|(?:seorang\s+)?{SEX}(?:\s+(?:(?:ber)?usia\s+|umur\s+)?⟨DUR\d+⟩)?|⟨RNK\d+⟩)"
)
_LIVING = (
    r"(?:bertempat\s+tinggal|tinggal|beralamat|berdomisili|menetap|bermukim|berasal)(?:\s+\w+)?"
    r"\s+(?:di|dari)"
)
# A calling, such as "pedagang": no verb has those whose home is told.
_CALLING = (
    r"(?:(?!(?:me|di|ber|ter|ke)[a-z]{3}|(?:korban|calon|pekerja|para|dengan|dari|untuk|dan|serta"
    r"|sejumlah|beberapa|kepada)\b)[a-z]+\s+)"
)
# What may stand between a name and the word for a home: age, sex, calling.
_HOME = pattern(
    rf"(?:\s*\([^)⟨]{{0,16}}\)|,?\s*\d{{1,2}}\s+tahun)?(?:\s*,\s*{_TOLD}){{0,3}}(?:\s*,)?\s+(?:(?:laki-laki|perempuan|pria|wanita)(?:\s*,)?\s+)?"
    rf"(?:(?:yang\s+)?(?:seorang\s+|merupakan\s+|diketahui\s+|juga\s+|{_CALLING}{{0,3}})(?:warga|asal|penduduk|(?<=\)\s)dari|{_LIVING})\s+|⟨CNT\d+⟩\s+){_PLACES}"
)
# "pria asal Praya berinisial ZA", "calo asal Praya, LM"
_HOME_BEFORE = pattern(
    rf"\b(?i:{SEX}|warga|calo|perekrut|sponsor|tekong|agen|tersangka|terdakwa|pelaku|bos)\s+(?:(?:yang\s+)?(?:asal|warga|berasal\s+dari)\s+)?{_PLACES}(?:\s*,)?\s+(?:⟨DUR\d+⟩(?:\s*,)?\s+)?(?:yang\s+)?(?:(?:ber)?inisial|bernama)\s+$"
    rf"|\b(?i:{SEX}|calo|perekrut|sponsor|tekong|agen|tersangka|terdakwa|pelaku|bos)\s+(?:asal|warga)\s+{{LOC}}(?:\s*,\s*{{LOC}}){{0,3}}\s*,\s+(?:yakni\s+|yaitu\s+)?$"
)
# "Karmi, petani, lahir di Subang pada 1980, beralamat di Desa A", in the words of court files
_FAR = pattern(
    rf"{BESIDE}\s*,[^⟨.]{{0,20}}(?:⟨DUR\d+⟩)?[^⟨.]{{0,60}}\b(?:bertempat\s+tinggal|beralamat|berdomisili|tinggal)\s+di\s+{_PLACES}"
)
# "dua korban yang direkrut oleh R itu berasal dari Jawa Barat": the home of those before.
_OF_ANOTHER = Pattern(r"\byang\s(?:(?!,)[^⟨.;])*\bdi[a-z]{3,}\s+(?:oleh\s+)?(?:[a-z]+\s+){0,2}$")
_CITIZENS = r"(?i:\bwarga(?:\s+negara)?|\bWNA?|⟨CNT\d+⟩\s+negara)\s+(?:asal\s+)?"
_NATIONAL = pattern(
    rf"{_CITIZENS}(?P<country>{{LOC}})(?:\s*,)?\s+(?:(?:yang\s+)?(?:ber)?inisial|bernama)\s+"
    r"(?P<who>{PER}(?:\s*\([^)⟨]{0,12}\))?(?:(?:\s*,\s*(?:(?:dan)\s+)?|\s+(?:dan|serta)\s+){PER}(?:\s*\([^)⟨]{0,12}\))?){0,4})"
    rf"|(?P<who2>{{PER}}){BESIDE}(?:\s*,\s+(?:seorang\s+|(?:{SEX})\s+)?|\s+(?:yang\s+)?(?:(?:merupakan|adalah|juga|seorang)\s+)+){_CITIZENS}(?P<country2>{{LOC}})"
    # "M yang merupakan warga negara Indonesia", "H yang juga WNI"
    rf"|(?P<who3>{{PER}}){BESIDE}\s+(?:yang\s+)?(?:(?:merupakan|adalah|juga|seorang)\s+)+(?i:warga\s+negara\s+indonesia|WNI)\b"
)
# "menuntut warga Sebatik itu", "mencari keberadaan pria itu": the one of whom the paragraph tells.
_THE_ONE = pattern(
    rf"\b(?P<all>(?:{SEX}|warga)(?:\s+(?:asal|kelahiran|warga|berusia))?(?:\s+(?:{{LOC}}|⟨DUR\d+⟩)(?:\s*,\s*{{LOC}})?){{0,2}}(?:\s*,)?\s+(?:itu|tersebut))\b(?!\s+(?:yang|bernama|berinisial))"
)


def find(context: Context) -> None:
    """Claim the traits that body sentences tell."""
    for view in context.views:
        if view.sentence.role is Role.BODY:
            _pointed(context, view)
            if view.names_people:
                _beside(context, view)
                _nationals(context, view)
                _rows(context, view)
                _degrees(context, view)


def _beside(context: Context, view: View) -> None:
    for person in view.items:
        if person.kind not in (Kind.INITIALS, Kind.PERSON):
            continue
        id_, at = context.registry.of(person), frames.masked_at(view, person)
        if not id_ or at < 0 or (person.kind is Kind.PERSON and id_ in context.registry.posts_of):
            continue
        before, after = view.masked[:at], view.masked.find("⟩", at) + 1
        sexes = _SEX_BEFORE.search(before), _SEX_BEHIND.match(view.masked, after)
        for sex in filter(None, sexes):
            start, end = view.span(sex)
            span = min(start, person.start), max(end, person.end)
            claim_sex(context, id_, next(filter(None, sex.groups())), span)
        home = _HOME.match(view.masked, after) or _FAR.match(view.masked, after)
        home = home or _HOME_BEFORE.search(before)
        if home and ("," in home[0] or not _OF_ANOTHER.search(before)):
            places = view.within(*home.span(), Kind.PLACE, Kind.POINT)
            claim_home(context, id_, places, (person.start, person.end))


def _nationals(context: Context, view: View) -> None:
    """Claim whose citizen somebody is: ``warga negara Malaysia berinisial LKM``."""
    for found in _NATIONAL.finditer(view.masked):
        order = "" if found["who"] else "2" if found["who2"] else "3"
        if order == "3":
            country = context.sink.entity("country:ID", "Country", "Indonesia", view.span(found))
        else:
            country = context.registry.of(view.item(found, f"country{order}"))
        people = view.within(*found.span(f"who{order}"), Kind.PERSON, Kind.INITIALS)
        for id_ in context.registry.many(people) if country.startswith("country:") else ():
            span = view.span(found)
            context.sink.claim(id_, "nationality", country, span, is_object=True, confidence=0.9)


# "tiga perempuan, yakni NU (28), EM (38), H (51)": the sex of each of as many as are counted.
_SEX_OF_ROW = pattern(
    rf"(?P<count>⟨CNT\d+⟩|\b(?:\d+|(?i:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|para))\b)(?:\s+(?:tersangka|pelaku|orang|di\s?antaranya|lainnya|adalah)\b)*(?:\s+(?P<word>{SEX}))?\s*,?\s+"
    rf"(?:(?:yakni|yaitu|masing[\s-]masing|seperti|dengan|adalah|(?:ber)?inisial|terdiri\s+(?:dari|atas)|bernama)\s+)+(?P<who>{NAMES})"
)


def _rows(context: Context, view: View) -> None:
    for found in _SEX_OF_ROW.finditer(view.masked):
        counted = view.item(found, "count") if found["count"].startswith("⟨") else None
        words = (counted.text if counted else found["count"]).split()
        told = found["word"] or words[-1]
        people = view.within(*found.span("who"), Kind.PERSON, Kind.INITIALS)
        is_all = words[0].casefold() == "para" or parse(words[0]) == len(people)
        if re.fullmatch(SEX, told) and is_all:
            for id_ in context.registry.many(people):
                claim_sex(context, id_, told, view.span(found))


def _degrees(context: Context, view: View) -> None:
    """Claim the degrees behind a name, in a row, as one title."""
    for person in (i for i in view.items if i.kind is Kind.PERSON):
        end, id_ = titles.degrees_after(context.text, person.end), context.registry.of(person)
        if id_ and end > person.end:
            title = context.text[person.end : end].lstrip(" ,")
            context.sink.claim(id_, "title", title, (end - len(title), end))


def _pointed(context: Context, view: View) -> None:
    """Claim what words say that mean the one person without an office of the paragraph so far."""
    for found in _THE_ONE.finditer(view.masked):
        span = view.span(found)
        block = [v for v in context.views if v.sentence.block == view.sentence.block]
        items = [i for v in block for i in v.items if i.start < span[0]]
        people = [i for i in items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        ids = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
        # Who speaks tells of others.
        speakers = {said.speaker for said in context.said}
        ids = [one for one in ids if one not in speakers and not is_official(context, one)]
        if len(ids) == 1:
            claim(context, view, ids[0], span)
