import Encoding
import Testing

@testable import Markdown

/// Marks that a writer sees and Markdown doesn't.
struct SuspectMarksTests {
  private func marks(_ text: String) -> [String] {
    Document(text).suspectMarks(in: text, fences: ["activities"]).map { "\($0.line):\($0.column) \($0.kind)" }
  }

  @Test(arguments: [
    ("见[报名表]（/files/a.docx）。", "1:2 link"), ("甲\n乙【报名表】(https://a.cn/)", "2:2 link"), ("［表］（/a/）", "1:1 link"),
    ("[表] (/a/)", "1:1 link"), ("[表](/files/报名 表.docx)", "1:1 blankInAddress"),
    ("![图](/a b.jpg)", "1:2 blankInAddress"),
    ("见！[图](/images/a.jpg)", "1:2 picture"), ("**粗体： **十", "1:1 emphasis"), ("甲\n＊＊粗体＊＊", "2:1 emphasis"),
    ("**没有完", "1:1 emphasis"), ("~~删去 ~~十", "1:1 strikethrough"), ("名单：张*梅、李*明", "1:5 lostAsterisks"),
    ("｜项目｜价格｜\n｜--｜--｜", "1:1 table"), ("| 项目 | 价格 |\n| 甲 | 1 |", "1:1 table"), ("- [ ]甲", "1:3 task"),
    ("- [x]甲", "1:3 task"),
    ("···activities\nunit: a\n···", "1:1 fence"), ("甲\n\n    停水通知 a=1", "3:5 indented"), ("甲<br>乙", "1:2 html"),
    ("<center>甲</center>", "1:1 html"), ("| 甲 |\n|--|\n| **乙： ** |", "3:3 emphasis"),
    ("| 甲 | 乙 |\n|--|--|\n| 一 | 二 |\n| 一 | 二 | 三 |", "4:11 extraCell"), ("甲 | 乙\n--|--\n一 | 二 | 三", "3:9 extraCell"),
    ("> | 甲 |\n> |--|\n> | 一 | 二 |", "3:9 extraCell"), ("- | 甲 |\n  |--|\n  | 一 | 二 |", "3:9 extraCell"),
    ("| 甲 | 乙 |\n|--|--|\n| 一 \\| 二 | 三 | 四 |", "3:16 extraCell"), ("| 甲 |\n|--|\n| 一 | 二", "3:7 extraCell"),
    ("| 甲 | 乙 |\n|--|--|\n一 | 二 | 三 |", "3:9 extraCell"), ("甲\n\n```\n乙\n\n丙", "3:1 openFence"),
    ("~~~yaml\na: 1", "1:1 openFence"), ("> ```\n> 乙\n\n丙", "1:1 openFence"),
    ("[电话]: 0531-0000-1200", "1:1 lostLine"), ("甲\n\n[说明]: 12月5日停水\n\n乙", "3:1 lostLine"),
    ("# 甲\n[a]: /b \"c\"\n[用]: 5元", "2:1 lostLine"), ("甲[注]\n\n[注]: /a/\n[附]: 表", "4:1 lostLine"),
    ("甲\n\n<!-- 乙\n\n丙", "3:1 openComment"), ("<!-- a -->\n甲\n\n<!--\n乙", "4:1 openComment"),
    ("1. 甲\n3. 乙\n7. 丙", "2:1 countedAnew"), ("1. 甲\n2. 乙\n2. 丙", "3:1 countedAnew"),
    ("> 2. 甲\n> 4. 乙", "2:1 countedAnew"),
    ("2026. 12. 5 停水", "1:1 listInList"), ("[TOC]", "1:1 foreign"), ("甲\n\n[[toc]]", "3:1 foreign"),
    ("见[[课表]]", "1:2 foreign"), ("![[a.png]]", "1:1 foreign"), ("请==务必==看", "1:2 foreign"),
    ("::: tip\n甲\n:::", "1:1 foreign"),
    ("!!! note\n    甲", "1:1 foreign"), ("> [!NOTE]\n> 甲", "1:1 foreign"), ("甲__粗体__乙", "1:1 foreign"),
    ("长*宽*高", "1:2 lostAsterisks"), ("A*B*C", "1:2 lostAsterisks"), ("甲\n\n    0531-00000000", "3:5 indented"),
    ("Hi.\n\n    Water will be off on Friday.", "3:5 indented"), ("\"\"\"activities\nlimit: 3", "1:1 fence"),
    ("```activities limit=3\n```", "1:1 fenceWords"), ("``` activities 本周\n```", "1:1 fenceWords"),
  ])
  func areNotedAtTheirPlace(text: String, wanted: String) {
    #expect(marks(text).first == wanted)
  }

