"""Who is who: pairs side by side, decisions and their undoing, names and lists compared."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Body, Depends, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from api.deciding import SEE, Follower
from api.deps import (
    AuditDep,
    FollowerDep,
    Json,
    LanguageParam,
    LimitParam,
    PrincipalDep,
    SnapshotDep,
    WholeDep,
    WorkspaceDep,
    answer,
    require,
)
from graph.ledger.rows import Decision
from graph.projection.identity import Contradiction
from graph.resolution.candidates import candidates as find_candidates
from graph.resolution.compare import compare
from graph.resolution.screening import Hit, Screen
from graph.services import identity as service
from graph.services.identity import Pair, Proposed
from ontology.claim import ID_PATTERN
from ontology.model import Language

router = APIRouter(prefix="/identity", tags=["identity"])

_REVIEW: Final = [Depends(require("review"))]
_READ: Final = [Depends(require("read"))]
_MOST_ROWS: Final = 1_000

LeftParam = Annotated[
    str,
    Query(
        pattern=f"^{ID_PATTERN.pattern}$", max_length=300, examples=["org:pt-alwihda-jaya-sentosa"]
    ),
]
RightParam = Annotated[
    str,
    Query(
        pattern=f"^{ID_PATTERN.pattern}$", max_length=300, examples=["org:pt-alwihdah-jaya-sentosa"]
    ),
]
EntityText = Annotated[str, Field(pattern=f"^{ID_PATTERN.pattern}$", max_length=300)]
Why = Annotated[str, Field(min_length=3, max_length=500)]
Name = Annotated[str, Field(min_length=1, max_length=500)]


class Judgement(BaseModel):
    """What somebody decides about two records, and why."""

    model_config = ConfigDict(extra="forbid")

    left: EntityText
    right: EntityText
    verdict: Literal["same", "different", "unsure"]
    why: Why


class Withdrawal(BaseModel):
    """Why a decision is taken back."""

    model_config = ConfigDict(extra="forbid")

    why: Why


class NamePair(BaseModel):
    """Two names of one class."""

    model_config = ConfigDict(extra="forbid")

    cls: Annotated[str, Field(alias="class", max_length=100)]
    left: Name
    right: Name


class ListedName(BaseModel):
    """A name of a list, with whatever is known beside it."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    cls: Annotated[str, Field(alias="class", max_length=100)] = ""
    birth_date: str = ""
    father: str = ""
    region: str = ""
    nik: str = ""
    passport: str = ""
    phone: str = ""
    account: str = ""
    plate: str = ""
    handle: str = ""
    email: str = ""
    reason: Annotated[str, Field(max_length=500)] = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision as it was taken.

    Attributes:
        id: Of the decision; `POST /identity/decisions/{id}/undo` takes it back.
        kind: same, different, unsure, or undo (then ``left`` is the decision undone).
        in_graph: Snapshots and engine show it.
    """

    id: str
    kind: str
    left: str
    right: str
    who: str
    why: str
    recorded: str
    in_graph: bool


@dataclass(frozen=True, slots=True)
class Answered(Taken):
    """A decision that was just taken, with the joins that decisions now forbid.

    Attributes:
        contradictions: Joins left out because another decision forbids them.
        graph: The same as ``in_graph``, in words.
        see: Where to ask whether the graph shows it.
    """

    contradictions: tuple[Contradiction, ...]
    graph: str
    see: str


@dataclass(frozen=True, slots=True)
class GraphState:
    """Whether the graph shows what was decided.

    Attributes:
        state: current, following (it is being brought up) or behind (nobody does so).
        decisions: How many were taken, undoings included.
        shown: How many of them, the oldest first, snapshots and engine show.
        told: The same in words, with what to do.
        problem: Why bringing it up failed the last time, if it did.
    """

    state: Literal["current", "following", "behind"]
    decisions: int
    shown: int
    told: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class Matched:
    """How two names compare, on names alone."""

    cls: str
    left: str
    right: str
    score: float
    decision: str
    explanation: str


def _examples(**examples: object) -> dict[str, Any]:
    return {name.replace("_", " "): {"value": value} for name, value in examples.items()}


@router.get(
    "/candidates",
    summary="Pairs that may be one",
    response_model=list[Proposed],
    dependencies=_REVIEW,
)
def candidates(
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    cls: Annotated[str, Query(alias="class", examples=["PlacementCompany"])] = "Agent",
    limit: LimitParam = 50,
    lang: LanguageParam = "id",
) -> Json:
    """Return undecided pairs whose names may be one name, most alike first, with reasons."""
    with audit.noting("identity", "candidates", {"class": cls}):
        found = find_candidates(
            snapshot,
            workspace.ontology,
            workspace.ledger.decisions(),
            class_name=cls,
            language=lang,
        )
    return answer([service.proposed(c) for c in found[:limit]])


@router.get("/pair", summary="Two records side by side", response_model=Pair, dependencies=_REVIEW)
def pair(
    left: LeftParam,
    right: RightParam,
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    lang: LanguageParam = "id",
) -> Json:
    """Return every fact of both with its source, and what agrees, contradicts, is missing."""
    decisions = workspace.ledger.decisions()
    with audit.noting("identity", left, {"beside": right}):
        found = service.pair(snapshot, workspace.ontology, decisions, left, right, lang)
    return answer(found)


@router.get(
    "/decisions",
    summary="Decisions, newest first",
    response_model=list[Taken],
    dependencies=_REVIEW,
)
def decisions(workspace: WorkspaceDep, follower: FollowerDep, limit: LimitParam = 100) -> Json:
    """Return what was decided about pairs of records, undone decisions too."""
    kinds = ("same", "different", "unsure", "undo")
    shown = follower.state().shown
    taken = [
        Taken(**asdict(decision), in_graph=place < shown)
        for place, decision in enumerate(workspace.ledger.decisions())
        if decision.kind in kinds
    ]
    return answer(taken[: -limit - 1 : -1])


@router.get(
    "/graph",
    summary="Whether the graph shows every decision",
    response_model=GraphState,
    dependencies=_REVIEW,
)
def graph_state(_reader: WorkspaceDep, follower: FollowerDep, lang: LanguageParam = "id") -> Json:
    """Return whether snapshots and engine show what was decided, or are still to follow."""
    found = follower.state()
    told = found.told.in_(lang)
    return answer(GraphState(found.state, found.decisions, found.shown, told, found.problem))


@router.get(
    "/contradictions",
    summary="Joins that another decision forbids",
    response_model=list[Contradiction],
    dependencies=_REVIEW,
)
def contradictions(workspace: WorkspaceDep) -> Json:
    """Return them; nothing is resolved silently: A = B and B = C stand beside A ≠ C."""
    return answer(list(service.contradictions(workspace.ledger)))


@router.post(
    "/decisions", summary="Decide on two records", response_model=Answered, dependencies=_REVIEW
)
def decide(
    judgement: Annotated[
        Judgement,
        Body(
            openapi_examples=_examples(
                one_letter_apart={
                    "left": "org:pt-alwihda-jaya-sentosa",
                    "right": "org:pt-alwihdah-jaya-sentosa",
                    "verdict": "same",
                    "why": "one decree number, one letter apart",
                }
            )
        ),
    ],
    whole: WholeDep,
    _reader: WorkspaceDep,
    principal: PrincipalDep,
    audit: AuditDep,
    follower: FollowerDep,
    lang: LanguageParam = "id",
) -> Json:
    """Record a decision with who and why; the graph follows, and `in_graph` says if it has.

    `GET /v1/identity/graph` tells when it has.
    """
    detail = {"beside": judgement.right, "verdict": judgement.verdict, "why": judgement.why}
    with audit.noting("decide", judgement.left, detail):
        made = service.decide(
            whole.ledger,
            judgement.left,
            judgement.right,
            judgement.verdict,
            principal.name,
            judgement.why,
        )
    return _answered(made, service.contradictions(whole.ledger), follower, lang)


@router.post(
    "/decisions/{decision}/undo",
    summary="Take a decision back",
    response_model=Answered,
    dependencies=_REVIEW,
)
def undo(
    decision: Annotated[str, Path(pattern="^[0-9a-f]{16}$")],
    withdrawal: Annotated[
        Withdrawal, Body(openapi_examples=_examples(two_people={"why": "two different people"}))
    ],
    whole: WholeDep,
    _reader: WorkspaceDep,
    principal: PrincipalDep,
    audit: AuditDep,
    follower: FollowerDep,
    lang: LanguageParam = "id",
) -> Json:
    """Undo: the graph becomes exactly what it was without the decision, once it has followed."""
    with audit.noting("decide", decision, {"verdict": "undo", "why": withdrawal.why}):
        made = service.undo(whole.ledger, decision, principal.name, withdrawal.why)
    return _answered(made, service.contradictions(whole.ledger), follower, lang)


def _answered(
    made: Decision, against: tuple[Contradiction, ...], follower: Follower, lang: Language
) -> Json:
    follower.ask()
    state = follower.state()
    is_shown = state.state == "current"
    return answer(
        Answered(
            **asdict(made),
            in_graph=is_shown,
            contradictions=against,
            graph=state.told.in_(lang),
            see=SEE,
        )
    )


@router.post(
    "/match", summary="Compare pairs of names", response_model=list[Matched], dependencies=_READ
)
def match(
    pairs: Annotated[
        list[NamePair],
        Body(
            min_length=1,
            max_length=_MOST_ROWS,
            openapi_examples=_examples(
                three=[
                    {"class": "Person", "left": "Moch. Arifin", "right": "Mochammad Arifin"},
                    {"class": "Agency", "left": "Polda Riau", "right": "Polda Kepri"},
                    {"class": "Company", "left": "PT Maju Jaya", "right": "CV Maju Jaya"},
                ]
            ),
        ),
    ],
    lang: LanguageParam = "id",
) -> Json:
    """Return for each pair, in order, how compatible the names are as spellings of one name.

    Names alone never prove that two records are one person.
    """
    found = []
    for given in pairs:
        made = compare(given.cls, given.left, given.right, language=lang)
        explanation = made.explanation
        found.append(
            Matched(given.cls, given.left, given.right, made.score, made.decision, explanation)
        )
    return answer(found)


@router.post(
    "/screen",
    summary="Check a list of names against the graph",
    response_model=list[Hit],
    dependencies=_REVIEW,
)
def screen(
    rows: Annotated[
        list[ListedName],
        Body(
            min_length=1,
            max_length=_MOST_ROWS,
            openapi_examples=_examples(
                a_revoked_company=[
                    {"name": "PT Alwihda Jaya Sentosa", "reason": "list of revoked P3MI"}
                ]
            ),
        ),
    ],
    workspace: WorkspaceDep,
    snapshot: SnapshotDep,
    audit: AuditDep,
    cls: Annotated[str, Query(alias="class", examples=["PlacementCompany"])] = "Agent",
    lang: LanguageParam = "id",
) -> Json:
    """Return the hits of every row: score, reasons, why the graph flags it, and sources.

    A hit is a reason to look, never a finding.
    """
    with audit.noting("identity", "screen", {"rows": len(rows), "class": cls}):
        made = Screen(snapshot, workspace.ontology, class_name=cls, language=lang)
        found = list(made.check(row.model_dump(by_alias=True) for row in rows))
    return answer(found)
