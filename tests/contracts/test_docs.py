"""What the docs say is what the program does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from models.notices import Kind
from service.errors import TITLES, title
from service.settings import Settings

ROOT = Path(__file__).parents[2]
HEARD = Path(sys.executable).with_name("heard")
SERVING = ("make run", "make test", "make setup")


def commands(document: str) -> list[str]:
    """Every command in a document's shell blocks, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / document).read_text(), re.DOTALL)
    return [c for block in blocks for c in block.replace("\\\n", " ").splitlines() if c and c not in SERVING]


def run(command: str, server: str) -> str:
    here = command.replace(".venv/bin/", f"{HEARD.parent}/").replace("http://127.0.0.1:8000", server)
    done = subprocess.run(["bash", "-c", here], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize(
    "command", [*commands("README.md"), *commands("docs/api.md"), *commands("docs/score-document.md")]
)
def test_documented_commands_run_as_they_stand(command: str, server: str) -> None:
    """Whoever copies a command from the docs gets an answer."""
    out = run(command, server)
    if "curl" in command or "json" in command.partition("--format")[2]:
        document = json.loads(out)
        assert document["utterances"], command
        assert document["contract"] == "1.0"
    else:
        assert out.strip()


def test_readme_names_the_gates_of_the_makefile() -> None:
    """`make run` and `make test` are what the README promises, and they exist."""
    readme, makefile = (ROOT / "README.md").read_text(), (ROOT / "Makefile").read_text()
    for target in ("run", "test", "setup"):
        assert f"make {target}" in readme
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert "make test" in (ROOT / ".ci/run").read_text()


def test_every_setting_is_documented() -> None:
    """docs/settings.md has exactly the settings there are, with their own descriptions."""
    rows = dict(
        re.findall(r"^\| `(HEARD_\w+)` \| .*? \| (.*?) \|$", (ROOT / "docs/settings.md").read_text(), re.MULTILINE)
    )
    expected = {f"HEARD_{name.upper()}": field.description for name, field in Settings.model_fields.items()}
    assert rows == expected


def test_every_problem_is_documented() -> None:
    """docs/api.md lists each status with the type it has."""
    rows = dict(re.findall(r"^\| (\d{3}) \| (.*?) \|", (ROOT / "docs/api.md").read_text(), re.MULTILINE))
    assert set(map(int, rows)) == set(TITLES)
    for status in (404, 405, 413):
        assert rows[str(status)] == f"`urn:heard:problem:{title(status).lower().replace(' ', '-')}`"


def test_every_notice_is_documented() -> None:
    """docs/score-document.md names each kind of notice."""
    text = (ROOT / "docs/score-document.md").read_text()
    for kind in Kind.__args__:  # type: ignore[attr-defined]
        assert f"`{kind}`" in text


def test_links_in_the_docs_lead_somewhere() -> None:
    """No document points at a file that is not there."""
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("corpora/*.md")]:
        for target in re.findall(r"\]\((?!http)([^)#]+)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
