#!/usr/bin/env python3
"""Writes the numbering plans that crates/detect/src/phone reads: plan.rs (regions) and plan.bin (an automaton).

    pip install phonenumbers && python3 tools/lab/phone_plan.py

The package `phonenumbers` carries the metadata of libphonenumber (Apache-2.0): for each region and kind of line a regular
expression over the digits of the national number. All expressions of one country calling code are read at once into one
automaton over digits, whose accepting states say region, kind of line and length of the area code; equal states of all
countries are shared. Nothing is approximated: the automaton decides as the expressions do.

Layout of plan.bin, all little-endian: three u16 (numbers of labels, states, edges), then
  labels  3 bytes each: region (place in plan.rs), line (place in LINES), length of the area code; label 0 is "none"
  states  u16 first edge, u16 label; a last one ends the edges of the one before
  edges   u16 set of digits (bit 0 for the digit 0), u16 state
"""

import re
import re._parser as parser
import struct
from pathlib import Path

import phonenumbers
from phonenumbers import PhoneMetadata

OUT = Path(__file__).resolve().parents[2] / "crates/detect/src/phone"
# In the order in which libphonenumber decides.
KINDS = ["premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail",
         "fixed_line", "mobile"]
LINES = KINDS + ["fixed_or_mobile"]
WORLD = "001"
LONGEST = 17


class Automaton:
    """A nondeterministic automaton over digits; accepting states carry tags."""

    def __init__(self):
        self.empty, self.on, self.tags = [], [], {}

    def state(self):
        self.empty.append([])
        self.on.append([])
        return len(self.on) - 1

    def add(self, expression, tag, prefix=False):
        """Reads an expression; as a prefix it accepts whatever follows."""
        start = self.state()
        end = self.read(parser.parse(expression), start)
        if prefix:
            self.on[end].append((frozenset(range(10)), end))
        self.tags.setdefault(end, []).append(tag)
        return start

    def read(self, parsed, at):
        for operation, value in parsed:
            at = getattr(self, str(operation).lower())(value, at)
        return at

    def literal(self, value, at):
        return self.step(at, {value - 48})

    def step(self, at, digits):
        after = self.state()
        self.on[at].append((frozenset(digits), after))
        return after

    def in_(self, value, at):
        digits = set()
        for operation, v in value:
            match str(operation):
                case "LITERAL": digits.add(v - 48)
                case "RANGE": digits.update(range(v[0] - 48, v[1] - 47))
                case "CATEGORY": digits.update(range(10))
        return self.step(at, digits)

    def branch(self, value, at):
        end = self.state()
        for way in value[1]:
            start = self.state()
            self.empty[at].append(start)
            self.empty[self.read(way, start)].append(end)
        return end

    def subpattern(self, value, at):
        return self.read(value[3], at)

    def max_repeat(self, value, at):
        least, most, what = value
        most = min(most, LONGEST)
        for _ in range(least):
            at = self.read(what, at)
        end = self.state()
        self.empty[at].append(end)
        for _ in range(most - least):
            at = self.read(what, at)
            self.empty[at].append(end)
        return end

    def closure(self, states):
        rest, seen = list(states), set(states)
        while rest:
            for after in self.empty[rest.pop()]:
                if after not in seen:
                    seen.add(after)
                    rest.append(after)
        return frozenset(seen)


setattr(Automaton, "in", Automaton.in_)  # `in` is a keyword


def metadata(country, region):
    if region == WORLD:
        return PhoneMetadata.metadata_for_nongeo_region(country)
    return PhoneMetadata.metadata_for_region(region)


