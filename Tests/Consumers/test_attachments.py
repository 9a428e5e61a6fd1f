"""Files for readers: what is put into `content/files/` is looked at before it goes out, and goes out where a public page names it."""

import io
import json
import zipfile

import feedparser
import growth
import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image
from search_index import Index
from support import GONGSHI, NOW, build, check, done, edit, problems, png, stamps, tiny, tiny_original, write  # noqa: F401

LIFT = "content/notices/lift.md"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def offer(site, name, data, title=None):
    write(site, f"content/files/{name}", data)
    edit(site, LIFT, "请走楼梯。", f"[{title or '附件'}](/files/{name})\n\n请走楼梯。")


def pdf(more=b""):
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + more + b"\nstartxref\n9\n%%EOF\n"


def docx(body="<w:p><w:r><w:t>报名表</w:t></w:r></w:p>", parts=(), main="document"):
    """As Word writes it, with the parts that matter."""
    kind = "ms-word.document.macroEnabled" if main == "macros" else f"openxmlformats-officedocument.wordprocessingml.{main}"
    files = {
        "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="application/vnd.{kind}.main+xml"/></Types>',
        "_rels/.rels": '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>',
        **dict(parts),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def xlsx(change=lambda book: None):
    book = Workbook()
    book.active.title = "名册"
    book.active["A1"] = "名称"
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cell(name, value):
    return lambda book: book.active.__setitem__(name, value)


def comment(book):
    book.active["A1"].comment = Comment("打 13812345678", "张三")


def hidden(book):
    book.create_sheet("底稿").sheet_state = "hidden"


def author(book):
    book.properties.creator = "张三"
    book.properties.lastModifiedBy = "李四"


def jpeg(position=True):
    picture = Image.new("RGB", (8, 8))
    exif = Image.Exif()
    exif[0x0112] = 1
    if position:
        exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 39.0, 12.5), 3: "E", 4: (117.0, 7.0, 1.0)})
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def film(place=False):
    def box(kind, content):
        return (8 + len(content)).to_bytes(4, "big") + kind + content

    user = box(b"udta", box(b"\xa9xyz", b"+36.6512+117.1201/")) if place else b""
    return box(b"ftyp", b"isom\0\0\0\1isom") + box(b"moov", user) + box(b"mdat", b"\0" * 64)


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(100)
RUNS = "<w:p><w:r><w:t>138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p>"
CHANGES = "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
CORE = '<c xmlns:dc="dc" xmlns:cp="cp"><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></c>'

FILES = {
    "a picture named PDF": ("a.pdf", png(), ["error[attachment.wrong-format]"]),
    "a workbook named DOCX": ("a.docx", xlsx(), ["error[attachment.wrong-format]"]),
    "an archive named XLSX": ("a.xlsx", docx(main="x"), ["error[attachment.wrong-format]"]),
    "an old document": ("a.doc", OLE, ["error[attachment.not-accepted]"]),
    "an old document with a new name": ("a.docx", OLE, ["error[attachment.wrong-format]"]),
    "a document with a password": ("a.docx", LOCKED, ["error[attachment.password]"]),
    "a document with macros": ("a.docx", docx(parts=[("word/vbaProject.bin", "x")]), ["error[attachment.macros]"]),
    "a document for macros": ("a.docm", docx(main="macros"), ["error[attachment.macros]", "error[attachment.wrong-format]"]),
    "a web page": ("a.html", b"<!doctype html><script>1</script>", ["error[attachment.not-accepted]"]),
    "a text": ("a.txt", "电话".encode(), ["error[attachment.not-accepted]"]),
    "nothing": ("a.pdf", b"", ["error[attachment.empty]"]),
    "half a document": ("a.docx", docx()[:300], ["error[attachment.damaged]", "error[attachment.wrong-format]"]),
    "half a PDF": ("a.pdf", pdf()[:-10], ["error[attachment.damaged]"]),
    "an encrypted PDF": ("a.pdf", pdf(b"trailer << /Encrypt 2 0 R >>"), ["error[attachment.password]"]),
    "a PDF with a script": ("a.pdf", pdf(b"2 0 obj << /S /JavaScript /JS (1) >> endobj"), ["error[attachment.script]"]),
    "a PDF with files": ("a.pdf", pdf(b"2 0 obj << /Type /EmbeddedFile >> stream\nx\nendstream endobj"), ["warning[attachment.embedded]"]),
    "a PDF with an author": ("a.pdf", pdf("2 0 obj << /Author (张三) >> endobj".encode()), ["warning[attachment.author]"]),
    "a PDF with a number": ("a.pdf", pdf(b"2 0 obj << /Contents (13812345678) >> endobj"), ["error[privacy.mobile-number]"]),
    "a number cut in two": ("a.docx", docx(RUNS), ["error[privacy.mobile-number]"]),
    "a number in a comment": (
        "a.docx", docx(parts=[("word/comments.xml", f'<w:comments xmlns:w="w"><w:comment>{RUNS}</w:comment></w:comments>')]),
        ["error[privacy.mobile-number]", "warning[attachment.comments]"]),
    "tracked changes": ("a.docx", docx(CHANGES), ["warning[attachment.tracked-changes]"]),
    "authors": ("a.docx", docx(parts=[("docProps/core.xml", CORE)]), ["warning[attachment.author]"] * 2),
    "authors of a workbook": ("a.xlsx", xlsx(author), ["warning[attachment.author]"] * 2),
    "a hidden sheet": ("a.xlsx", xlsx(hidden), ["warning[attachment.hidden-sheet]"]),
    "a comment in a workbook": ("a.xlsx", xlsx(comment), ["error[privacy.mobile-number]", "warning[attachment.comments]"]),
    "a picture that says where": ("a.jpg", jpeg(), ["error[privacy.position]"]),
    "a film that says where": ("a.mp4", film(place=True), ["error[privacy.position]"]),
    "a picture in a document": ("a.docx", docx(parts=[("word/media/image1.jpeg", jpeg())]), ["error[privacy.position]"]),
}


