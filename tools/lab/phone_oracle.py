#!/usr/bin/env python3
"""Writes crates/detect/tests/oracles/phone.tsv: what libphonenumber (by its Python port) says of telephone numbers.

    pip install phonenumbers && python3 tools/lab/phone_oracle.py

For each region: the example number of each kind of line in three spellings (E.164, international, national), and numbers made
from them that are mostly wrong: a digit more, a digit less, other digits. Columns: number, region it is dialled from (- for
none), verdict: `region line length-of-area-code E.164`, or `unassigned` (the length fits), or `no`.
"""

import random
from pathlib import Path

import phonenumbers as pn
from phonenumbers import PhoneNumberFormat as F

OUT = Path(__file__).resolve().parents[2] / "crates/detect/tests/oracles/phone.tsv"
KINDS = [v for k, v in vars(pn.PhoneNumberType).items() if k.isupper() and v not in (99, 2)] + [2]
NAMES = {v: k.lower() for k, v in vars(pn.PhoneNumberType).items() if k.isupper()}


def verdict(text, region):
    try:
        number = pn.parse(text, region)
    except pn.NumberParseException:
        return "no"
    if pn.is_valid_number(number):
        where = pn.region_code_for_number(number)
        line = NAMES[pn.number_type(number)]
        area = pn.length_of_national_destination_code(number)
        return f"{where} {line} {area} {pn.format_number(number, F.E164)}"
    return "unassigned" if pn.is_possible_number(number) else "no"


def wrong(digits, chance):
    yield digits + str(chance.randrange(10))
    yield digits[:-1]
    yield digits[:3] + "".join(str(chance.randrange(10)) for _ in digits[3:])
    yield str(chance.randrange(1, 10)) + digits[1:]


def rows():
    chance = random.Random(20261126)
    for region in sorted(pn.SUPPORTED_REGIONS):
        examples = {pn.format_number(n, F.E164): n for k in KINDS if (n := pn.example_number_for_type(region, k))}
        for place, number in enumerate(examples.values()):
            yield pn.format_number(number, F.E164), "-"
            yield pn.format_number(number, F.INTERNATIONAL), "-"
            yield pn.format_number(number, F.NATIONAL), region
            if place < 2:
                for digits in wrong(pn.national_significant_number(number), chance):
                    yield f"+{number.country_code}{digits}", "-"
    for country in sorted(pn.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        number = pn.example_number_for_non_geo_entity(country)
        yield pn.format_number(number, F.INTERNATIONAL), "-"


if __name__ == "__main__":
    lines = {f"{t}\t{r}\t{verdict(t, None if r == '-' else r)}" for t, r in rows()}
    head = f"# libphonenumber (phonenumbers {pn.__version__}); written by tools/lab/phone_oracle.py\n"
    OUT.write_text(head + "\n".join(sorted(lines)) + "\n")