class Country:
    """The automaton of one calling code."""

    def __init__(self, code, plan):
        self.code, self.plan = code, plan
        self.regions = [(r, metadata(code, r)) for r in phonenumbers.COUNTRY_CODE_TO_REGION_CODE[code]]
        self.formats = self.regions[0][1].number_format
        self.nfa = Automaton()
        self.memo = {}
        self.root = self.go(self.nfa.closure(list(self.starts())), 0)

    def starts(self):
        for region, m in self.regions:
            yield self.nfa.add(m.general_desc.national_number_pattern, ("general", region))
            for kind in KINDS:
                desc = getattr(m, kind)
                if desc and desc.national_number_pattern not in (None, "NA"):
                    yield self.nfa.add(desc.national_number_pattern, (kind, region))
            if m.leading_digits:
                yield self.nfa.add(m.leading_digits, ("leading", region), prefix=True)
        for number, f in enumerate(self.formats):
            yield self.nfa.add(f.pattern, ("shape", number))
            if f.leading_digits_pattern:
                yield self.nfa.add(f.leading_digits_pattern[-1], ("format", number), prefix=True)

    def go(self, states, length):
        if (states, length) in self.memo:
            return self.memo[states, length]
        tags = {t for s in states for t in self.nfa.tags.get(s, ())}
        row = [self.go(self.after(states, d), length + 1) if length < LONGEST and self.after(states, d) else None
               for d in range(10)]
        label = self.label(tags)
        result = None if label is None and not any(r is not None for r in row) else self.plan.state(label, row)
        self.memo[states, length] = result
        return result

    def after(self, states, digit):
        return self.nfa.closure([t for s in states for digits, t in self.nfa.on[s] if digit in digits])

    def label(self, tags):
        for region, m in self.regions:
            line = self.line(tags, region)
            if m.leading_digits is not None:
                if ("leading", region) in tags:
                    return (region, line, self.area(tags)) if line else None
            elif line:
                return region, line, self.area(tags)
        return None

    def line(self, tags, region):
        if ("general", region) not in tags:
            return None
        for kind in KINDS:
            if (kind, region) in tags:
                both = kind == "fixed_line" and ("mobile", region) in tags
                return "fixed_or_mobile" if both else kind
        return None

    def area(self, tags):
        """The first group of the first format that fits, as libphonenumber writes the number."""
        for number, f in enumerate(self.formats):
            if ("shape", number) in tags and (not f.leading_digits_pattern or ("format", number) in tags):
                groups = [g for g in parser.parse(f.pattern) if str(g[0]) == "SUBPATTERN"]
                low, high = groups[0][1][3].getwidth()
                return low if low == high and len(groups) > 1 else 0
        return 0


class Plan:
    """Shared states of all countries."""

    def __init__(self):
        self.known, self.states = {}, []
        self.countries = [Country(code, self) for code in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)]

    def state(self, label, row):
        key = (label, tuple(row))
        if key not in self.known:
            self.known[key] = len(self.states)
            self.states.append(key)
        return self.known[key]

    def regions(self):
        for country in self.countries:
            for region, m in country.regions:
                yield country, region, m

    def binary(self):
        places = {}
        for place, (_, region, _) in enumerate(self.regions()):
            places.setdefault(region, place)  # the world's regions share one
        labels = [None] + sorted({s[0] for s in self.states if s[0]})
        states, edges = b"", []
        for label, row in self.states:
            states += struct.pack("<HH", len(edges), labels.index(label))
            for target in dict.fromkeys(r for r in row if r is not None):
                edges.append((sum(1 << d for d in range(10) if row[d] == target), target))
        states += struct.pack("<HH", len(edges), 0)
        out = struct.pack("<HHH", len(labels), len(self.states), len(edges)) + bytes(3)
        for region, line, area in labels[1:]:
            out += bytes((places[region], LINES.index(line), area))
        return out + states + b"".join(struct.pack("<HH", *e) for e in edges)


def lengths(m):
    return sum(1 << n for n in m.general_desc.possible_length if n > 0)


def plain(prefix, other):
    """A dialling prefix without its variants."""
    return prefix if prefix and prefix.isdigit() else other


def table(plan):
    lines = [
        "//! Regions and their dialling prefixes; written by `tools/lab/phone_plan.py` from libphonenumber's metadata",
        f"//! (Apache-2.0, as of phonenumbers {phonenumbers.__version__}). Do not edit.",
        "",
        "use super::Plan;",
        "",
        "/// Every region with its calling code; regions that share one stand together, the main one first.",
        "#[rustfmt::skip]",
        "pub(super) const PLANS: &[Plan] = &[",
    ]
    for country, region, m in plan.regions():
        name = "  " if region == WORLD else region
        idd = plain(m.preferred_international_prefix or m.international_prefix, "00")
        lines.append(
            f'    Plan {{ region: *b"{name}", country: {country.code}, root: {country.root}, '
            f'lengths: {lengths(m):#x}, trunk: "{m.national_prefix or ""}", abroad: "{idd}" }},')
    return "\n".join(lines + ["];", ""])


if __name__ == "__main__":
    plan = Plan()
    (OUT / "plan.bin").write_bytes(plan.binary())
    (OUT / "plan.rs").write_text(table(plan))
