import Diagnostics
import Markdown
import PublicText

/// Marks of a body that its writer sees and Markdown doesn't: they stand on the page as text.
enum WrittenMarks {
  static func problems(in body: Document, of text: String, at place: SourcePlace) -> [Diagnostic] {
    body.suspectMarks(in: text, fences: DataQuery.names).map { mark in
      let (code, message, hint) = words(mark)
      return .warning(
        code, zh: message.zh, en: message.en, hint: hint, at: place.location(line: mark.line, column: mark.column))
    }
  }

  private static func words(_ mark: SuspectMark) -> (code: String, Message, hint: Message) {
    // A resident's number is not repeated.
    let text = PersonalNumber.find(in: mark.text).isEmpty ? mark.text : "…"
    switch mark.kind {
    case .link:
      return (
        "markdown.link-marks",
        Message(zh: "“\(text)”不是链接，读者会看到这些符号", en: "“\(text)” is no link; readers see it as it is written"),
        Message(zh: "方括号和圆括号都用半角，中间不空格：[文字](/网址/)", en: "write it with [ ] ( ) and no space between: [text](/address/)")
      )
    case .blankInAddress:
      return (
        "markdown.address-blank",
        Message(
          zh: "“\(text)”里的地址有空格或不完整，不成链接", en: "the address in “\(text)” holds a space or has no end: it is no link"),
        Message(
          zh: "给文件改名去掉空格，或用尖括号括起来：[文字](</a b.docx>)",
          en: "rename the file, or put the address in angle brackets: [text](</a b.docx>)")
      )
    case .picture:
      return (
        "markdown.picture-mark",
        Message(zh: "全角的“！”后面成了链接，图片不会显示", en: "behind a full-width “！” this is a link; the picture is not shown"),
        Message(zh: "改成半角：![图片说明](/images/…)", en: "write it with !: ![description](/images/…)")
      )
    case .emphasis:
      return (
        "markdown.emphasis-marks",
        Message(zh: "“\(text)”的星号没有配成对，读者会看到星号", en: "the asterisks of “\(text)” make nothing bold; readers see them"),
        Message(
          zh: "星号用半角，成对，里面两头不空格：**粗体：**；就是要星号，写成 \\*\\*",
          en: "write **bold** in pairs, without spaces inside; for asterisks as such, write \\*\\*")
      )
    case .lostAsterisks:
      return (
        "markdown.asterisks-lost",
        Message(
          zh: "“\(text)”的两个星号被当作着重号，网页上看不到", en: "the two asterisks of “\(text)” are taken for emphasis and don't show"),
        Message(zh: "要显示星号，写成 \\*", en: "write \\* for an asterisk that is shown")
      )
    case .strikethrough:
      return (
        "markdown.strikethrough-marks",
        Message(zh: "“\(text)”的 ~~ 没有配成对，读者会看到它", en: "the ~~ of “\(text)” strikes nothing out; readers see it"),
        Message(zh: "成对写，里面两头不空格：~~删去~~", en: "write ~~gone~~ in pairs, without spaces inside")
      )
    case .table:
      return (
        "markdown.table-marks", Message(zh: "这几行不成表格，读者会看到竖线", en: "these lines are no table; readers see the bars"),
        Message(
          zh: "竖线用半角 |，表头下面加一行 |--|--|，列数和表头一样", en: "use |, and below the head a row |--|--| with as many columns")
      )
    case .task:
      return (
        "markdown.task-mark",
        Message(zh: "“\(text)”不是待办项，读者会看到方括号", en: "“\(text)” is no task; readers see the brackets"),
        Message(zh: "方括号后面空一格：- [ ] 内容", en: "put a space behind the bracket: - [ ] text")
      )
    case .fence:
      return (
        "markdown.fence-marks",
        Message(zh: "“\(text)”不是数据块，读者会看到这几行", en: "“\(text)” begins no data block; readers see its lines"),
        Message(zh: "用英文输入法打三个反引号：```", en: "write three backticks: ```")
      )
    case .indented:
      return (
        "markdown.indented-text",
        Message(
          zh: "行首有四个以上空格，这几行成了不换行的代码", en: "with four blanks before them these lines are code, which is not wrapped"),
        Message(zh: "删去行首的空格；真是代码，用 ``` 围起来", en: "remove the blanks; code stands between two lines ```")
      )
    case .extraCell:
      return (
        "markdown.extra-cell",
        Message(zh: "表头没有这一列，“\(text)”不会公开", en: "the table's head has no such column: “\(text)” is not published"),
        Message(
          zh: "给表头和下面的 |--|--| 各加一列；文字里的竖线写成 \\|",
          en: "give the head, and |--|--| below it, one more; write \\| for a bar as such")
      )
    case .openFence:
      return (
        "markdown.open-fence",
        Message(zh: "“\(text)”没有结束，后面的文字都成了代码", en: "“\(text)” is never closed: all that follows is code"),
        Message(zh: "在这一块的末尾单独写一行 ```", en: "write a line ``` at its end")
      )
    case .fenceWords:
      return (
        "block.words",
        Message(zh: "“\(text)”里名称后面的内容没有读", en: "what stands behind the name in “\(text)” is not read"),
        Message(zh: "条件写在下面，一行一个，如 limit: 3", en: "write what you ask for below it, a line each, like `limit: 3`")
      )
    case .lostLine:
      return (
        "markdown.lost-line",
        Message(
          zh: "“\(text)”不会公开：方括号后面跟英文冒号，被当作链接的地址",
          en: "“\(text)” is not published: square brackets and a colon make it the address of a link"),
        Message(zh: "冒号改成中文的“：”，或去掉方括号", en: "take the brackets away, or write \\[ for the first")
      )
    case .openComment:
      return (
        "markdown.open-comment",
        Message(zh: "“\(text)”没有结束，后面的文字都不会公开", en: "“\(text)” is never closed: nothing that follows is published"),
        Message(zh: "在说明的末尾写 -->，或删去 <!--", en: "close it with -->, or take <!-- away")
      )
    case .countedAnew:
      return (
        "markdown.counted-anew",
        Message(
          zh: "“\(text)”的编号网页上会变：列表从第一个数起往下数",
          en: "the number of “\(text)” is another on the page: a list counts on from its first"),
        Message(zh: "编号写连续；要照写的显示，用“1、”或“（1）”", en: "number the items in turn; to keep a number as it is, write 3\\.")
      )
    case .listInList:
      return (
        "markdown.list-in-list",
        Message(zh: "“\(text)”成了列表套列表", en: "“\(text)” becomes a list within a list"),
        Message(zh: "日期写成 2026年12月5日；别的，点后面不空格", en: "write a day as 2026-12-05; else leave no space behind the point")
      )
    case .foreign:
      return (
        "markdown.foreign-mark",
        Message(
          zh: "“\(text)”是别的软件的写法，读者会看到这些符号",
          en: "“\(text)” is a mark of other programs; readers see it as it is written"),
        Message(
          zh: "链接写 [文字](/网址/)，强调写 **粗体**，提示框不用写",
          en: "write [text](/address/) and **bold**; leave tables of contents and boxes out")
      )
    case .html:
      return (
        "markdown.html",
        Message(zh: "“\(text)”是 HTML 标签，读者会看到它", en: "“\(text)” is HTML; readers see it as it is written"),
        Message(
          zh: "换行另起一段；粗体写 **…**，图片写 ![…](/images/…)", en: "use Markdown: a new paragraph, **bold**, ![…](/images/…)")
      )
    }
  }
}
