#!/usr/bin/env python3
"""Writes natid.txt: numbers made by chance, and what python-stdnum says of each.

    pip install python-stdnum==2.2
    python3 natid.py > natid.txt

A line is a form of our table, then numbers: `+` before those that stdnum takes, `-` before those that it refuses. Half of the
refused ones differ from a right one in one place. python-stdnum (LGPL) is asked, none of it is copied. The seed is fixed;
where stdnum looks at today's date, numbers lie far enough in the past.
"""

import random
from importlib import import_module

EACH = 16
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
chance = random.Random(20261126)


def digits(n):
    return "".join(chance.choice("0123456789") for _ in range(n))


def pick(signs, n=1):
    return "".join(chance.choice(signs) for _ in range(n))


def birth(layout, years=(1930, 2012)):
    """A date, mostly one of the calendar."""
    year, month, day = chance.randint(*years), chance.randint(1, 12), chance.randint(1, 31)
    parts = {"Y": f"{year:04}", "y": f"{year % 100:02}", "m": f"{month:02}", "d": f"{day:02}", "3": f"{year % 1000:03}"}
    return "".join(parts[p] for p in layout)


def tax_id():
    ten = chance.sample("0123456789", 10)
    ten[chance.randrange(10)] = chance.choice(ten)
    return "".join(ten) + digits(1)


def more_in_month(layout, more):
    """A date of two-digit parts whose month is raised."""
    at = 2 * layout.index("m")
    date = birth(layout)
    return date[:at] + f"{int(date[at : at + 2]) + chance.choice(more):02}" + date[at + 2 :]


def more_in_day(layout, more):
    at = 2 * layout.index("d")
    date = birth(layout)
    return date[:at] + f"{int(date[at : at + 2]) + chance.choice(more):02}" + date[at + 2 :]


