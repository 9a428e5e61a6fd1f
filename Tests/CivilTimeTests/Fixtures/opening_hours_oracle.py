"""Writes opening-hours.txt: what opening-hours-py 2.1.4 says of some days. Spans begin on their day; none of the texts runs into a day of which
another rule speaks, and a comma stands behind times or a state alone (`Mo, Fr 08:00-09:00` is a list to people): there the two implementations of the syntax
differ. So they do on Su[-2], which is 1 March 2026 to it, on the fifth Thursday of July 2026, and on months that stand in another order than the year's (`Jun,Jan
We[-1]` is every day to it): there it is wrong.

    python3 -m venv hours
    hours/bin/pip install opening-hours-py==2.1.4
    hours/bin/python Tests/CivilTimeTests/Fixtures/opening_hours_oracle.py > Tests/CivilTimeTests/Fixtures/opening-hours.txt
"""
import datetime, random, re, sys
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

# With public holidays, weeks, months over the turn of the year, hours to midnight. Of 2026's holidays the test's calendar knows 1 October alone.
HOLIDAY = OpeningHours("00:00-24:00; PH off", country="CN")

def day_of_2026():
    if random.random() < .25: return datetime.date(2026, 10, 1)
    while True:
        date = datetime.date(2026, 3, 1) + datetime.timedelta(days=random.randint(0, 285))
        if said(HOLIDAY, date) != "0" and said(HOLIDAY, date + datetime.timedelta(days=-1)) != "0": return date

def rich_rule():
    kind = random.random()
    if kind < .15: return "PH " + random.choice(["off", "closed", times(), times() + " \"节日\""])
    if kind < .25: return f"{days()},PH {times()}" if random.random() < .6 else f"PH,{days()} {times()}"
    if kind < .35: return f"week {random.randint(1, 20):02}-{random.randint(21, 53):02}{random.choice(['', '/2', '/3'])} {days()} {times()}"
    if kind < .45: return f"{MONTHS[random.randint(8, 11)]}-{MONTHS[random.randint(0, 5)]} {days()} {times()}"
    if kind < .55: return f"{MONTHS[random.randint(8, 11)]} {random.randint(1, 28):02}-{MONTHS[random.randint(0, 5)]} {random.randint(1, 28):02} {random.choice([times(), 'off', times() + ' off'])}"
    if kind < .65: return random.choice(["00:00-24:00", "24/7", "Mo-Su 18:00-24:00", "Sa 00:00-12:00,13:00-24:00"])
    if kind < .75: return f"{days()} {random.choice(['off', 'closed', 'off ' + chr(34) + '盘点' + chr(34)])}"
    return rule()

def join(make): return told(lambda: joined(make))

# The first of which the other program is not known to say something wrong.
def told(make):
    while True:
        text = make()
        months = [MONTHS.index(month) for pair in re.findall(r"\b([A-Z][a-z][a-z]),([A-Z][a-z][a-z])\b", text) for month in pair]
        if "[5]" not in text and months == [month for a, b in zip(months[::2], months[1::2]) for month in sorted((a, b))]: return text

def joined(make):
    text = make()
    for _ in range(random.choice([0, 1, 1, 2, 2])):
        isWhole = text[-1].isdigit() and ":" in text or text[-1] in 'fdn"'
        text += random.choice(["; ", "; ", "; ", ", "] if isWhole else ["; "]) + make()
    return text

while len(lines) < 800:
    text = join(rich_rule)
    try: hours = OpeningHours(text, country="CN")
    except Exception as error: print("refused", text, error, file=sys.stderr); continue
    lines.append("\t".join([text] + [f"{date} {said(hours, date)}" for date in (day_of_2026() for _ in range(6))]))

# Over midnight: what is open between the midnights of a day, whenever it began.
def night():
    begin, end = random.randint(30, 47), random.randint(1, 20)
    until = end + 48 if random.random() < .4 else end
    text = f"{begin // 2:02}:{begin % 2 * 30:02}-{until // 2:02}:{until % 2 * 30:02}"
    return " ".join([dates()] * (random.random() < .3) + [days()] * (random.random() < .8) + [f"09:00-10:00,{text}" if random.random() < .2 else text])

while len(lines) < 1000:
    text = told(night)
    try: hours = OpeningHours(text)
    except Exception as error: print("refused", text, error, file=sys.stderr); continue
    dates_ = [datetime.date(2026, 1, 2) + datetime.timedelta(days=random.randint(0, 900)) for _ in range(6)]
    lines.append("\t".join(["night " + text] + [f"{date} {said(hours, date)}" for date in dates_]))
print("\n".join(lines))
