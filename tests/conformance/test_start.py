"""Commands start without what only some of them need."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["loaders.text.extract", "networkx", "rdflib", "splink"])
def test_the_command_line_starts_without(module):
    code = f"import sys, api.cli.main; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
