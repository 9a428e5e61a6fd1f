"""Teams: every number is what the rows come to, and page, feed, screen and search say the same."""

import csv
import html.parser
import json
import re

import pytest
from support import NOW, ROOT, build, change_rows, check, done, problems, tiny, tiny_original, write  # noqa: F401

BASE = "https://quanxi.example.cn"


def rows(name):
    with (ROOT / f"content/data/{name}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def feed(public, name="teams"):
    return json.loads((public / f"feeds/v1/{name}.json").read_text())["data"]


class Teams(html.parser.HTMLParser):
    """The text of each team by its id, and the headings with their counts."""

    def __init__(self, text):
        super().__init__()
        self.team, self.heading, self.texts, self.links, self.headings, self.tallies = None, None, {}, {}, {}, []
        self.tally = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        names = (attributes.get("class") or "").split()
        if tag == "li" and "team" in names:
            self.team = attributes["id"]
            self.texts[self.team], self.links[self.team] = "", []
        elif tag == "details":
            self.team = None
            self.heading = attributes.get("id", "").removeprefix("teams-")
        elif tag == "summary" and self.heading:
            self.headings[self.heading] = ""
        elif tag == "b" and not self.team:
            self.tally = True
        if self.team and tag == "a":
            self.links[self.team].append(attributes["href"])

    def handle_endtag(self, tag):
        if tag == "summary":
            self.heading = None
        if tag == "b":
            self.tally = False

    def handle_data(self, text):
        if self.team:
            self.texts[self.team] += text
        elif self.heading in self.headings:
            self.headings[self.heading] += text
        elif self.tally:
            self.tallies.append(text)


def listed(public, path="teams"):
    return Teams((public / path / "index.html").read_text())


def test_counts_are_what_the_rows_come_to(public):
    teams, page = rows("team"), listed(public)
    types = {}
    for team in teams:
        types.setdefault(team["type"], []).append(team)
    assert set(page.headings) == set(types)
    for name, of_type in types.items():
        members = sum(int(team["members"]) for team in of_type if team["members"])
        assert f"{len(of_type)} 支" in page.headings[name] and f"{members} 人" in page.headings[name]
    # The headings of the folds say how many: no tiles before them say it too.
    assert page.tallies == []
    text = (public / "teams/index.html").read_text()
    assert f"共 {len(teams)} 支，{sum(int(team['members'] or 0) for team in teams)} 人" in text


def test_page_and_feed_agree(public):
    page, teams = listed(public), feed(public)
    assert {f"team-{team['id']}" for team in teams} == set(page.texts) and len(teams) == len(rows("team"))
    activities = {activity["activityId"] for activity in feed(public, "activities")}
    series = {row["id"]: row["title"] for row in rows("activity")}
    for team in teams:
        text, links = page.texts[f"team-{team['id']}"], page.links[f"team-{team['id']}"]
        assert team["name"] in text and team["unitName"] in text
        assert team["members"] is None or f"{team['members']} 人" in text
        assert team["url"] == (team["pageUrl"] or f"{BASE}/teams/#team-{team['id']}")
        if team["pageUrl"]:
            assert team["pageUrl"].removeprefix(BASE) in links
        assert [f"/activities/{one}/" for one in team["activityIds"]] == [link for link in links if link.startswith("/activities/")]
        for one in team["activityIds"]:
            assert one not in activities or series[one] in text


def test_a_host_s_activities_stand_with_its_team(public):
    by_name = {team["name"]: team for team in feed(public)}
    for activity in rows("activity"):
        team = by_name.get(activity["host"])
        if team and activity["rrule"] and "UNTIL" not in activity["rrule"]:
            assert activity["id"] in team["activityIds"], activity["id"]


def test_a_team_s_page_has_its_row_s_figures(public):
    for team in feed(public):
        if team["pageUrl"]:
            text = (public / team["pageUrl"].removeprefix(BASE).strip("/") / "index.html").read_text()
            assert f"<dd>{team['members']} 人</dd>" in text
            # Beside the name or in it, and not as a fact once more.
            assert (f">{team['typeLabel']}</span>" in text or team["typeLabel"] in team["name"]) and f"<dd>{team['typeLabel']}</dd>" not in text


def test_the_screen_shows_what_the_feed_has(public):
    by_id = {f"team-{team['id']}": team for team in feed(public)}
    text = (public / "feeds/v1/screens/quanxi-lobby.json").read_text()
    shown = [identifier for identifier in by_id if f'"{identifier}"' in text]
    assert set(shown) == {"team-mutual-help", "team-taichi"}, "those that its playlist names"
    for identifier in shown:
        assert by_id[identifier]["name"] in text and by_id[identifier]["url"] in text


def test_a_team_without_a_page_is_found(open_page):
    page = open_page("/search/?q=%E6%89%8B%E8%89%BA%E4%BA%BA")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    assert page.query_selector('[data-results] a[href="/teams/#team-craftsmen"]')


# Councils


def test_councils_say_when_they_meet_next(public):
    activities = feed(public, "activities")
    councils = feed(public, "councils")
    assert {council["id"] for council in councils} == {path.stem for path in (ROOT / "content/councils").glob("*.md")} - {"index"}
    for council in councils:
        own = [
            one for one in activities
            if one["activityId"] in council["activityIds"] and one["status"] in ("scheduled", "moved") and one["endsAt"] > NOW]
        first = min(own, key=lambda one: (one["startsAt"], one["id"]), default=None)
        assert council["nextId"] == (first and first["id"]) and council["nextStartsAt"] == (first and first["startsAt"])
        matters = {matter["id"]: matter for matter in feed(public, "matters")}
        for topic in council["topics"]:
            matter = matters[topic["matterId"]]
            votes = [step for step in matter["steps"] if step["votesFor"] is not None]
            assert (topic["title"], topic["phase"], topic["url"]) == (matter["title"], matter["phase"], matter["url"])
            assert topic["votesFor"] == (votes[-1]["votesFor"] if votes else None)
        assert council["open"] == sum(topic["phase"] in ("raised", "taken", "doing") for topic in council["topics"])
    assert any(council["nextId"] for council in councils) and any(council["topics"] for council in councils)


# Bad input, hostile text, many


HOSTILE = "<script>alert(1)</script>&\"'{{x}}"
TEAM = "INSERT INTO team(id,unit_id,type,name,members,summary,page) VALUES"


def sql(text):
    return "'" + text.replace("'", "''") + "'"


def test_hostile_text_does_no_harm(tiny):
    change_rows(tiny, f"{TEAM} ('a','yard','other',{sql(HOSTILE)},7,{sql(HOSTILE)},'/teams/a/'),('b','yard','sport',{sql('乙' + HOSTILE)},NULL,{sql(HOSTILE)},NULL);")
    write(tiny, "content/teams/a.md", f"---\ntitle: {json.dumps(HOSTILE)}\nkind: team\n---\n\n```teams\n```\n")
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist: [{slide: team}]\n")
    done(build(tiny))
    for path in (tiny / "public").rglob("*.html"):
        assert "<script>alert" not in path.read_text(), path
    assert {team["name"] for team in json.loads((tiny / "public/feeds/v1/teams.json").read_text())["data"]} == {HOSTILE, "乙" + HOSTILE}


@pytest.mark.parametrize(("column", "value"), [
    ("type", "'choir'"), ("members", "0"), ("members", "'many'"), ("members", "2.5"), ("name", "''"), ("unit_id", "'nowhere'"),
    ("page", "'teams/a'"), ("page", "'/teams/nothing/'"), ("id", "'A B'"), ("summary", "'请找 138 1234 5678'"),
])
def test_bad_values_are_named(tiny, column, value):
    values = {"id": "'a'", "unit_id": "'yard'", "type": "'sport'", "name": "'甲'", "members": "3", "summary": "NULL", "page": "NULL", column: value}
    change_rows(tiny, f"INSERT INTO team({','.join(values)}) VALUES({','.join(values.values())});")
    found = problems(check(tiny).stderr)
    assert any("team" in line and column in line for line in found), found


def test_a_page_and_a_row_that_differ_are_told_with_both_figures(tiny):
    change_rows(tiny, f"{TEAM} ('taichi','yard','sport','太极队',200,NULL,'/teams/taichi/');")
    write(tiny, "content/teams/taichi.md", "---\ntitle: 太极队\nkind: team\nmembers: 210\n---\n打拳。\n")
    result = check(tiny)
    found = [line for line in problems(result.stderr) if "team.contradiction" in line]
    assert result.returncode == 1 and len(found) == 1
    assert found[0].startswith("content/teams/taichi.md:4:") and "210" in result.stderr and "200" in result.stderr


def test_two_thousand_teams_are_paged(tiny):
    values = ",".join(f"('t{n}','yard','{'mediation' if n % 4 else 'safety'}','队{n}',{n % 30 + 1},NULL,NULL)" for n in range(2000))
    change_rows(tiny, f"{TEAM} {values};")
    done(build(tiny))
    public = tiny / "public"
    first = listed(public)
    assert len(first.texts) == 80 and "1500 支" in first.headings["mediation"]
    teams = json.loads((public / "feeds/v1/teams.json").read_text())["data"]
    assert len(teams) == 2000
    pages = sorted((public / "teams/all").rglob("index.html"))
    assert len(pages) == 20 and all(page.stat().st_size < 100_000 for page in pages)
    found = {}
    for page in [public / "teams/index.html", *pages]:
        url = "/" + str(page.parent.relative_to(public)) + "/"
        for anchor in Teams(page.read_text()).texts:
            found.setdefault(f"{url}#{anchor}", None)
    # Each leads to where the team really stands.
    assert {re.sub(r"^https?://[^/]+", "", team["url"]) for team in teams} <= set(found)
