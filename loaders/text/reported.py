"""What an indirect statement says: the words of the text that report it, and how they are meant.

Owns where the reported words begin and end in their sentence. Refuses sentences that only tell
that somebody spoke (``Hal itu disampaikan Anwar di Kupang``).
"""

from __future__ import annotations

from loaders.text import speaking
from loaders.text.patterns import Pattern
from loaders.text.speech import ROOT, VERB
from loaders.text.view import View, pattern

_VERB = Pattern(rf"\b(?P<verb>{VERB}|mencatat)(?P<nya>nya)?$")
# Behind these verbs stands a clause of its own; behind others the verb is part of what is meant.
_PLAIN = Pattern(
    r"(?i)(?:mengatakan|menyatakan|menegaskan|menjelaskan|menyampaikan|mengungkapkan|mengungkap|menyebut(?:kan)?|menuturkan|memaparkan|menerangkan"
    r"|menambahkan|menekankan|membeberkan|mengemukakan|mengumumkan|menginformasikan|memberitahukan|mengabarkan|bertutur|berujar|berkata|bercerita"
    r"|menceritakan|mengisahkan|menandaskan|melaporkan|memastikan|mencatat|merinci|menguraikan|mengutarakan|menilai|menganggap|memandang|meyakini"
    r"|berpendapat|berpandangan|menyimpulkan|menjabarkan|bilang)$"
)
# How the verbs mean what they tell; what others tell is reported.
_MEANT = {
    "denied": Pattern(r"(?i)^(?:membantah|menampik|menepis|menyangkal|menyanggah|mengelak)"),
    "expectation": Pattern(
        r"(?i)^(?:berharap|mengharapkan|meminta|mendesak|menghimbau|mengimbau|mengajak|mendorong|menyerukan|memohon|mengusulkan|menyarankan|berpesan"
        r"|berjanji|menjanjikan|menyanggupi|menjamin|berkomitmen|mengultimatum|mewanti-wanti|menuntut|optimistis|memprediksi|memperkirakan"
        r"|(?:harap|pinta|imbau|himbau|ajak|desak|seru|saran|usul)(?:nya)?\b)"
    ),
    "evaluation": Pattern(
        r"(?i)^(?:menilai|menganggap|memandang|berpendapat|berpandangan|menyayangkan|menyesalkan|mengecam|mengkritik|memuji|menyindir|bagi\b)"
    ),
    "alleged": Pattern(r"(?i)^(?:menduga|menuding|mencurigai|mensinyalir)"),
}
_CIRCUMSTANCE = (
    r"(?:kepada|di|pada|dalam|saat|ketika|usai|seusai|setelah|melalui|lewat|sambil|seraya|sembari"
    r"|secara|selepas)"
)
# From the verb, or the name behind "menurut", to the first word of what is said.
_BAHWA = pattern(
    rf"(?:\s*,?\s+(?:{_CIRCUMSTANCE}\s[^.;\"“]{{1,120}}?|{{DAT}})\s*,?)?\s*,?(?:\s+(?:pula|juga|kembali|lagi))?\s+bahwa(?:sanya)?\s*,?\s+"
)
_SETTING = pattern(
    rf"\s*,\s*(?:pada\s+)?{{DAT}}\s*,\s+"
    rf"|\s+{_CIRCUMSTANCE}\s[^.;\"“⟨]{{0,60}}?(?:⟨(?:LOC|PNT|ORG)\d+⟩\s*,?\s*){{0,3}}(?:pada\s+)?{{DAT}}\s*,\s+"
)
_BLANK = Pattern(r"\s*[,:]?\s*")
_ASIDE = pattern(
    r"(?:\s+(?:dari|selaku|yang)\s[^,.;]{1,90}|\s*,\s+(?:[a-z]+\s+){0,3}{POS|ORG}(?:\s*,?\s*{ORG|LOC}){0,3})?\s*,\s+"
)
# "Menurut dia": of a pronoun alone the evidence holds but the word.
_ACCORDING = Pattern(rf"(?i)\b(?:menurut|bagi|{ROOT})\s+$")
_PASSIVE_LED = Pattern(r"[A-Z][a-z]+\b(?<!nya)[^⟨]*\bdi[a-z]+kan\b|Demikian|Begitu")
# "mengatakan hal itu usai rapat", "menyampaikan dalam rapat di Kupang": nothing is reported.
_CLAUSE = (
    r"(?!.*\b(?:(?:me(?!dia\b)|di|ber|ter)[a-z]{3,}|ada|akan|sudah|telah|masih|bisa|tidak|belum)\b)"
)
_ABOUT_SPEECH = Pattern(
    r"(?i)(?:\w+\s+){0,2}(?:itu|tersebut|ini|demikian|begitu|serupa|senada)"
    rf"(?:\s*[.,]?$|\s+{_CIRCUMSTANCE}\s{_CLAUSE})|{_CIRCUMSTANCE}\s{_CLAUSE}"
)
_TAIL = pattern(
    rf"(?:\s*\([^)]*\))?\s*(?:[.,]?\s*$|,?\s*(?:{_CIRCUMSTANCE}\s|yang\s|selaku\s|{{DAT}}|{{POS}}))"
)
# "membantah mengenal AB dan telah melapor ke polisi": where what is denied ends.
_UNDENIED = Pattern(
    r",\s+(?:tetapi|tapi|namun|melainkan|dan|serta)\s|\s(?:dan|serta)\s+(?:telah|sudah|akan|kini|langsung|justru|{VERB})\s"
)
# "menyatakan banding, sedangkan AB menerima": who else does what.
_CONTRAST = Pattern(r",\s+(?:sementara|sedangkan|adapun)\s")
_SHORT = pattern(r"(?:[^\s,.]+\s?){1,2}(?:[.,]?\s*$|,\s+(?:sementara|sedangkan|adapun)\s)")
# "tahun ini. (fas/hri)": who wrote the article.
_CREDIT = Pattern(r"\s*\([a-z0-9]{1,8}/[a-z0-9/]{1,12}\)\s*$")
# How far a sentence may have begun before the words that tell who spoke: "Namun, menurut".
_OPENING = 12
# "menyatakan menerima vonis itu": longer clauses are the words of one report.
_BRIEF = 32
_ENDS = ' \n\t.,;:"“”'
Words = tuple[tuple[tuple[int, int], ...], str]


