"""Today's activities of a Gongshi site that take place: python3 today.py https://quanxi.example.cn [2026-11-21T10:00:00+08:00]"""
import datetime, hashlib, json, pathlib, sys, urllib.parse, urllib.request

base, kept = sys.argv[1].rstrip("/"), pathlib.Path("activities.json")  # the files that were whole, for when the network is down
now = datetime.datetime.fromisoformat(sys.argv[2]) if sys.argv[2:] else datetime.datetime.now(datetime.timezone.utc)
held, files, digests = json.loads(kept.read_bytes()) if kept.exists() else {}, {}, {}

def get(url):
    with urllib.request.urlopen(urllib.parse.urljoin(base, url), timeout=20) as answer:
        return answer.read()

def take(url):  # what the index promises, held already or asked for; else a release was switched in between: ask again next time
    old = held.get(url, '{"generation": 0}').encode()
    body = old if hashlib.sha256(old).hexdigest() == digests[url] else get(url)
    if hashlib.sha256(body).hexdigest() != digests[url] or json.loads(body)["generation"] < json.loads(old)["generation"]:
        raise ValueError(url + " is not what the index promises")
    files[url] = body.decode()
    return json.loads(body)

def today(feed):  # and which parts have it: a large site's feed lists them
    day = now.astimezone(datetime.timezone(datetime.timedelta(minutes=feed["utcOffsetMinutes"]))).date().isoformat()
    return day, [part["url"] for part in feed.get("parts", []) if part["firstDay"] <= day <= part["lastDay"]]

try:
    index = json.loads(get(base + "/feeds/v1/index.json"))
    digests |= {one["url"]: one["sha256"] for one in index["feeds"] + index.get("parts", [])}
    for part in [part for part in index.get("parts", []) if part["folder"].endswith("/activities/all/")]:
        digests |= {one["url"]: one["sha256"] for one in take(part["url"])["feeds"]}
    for url in today(take(next(url for url in digests if url.endswith("/feeds/v1/activities.json"))))[1]: take(url)
    held = files
    kept.write_text(json.dumps(held), encoding="utf-8")
except (OSError, ValueError, LookupError, StopIteration) as error:
    print("no news:", error, file=sys.stderr)

main = next((json.loads(text) for url, text in held.items() if url.endswith("/feeds/v1/activities.json")), None)
day, parts = today(main) if main else ("", [])
feeds = [json.loads(held[url]) for url in parts if url in held] + [main]
if not main or len(feeds) <= len(parts) or any(now >= datetime.datetime.fromisoformat(feed["validUntil"]) for feed in feeds):
    sys.exit("nothing that is known to be right")
for one in [one for feed in feeds for one in feed.get("data", [])]:
    if one["startsAtLocal"][:10] == day and one["status"] in ("scheduled", "moved") and datetime.datetime.fromisoformat(one["endsAt"]) > now:
        print(one["startsAtLocal"][11:16], one["title"], one["venueName"] or "")
