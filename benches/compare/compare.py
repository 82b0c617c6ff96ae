#!/usr/bin/env python3
"""Abide beside what one would use instead to find personal data, in one run: speed, memory, and how well.

    benches/compare/compare.py --install          installs the tools below the target folder first
    benches/compare/compare.py --tools presidio   Abide and these only
    benches/compare/compare.py --parts quality --sets FILE …

Every tool is a process of its own, on one core, that reads lines `{"text"}` and writes a line for each (`tools.py`, `find.py`,
`find.cjs`). Speed is measured on the mix of `crates/detect/benches/mix`, in texts of up to 2,000 characters, of a size that takes about
`--seconds`; it is processor time, which others on the machine disturb little, in the best of three runs, and without that of a start
(one short text). Quality is judged by the laboratory's `score`, on the labels that a
tool claims (`kinds.py`), and Abide is judged on the same labels beside it. What is missing is said and left out.
Wants taskset and GNU time (Debian: util-linux, time), and npm for the tools that run on Node.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

# The repository stays as it is.
sys.dont_write_bytecode = True

import kinds
import tools

CORPUS = Path(os.environ.get("ABIDE_CORPUS", tools.ROOT.parent / "shared/corpus")) / "pii/dev"
SETS = [CORPUS / f"{name}.jsonl" for name in ("letters_en", "letters_de", "synthetic_en")]
RUNS = 3
# Megabytes of the mix at most, and those of the run that estimates a tool's speed.
MOST, FIRST = 50, 0.05
LONGEST = 2000
# One thread each; and numpy's own choice of how to compute, which a test machine may have overruled.
SETTINGS = {**{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS")}, "TOKENIZERS_PARALLELISM": "false"}
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")} | SETTINGS


def main():
    arguments = read_arguments()
    if arguments.install:
        tools.install()
    bins = arguments.bins or built()
    chosen = present(arguments.tools)
    tools.INSTALLED.mkdir(parents=True, exist_ok=True)
    if "speed" in arguments.parts:
        speed(chosen, bins, arguments.seconds)
    if "quality" in arguments.parts:
        for labelled in arguments.sets:
            if labelled.is_file():
                quality(chosen, bins, labelled)
            else:
                say(f"SKIPPED: no labelled text at {labelled} (ABIDE_CORPUS says where the corpus is)")


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    listed = lambda text: text.split(",")
    parser.add_argument("--install", action="store_true", help="installs the tools below the target folder first")
    parser.add_argument("--tools", type=listed, default=[t.name for t in tools.TOOLS], help="these beside Abide, with commas")
    parser.add_argument("--parts", type=listed, default=["speed", "quality"], help="speed, quality or both")
    parser.add_argument("--sets", type=Path, nargs="+", default=SETS, help="labelled texts; the name ends in their language")
    parser.add_argument("--seconds", type=float, default=10, help="about how long a run for speed takes")
    parser.add_argument("--bins", type=Path, help="where abide, score and fill are; built for speed if it is not said")
    return parser.parse_args()


def built():
    tools.run("cargo", "build", "--release", "--quiet", "-p", "abide", "-p", "abide-lab", "--manifest-path", tools.ROOT / "Cargo.toml")
    return tools.TARGET / "release"


def present(names):
    chosen = [tool for tool in tools.TOOLS if tool.name == "abide" or tool.name in names]
    for tool in chosen:
        if not tool.is_there():
            say(f"SKIPPED: {tool.name}, which is not installed (--install does it)")
    return [tool for tool in chosen if tool.is_there()]


# Speed.


def speed(chosen, bins, seconds):
    table("tool", "text", "MB/s", "start-up", "peak memory")
    for tool in chosen:
        command = tool.command(tool.speed, bins / "abide", speed=True)
        start = best(command, written("one", lambda: ["Dear Mr Hall,"]))
        first = measured(command, written(FIRST, lambda: mix(bins, FIRST)))
        size = rounded(FIRST / max(first["seconds"] - start["seconds"], 1e-3) * seconds)
        path = written(size, lambda: mix(bins, size))
        run = best(command, path)
        rate = text_size(path) / 1e6 / (run["seconds"] - start["seconds"])
        row(tool.title, f"{size:g} MB", figures(rate), f"{start['seconds']:.2f} s", f"{run['memory'] / 1e3:.0f} MB")


def written(name, texts):
    """A file of texts, made once."""
    path = tools.INSTALLED / f"mix-{name}.jsonl"
    if not path.is_file():
        path.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts()))
    return path


def text_size(path):
    with path.open() as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def best(command, path):
    return min((measured(command, path) for _ in range(RUNS)), key=lambda run: run["seconds"])


def measured(command, path):
    """Seconds of processor time and kilobytes at the peak. GNU time starts the process, as memory would else be that of this one."""
    report = tools.INSTALLED / "time.txt"
    command = ["taskset", "-c", "0", "/usr/bin/time", "-f", "%M", "-o", str(report), *command]
    before = processor_time()
    filtered(command, path, subprocess.DEVNULL)
    return {"seconds": processor_time() - before, "memory": int(report.read_text().split()[-1])}


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def mix(bins, megabytes):
    """The mix, in texts of whole lines."""
    whole = subprocess.run([bins / "fill", "text", str(max(1, int(megabytes)))], capture_output=True, check=True).stdout
    text = whole[: int(megabytes * 1e6)].decode(errors="ignore")
    part = ""
    for line in text.splitlines(keepends=True):
        if part and len(part) + len(line) > LONGEST:
            yield part
            part = ""
        part += line
    yield part


def rounded(megabytes):
    """Down to 1, 2 or 5 times a power of ten, and no more than is wanted at most."""
    steps = [digit * 10**power for power in range(-2, 3) for digit in (1, 2, 5)]
    return max([step for step in steps if step <= min(megabytes, MOST)], default=steps[0])


# Quality.


def quality(chosen, bins, labelled):
    language = labelled.stem.rsplit("_", 1)[-1]
    samples = [json.loads(line) for line in labelled.open()]
    in_set = {span["label"] for sample in samples for span in sample["spans"]}
    chosen = [tool for tool in chosen if language in tool.languages]
    files = {tool.name: predictions(tool, language, bins, labelled, samples) for tool in chosen}
    print(f"\n{labelled.stem}: {len(samples)} texts, {sum(len(s['spans']) for s in samples)} labels of {len(in_set)} kinds\n")
    table("tool", "kinds", "precision", "recall", "F1", "Abide on the same: precision", "recall", "F1", "seen at all")
    by_kind = {}
    for tool in chosen:
        only = sorted(kinds.claimed(tool.name, language) & in_set)
        own, ours = (score(bins, labelled, files[name], only) for name in (tool.name, "abide"))
        seen = score(bins, labelled, files[tool.name], [])["ALL"]["seen"]
        row(tool.title, len(only), *own["ALL"]["lenient"], *ours["ALL"]["lenient"], seen)
        by_kind[tool.name] = {label: own[label]["lenient"][2] for label in only if label in own}
    print()
    table("kind: F1", *by_kind)
    for label in sorted(in_set):
        row(label, *(found.get(label, "–") for found in by_kind.values()))


def predictions(tool, language, bins, labelled, samples):
    """A file of what a tool finds, in the words of the set."""
    raw = tools.INSTALLED / f"{labelled.stem}.{tool.name}.raw.jsonl"
    with raw.open("w") as out:
        filtered(tool.command(language, bins / "abide"), labelled, out)
    answers = [json.loads(line)["findings"] for line in raw.open()]
    if len(answers) != len(samples):
        sys.exit(f"{tool.name} answered {len(answers)} of {len(samples)} texts: see its messages above")
    judged = tools.INSTALLED / f"{labelled.stem}.{tool.name}.jsonl"
    with judged.open("w") as out:
        for sample, found in zip(samples, answers):
            findings = kinds.judged(tool.name, language, sample["spans"], found)
            out.write(json.dumps({"findings": findings}) + "\n")
    return judged


def score(bins, labelled, found, only):
    """Precision, recall and F1 (same label, shared text) by label, and the share of places that any finding shares text with."""
    restricted = ["--only", ",".join(only)] if only else []
    command = [bins / "score", labelled, "--predictions", found, *restricted]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    fields = [line.split() for line in lines]
    return {f[0]: {"lenient": f[6:9], "seen": f[10]} for f in fields}


def filtered(command, path, out):
    """Runs a filter over a file. Exit code 1 of Abide says that something was found."""
    with path.open() as lines:
        done = subprocess.run(command, stdin=lines, stdout=out, env=ENVIRONMENT)
    if done.returncode not in ((0, 1) if "--text-jsonl" in command else (0,)):
        sys.exit(f"{' '.join(command)} failed with exit code {done.returncode}")


# What is printed.


def table(*heads):
    row(*heads)
    row(*("---" for _ in heads))


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def figures(value):
    """With two figures that say something."""
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def say(text):
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
