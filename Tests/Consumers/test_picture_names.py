"""Pictures with Chinese names, as phones and chats give them, are published under Latin letters, wherever they are shown."""

import json
import re
import shutil

import pytest
from support import build, check, done, edit, tiny, tiny_original, write  # noqa: F401

NAME = "微信图片_20261121.PNG"
PUBLISHED = "/images/wei-xin-tu-pian-20261121.png"
OTHER = "/images/huo-dong/kai-men.png"


@pytest.fixture
def site(tiny):  # noqa: F811
    gate = tiny / "content/images/gate.png"
    (tiny / "content/images/活动").mkdir()
    shutil.copy(gate, tiny / "content/images/活动/开门.png")
    gate.rename(tiny / "content/images" / NAME)
    edit(tiny, "content/notices/gate.md", "image: /images/gate.png", f"image: /images/{NAME}")
    edit(tiny, "content/notices/gate.md", "![北门](/images/gate.png)见图",
         f"![北门](/images/{NAME})，![门](/images/%E6%B4%BB%E5%8A%A8/%E5%BC%80%E9%97%A8.png)，[原图](/images/{NAME})见图")
    with (tiny / "content/screens/lobby.yaml").open("a", encoding="utf-8") as file:
        file.write(f"playlist:\n  - slide: photos\n    photos: [{{image: /images/{NAME}, caption: 北门}}]\n"
                   f"  - slide: text\n    text: |\n      看图\n\n      ![](/images/活动/开门.png)\n")
    return tiny


def test_published_in_pinyin_everywhere(site):
    done(build(site))
    public = site / "public"
    assert (public / PUBLISHED[1:]).is_file() and (public / OTHER[1:]).is_file()
    files = [str(path.relative_to(public)) for path in public.rglob("*")]
    assert [path for path in files if not path.isascii()] == []
    page = (public / "notices/gate/index.html").read_text(encoding="utf-8")
    # In the text, its link, over the text and for those who share the page.
    assert page.count(PUBLISHED) >= 4 and OTHER in page
    assert PUBLISHED in (public / "notices/index.html").read_text(encoding="utf-8") + (public / "index.html").read_text(encoding="utf-8")
    feeds = "".join((public / name).read_text(encoding="utf-8") for name in ("feed.json", "atom.xml", "feeds/v1/notices.json"))
    assert PUBLISHED in feeds and OTHER in feeds
    for path in public.rglob("*"):
        if path.suffix in (".html", ".json", ".xml"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"/images/[^\"<>& ]*[^\x00-\x7f]", text) and "/images/%" not in text, path


def test_screens_show_them(site):
    done(build(site))
    screen = json.loads((site / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))
    pictures = re.findall(r'data:image/png;base64,[^"]+|/images/[^"\\\\]+', json.dumps(screen))
    assert len(pictures) >= 2 and all(picture.startswith("data:") or picture in (PUBLISHED, OTHER) for picture in pictures)


@pytest.mark.parametrize("other", ["images/weixintupian-20261121.png", "images/wei-xin-tu-pian-20261121.png"])
def test_two_of_one_address(site, other):
    shutil.copy(site / "content/images" / NAME, site / "content" / other)
    answer = check(site, "--language", "zh")
    if other == PUBLISHED[1:]:
        assert answer.returncode == 1
        assert f"content/images/{NAME}: error[image.same-address]: 图片的网址 {PUBLISHED} 已用于 content/{other}" in answer.stderr
    else:
        assert answer.returncode == 0, answer.stderr


def test_what_can_not_be_written(site):
    shutil.copy(site / "content/images" / NAME, site / "content/images/👍.png")
    answer = check(site, "--language", "zh")
    assert answer.returncode == 1 and "content/images/👍.png: error[image.file-name]" in answer.stderr


def test_a_missing_one_is_named_as_it_is_written(site):
    edit(site, "content/notices/gate.md", f"image: /images/{NAME}", "image: /images/微信图片.png")
    answer = check(site, "--language", "zh")
    assert answer.returncode == 1 and "“/images/微信图片.png”" in answer.stderr
