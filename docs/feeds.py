"""The lists of fields and the examples in feeds.md, made of a published site: each feed's own JSON Schema, and the fullest of its records.

usage: feeds.py PUBLIC   writes them anew, from the sample community as of 2026-11-21T09:00:00+08:00 (`make golden` does it)
"""

import json
import pathlib
import re
import sys

DOCUMENT = pathlib.Path(__file__).with_name("feeds.md")
BEGIN = "<!-- The feeds as their schemas say; `make golden` writes them. -->\n"
END = "<!-- End of the feeds. -->\n"
FORMATS = {"date-time": "time, RFC 3339", "date": "date", "uri": "address"}
ENVELOPE = ["$schema", "schemaVersion", "generation", "generatedAt", "validFrom", "validUntil", "timeZone", "utcOffsetMinutes", "signature"]


def holds(schema):
    """What a member holds, in a few words."""
    if "enum" in schema:
        words = [word for word in schema["enum"] if word is not None]
        return ", ".join(f"`{word}`" for word in words) + ("; may be null" if None in schema["enum"] else "")
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kind = next(name for name in types if name != "null")
    text = {"string": FORMATS.get(schema.get("format"), "text"), "integer": "whole number", "number": "number", "boolean": "true or false", "object": "object"}
    if kind == "array":
        items = schema["items"]
        text["array"] = "list of objects" if items.get("type") == "object" else f"list: {holds(items)}"
    return text[kind] + ("; may be null" if "null" in types else "")


def rows(schema, above="", absent=False):
    """A row for each member, and for those of objects within. `absent`: members that have nothing to say are left out, not null."""
    required = set(schema.get("required", []))
    for name, member in schema["properties"].items():
        said = holds(member) + ("; may be absent" if absent and name not in required else "")
        yield f"| `{above}{name}` | {said} | {member.get('description', '').replace('|', chr(92) + '|')} |"
        within = member["items"] if member.get("type") == "array" else member
        if within.get("type") == "object":
            yield from rows(within, f"{above}{name}{'[]' if within is not member else ''}.", absent)


def table(lines):
    return "\n".join(["| field | holds | |", "|---|---|---|", *lines]) + "\n"


def shortened(value):
    """As an example: long texts and lists are cut."""
    if isinstance(value, str):
        return value if len(value) <= 60 or value.startswith("http") else value[:40] + "…"
    if isinstance(value, list):
        return [shortened(one) for one in value[:2]]
    return {key: shortened(one) for key, one in value.items()} if isinstance(value, dict) else value


def example(records):
    fullest = max(records, key=lambda record: sum(value not in (None, [], "") for value in record.values()))
    return "```json\n" + json.dumps(shortened(fullest), ensure_ascii=False, indent=1) + "\n```\n"


def fields(public):
    """The generated part."""
    schemas = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted((public / "feeds/v1/schema").glob("*.json"))}
    index = schemas.pop("index")
    screen = schemas.pop("screen")
    release = schemas.pop("release")
    # What a site reads: docs/screens.md has its members.
    weather = schemas.pop("weather")
    # Of feeds that are too large for one file: the sample has none.
    schemas.pop("parts", None)
    members = index["properties"]
    parts = ["\n### The envelope\n\nEvery file below `/feeds/v1/` begins with these.\n\n" + table(rows({**index, "properties": {name: members[name] for name in ENVELOPE}}))]
    own = {name: member for name, member in members.items() if name not in ENVELOPE}
    parts.append("\n### index\n\n`/feeds/v1/index.json`: " + index["description"] + "\n\n" + table(rows({"properties": own})))
    own = {name: member for name, member in release["properties"].items() if name not in ENVELOPE}
    parts.append("\n### release\n\n`/feeds/v1/release.json`: " + release["description"] + "\n\n" + table(rows({"properties": own})))
    for name, schema in schemas.items():
        data = json.loads((public / f"feeds/v1/{name}.json").read_text(encoding="utf-8"))["data"]
        record = schema["properties"]["data"]
        parts.append(f"\n### {name}\n\n`/feeds/v1/{name}.json`: {schema['description']}\n\n{table(rows(record['items']))}\n{example(data) if data else ''}")
    own = {name: member for name, member in screen["properties"].items() if name not in ENVELOPE}
    parts.append("\n### screens\n\n`/feeds/v1/screens/<id>.json`: " + screen["description"] + "\n\n" + table(rows({**screen, "properties": own}, absent=True)))
    parts.append("\n### What a site reads\n\n`/feeds/v1/schema/weather.json` is the schema of a file that no site publishes: " + weather["description"] + " ([screens.md](screens.md#weather-天气)).\n")
    return "".join(parts) + "\n"


def renewed(text, public):
    """The document with its generated parts as they should be."""
    for name, language in (("today.py", "python"), ("today.js", "js")):
        code = (DOCUMENT.parent / "examples" / name).read_text(encoding="utf-8")
        mark = f"<!-- {name} -->\n"
        before, after = text.split(mark)
        after = re.sub(r"^\n```.*?\n```\n", "", after, count=1, flags=re.S)
        text = f"{before}{mark}\n```{language}\n{code}```\n{after}"
    before, after = text.split(BEGIN)
    return before + BEGIN + fields(public) + END + after.split(END)[1]


def main(public):
    DOCUMENT.write_text(renewed(DOCUMENT.read_text(encoding="utf-8"), pathlib.Path(public)), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
