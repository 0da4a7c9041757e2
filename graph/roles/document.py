"""``docs/access.md``: who sees what, generated from the ontology's rules."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.access import access
from ontology.model import load

_HEAD = """# Who sees what

Generated from `ontology/access.ttl`; change it there. What is not allowed is withheld.

Each role reads a **snapshot of its own**, projected from the claims that it may know and
published together with all others. Policy and analysts never reach the ledger or the engine
that holds everything; their queries run on a locked engine that holds their snapshot.

`lacak --role policy …`, `lacak --role analyst@53 …` (one province), `LACAK_ROLE`, and
`lacak --role policy serve` choose a role. On one's own machine the default is **investigator**:
whoever works there holds the ledger file and could read it anyway. `LACAK_AUDIENCES` names who
gets a snapshot: roles, or roles narrowed to provinces and markings such as `analyst@53+green`.
"""

_WHY = """## Decisions, and why

- **Convicted persons** are named in public verdicts. Policy sees no person but office-holders,
  so none of them; analysts see them under pseudonyms, like everyone an allegation touched;
  investigators see the name with the verdict.
- **Companies**: licensed placement companies stand in a public register and are shown by name
  with their licences. Other organisations that an allegation touches are withheld from policy.
- **Pseudonyms** are HMAC-SHA-256 under a key of this installation (`snapshots/pseudonyms.key`,
  mode 0600), derived anew for each role. They are stable, so that snapshots compare and notes
  stay true; delete the key for new ones. A plain hash of a name or NIK could be guessed.
- **Victims, witnesses and reporters** are nodes for nobody, nor are telephones and accounts that
  only they are said to use; a telephone, a debt or kin accuses no victim.
- **Titles and addresses** of documents are shown only where the class of the document allows it
  and nothing that it says is hidden; otherwise publisher and day. Sentences never are. Whether a
  document tells of victims makes no difference, or the first one would show: what closes it is
  a hidden person who is no victim, an allegation, or an event of a kind that has victims. A
  title that holds a hidden name is never shown.
- **Legal stages** that no document of an authority states (news alone, a post, a table) are
  *reported as* such, for everyone, and are stale a year after the last source that states them
  (`ontology/relations.ttl`).
- **Public facts of hidden people** (a post, a signature, a directorship) are withheld, since
  they name who stands behind a pseudonym.
- **The last gate** searches every byte of a snapshot for names and identifiers of what it hides,
  and refuses to publish; only bytes that a snapshot searched for the same names has at the same
  place are not searched again. It cannot know names that are written in no claim.
"""


def page() -> str:
    """Return the page."""
    return "\n".join((_HEAD, *_roles(), *_standings(), *_classes(), *_properties(), _WHY))


def _roles() -> Iterator[str]:
    rules = access()
    yield "## Roles\n\n| role | peran | sees | markings up to |\n|---|---|---|---|"
    for role in rules.roles.values():
        yield f"| {role.name} | {role.label.id} | {role.definition.en} | {role.marking} |"
    yield f"\n**Floor / pembulatan.** {rules.floor.definition.en}\n\n{rules.floor.definition.id}\n"
    yield "## Treatments\n\n| treatment | perlakuan | means |\n|---|---|---|"
    for found in rules.treatments.values():
        yield f"| {found.name} | {found.label.id} | {found.definition.en} |"


def _standings() -> Iterator[str]:
    yield "\n## Standings\n\n| standing | kedudukan | who |\n|---|---|---|"
    for found in access().standings.values():
        yield f"| {found.name} | {found.label.id} | {found.definition.en} |"


def _classes() -> Iterator[str]:
    rules, readers = access(), _readers()
    yield (
        f"\n## Classes\n\n| class | kelas | {' | '.join(readers)} |\n"
        f"|---|---|{'---|' * len(readers)}"
    )
    for cls in load().classes.values():
        if not cls.is_abstract:
            told = (rules.of_class(role, cls.name) for role in readers)
            yield f"| {cls.name} | {cls.label.id} | {' | '.join(told)} |"
    yield "\nPersons who hold public office, and whom no allegation touches, are shown to all."


def _properties() -> Iterator[str]:
    rules, readers = access(), _readers()
    yield (
        "\n## Properties that are not shown to all\n\n"
        f"| property | sifat | {' | '.join(readers)} |\n|---|---|{'---|' * len(readers)}"
    )
    for prop in load().properties.values():
        told = [rules.of_property(role, prop.name) for role in readers]
        if set(told) != {"shown"}:
            yield f"| {prop.name} | {prop.label.id} | {' | '.join(told)} |"
    yield ""


def _readers() -> list[str]:
    return [role.name for role in access().roles.values() if role.reads_data]
