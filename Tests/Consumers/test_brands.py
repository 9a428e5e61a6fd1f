"""Brands, partners and recorded videos: pages, feeds, screens and search say the same; the reader's clock says which edition it is."""

import csv
import html.parser
import json
import re

import pytest
from serving import files_served
from support import NOW, ROOT, build, change_rows, check, done, gongshi, problems, tiny, tiny_original, write  # noqa: F401

BASE = "https://quanxi.example.cn"
TODAY = NOW[:10]


def feed(public, name="brands"):
    return json.loads((public / f"feeds/v1/{name}.json").read_text())["data"]


def brands(public):
    return {brand["id"]: brand for brand in feed(public)}


def text(public, url):
    return (public / url.strip("/") / "index.html").read_text()


def visible(page):
    """Its words, each piece of text a word."""
    class Texts(html.parser.HTMLParser):
        def __init__(self):
            super().__init__()
            self.texts = []

        def handle_data(self, data):
            self.texts.append(data.strip())

    reader = Texts()
    reader.feed(page)
    return [text for text in reader.texts if text]


class Tree(html.parser.HTMLParser):
    """The links of the brands' tree, each with how deep it stands, and which is the page's own."""

    def __init__(self, page):
        super().__init__()
        self.depth, self.isIn, self.links, self.current = 0, False, [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "nav" and "brand-tree" in attributes.get("class", ""):
            self.isIn = True
        if self.isIn and tag == "ul":
            self.depth += 1
        if self.isIn and tag == "a":
            self.links.append((self.depth, attributes["href"]))
            if attributes.get("aria-current") == "page":
                self.current = attributes["href"]

    def handle_endtag(self, tag):
        if self.isIn and tag == "ul":
            self.depth -= 1
        if tag == "nav":
            self.isIn = False


# The facts of the field, as data


FACTS = {
    "fudong-lectures": [("1", 1), ("8", 8), ("5", 5), ("N", None)],
    "huijin-committee": [("1", 1), ("6", 6)],
    "yunding-702": [("1", 1), ("4", 4), ("2", 2)],
    "beihuai-huaiyuan": [("1", 1), ("12", 12)],
    "beihuai": [("3", 3)],
    "songtai": [("3", 3), ("N", None)],
}


@pytest.mark.parametrize("name", FACTS)
def test_methods_have_as_many_items_as_they_count(public, name):
    parts = brands(public)[name]["method"]["parts"]
    assert [part["count"] for part in parts] == [count for count, _ in FACTS[name]]
    for part, (_, count) in zip(parts, FACTS[name], strict=True):
        assert part["items"] and count in (None, len(part["items"]))


def test_pages_show_the_methods_of_the_feed(public):
    shown = 0
    for brand in feed(public):
        if not brand["method"]:
            continue
        words = visible(text(public, brand["url"].removeprefix(BASE)))
        for part in brand["method"]["parts"]:
            assert part["count"] in words and part["name"] in words, brand["id"]
            for item in part["items"]:
                assert item["title"] in words, (brand["id"], item["title"])
                shown += 1
    assert shown > 40
    # A plain page's, and the same in the brand's text.
    for url in ("/grid-method/", "/brands/lianmeng/"):
        page = text(public, url)
        assert re.findall(r"<h3><b>(\w)</b>", page) == ["3", "4", "5"], url


def test_the_tree_is_the_feeds(public):
    below = {}
    for brand in feed(public):
        below.setdefault(brand["parentId"], []).append(brand["id"])

    def walk(parent, depth):
        for name in below.get(parent, []):
            yield depth, f"/brands/{name}/"
            yield from walk(name, depth + 1)

    tree = list(walk(None, 1))
    index = Tree(text(public, "/brands/"))
    assert sorted(index.links) == sorted(tree) and index.current is None
    assert len([link for depth, link in tree if depth == 2]) == 5 and max(depth for depth, _ in tree) == 3
    page = Tree(text(public, "/brands/songtai-reading/"))
    assert page.links == index.links and page.current == "/brands/songtai-reading/"


def test_a_brands_totals_are_counted(public):
    """From the repository's own rows and pages, not from what is typed."""
    all_brands = brands(public)
    below = {name for name, brand in all_brands.items() if name != "quanxi"}
    total = all_brands["quanxi"]["total"]
    assert total["brands"] == len(below) == 10
    partners = {partner for brand in all_brands.values() for partner in brand["partnerIds"]}
    assert total["partners"] == len(partners)
    matters = [matter for matter in feed(public, "matters") if matter["brandId"]]
    phases = [matter["phase"] for matter in matters]
    assert total["mattersDone"] == phases.count("done") and total["mattersUnderWay"] == phases.count("doing") + phases.count("taken")
    assert total["mattersWaiting"] == phases.count("raised")
    venues = {carrier["id"] for brand in all_brands.values() for carrier in brand["carrierLinks"] if carrier["kind"] == "venue"}
    page = text(public, "/brands/quanxi/")
    for key in ("brands", "carriers", "partners", "occurrences"):
        assert f'<li class="tally tally-{key}"><b>{total[key]}</b>' in page, key
    for venue in feed(public, "venues"):
        if venue["id"] in venues:
            assert "承载品牌" in text(public, venue["url"].removeprefix(BASE)), venue["id"]


def test_partners_are_the_same_on_pages_and_in_the_feed(public):
    partners = feed(public, "partners")
    assert len(partners) == 12 and {partner["type"] for partner in partners} == {"space", "operation", "governance", "co-building"}
    index = text(public, "/partners/")
    for partner in partners:
        path = partner["url"].removeprefix(BASE)
        words = visible(text(public, path))
        assert f'href="{path}"' in index and set(partner["offers"]) <= set(words)
        assert any(partner["assessment"] in word for word in words) if partner["assessment"] else True
    ends = {partner["id"]: partner["agreementUntil"] for partner in partners}
    assert ends["huijin-property"] == "2027-06-30" and ends["nanchuang-books"] == "2028-10-31"


def test_premises_add_up(public):
    page = text(public, "/brands/songtai/")
    areas = [int(area.replace(",", "")) for area in re.findall(r"<b>([\d,]+) 平方米</b><svg class=\"bar\"", page)]
    assert areas == [150, 1910, 440] and sum(areas) == 2500 and "一共2,500 平方米" in page


def test_search_finds_what_methods_say(open_page):
    page = open_page("/search/?q=外来工队")
    page.wait_for_selector("[data-results][data-state=done]")
    assert page.locator("[data-results] a[href='/brands/fudong-lectures/']").count() >= 1


# Videos


def recorded():
    with open(ROOT / "content/data/activity_change.csv", newline="") as file:
        return {(row["activity_id"], row["occurs_at"]): row["video_url"] for row in csv.DictReader(file) if row["video_url"]}


def test_videos_stand_on_their_pages_with_a_code(public):
    videos = feed(public, "videos")
    rows = recorded()
    assert {video["videoUrl"] for video in videos if video["activityId"]} == set(rows.values()) and len(rows) >= 6
    for video in videos:
        page = text(public, video["url"].removeprefix(BASE))
        item = re.search(rf'<li class="video"[^>]*>(?:(?!</li>).)*{re.escape(video["videoUrl"])}.*?</li>', page, re.S)
        assert item and "<svg" in item[0] and video["title"].replace("“", "“") in item[0], video["id"]
        is_told = video["showFrom"] is None or video["showFrom"] <= NOW
        assert (" hidden" in item[0].split(">")[0]) != is_told


def test_screens_show_the_codes_of_videos(public):
    programme = json.loads((public / "feeds/v1/screens/quanxi-lobby.json").read_text())
    slide = next(slide for slide in programme["data"] if slide["kind"] == "videos")
    items = [programme["items"][index] for index in slide["items"]]
    told = {programme["codes"][item["code"]]["url"] for item in items}
    assert told <= {video["videoUrl"] for video in feed(public, "videos")} and len(told) >= 4
    assert all(item["codeLabel"] == "扫码看视频" for item in items)
    # One that is not over yet comes when it is.
    ahead = {video["videoUrl"]: video["showFrom"] for video in feed(public, "videos") if video["showFrom"] and video["showFrom"] > NOW}
    assert ahead
    for item in items:
        url = programme["codes"][item["code"]]["url"]
        assert item["from"] == ahead[url] if url in ahead else item["from"] <= NOW


@pytest.mark.parametrize("value", ["javascript:alert(1)", "v.example/1", "https://a b"])
def test_a_row_with_no_address_is_told(site, tmp_path, value):
    path = tmp_path / "activity_change.csv"
    path.write_text(f"activity_id,occurs_at,change,title,video_url\nbeihuai-college-study,2026-10-21T14:30,topic,甲,{value}\n")
    result = gongshi("activities", "import", "--at", NOW, "--site", site, path)
    assert result.returncode == 1 and "activity_change.csv:2:5: error" in result.stderr and "https://" in result.stderr


def test_what_was_cancelled_has_no_video(site, tmp_path):
    path = tmp_path / "activity_change.csv"
    path.write_text(
        "activity_id,occurs_at,change,video_url\nbeihuai-college-study,2026-10-21T14:30,cancelled,https://v.example/1\n")
    result = gongshi("activities", "import", "--at", NOW, "--site", site, path)
    assert result.returncode == 1 and "no video" in result.stderr


# Bad input


BRAND = "---\ntitle: 甲\nkind: brand\n{}\n---\n正文\n"
BAD = {
    "editions: [{edition: a, from: 2020}, {edition: b, from: 2019}]": "brand.edition-order",
    "editions: [{edition: a, from: 2020, until: 2022}, {edition: b, from: 2021}]": "brand.edition-overlap",
    'method: {name: "345", parts: [{count: 3, name: 平台, items: [a, b]}]}': "method.count",
    'method: {name: "34", parts: [{count: 3, name: 平台, items: [a, b, c]}]}': "method.name",
    "carriers: [{title: 甲, venue: nowhere}]": "reference.missing",
    "premises: {area: 10, offices: 20}": "premises.parts",
    'video: "javascript:alert(1)"': "video.url",
    "parent: a": "brand.cycle",
}


def test_bad_front_matter_is_explained_at_its_place(tiny):  # noqa: F811
    for keys, code in BAD.items():
        write(tiny, "content/brands/a.md", BRAND.format(keys))
        for language in ("zh", "en"):
            result = check(tiny, "--language", language)
            found = [line for line in problems(result.stderr) if f"[{code}]" in line]
            assert result.returncode == 1 and found and "content/brands/a.md:4:" in found[0], (keys, result.stderr)


HOSTILE = "<script>alert(1)</script>\"'&`{{x}}"


def test_hostile_text_is_only_text(tiny):  # noqa: F811
    said = json.dumps(HOSTILE)
    write(tiny, "content/brands/a.md", BRAND.format(
        f"motto: {said}\neditions: [{{edition: {said}, name: {said}, from: 2020, changes: [{said}]}}]\n"
        f"carriers: [{said}, {{title: {said}}}]\nmethod: {{name: {json.dumps(HOSTILE.replace('1', ''))}, summary: {said}, "
        f"parts: [{{count: N, name: {said}, summary: {said}, items: [{said}, {{title: {said}, summary: {said}}}]}}]}}\n"
        f"premises: {{area: 5, terms: {said}}}\nvideo: [{{title: {said}, url: 'https://v.example/<x>\"&'}}]"))
    write(tiny, "content/partners/p.md", "---\ntitle: 店\nkind: partner\ntype: co-building\n"
          f"agreement: {{until: 2027, assessed: 2026, result: {said}, admission: {said}, exit: {said}}}\n---\n")
    done(build(tiny))
    public = tiny / "public"
    for url in ("brands/a", "partners/p", "brands", "partners"):
        page = text(public, url)
        assert "<script>alert" not in page and "v.example/<x>" not in page
    said_in_feed = feed(public)[0]
    assert said_in_feed["editions"][0]["changes"] == [HOSTILE] and said_in_feed["method"]["parts"][0]["items"][1]["summary"] == HOSTILE
    assert feed(public, "partners")[0]["exit"] == HOSTILE and feed(public, "videos")[0]["title"] == HOSTILE


# The reader's clock


def shown(page, selector):
    return page.evaluate(
        """selector => Array.prototype.filter.call(document.querySelectorAll(selector), node => node.offsetParent !== null).map(node => node.textContent.trim())""",
        selector)


@pytest.fixture
def dated(tiny):  # noqa: F811
    """An edition that begins next year, an agreement that ends this year."""
    write(tiny, "content/brands/a.md", BRAND.format('editions: [{edition: "1.0", from: 2020}, {edition: "2.0", from: 2027-01}]'))
    write(tiny, "content/partners/p.md", "---\ntitle: 店\nkind: partner\ntype: space\nagreement: {until: 2026-12}\n---\n")
    done(build(tiny))
    with files_served(tiny / "public") as files:
        yield files.address


def test_editions_and_agreements_go_by_the_readers_clock(dated, browser):
    expected = {
        "2026-12-31T23:59:00+08:00": ("1.0 版", ["即将实行"], ["空间合伙人"]),
        "2027-01-01T00:01:00+08:00": ("2.0 版", ["现行"], ["空间合伙人", "协议已到期"]),
    }
    for time, (edition, standing, partner) in expected.items():
        context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 390, "height": 800})
        page = context.new_page()
        page.clock.install(time=time)
        page.goto(f"{dated}/brands/a/")
        assert shown(page, ".article-meta .dated") == [edition]
        assert shown(page, ".editions li:last-child .dated") == standing
        page.goto(f"{dated}/brands/")
        assert shown(page, ".card .dated") == [edition]
        page.goto(f"{dated}/partners/p/")
        assert shown(page, ".article-meta .dated") == partner
        context.close()


