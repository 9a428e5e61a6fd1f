"""Recurrence rules made from a seed: all that calendars send and the program accepts, and what no calendar would think of."""

import datetime
from dataclasses import dataclass, field

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
WORKDAYS = DAYS[:5]
EIGHT_HOURS = datetime.timedelta(hours=8)


@dataclass
class Rule:
    """A rule part by part. `until` is in Shanghai's wall clock; `until_form` says how the text writes it."""

    frequency: str
    interval: int | None = None
    count: int | None = None
    until: datetime.datetime | None = None
    until_form: str = "utc"
    months: list[int] = field(default_factory=list)
    month_days: list[int] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    week_start: str | None = None

    @property
    def text(self):
        return ";".join(f"{name}={value}" for name, value in self.parts())

    def parts(self):
        yield "FREQ", self.frequency
        if self.interval:
            yield "INTERVAL", self.interval
        if self.count:
            yield "COUNT", self.count
        if self.until and self.until_form == "utc":
            yield "UNTIL", f"{self.until - EIGHT_HOURS:%Y%m%dT%H%M%SZ}"
        elif self.until:
            yield "UNTIL", f"{self.until:%Y%m%d}" if self.until_form == "date" else f"{self.until:%Y%m%dT%H%M%S}"
        lists = [("BYMONTH", self.months), ("BYMONTHDAY", self.month_days), ("BYDAY", self.days), ("BYSETPOS", self.positions)]
        for name, values in lists:
            if values:
                yield name, ",".join(map(str, values))
        if self.week_start:
            yield "WKST", self.week_start


def sent(random):
    """What the dialogues of Google's, Apple's and Microsoft's calendars make."""
    day, ordinal = random.choice(DAYS), random.choice([1, 2, 3, 4, -1])
    month = random.randint(1, 12)
    rule = random.choice([
        Rule("DAILY"), Rule("DAILY", interval=random.randint(2, 10)), Rule("WEEKLY", days=[day]), Rule("WEEKLY", days=WORKDAYS),
        Rule("WEEKLY", days=some(random, DAYS, 3), interval=random.choice([1, 2, 3, 4])), Rule("MONTHLY"),
        Rule("MONTHLY", month_days=[random.randint(1, 31)]), Rule("MONTHLY", month_days=[-1]), Rule("MONTHLY", days=[f"{ordinal}{day}"]),
        Rule("MONTHLY", days=[day], positions=[ordinal]), Rule("MONTHLY", days=WORKDAYS, positions=[ordinal]),
        Rule("MONTHLY", days=DAYS, positions=[-1], interval=3), Rule("YEARLY"), Rule("YEARLY", months=some(random, range(1, 13), 4)),
        Rule("YEARLY", months=[month], month_days=[random.randint(1, 28)]), Rule("YEARLY", months=[month], days=[f"{ordinal}{day}"]),
        Rule("YEARLY", months=[month], days=[day], positions=[ordinal]),
    ])
    rule.week_start = random.choice([None, "MO", "SU"])
    return rule


def any_rule(random):
    """Whatever parts the frequency allows, of any values."""
    frequency = random.choice(["DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"])
    rule = Rule(frequency)
    if random.random() < 0.5:
        rule.interval = random.choice([1, 2, 2, 3, 4, 5, 6, 12, 13])
    if random.random() < 0.3:
        rule.months = some(random, range(1, 13), 4)
    if random.random() < 0.55:
        rule.days = some(random, DAYS, 3)
        if frequency in ("MONTHLY", "YEARLY") and random.random() < 0.6:
            ordinals = [1, 2, 3, 4, 5, -1, -2, -3, -4, -5]
            if frequency == "YEARLY" and not rule.months:
                ordinals += [9, 20, 40, 52, 53, -9, -26, -52, -53]
            plain = random.random() < 0.25
            rule.days = unique(f"{'' if plain and random.random() < 0.5 else random.choice(ordinals)}{day}" for day in rule.days * 2)
    if frequency != "WEEKLY" and random.random() < 0.35:
        rule.month_days = some(random, [*range(1, 32), *range(-31, 0), 28, 29, 30, 31, -1, -1], 6)
    if (rule.months or rule.month_days or rule.days) and random.random() < 0.25:
        # Those that a period can have: dateutil looks for others until the year 9999, 5 seconds long.
        most = {"DAILY": 1, "WEEKLY": max(1, len(rule.days)), "MONTHLY": max(1, len(rule.month_days)) if rule.month_days else 4, "YEARLY": 10}
        rule.positions = some(random, [sign * random.randint(1, most[frequency]) for sign in (1, 1, -1)], 3)
    if random.random() < 0.4:
        rule.week_start = random.choice(DAYS)
    return rule


def ended(random, rule, windows):
    """With an end in two of five cases: by number, or near one of the windows."""
    chance = random.random()
    if chance < 0.2:
        rule.count = random.choice([1, 2, random.randint(3, 40), random.randint(40, 1000)])
    elif chance < 0.4:
        rule.until = random.choice(windows) + datetime.timedelta(days=random.randint(-3, 63), minutes=random.choice([0, 569, 570, 571, 1439]))
        rule.until_form = random.choice(["utc", "utc", "local", "date"])
    return rule


def generated(random, windows):
    return ended(random, sent(random) if random.random() < 0.3 else any_rule(random), windows)


def begin(random):
    """A day to begin at: mostly of the last years; often one that not each month or year has."""
    chance = random.random()
    if chance < 0.1:
        return datetime.datetime(random.choice([2016, 2020, 2024]), 2, 29, 9, 30)
    if chance < 0.25:
        return datetime.datetime(random.randint(2018, 2026), random.choice([1, 3, 5, 7, 8, 10]), random.choice([29, 30, 31]), 9, 30)
    return datetime.datetime(2018, 1, 1, 9, 30) + datetime.timedelta(days=random.randint(0, 3240))


def some(random, values, most):
    return unique(random.choice(list(values)) for _ in range(random.randint(1, most)))


def unique(values):
    return list(dict.fromkeys(values))
