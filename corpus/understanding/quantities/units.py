"""Units of measure, with the symbol each is given in `unit`.

Symbols are those of the SI brochure where the unit is in it, else the usual English ones.
"""

from __future__ import annotations

import re

from corpus.understanding.quantities.vocabulary import listed

_WRITTEN = {
    # length
    "km": "kilometre kilometres kilometer kilometers km kms kilometre",
    "m": "metre metres meter meters m",
    "cm": "centimetre centimetres centimeter centimeters cm",
    "mm": "millimetre millimetres millimeter millimeters mm",
    "µm": "micron microns micrometre micrometres micrometer micrometers",
    "nm": "nanometre nanometres nanometer nanometers nm",
    "pm (length)": "picometre picometres picometer picometers",
    "dm": "decimetre decimetres decimeter decimeters dm",
    "mi": "mile miles mi",
    "nmi": "nautical mile/nautical miles",
    "yd": "yard yards yd yds",
    "ft": "foot feet ft",
    "in": "inch inches",
    "ly": "light-year light-years lightyear lightyears",
    # area
    "ha": "hectare hectares ha",
    "acre": "acre acres",
    "m²": "square metre/square metres/square meter/square meters"
    "/sq m/sq metres/sq meters/sqm/m²/m2",
    "km²": "square kilometre/square kilometres/square kilometer/square kilometers/sq km/km²/km2",
    "mi²": "square mile/square miles/sq mi/sq miles",
    "ft²": "square foot/square feet/sq ft/sq feet",
    "yd²": "square yard/square yards",
    "in²": "square inch/square inches",
    # volume
    "L": "litre litres liter liters",
    "mL": "millilitre millilitres milliliter milliliters ml",
    "m³": "cubic metre/cubic metres/cubic meter/cubic meters/m³/m3",
    "km³": "cubic kilometre/cubic kilometres/cubic kilometer/cubic kilometers",
    "ft³": "cubic foot/cubic feet",
    "gal": "gallon gallons gal",
    "pt": "pint pints",
    "qt": "quart quarts",
    "bbl": "barrel barrels bbl",
    "bu": "bushel bushels",
    "tsp": "teaspoon teaspoons tsp",
    "tbsp": "tablespoon tablespoons tbsp",
    # mass
    "t": "tonne tonnes/metric ton/metric tons",
    "ton": "ton tons/short ton/short tons/long ton/long tons",
    "kg": "kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos",
    "g": "g gram grams gramme grammes",
    "mg": "milligram milligrams mg",
    "µg": "microgram micrograms mcg μg µg",
    "lb": "pound pounds lb lbs",
    "oz": "ounce ounces oz",
    "ct": "carat carats",
    "stone": "stone",
    "dr": "dram drams drachma",
    # speed
    "km/h": "kilometres per hour/kilometers per hour/km per hour/km an hour/kilometres an hour"
    "/kilometers an hour/kph/kmh",
    "mi/h": "miles per hour/miles an hour/mph",
    "m/s": "metres per second/meters per second/metres a second/meters a second",
    "kn": "knot knots",
    # power, energy, electricity, frequency
    "W": "watt watts",
    "kW": "kilowatt kilowatts kw",
    "MW": "megawatt megawatts mw",
    "GW": "gigawatt gigawatts gw",
    "kWh": "kilowatt-hour kilowatt-hours kwh/kilowatt hours/kilowatt hour",
    "MWh": "megawatt-hour megawatt-hours mwh/megawatt hours/megawatt hour",
    "V": "volt volts",
    "kV": "kilovolt kilovolts kv",
    "A": "ampere amperes amps",
    "J": "joule joules",
    "kt (TNT)": "kiloton kilotons kilotonne kilotonnes",
    "Mt (TNT)": "megaton megatons megatonne megatonnes",
    "cal": "calorie calories",
    "hp": "horsepower hp",
    "Hz": "hertz hz",
    "kHz": "kilohertz khz",
    "MHz": "megahertz mhz",
    "GHz": "gigahertz ghz",
    "Pa": "pascal pascals",
    "dB": "decibel decibels db",
    # temperature, angle
    "°C": "degrees celsius/degree celsius/degrees centigrade/°c/degrees c/° celsius",
    "°F": "degrees fahrenheit/degree fahrenheit/°f/degrees f/° fahrenheit",
    "°": "degree degrees °",
    "rad": "radian radians rad",
    "turn": "turns",
    # information
    "bit": "bit bits",
    "B": "byte bytes",
    "kB": "kilobyte kilobytes kb",
    "MB": "megabyte megabytes mb",
    "GB": "gigabyte gigabytes gb",
    "TB": "terabyte terabytes tb",
}


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for symbol, forms in _WRITTEN.items():
        if "/" not in forms:
            names = forms.split()
        else:
            names = []
            for part in forms.split("/"):
                names += [part] if " per " in part or " an " in part else _split(part)
        for name in names:
            table[name] = symbol
    return table | {symbol: symbol for symbol in ("km/h", "m/s", "km/s")}


def _split(part: str) -> list[str]:
    """Take "hectare hectares" apart but leave "square metre" together."""
    first = part.split()[0]
    compounds = listed(
        "square sq cubic nautical metric short long degrees degree kilowatt megawatt metres "
        "meters miles kilometres kilometers °"
    )
    return [part] if first in compounds else part.split()


DIMENSIONS = _table()
"""Every written form, in lower case, with its symbol."""

UNIT_WORDS = frozenset(name.split(" ", 1)[0] for name in DIMENSIONS) | {
    "square-foot",
    "square-feet",
}
"""The words that a unit can begin with."""

ATTACHED = re.compile(
    r"[^\S\n]?(km/h|m/s|km²|m²|m³|(?:km2|m2|m3)(?![0-9])|°[^\S\n]?(?:C|F|Celsius|Fahrenheit)\b|°|[µμ]g|[µμ]m|[A-Za-z]{1,5}(?![A-Za-z0-9/-]))"
)
"""What may be written directly after the digits: "7.62mm", "100 MB", "37°C"."""

INCH_MARK = re.compile(r"[^\S\n]?(?:\"|″)(?=[^\S\n]+(?:long|wide|high|deep|tall|thick|screen))")
COUNTED_UNITS = frozenset(("stone", "turns", "bit", "foot", "yards", "yard", "carat", "dram"))