@pytest.mark.parametrize("case", FILES)
def test_what_should_not_go_out(tiny, case):  # noqa: F811
    name, data, found = FILES[case]
    offer(tiny, name, data)
    result = check(tiny, "--language", "zh")
    told = problems(result.stderr)
    assert sorted(told) == sorted(f"content/files/{name}: {problem}" for problem in found), result.stderr
    assert result.returncode == (1 if any("error" in problem for problem in found) else 0)
    assert "13812345678" not in result.stderr
    # Each says what to do.
    assert result.stderr.count("办法: ") == len(told)


@pytest.mark.parametrize("name, data", [
    ("a.pdf", pdf()), ("a.docx", docx()), ("a.xlsx", xlsx()), ("a.png", png()), ("a.jpg", jpeg(position=False)), ("a.mp4", film()),
    ("a.mp3", b"ID3\4\0\0\0\0\0\0" + bytes.fromhex("fffb9000")),
    ("a.docx", docx(parts=[("docProps/core.xml", CORE.replace("张三", "小院公示").replace("李四", "Administrator"))])),
], ids=["pdf", "docx", "xlsx", "png", "jpg", "mp4", "mp3", "docx by an office"])
def test_what_may_go_out(tiny, name, data):  # noqa: F811
    offer(tiny, name, data)
    result = done(check(tiny))
    assert problems(result.stderr) == []
    done(build(tiny))
    assert (tiny / "public/files" / name).read_bytes() == data


