"""Which words of each tool mean which label of the sets, and which labels a tool claims to find.

A word stands for its first label; it also agrees with the further ones where such a place is labelled (a tool's "location" that falls on
an address is right). A word that is in no table is something that the sets do not label (order numbers, prices): it is not held against
the tool. Words stand under the language for which the tool has them (`all`: both); the first labels of a language's words are what the
tool claims in it. A first label `-` claims nothing and is right wherever one of the further ones is labelled.

`DATE` is forgiven one thing more, for every tool: sets label dates but not "tomorrow", "two weeks" or "3 May", so a date in a place that
has no label at all is not counted.
"""

# A place may be called a place or an address by anyone.
PLACE, ADDRESS = "LOC ADDRESS", "ADDRESS LOC"
STATE = "NATID"

PRESIDIO_PATTERNS = {
    "CREDIT_CARD": "CARD",
    "DATE_TIME": "DATE AGE",
    "EMAIL_ADDRESS": "EMAIL",
    "IBAN_CODE": "IBAN",
    "IP_ADDRESS": "IP MAC",
    "MAC_ADDRESS": "MAC",
    "PHONE_NUMBER": "PHONE",
    "URL": "URL EMAIL",
}
PRESIDIO_MODEL = {"PERSON": "PERSON", "LOCATION": PLACE, "NRP": "NRP", "ORGANIZATION": "ORG", "AGE": "- AGE"}
PRESIDIO_ENGLISH = {
    word: STATE for word in ("MEDICAL_LICENSE", "UK_NHS", "US_DRIVER_LICENSE", "US_ITIN", "US_PASSPORT", "US_SSN")
}
PRESIDIO_MORE_ENGLISH = {
    **{word: STATE for word in ("UK_DRIVING_LICENCE", "UK_NINO", "UK_PASSPORT", "US_MBI", "US_NPI", "US_PROVIDER_TAX_ID")},
    # British post codes and plates: most addresses of the English sets are of other countries, the plates German.
    "UK_POSTCODE": "- ADDRESS LOC",
    "UK_VEHICLE_REGISTRATION": "- PLATE",
}
PRESIDIO_GERMAN = {
    **{
        f"DE_{word}": STATE
        for word in (
            *("FUEHRERSCHEIN", "HEALTH_INSURANCE", "ID_CARD", "PASSPORT"),
            *("SOCIAL_SECURITY", "TAX_ID", "TAX_NUMBER", "VAT_ID"),
        )
    },
    "DE_PLZ": ADDRESS,
    "DE_KFZ": "PLATE",
}

DATAFOG = {
    "all": {
        "CREDIT_CARD": "CARD",
        "DATE": "DATE",
        "EMAIL": "EMAIL",
        "IP_ADDRESS": "IP",
        "PHONE": "PHONE",
        "SSN": "- NATID",
        "ZIP_CODE": "- ADDRESS LOC",
    },
    # It looks for social security numbers and ZIP codes of the United States in every language; only English texts have them.
    "en": {"SSN": STATE},
    "de": {
        "DE_IBAN": "IBAN",
        "DE_POSTAL_CODE": ADDRESS,
        **{
            f"DE_{word}": STATE
            for word in ("PASSPORT_NUMBER", "RESIDENCE_PERMIT_NUMBER", "SOCIAL_SECURITY_NUMBER", "TAX_ID", "VAT_ID")
        },
    },
}