def words(view: View, evidence: tuple[int, int]) -> Words:
    """Return the offsets of what a sentence reports, if it does, and how it is meant.

    Args:
        view: The sentence.
        evidence: Offsets of the words that tell who spoke.
    """
    masked = view.masked
    begin, end = view.place(evidence[0]), view.place(evidence[1])
    if lead := _ACCORDING.search(masked[:begin]):
        begin = lead.start()
    told = masked[begin:end]
    if verb := _VERB.search(told):
        start = _behind(masked, end)
        is_plain = _PLAIN.match(verb["verb"]) is not None
        if is_plain and _ABOUT_SPEECH.match(masked, start):
            return (), "reported"
        is_own = is_plain and not _SHORT.match(masked, start)
        return _made(view, start if is_own else begin + verb.start(), len(masked), verb["verb"])
    if _PASSIVE_LED.match(told):
        return (), "reported"
    if begin <= _OPENING and "," not in masked[:begin]:
        aside = _ASIDE.match(masked, end)
        return _made(view, aside.end() if aside else _behind(masked, end), len(masked), told)
    return _made(view, 0, begin if _TAIL.match(masked, end) else len(masked), told)


def _behind(masked: str, at: int) -> int:
    """Return where the clause begins that stands behind a verb or a name."""
    for rule in (_BAHWA, _SETTING, _BLANK):
        if found := rule.match(masked, at):
            return found.end()
    return at


def _made(view: View, start: int, end: int, verb: str) -> Words:
    """Return the stretch without what is another's, and without marks around it."""
    modality = next((name for name, rule in _MEANT.items() if rule.match(verb)), "reported")
    cuts = [
        _CREDIT.search(view.masked, start, end),
        speaking.SECOND.search(view.masked, start, end),
    ]
    if modality == "denied":
        cuts.append(_UNDENIED.search(view.masked, start, end))
    end = min([end, *(cut.start() for cut in cuts if cut)])
    if (cut := _CONTRAST.search(view.masked, start, end)) and cut.start() - start <= _BRIEF:
        end = cut.start()
    first, last, text = view.offset(start), view.offset(end), view.text
    while first < last and text[first] in _ENDS:
        first += 1
    while first < last and text[last - 1] in _ENDS:
        last -= 1
    is_told = len(text[first:last].split()) > 1
    return ((first, last),) if is_told else (), modality
