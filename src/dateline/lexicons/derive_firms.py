"""Make firms.csv again: listed companies of the main indices under the short names that the news gives them.

`python -m dateline.lexicons.derive_firms` (needs the package pytickersymbols, MIT; its data are Wikipedia's lists).
Firms that the news names often and no index holds are written here.
"""

from __future__ import annotations

import csv
import re

from dateline.lexicons import FOLDER, read_facts

FURTHER = {
    "Germany": "Lufthansa;Bosch;Thyssen;Opel;Aldi;Lidl;Wirecard;Dresdner Bank",
    "France": "Air France;Peugeot;Renault;Alcatel;Areva;Alstom;Le Monde",
    "United Kingdom": "British Airways;British Telecom;Cadbury;Rover;Jaguar;Lloyds;Marconi;Northern Rock;"
    "Reuters;Harrods",
    "United States": "Northrop;McDonnell Douglas;Macy's;McDonald's;Moody's;Ford;Chrysler;General Motors;Enron;"
    "Lehman Brothers;Bear Stearns;Kmart;Sears;Compaq;Digital Equipment;Lockheed;TWA;Pan Am;Eastern Airlines;"
    "Continental Airlines;"
    "Delta;United Airlines;American Airlines;Twitter;Facebook;Google;Uber;Airbnb;SpaceX;OpenAI;WeWork;Toys R Us;"
    "Wells Fargo;Merrill Lynch;Salomon Brothers;Drexel;Polaroid;Kodak;Texaco;Mobil;Amoco;Unocal;Gulf Oil;Westinghouse;"
    "MCI;WorldCom;Bethlehem Steel;US Steel;Alcoa;Reynolds;RJR Nabisco;Philip Morris;Time Warner;Viacom;Paramount",
    "Japan": "Nissan;Mazda;Mitsubishi;Toshiba;Sharp;Fujitsu;Nippon Steel;Japan Airlines;Olympus;Takata",
    "South Korea": "Samsung;Hyundai;Daewoo;Kia;LG;Korean Air",
    "China": "Huawei;Alibaba;Tencent;Lenovo;ByteDance;TikTok;ZTE;Evergrande;Xiaomi",
    "Russia": "Gazprom;Rosneft;Lukoil;Aeroflot;Yukos;Sberbank;Rusal",
    "Netherlands": "KLM;Fokker;Philips",
    "Italy": "Fiat;Alitalia;Olivetti;Parmalat",
    "Spain": "Iberia;Repsol;Seat",
    "Sweden": "Volvo;Saab;Ericsson;Ikea",
    "Switzerland": "Swissair;Credit Suisse;Glencore",
    "Australia": "Qantas;Telstra",
    "Brazil": "Petrobras;Embraer;Varig",
    "India": "Air India;Infosys;Kingfisher",
    "Ireland": "Ryanair;Aer Lingus",
    "Canada": "Bombardier;Nortel;Air Canada;BlackBerry",
}
INDICES = (
    "Dow Jones;Nikkei;Hang Seng;FTSE;DAX;Nasdaq;S&P;CAC;Sensex;Kospi;Bovespa;Euro Stoxx;Russell"
).split(";")
_FORM = re.compile(
    r"[,]?\s+(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|PLC|plc|AG|SE|SA|S\.A|N\.V|NV|AB|ASA|Oyj|SpA|S\.p\.A|"
    r"Holdings?|Group|Incorporated|Cos|A/S|KGaA|GmbH|Technologies|International|Class [A-C])\.?$"
)


def short(name: str) -> str:
    """Cut the legal form off a company's name.

    Examples
    --------
    >>> short("Ford Motor Company"), short("Adidas AG")
    ('Ford Motor', 'Adidas')
    """
    name = re.sub(r"\s*\(.*?\)", "", name).strip()
    while (cut := _FORM.sub("", name)) != name:
        name = cut
    return name.removeprefix("The ").strip(" ,.&")


def main() -> None:
    """Write firms.csv."""
    from pytickersymbols import PyTickerSymbols

    seats = {row["name"]: row["country"] for row in read_facts("countries.csv")}
    rows = {}
    states = {row["region"] for row in read_facts("places.csv") if row["country"] == "USA"}
    for stock in PyTickerSymbols().get_all_stocks():
        name = short(stock.get("name") or "")
        if name and name[0].isupper() and len(name) > 1 and re.fullmatch(r"[\w .&'’-]+", name):
            seat = (stock.get("country") or "").split(", ")[-1]  # a country, or the head office
            rows[name] = "USA" if seat in states else seats.get(seat, "")
    for country, names in FURTHER.items():
        rows |= dict.fromkeys(names.split(";"), seats[country])
    rows |= dict.fromkeys(INDICES, "index")
    with (FOLDER / "firms.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["firm", "country"])
        out.writerows(sorted(rows.items()))


if __name__ == "__main__":
    main()