# Form, modules that may know it, how to make candidates.
FORMS = [
    ("de-tax-id", "de.idnr", tax_id),
    ("at-social-insurance", "at.vnr", lambda: digits(4) + birth("dmy")),
    ("at-tax-number", "at.tin", lambda: digits(9)),
    ("ch-ahv", "ch.ssn", lambda: "756" + digits(10)),
    ("gb-nhs", "gb.nhs", lambda: digits(10)),
    ("gb-utr", "gb.utr", lambda: digits(10)),
    ("ie-pps", "ie.pps", lambda: digits(7) + pick("ABCDEFGHIJKLMNOPQRSTUVW") + pick(["", "A", "H", "W"])),
    ("us-ssn", "us.ssn", lambda: pick(["666", "000", "9" + digits(2), digits(3), digits(3)]) + pick(["00", digits(2)]) + digits(4)),
    ("us-itin", "us.itin", lambda: "9" + digits(8)),
    ("us-ein", "us.ein", lambda: digits(9)),
    ("us-ptin", "us.ptin", lambda: pick("PPPQ") + digits(8)),
    ("fr-nir", "fr.nir", lambda: pick("1234") + birth("ym") + pick([digits(2), "2A", "2B"]) + digits(8)),
    ("fr-tax-reference", "fr.nif", lambda: pick("01234") + digits(12)),
    ("be-national-register", "be.nn be.bis", lambda: more_in_month("ymd", [0, 0, 20, 40]) + digits(5)),
    ("be-identity-card", "be.eid", lambda: "59" + digits(10)),
    ("nl-bsn", "nl.bsn", lambda: digits(9)),
    ("nl-document", "nl.identiteitskaartnummer", lambda: pick(LETTERS, 2) + pick(LETTERS + "0123456789", 6) + digits(1)),
    ("es-dni", "es.dni", lambda: digits(8) + pick(LETTERS)),
    ("es-nie", "es.nie", lambda: pick("XYZ") + digits(7) + pick(LETTERS)),
    ("es-nif", "es.nif", lambda: pick("KLM") + digits(7) + pick(LETTERS)),
    ("pt-nif", "pt.nif", lambda: pick("123") + digits(8)),
    ("pt-citizen-card", "pt.cc", lambda: digits(9) + pick(LETTERS, 2) + digits(1)),
    ("it-codice-fiscale", "it.codicefiscale", lambda: pick(LETTERS, 6) + birth("y") + pick("ABCDEHLMPRST") + f"{chance.randint(1, 28) + chance.choice([0, 40]):02}" + pick(LETTERS) + digits(3) + pick(LETTERS)),
    ("gr-afm", "gr.vat", lambda: digits(9)),
    ("gr-amka", "gr.amka", lambda: birth("dmy") + digits(5)),
    ("cy-tic", "cy.vat", lambda: pick("01359") + digits(7) + pick(LETTERS)),
    ("pl-pesel", "pl.pesel", lambda: more_in_month("ymd", [0, 0]) + digits(5)),
    ("pl-nip", "pl.nip", lambda: digits(10)),
    ("cz-rodne-cislo", "cz.rc", lambda: more_in_month("ymd", [0, 50]) + digits(4)),
    ("sk-rodne-cislo", "sk.rc", lambda: more_in_month("ymd", [0, 50]) + digits(4)),
    ("sk-tax-number", "sk.dph", lambda: digits(10)),
    ("ro-cnp", "ro.cnp", lambda: pick("12") + birth("ymd", (1930, 1999)) + pick("01234") + digits(5)),
    ("bg-egn", "bg.egn", lambda: birth("ymd", (1930, 1999)) + digits(4)),
    ("bg-lnch", "bg.pnf", lambda: digits(10)),
    ("hr-oib", "hr.oib", lambda: digits(11)),
    ("si-emso", "si.emso", lambda: birth("dm3") + "50" + digits(4)),
    ("si-tax-number", "si.ddv", lambda: digits(8)),
    ("dk-cpr", "dk.cpr", lambda: birth("dmy", (1940, 1999)) + pick("0123") + digits(3)),
    ("se-personnummer", "se.personnummer", lambda: birth(pick("yY") + "md", (1930, 1999)) + digits(4)),
    ("fi-hetu", "fi.hetu", lambda: birth("dmy", (1930, 1999)) + "Y" + digits(3) + pick("0123456789ABCDEFHJKLMNPRSTUVWXY")),
    ("no-fodselsnummer", "no.fodselsnummer", lambda: more_in_day("dmy", [0, 0, 40]) + digits(5)),
    ("is-kennitala", "is_.kennitala", lambda: birth("dmy", (1930, 1999)) + digits(3) + "9"),
    ("ee-isikukood", "ee.ik", lambda: pick("3456") + birth("ymd", (1930, 1999)) + digits(4)),
    ("lt-asmens-kodas", "lt.asmens", lambda: pick("34") + birth("ymd", (1930, 1999)) + digits(4)),
    ("lv-personas-kods", "lv.pvn", lambda: birth("dmy", (1930, 1999)) + "1" + digits(4)),
]


def changed(number):
    """The number with one sign changed to another of its class."""
    at = chance.randrange(len(number))
    signs = "0123456789" if number[at].isdigit() else LETTERS
    return number[:at] + pick(signs.replace(number[at], "")) + number[at + 1 :]


def line(form, modules, make):
    known = [import_module("stdnum." + m) for m in modules.split()]

    def right(number):
        return any(m.is_valid(number) for m in known)

    taken, refused = [], []
    while len(taken) < EACH:
        number = make()
        (taken if right(number) else refused).append(number)
    refused = chance.sample(refused, min(len(refused), EACH // 2))
    while len(refused) < EACH:
        refused.append(changed(chance.choice(taken)))
    marked = {n: "+" if right(n) else "-" for n in taken + refused}
    return " ".join([form] + [mark + number for number, mark in marked.items()])


if __name__ == "__main__":
    print("# Made by natid.py with python-stdnum 2.2.")
    for form, modules, make in FORMS:
        print(line(form, modules, make))
