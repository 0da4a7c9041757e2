"""What is declared is documented: commands, settings, errors, classes, queries."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from loaders.tabular.limits import Limits
from loaders.tabular.opening import shipped_names

ROOT = Path(__file__).parents[2]


def _tool():
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "tools/write_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages():
    return _tool().pages()


def test_generated_pages_are_current(pages):
    stale = [p.name for p, text in pages.items() if not p.exists() or p.read_text() != text]
    assert not stale, f"run `make docs`: {stale}"


def test_every_error_says_in_indonesian_what_kind_of_thing_went_wrong(pages):
    # `pages` has imported every module, so that every error is known here.
    from ontology.errors import LacakError

    tree = [cls for _, cls in _tool()._tree(LacakError, 0)]
    assert len(tree) > 50
    assert [cls.__name__ for cls in tree if "indonesian" not in vars(cls)] == []
    said = [cls.indonesian for cls in tree]
    assert sorted(said) == sorted(set(said))
    assert [text for text in said if not text.endswith(".")] == []


def test_every_setting_names_its_variable(pages):
    from dataclasses import fields

    from graph.settings import Settings

    text = next(t for p, t in pages.items() if p.name == "settings.md")
    for field in fields(Settings):
        assert f"`LACAK_{field.name.upper()}`" in text


def test_every_command_has_a_section_with_an_example(pages):
    text = next(t for p, t in pages.items() if p.name == "commands.md")
    for section in text.split("\n## ")[1:]:
        assert "Example" in section, section.splitlines()[0]


def test_every_page_named_in_the_readme_exists():
    text = (ROOT / "README.md").read_text()
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / target).exists(), target


def test_every_command_in_the_readme_exists():
    from api.cli.look import views
    from api.cli.main import app

    known = {c.name or c.callback.__name__.replace("_", "-") for c in app.registered_commands}
    known |= {g.name for g in app.registered_groups}
    known |= {c.name or c.callback.__name__ for c in views.registered_commands}
    text = (ROOT / "README.md").read_text()
    used = set(re.findall(r"lacak (?:-l en )?([a-z]+)", text))
    assert used <= known, used - known


def test_contributing_is_short():
    assert len((ROOT / "CONTRIBUTING.md").read_text().splitlines()) <= 150


def test_no_machine_or_registry_is_named():
    """Nothing committed names a package registry or a path of somebody's machine."""
    import subprocess

    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    if not listed:
        pytest.skip("LOUD: not a git checkout; committed files were not searched")
    # Written in parts, so that this file does not name what it looks for.
    hosts = ["py" + "pi.org", "python" + "hosted.org", "registry." + "npmjs", "repo1." + "maven"]
    places = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"]
    found = []
    for name in listed.split("\0"):
        path = ROOT / name
        if not name or not path.is_file() or path.stat().st_size > 5_000_000:
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{name}: {host}" for host in hosts if host in text]
        # A path, not the tail of a web address.
        found += [f"{name}: {p}" for p in places if re.search(rf"(?<![\w.]){p}", text)]
    assert not found


def test_the_page_about_tables_names_every_shipped_mapping_and_every_limit():
    page = (ROOT / "docs/tables.md").read_text("utf-8")
    absent = [name for name in shipped_names() if f"`{name}`" not in page]
    absent += [name for name in Limits.__dataclass_fields__ if f"_{name.upper()}`" not in page]
    assert not absent
