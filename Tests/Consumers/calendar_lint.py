"""What parsers let pass and calendars stumble over: a linter on the octets of an iCalendar file (RFC 5545)."""

import re


def problems(data):
    """All problems of the bytes of one .ics file, as short texts."""
    found = []
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        found.append("line end that is not CRLF")
    if not data.endswith(b"\r\n"):
        found.append("no line end at the end")
    lines = data.split(b"\r\n")[:-1]
    for number, line in enumerate(lines, 1):
        if len(line) > 75:
            found.append(f"line {number} has {len(line)} octets")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(f"line {number} is folded inside a character")
        if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line):
            found.append(f"line {number} has a control character")
    unfolded = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode("utf-8", "replace").split("\r\n")
    zones = set(re.findall(r"^TZID:(.*)$", "\n".join(unfolded), re.MULTILINE))
    seen, event, order = set(), None, 0
    for line in unfolded:
        used = re.match(r"[A-Z-]+;(?:[^:]*;)?TZID=([^:;]+)", line)
        if used and used[1] not in zones:
            found.append(f"no VTIMEZONE for {used[1]}")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"):
                if name not in event:
                    found.append(f"event without {name}")
            identity = (event.get("UID"), event.get("RECURRENCE-ID"))
            if identity in seen:
                found.append(f"{identity} stands twice")
            seen.add(identity)
            if len(event.get("UID", "").encode()) > 200:
                found.append("UID over 200 octets")
            # RFC 5545 §3.3.10: of DTSTART's type, and in UTC where that has a zone.
            until = re.search(r"UNTIL=(\w+)", event.get("RRULE", ""))
            if until and not re.fullmatch(r"\d{8}" if "T" not in event.get("DTSTART", "T") else r"\d{8}T\d{6}Z", until[1]):
                found.append("UNTIL is not of DTSTART's type, or not in UTC")
            event = None
        elif event is not None:
            name = re.match(r"[A-Z-]+", line)[0]
            if name in event and name not in ("EXDATE", "RDATE"):
                found.append(f"{name} stands twice in an event")
            event[name] = line.split(":", 1)[1]
    for name in ("VERSION:2.0", "CALSCALE:GREGORIAN", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"):
        if name not in unfolded:
            found.append(f"no {name}")
    return found
