"""The sample's almanac: something for every day, fit to stand on a wall."""

import csv
import datetime

from support import ROOT


def test_the_almanac_has_every_day_of_the_year():
    with open(ROOT / "content/data/almanac.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    leap_year = [datetime.date(2024, 1, 1) + datetime.timedelta(days) for days in range(366)]
    assert [row["month_day"] for row in rows] == [day.strftime("%m-%d") for day in leap_year]
    assert len({row["title"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    for row in rows:
        assert 0 < len(row["title"]) <= 22 and 0 < len(row["text"]) <= 60, row
        assert not set(row["title"] + row["text"]) & set("\"'`,;:!?()"), row
        # A year has the day it names, and is past.
        month, day = map(int, row["month_day"].split("-"))
        assert not row["year"] or datetime.date(int(row["year"]), month, day) < datetime.date(2026, 1, 1), row
