"""Writes solar-terms.csv and lunar-months.csv (1950-2100), what SolarTermTests and LunarCalendarTests are judged by, and prints the table of
LunarMonthTable.swift.

The terms are those of lunar_python, the months are worked out from the sky itself (JPL's ephemeris DE423, the IAU 2006/2000A precession and
nutation of ERFA) by the rule of GB/T 33661-2017, the table in the program is lunar_python's. Each is compared with the other and with a
second almanac, sxtwl; whatever differs is printed.

    python3 -m venv almanac
    almanac/bin/pip install lunar_python==1.4.8 sxtwl==2.0.7 jplephem==2.24 de423==2010.1 pyerfa==2.0.1.5
    almanac/bin/python Tests/CivilTimeTests/Fixtures/almanac.py
"""

import datetime
import pathlib

import de423
import erfa
import numpy
import sxtwl
from jplephem.ephem import Ephemeris
from lunar_python import LunarYear, Solar

HERE = pathlib.Path(__file__).parent
FIRST, LAST = datetime.date(1950, 1, 1), datetime.date(2100, 12, 31)
TERMS = "小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至".split()
J2000 = 2451545.0
SPEED_OF_LIGHT = 299792.458 * 86400  # km a day
SKY = Ephemeris(de423)


def days():
    for number in range(FIRST.toordinal(), LAST.toordinal() + 1):
        yield datetime.date.fromordinal(number)


def almanacs():
    """Both almanacs' terms {date: name} and month beginnings {date: (month, is leap)}."""
    terms, months = ({}, {}), ({}, {})
    for day in days():
        a = Solar.fromYmd(day.year, day.month, day.day).getLunar()
        b = sxtwl.fromSolar(day.year, day.month, day.day)
        if a.getJieQi():
            terms[0][day] = a.getJieQi()
        if b.hasJieQi():
            terms[1][day] = TERMS[(b.getJieQi() - 1) % 24]
        if a.getDay() == 1:
            months[0][day] = (abs(a.getMonth()), a.getMonth() < 0)
        if b.getLunarDay() == 1:
            months[1][day] = (b.getLunarMonth(), b.isLunarLeap())
    return terms, months


def earth(day):
    position, velocity = (numpy.array(x).reshape(3) for x in SKY.position_and_velocity("earthmoon", day))
    return position - numpy.array(SKY.position("moon", day)).reshape(3) * SKY.earth_share, velocity


def longitude(body, day):
    """The apparent longitude of `sun` or `moon` in degrees; day in TT."""
    here, velocity = earth(day)

    def place(at):
        offset = numpy.array(SKY.position(body, at)).reshape(3)
        return offset if body == "sun" else earth(at)[0] + offset

    there = place(day)
    for _ in range(2):
        there = place(day - numpy.linalg.norm(there - here) / SPEED_OF_LIGHT)
    distance = numpy.linalg.norm(there - here)
    speed = velocity / SPEED_OF_LIGHT
    seen = erfa.ab((there - here) / distance, speed, distance / 149597870.7, numpy.sqrt(1 - speed @ speed))
    x, y, z = erfa.pnm06a(J2000, day - J2000) @ seen
    obliquity = erfa.obl06(J2000, day - J2000) + erfa.nut06a(J2000, day - J2000)[1]
    return numpy.degrees(numpy.arctan2(numpy.cos(obliquity) * y + numpy.sin(obliquity) * z, x)) % 360


def in_china(day):
    """The date in UTC+8 of a day in TT, and the seconds to the nearer midnight; Delta T after Espenak and Meeus (2006)."""
    year = 2000 + (day - J2000) / 365.2425
    if year < 1961:
        t = year - 1950
        delta = 29.07 + 0.407 * t - t**2 / 233 + t**3 / 2547
    elif year < 1986:
        t = year - 1975
        delta = 45.45 + 1.067 * t - t**2 / 260 - t**3 / 718
    elif year < 2005:
        t = year - 2000
        delta = 63.86 + 0.3345 * t - 0.060374 * t**2 + 0.0017275 * t**3 + 0.000651814 * t**4 + 0.00002373599 * t**5
    elif year < 2050:
        t = year - 2000
        delta = 62.92 + 0.32217 * t + 0.005589 * t**2
    else:
        delta = -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)
    local = day - delta / 86400 + 8 / 24 + 0.5
    seconds = (local % 1) * 86400
    return datetime.date.fromordinal(int(local) - 1721425), seconds if seconds < 43200 else seconds - 86400