  @Test(arguments: [
    "[表](/a/)", "![图](/a.jpg)", "**粗体：**十", "~~删~~", "9:00~11:00", "\\*\\*星号\\*\\*", "`**码**`", "电话138****0000",
    "王**、李**",
    "张三（见附件）[1]（甲）", "【通知】（第二次）", "| 甲 |\n|--|\n| 乙 |", "- [ ] 甲",
    "| 甲 | 乙 |\n|--|--|\n| 一 | 二 |\n| 一 |", "| 甲 |\n|--|\n| 一 |  |", "| 甲 |\n|--|\n| 一 \\| 二 |", "甲 | 乙\n--|--\n一 | 二",
    "| 甲 |\n|--|\n| 一 \\|", "| 甲 |\n|--|\n| 一 |　",
    "> | 甲 |\n> |--|\n> | 一 |", "```activities\nlimit: 3\n```", "> ```\n> 甲\n> ```", "- 甲\n\n  ```\n  乙\n  ```",
    "````\n```\n甲\n````", "```swift numbered\n甲\n```",
    "~~~\n```\n~~~", "```\n```", "```\n\n```\n甲",
    "甲 | 乙", "姓名____", "```\n**\n```", "a <b@c.cn> 乙",
    "<!-- 甲 -->", "<!-- 甲\n\n乙 -->\n丙", "[甲]: /a/\n\n见[甲]", "见[课表][a]\n\n[A]: /a/", "甲\n[乙]: 丙", "[甲]: 乙 丙", "[^1]: 甲",
    "```\n[甲]: 乙\n<!--\n[TOC]\n==a==\n```", "1. 甲\n2. 乙\n3. 丙", "1. 甲\n1. 乙\n1. 丙", "3. 甲\n4. 乙", "1) 甲\n2) 乙",
    "- 1. 甲",
    "1. 甲\n\n乙\n\n2. 丙", "`[[甲]]`", "[[甲]](/a/)", "a == b", "姓名：__________", "__粗__", "甲\n===", "甲\n\n    make demo x",
    "甲\n\n    a = b",
    "甲*乙丙*丁",
    "\\[表](/a/)", "*着重、强调*", "甲*着重*乙", "!!! [1] (甲)",
  ])
  func whatIsMeantSoIsLeftAlone(text: String) {
    #expect(marks(text) == [])
  }

  @Test(arguments: [
    ("60*80*100", "60*80*100"), ("60cm*80cm*100cm", "60cm*80cm*100cm"), ("60厘米*80厘米*100厘米", "60厘米*80厘米*100厘米"),
    ("138****0000、139****1111", "138****0000、139****1111"), ("王*，李*。", "王*，李*。"), ("王**、李**", "王**、李**"),
    ("**甲**、**乙**", "<strong>甲</strong>、<strong>乙</strong>"), ("2*3和**4**", "2*3和<strong>4</strong>"),
    ("共3名**5号楼**居民", "共3名<strong>5号楼</strong>居民"),
  ])
  func asterisksOfFiguresAndNamesStay(text: String, wanted: String) {
    #expect(HTMLRenderer(.standalone).html(Document(text)).text == "<p>\(wanted)</p>\n")
  }

  @Test(arguments: [
    ("- [　] 甲", "☐ 甲"), ("- [] 甲", "☐ 甲"), ("- ［ ］甲", "☐ 甲"), ("- 【】甲", "☐ 甲"), ("- [√] 甲", "☑ 甲"), ("- ［x］甲", "☑ 甲"),
    ("1. [✓]甲", "☑ 甲"),
  ])
  func tasksAsTyped(text: String, wanted: String) {
    #expect(HTMLRenderer(.standalone).html(Document(text)).text.contains("<li class=\"task\">\(wanted)</li>"))
  }
}
