"""Word times for the calls of the corpus: python align.py CALLS > times.json

Pocketsphinx hears each recording; what it hears is laid beside the transcript, and words that agree have the times at which they
were heard. Others have none. Written are times in milliseconds for each word of the transcript (what stands between blanks, without
the speaker), turn by turn: no word of it.
"""

import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import wave

from pocketsphinx import Decoder

RATE = 16_000


def sound(path):
    """The samples of a recording, 16 000 a second (lame decodes, the step between rates is linear)."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        subprocess.run(["lame", "--quiet", "--resample", "16", "--decode", path, file.name], check=True)
        with wave.open(file.name) as wav:
            rate, data = wav.getframerate(), memoryview(wav.readframes(wav.getnframes())).cast("h")
    ratio = rate / RATE
    at = [min(int(i * ratio), len(data) - 2) for i in range(int(len(data) / ratio))]
    line = [int(data[j] + (data[j + 1] - data[j]) * (i * ratio - j)) for i, j in enumerate(at)]
    return b"".join(s.to_bytes(2, "little", signed=True) for s in line)


def heard(samples):
    decoder = Decoder(samprate=RATE, loglevel="FATAL")
    decoder.start_utt()
    decoder.process_raw(samples, full_utt=True)
    decoder.end_utt()
    words = [(re.sub(r"\(.*", "", s.word), s.start_frame * 10, s.end_frame * 10 + 10) for s in decoder.seg()]
    return [word for word in words if not word[0].startswith("<") and not word[0].startswith("[")]


def letters(word):
    return re.sub(r"\W", "", word).lower()


def times(text, words):
    turns = [line.split(": ", 1)[-1].split() for line in text.split("\n")]
    said = [letters(word) for turn in turns for word in turn]
    flat = [None] * len(said)
    for block in difflib.SequenceMatcher(None, said, [letters(w[0]) for w in words], autojunk=False).get_matching_blocks():
        for k in range(block.size):
            flat[block.a + k] = list(words[block.b + k][1:])
    out = iter(flat)
    return [[next(out) for _ in turn] for turn in turns]


def main():
    result = {}
    for gold in sorted(pathlib.Path(sys.argv[1]).glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        text = json.loads(gold.read_text())["text"]
        result[name] = times(text, heard(sound(gold.with_name(name + ".mp3"))))
    print("{" + ",\n".join(f'"{name}": {json.dumps(t, separators=(",", ":"))}' for name, t in result.items()) + "}")


main()