def test_a_recording_comes_when_what_it_shows_is_over(server, public, open_page):
    import datetime
    video = next(video for video in feed(public, "videos") if video["showFrom"] and video["showFrom"] > NOW)
    over = datetime.datetime.fromisoformat(video["showFrom"])
    for minutes, is_there in ((-1, False), (1, True)):
        page = open_page(video["url"].removeprefix(BASE), at=over + datetime.timedelta(minutes=minutes))
        assert (video["title"] in shown(page, ".video h3")) == is_there and page.problems == []


def test_a_phone_has_a_link_and_paper_a_code(server, open_page):
    page = open_page("/activities/beihuai-college-study/")
    assert page.locator(".video-code").first.is_hidden() and page.locator(".video .button").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(media="print")
    assert page.locator(".video-code").first.is_visible() and page.locator(".video .button").first.is_hidden()
    wide = open_page("/activities/beihuai-college-study/", width=1200)
    assert wide.locator(".video-code").first.is_visible()


@pytest.mark.parametrize("path", ["/brands/fudong-lectures/", "/brands/", "/brands/songtai/", "/grid-method/", "/partners/hongyin-violin/"])
def test_nothing_is_wider_than_a_phone(open_page, path):
    for query in ("", "?elder=1"):
        page = open_page(path + query, width=360)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, query


@pytest.mark.parametrize("path", ["/brands/fudong-lectures/", "/grid-method/"])
def test_numeral_cards_lie_within_their_grid(open_page, path):
    page = open_page(path, width=1200)
    boxes = page.evaluate("Array.prototype.map.call(document.querySelectorAll('.numeral'), node => [node.offsetLeft, node.offsetWidth, node.scrollWidth])")
    assert len(boxes) >= 3 and len({left for left, _, _ in boxes}) >= 3 and all(inner <= width for _, width, inner in boxes)
