"""Writes content/data/weather.json of a Gongshi site, by cron every half hour: python3 weather.py https://weather.example.org/now.json /srv/gongshi"""
import json, os, pathlib, sys, urllib.request

with urllib.request.urlopen(sys.argv[1], timeout=20) as answer:
    given = json.load(answer)

# At the left what Gongshi reads, at the right what your own source calls it.
report = {
    "observedAt": given["time"],
    "place": given["station"],
    "now": {"weather": given["sky"], "temperature": given["celsius"], "humidity": given["humidity"], "wind": given["wind"], "air": given["aqi"]},
    "forecast": [{"date": day["date"], "weather": day["sky"], "low": day["min"], "high": day["max"]} for day in given["days"][:7]],
    "warnings": [
        {"kind": one["event"], "level": one["colour"], "text": one["text"], "source": one["sender"], "issuedAt": one["sent"], "expiresAt": one["expires"]}
        for one in given["alerts"]
    ],
}

# Whole or not at all: a name that ends in ~ is read by nobody. Where anything above fails, the last file stays and grows too old by itself.
file = pathlib.Path(sys.argv[2]) / "content/data/weather.json"
part = file.with_name("weather.json~")
part.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
os.replace(part, file)