KINDS = {
    "abide": {
        "all": {
            **{
                label: label
                for label in ("AGE", "CARD", "DATE", "EMAIL", "IBAN", "IP", "MAC", "NATID", "NRP", "ORG", "PERSON", "PHONE")
            },
            **{label: label for label in ("PLATE", "TITLE", "URL", "USER")},
            "LOC": PLACE,
            "ADDRESS": ADDRESS,
            "DATE_OF_BIRTH": "DATE",
        }
    },
    "presidio": {"en": {**PRESIDIO_PATTERNS, **PRESIDIO_MODEL, **PRESIDIO_ENGLISH}},
    "presidio-tuned": {
        "all": PRESIDIO_PATTERNS,
        "en": {**PRESIDIO_MODEL, **PRESIDIO_ENGLISH, **PRESIDIO_MORE_ENGLISH},
        "de": PRESIDIO_GERMAN,
    },
    "scrubadub": {
        "all": {"credit_card": "CARD", "email": "EMAIL", "phone": "PHONE", "twitter": "- USER", "url": "URL"},
        "en": {
            "drivers_licence": STATE,
            "national_insurance_number": STATE,
            "postalcode": "- ADDRESS LOC",
            "social_security_number": STATE,
            "tax_reference_number": STATE,
            "vehicle_licence_plate": "- PLATE",
        },
    },
    "datafog": DATAFOG,
    "datafog-core": DATAFOG,
    "redact-pii": {
        "all": {
            "CREDIT_CARD_NUMBER": "CARD",
            # "Four digits or more".
            "DIGITS": "- NATID CARD IBAN PHONE ADDRESS PLATE",
            "EMAIL_ADDRESS": "EMAIL",
            "IP_ADDRESS": "IP",
            "PERSON_NAME": "PERSON",
            "PHONE_NUMBER": "PHONE",
            "STREET_ADDRESS": ADDRESS,
            "URL": "URL",
            "USERNAME": "USER",
            "US_SOCIAL_SECURITY_NUMBER": "- NATID",
            "ZIPCODE": ADDRESS,
        },
        "en": {"US_SOCIAL_SECURITY_NUMBER": STATE},
    },
    "openredaction": {
        "all": {
            "ADDRESS_PO_BOX": ADDRESS,
            "ADDRESS_STREET": ADDRESS,
            "CREDIT_CARD": "CARD",
            # Only dates said to be somebody's birth; the sets do not tell these from others.
            "DATE_OF_BIRTH": "- DATE",
            "EMAIL": "EMAIL",
            "GERMAN_LICENSE_PLATE": "PLATE",
            "GERMAN_TAX_ID": STATE,
            "IBAN": "IBAN",
            "INTERNATIONAL_LICENSE_PLATE": "PLATE",
            "IPV4": "IP",
            "IPV6": "IP",
            "LICENSE_PLATE": "PLATE",
            "MAC_ADDRESS": "MAC",
            "NAME": "PERSON",
            "POSTCODE_UK": ADDRESS,
            "SOCIAL_MEDIA_HANDLE": "USER",
            "SSN": STATE,
            "TAX_ID": STATE,
            "UK_BANK_ACCOUNT_IBAN": "IBAN",
            "UK_LICENSE_PLATE": "PLATE",
            "URL_WITH_AUTH": "- URL",
            "USERNAME": "USER",
            "US_LICENSE_PLATE": "PLATE",
            "ZIP_CODE_US": ADDRESS,
            **{f"PHONE_{word}": "PHONE" for word in ("INTERNATIONAL", "LINE_NUMBER", "UK", "UK_MOBILE", "US")},
            **{
                word: STATE
                for word in (
                    *("DRIVING_LICENSE_UK", "DRIVING_LICENSE_US", "NATIONAL_INSURANCE_UK", "NHS_NUMBER", "PASSPORT_UK", "PASSPORT_US"),
                    *("CANADIAN_SIN", "DUTCH_BSN", "FRENCH_SOCIAL_SECURITY", "INDIAN_AADHAAR", "POLISH_PESEL", "SPANISH_DNI"),
                )
            },
        }
    },
}


def words(tool, language):
    """The table of a tool in a language."""
    tables = KINDS[tool]
    return {**tables.get("all", {}), **tables.get(language, {})}


def claimed(tool, language):
    """The labels that a tool claims to find in a language."""
    return {labels.split()[0] for labels in words(tool, language).values()} - {"-"}


def judged(tool, language, gold, findings):
    """Findings in the words of the sets: places with labels, `-` for what no label is known for."""
    table = words(tool, language)
    return [{**place(found), "type": label(table.get(found["type"], "-"), found, gold)} for found in findings]


def place(span):
    return {"start": span["start"], "end": span["end"]}


def label(labels, found, gold):
    there = {g["label"] for g in gold if g["start"] < found["end"] and found["start"] < g["end"]}
    first, *further = labels.split()
    if first == "DATE" and not there:
        return "-"
    return next((one for one in (first, *further) if one in there), first)