def test_a_number_of_a_workbook_by_its_cell(tiny):  # noqa: F811
    offer(tiny, "a.xlsx", xlsx(cell("C7", 13812345678)))
    assert "content/files/a.xlsx:名册!C7: error[privacy.mobile-number]: 手机号码 138****5678 不能公开" in check(tiny, "--language", "zh").stderr
    # An office's may go out.
    with (tiny / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write('officePhones: ["13812345678"]\n')
    assert problems(done(check(tiny)).stderr) == []


def test_a_picture_to_keep_says_no_place(tiny):  # noqa: F811
    """Files go out as they are: one that says where it was taken is refused. Pages' own pictures are made anew (test_photos.py)."""
    offer(tiny, "home.jpg", jpeg())
    assert problems(check(tiny).stderr) == ["content/files/home.jpg: error[privacy.position]"]


def test_where_it_is_shown(tiny):  # noqa: F811
    data = docx()
    offer(tiny, "报名表.docx", data, title="填表")
    edit(tiny, "content/notices/gate.md", "unit: yard\n", "unit: yard\nattachments: [{file: 报名表.docx, title: 甲乙丙丁表}]\n")
    done(build(tiny))
    public = tiny / "public"
    url = "/files/bao-ming-biao.docx"
    page = (public / "notices/lift/index.html").read_text(encoding="utf-8")
    assert f'<a href="{url}">填表</a><span class="file">（Word 文档，1 KB）</span>' in page
    assert f'<a href="{url}">填表</a> <span class="file">Word 文档，1 KB</span>' in page
    assert "甲乙丙丁表" in (public / "notices/gate/index.html").read_text(encoding="utf-8")
    # JSON Feed 1.1 and Atom.
    items = json.loads((public / "feed.json").read_text(encoding="utf-8"))["items"]
    [attachments] = [item["attachments"] for item in items if item["url"].endswith("/lift/")]
    assert attachments == [{"url": f"https://yard.example.cn{url}", "mime_type": WORD, "title": "填表", "size_in_bytes": len(data)}]
    entries = feedparser.parse((public / "atom.xml").read_bytes()).entries
    [enclosure] = [entry.enclosures[0] for entry in entries if entry.link.endswith("/gate/")]
    assert enclosure.href.endswith(url) and enclosure.length == str(len(data)) and enclosure.type == WORD
    # The search finds the notice by the title; screens show nothing of it.
    assert [record.url for record in Index(public).records if "甲乙丙丁表" in record.text] == ["/notices/gate/"]
    assert "/files/" not in (public / "feeds/v1/screens/lobby.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("path, url", [("content/notices/index.md", "notices"), ("content/index.md", ".")])
def test_introductions_offer_files(tiny, path, url):  # noqa: F811
    write(tiny, "content/files/a.pdf", pdf())
    kind = "notice" if url == "notices" else "page"
    write(tiny, path, f"---\ntitle: 导语\nkind: {kind}\n---\n看[须知](/files/a.pdf)\n")
    done(build(tiny))
    page = (tiny / "public" / url / "index.html").read_text(encoding="utf-8")
    assert '<a href="/files/a.pdf">须知</a><span class="file">（PDF，1 KB）</span>' in page
    assert '<a href="/files/a.pdf">须知</a> <span class="file">PDF，1 KB</span>' in page


@pytest.mark.parametrize("line, goes_out", [
    ("draft: true", False), ("publishAt: 2026-12-01", False), ("expiresAt: 2026-11-20", True), ("tags: [甲]", True),
])
def test_only_what_a_public_page_names(tiny, line, goes_out):  # noqa: F811
    offer(tiny, "a.pdf", pdf())
    edit(tiny, LIFT, "date:", f"{line}\ndate:")
    assert problems(done(build(tiny)).stderr) == []
    assert (tiny / "public/files/a.pdf").exists() == goes_out
    if goes_out:
        # A page that is taken back takes its files with it.
        edit(tiny, LIFT, "date:", "draft: true\ndate:")
        done(build(tiny))
        assert not (tiny / "public/files").exists()


def test_missing_and_unused(tiny):  # noqa: F811
    offer(tiny, "报名表.pdf", pdf())
    edit(tiny, LIFT, "/files/报名表.pdf", "/files/报名.pdf")
    result = check(tiny, "--language", "zh")
    assert problems(result.stderr) == ["content/files/报名表.pdf: warning[attachment.unused]", f"{LIFT}:6:6: error[attachment.missing]"]
    assert "是不是想写“/files/报名表.pdf”？" in result.stderr


def test_too_large(tiny):  # noqa: F811
    offer(tiny, "a.pdf", b"")
    with (tiny / "content/files/a.pdf").open("wb") as file:
        file.truncate(31 << 20)
    result = check(tiny, "--language", "zh")
    assert problems(result.stderr) == ["content/files/a.pdf: error[attachment.too-large]"] and "31 MB" in result.stderr


def test_a_film_is_never_whole_in_memory(tiny):  # noqa: F811
    offer(tiny, "a.mp4", b"")
    small = growth.cost([GONGSHI, "build", "--site", tiny, "--at", NOW], tiny, exit=1)
    with (tiny / "content/files/a.mp4").open("wb") as file:
        head = film()[:-72]
        file.write(head + (1).to_bytes(4, "big") + b"mdat" + ((300 << 20) - len(head)).to_bytes(8, "big"))
        file.truncate(300 << 20)
    first = growth.cost([GONGSHI, "build", "--site", tiny, "--at", NOW], tiny)
    again = growth.cost([GONGSHI, "build", "--site", tiny, "--at", NOW], tiny)
    assert (tiny / "public/files/a.mp4").stat().st_size == 300 << 20
    assert max(first.memory, again.memory) < small.memory + (100 << 10)


def test_what_did_not_change_is_not_written_again(tiny):  # noqa: F811
    offer(tiny, "a.pdf", pdf())
    done(build(tiny))
    before = stamps(tiny / "public")["files/a.pdf"]
    edit(tiny, "content/notices/gate.md", "北门早六点开", "北门早七点开")
    done(build(tiny))
    assert stamps(tiny / "public")["files/a.pdf"][0] == before[0]
    write(tiny, "content/files/a.pdf", pdf(b"% new"))
    done(build(tiny))
    assert (tiny / "public/files/a.pdf").read_bytes() == pdf(b"% new")
