"""Writes opening-hours.txt: what opening-hours-py 2.1.4 says of some days. Spans begin on their day; none of the texts runs into a day of which
another rule speaks, and a comma stands behind times or a state alone (`Mo, Fr 08:00-09:00` is a list to people): there the two implementations of the syntax
differ. So they do on Su[-2], which is 1 March 2026 to it.

    python3 -m venv hours
    hours/bin/pip install opening-hours-py==2.1.4
    hours/bin/python Tests/CivilTimeTests/Fixtures/opening_hours_oracle.py > Tests/CivilTimeTests/Fixtures/opening-hours.txt
"""
import datetime, random, sys
from opening_hours import OpeningHours

random.seed(15)
DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
LENGTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

def days():
    kind = random.random()
    if kind < .35:
        a, b = random.sample(range(7), 2)
        return f"{DAYS[a]}-{DAYS[b]}"
    if kind < .6:
        return ",".join(random.sample(DAYS, random.randint(1, 3)))
    if kind < .85:
        place = random.choice(["1", "2", "-1", "1,3", "2-4", "5"])
        shift = random.choice(["", "", " +1 day", " -1 day"])
        return f"{random.choice(DAYS)}[{place}]{shift}"
    return f"{random.choice(DAYS)},{random.choice(DAYS)}[-1]"

def dates():
    kind = random.random()
    a, b = random.sample(range(12), 2)
    if kind < .3: return f"{MONTHS[a]}-{MONTHS[b]}"
    if kind < .4: return f"{MONTHS[a]},{MONTHS[b]}"
    if kind < .6: return f"{MONTHS[a]} {random.randint(1, 9):02}-{random.randint(10, LENGTH[a]):02}"
    if kind < .8: return f"{MONTHS[a]} {random.randint(1, LENGTH[a]):02}-{MONTHS[b]} {random.randint(1, LENGTH[b]):02}"
    if kind < .85: return f"{random.choice([2026, 2027])} {MONTHS[a]} 05-20"
    if kind < .9: return f"2026 {MONTHS[a]} 03-2027 {MONTHS[b]} 04"
    if kind < .95: return random.choice(["2026", "2026-2028", "2027+"]) + (" " + MONTHS[a] if random.random() < .3 else "")
    return random.choice(["week 10-20", "week 01-53/2", "week 48,50-52"])

def times():
    cuts = sorted(random.sample(range(12, 47), random.choice([2, 2, 4])))
    text = [f"{cut // 2:02}:{cut % 2 * 30:02}" for cut in cuts]
    return ",".join(f"{a}-{b}" for a, b in zip(text[::2], text[1::2]))

def rule():
    parts = []
    if random.random() < .35: parts.append(dates())
    if random.random() < .75: parts.append(days())
    if random.random() < .8 or not parts: parts.append(times())
    kind = random.random()
    if kind < .2: parts.append(random.choice(["off", "closed"]))
    elif kind < .25: parts.append("open")
    elif kind < .3: parts.append('"预约"')
    return " ".join(parts)

def said(hours, date):
    start = datetime.datetime(date.year, date.month, date.day)
    spans = []
    for begin, end, state, _ in hours.intervals(start, start + datetime.timedelta(days=1)):
        if str(state) == "open":
            a, b = (int((moment - start).total_seconds() // 60) for moment in (begin, end))
            if spans and spans[-1][1] == a: spans[-1][1] = b
            else: spans.append([a, b])
    return ",".join(f"{a}-{b}" for a, b in spans) or "0"

lines = []
while len(lines) < 400:
    text = rule()
    for _ in range(random.choice([0, 0, 1, 1, 2])):
        isWhole = text[-1].isdigit() and ":" in text or text[-1] in 'fdn"'
        text += random.choice(["; ", "; ", ", "] if isWhole else ["; "]) + rule()
    try: hours = OpeningHours(text)
    except Exception as error: print("refused", text, error, file=sys.stderr); continue
    dates_ = [datetime.date(2026, 1, 1) + datetime.timedelta(days=random.randint(0, 900)) for _ in range(6)]
    lines.append("\t".join([text] + [f"{date} {said(hours, date)}" for date in dates_]))
print("# Made by opening-hours-py 2.1.4 (docs/decisions/0038): a text, then days with the minutes at which it is open.")
print("\n".join(lines))