def sky_terms():
    found = {}
    for year in range(FIRST.year - 2, LAST.year + 2):
        for index, name in enumerate(TERMS):
            day = J2000 + (year - 2000) * 365.2422 + 4.2 + index * 15.2184
            for _ in range(5):
                day += ((285 + 15 * index - longitude("sun", day) + 180) % 360 - 180) / 0.98565
            date, seconds = in_china(day)
            found[date] = name
            if abs(seconds) < 60:
                print(f"close: {name} {date}, {seconds:.1f} s from midnight")
    return found


def sky_months(terms):
    """{first day: (month, is leap)}: the month of the winter solstice is the eleventh; where 13 begin from one such month to the next, the
    first without a principal term is a leap month."""
    moons = []
    day = J2000 - 52 * 365.25
    while True:
        for _ in range(6):
            day -= ((longitude("moon", day) - longitude("sun", day) + 180) % 360 - 180) / 12.19
        date, seconds = in_china(day)
        if date.year > LAST.year + 2:
            break
        moons.append(date)
        if abs(seconds) < 60:
            print(f"close: new moon {date}, {seconds:.1f} s from midnight")
        day += 29.53
    principal = sorted(day for day, name in terms.items() if TERMS.index(name) % 2 == 1)
    spans = list(zip(moons, moons[1:]))
    holds = [any(first <= term < end for term in principal) for first, end in spans]
    winter = [i for i, (first, end) in enumerate(spans) if any(terms.get(t) == "冬至" and first <= t < end for t in principal)]
    found = {}
    for start, following in zip(winter, winter[1:]):
        has_leap = following - start == 13
        month, leap_seen = 10, False
        for index in range(start, following):
            is_leap = has_leap and not leap_seen and not holds[index]
            leap_seen = leap_seen or is_leap
            month = month if is_leap else month % 12 + 1
            found[moons[index]] = (month, is_leap)
    return {day: name for day, name in found.items() if FIRST <= day <= LAST}


def compare(what, a, b):
    for day in sorted(set(a) ^ set(b)):
        print(f"{what}: {day} {'only in the first' if day in a else 'only in the second'}")


def print_table():
    """A lunar year a number: bits 0-12 tell which of its months have 30 days, the bits above the month that has a leap month after it."""
    for year in range(FIRST.year - 1, LAST.year + 1):
        months = [m for m in LunarYear.fromYear(year).getMonths() if m.getYear() == year]
        bits = sum((m.getDayCount() == 30) << index for index, m in enumerate(months))
        leap = next((-m.getMonth() for m in months if m.getMonth() < 0), 0)
        print(f"0x{leap << 13 | bits:05X},", end="\n" if year % 10 == 9 else " ")
    print()


def main():
    terms, months = almanacs()
    seen = sky_terms()
    compare("terms, lunar_python and sxtwl", terms[0].items(), terms[1].items())
    compare("terms, lunar_python and DE423", terms[0].items(), {t: n for t, n in seen.items() if FIRST <= t <= LAST}.items())
    by_rule = sky_months(seen)
    compare("months, DE423 and lunar_python", by_rule.items(), months[0].items())
    compare("months, DE423 and sxtwl", by_rule.items(), months[1].items())
    with open(HERE / "solar-terms.csv", "w") as out:
        out.write("# lunar_python 1.4.8, the same as sxtwl 2.0.7 and JPL DE423; written by almanac.py\n")
        out.write("year," + ",".join(TERMS) + "\n")
        for year in range(FIRST.year, LAST.year + 1):
            row = {name: day for day, name in terms[0].items() if day.year == year}
            out.write(",".join([str(year)] + [row[name].strftime("%m-%d") for name in TERMS]) + "\n")
    with open(HERE / "lunar-months.csv", "w") as out:
        out.write("# JPL DE423 by the rule of GB/T 33661-2017, the same as lunar_python 1.4.8; written by almanac.py\n")
        out.write("first day,month,leap\n")
        for day, (month, leap) in sorted(by_rule.items()):
            out.write(f"{day},{month},{'leap' if leap else ''}\n")
    print_table()


main()
