import Artifacts
import Diagnostics
import Encoding
import Inspection
import PublicText
import Vocabulary

/// What is said of a file below `content/files/`.
enum AttachmentProblem {
  // MARK: The file as a whole

  static func sameAddress(_ attachment: Attachment, _ other: Attachment) -> Diagnostic {
    .error(
      "attachment.same-address", zh: "附件的网址 \(attachment.path.url) 已用于 content\(other.name)",
      en: "the file's address \(attachment.path.url) is also that of content\(other.name)",
      hint: Message(zh: "改掉其中一个文件名：中文文件名按拼音发布", en: "rename one of them: Chinese file names are published in pinyin"),
      at: .file(path: "content" + attachment.name))
  }

  static func fileName(at location: Location) -> Diagnostic {
    .error(
      "attachment.file-name", zh: "附件的文件名写不成网址，或者太长",
      en: "the file's name can't be written in an address, or is too long",
      hint: Message(zh: "文件名请用汉字、字母、数字、连字符", en: "use letters, digits and hyphens"), at: location)
  }

  static func tooLarge(_ type: FileType, _ size: Int, at location: Location) -> Diagnostic {
    let (size, most) = (NumberText.fileSize(size), NumberText.fileSize(AttachmentRules.most(type)))
    return .error(
      "attachment.too-large", zh: "附件有 \(size)，这一类文件最多 \(most)",
      en: "the file has \(size); its kind may have \(most) at most",
      hint: type == .film || type == .sound
        ? Message(zh: "用转码工具压缩后再放进来", en: "convert it to fewer bits a second")
        : Message(zh: "压缩其中的图片，或拆成几个文件", en: "make its pictures smaller, or make several files of it"), at: location)
  }

  /// nil where the file is what its name says.
  static func content(_ content: FileContent, named type: MediaType, at location: Location) -> Diagnostic? {
    let isAccepted = AttachmentRules.type(type) != nil
    switch content {
    case .format(let format):
      if format == type { return nil }
      return .error(
        "attachment.wrong-format", zh: "文件里其实是 \(format.rawValue)，与文件名的结尾不符",
        en: "the file holds \(format.rawValue), which its name's ending does not say",
        hint: Message(zh: "把文件名的结尾改为 \(format.ending)", en: "let its name end in \(format.ending)"), at: location)
    case .refused(.empty):
      return .error(
        "attachment.empty", zh: "文件是空的", en: "the file is empty",
        hint: Message(zh: "重新放一份，或删去它", en: "copy it again, or remove it"), at: location)
    case .refused(.password): return password(at: location)
    case .refused(let refused):
      let hint = advice(refused)
      guard isAccepted else {
        return .error(
          "attachment.not-accepted", zh: "这一类文件不能作为附件公开：只收 \(AttachmentRules.endings)",
          en: "files of this kind are not published: \(AttachmentRules.englishEndings) are", hint: hint, at: location)
      }
      return .error(
        "attachment.wrong-format", zh: "文件的内容不是文件名所说的格式，或者已损坏",
        en: "the file is not what its name's ending says, or damaged", hint: hint, at: location)
    }
  }

  private static func advice(_ refused: FileContent.Refused) -> Message {
    switch refused {
    case .oldOffice:
      Message(
        zh: "这是 2003 版及以前的 Word、Excel 或 WPS 文件：打开后另存为 DOCX、XLSX 或 PDF",
        en: "this is Word, Excel or WPS up to 2003: save it as DOCX, XLSX or PDF")
    case .openDocument:
      Message(zh: "这是 OpenDocument 文件：另存为 DOCX、XLSX 或 PDF", en: "this is OpenDocument: save it as DOCX, XLSX or PDF")
    case .presentation: Message(zh: "这是演示文稿：另存为 PDF", en: "this is a presentation: save it as PDF")
    case .otherOffice: Message(zh: "另存为普通的 DOCX、XLSX 或 PDF", en: "save it as plain DOCX, XLSX or PDF")
    case .archive: Message(zh: "把压缩包解开，放里面的文件", en: "unpack the archive and put its files here")
    case .heic: Message(zh: "手机的 HEIC、AVIF 照片：导出为 JPEG", en: "a phone's HEIC or AVIF picture: export it as JPEG")
    case .quickTime: Message(zh: "QuickTime（MOV）影片：转成 MP4", en: "a QuickTime film (MOV): convert it to MP4")
    case .active:
      Message(zh: "网页、SVG、程序会在读者的设备上运行：改用 PDF 或图片", en: "it would run on readers' devices: use PDF or a picture")
    case .empty, .password, .unknown: Message(zh: "另存为 PDF 最稳妥", en: "PDF is the safest")
    }
  }

  private static func password(at location: Location) -> Diagnostic {
    .error(
      "attachment.password", zh: "文件设了密码或权限限制，读者打不开，程序也查不了",
      en: "the file is encrypted: readers can't open it, nor can it be checked",
      hint: Message(zh: "去掉密码和权限限制后另存一份", en: "save it without password and restrictions"), at: location)
  }

  // MARK: What is in it

  static func finding(_ finding: Finding, at location: Location) -> Diagnostic {
    switch finding {
    case .password: return password(at: location)
    case .macros:
      return .error(
        "attachment.macros", zh: "文件里有宏（程序），不能公开", en: "the file holds macros, which are programs",
        hint: Message(zh: "另存为不含宏的 DOCX、XLSX 或 PDF", en: "save it as DOCX, XLSX or PDF without macros"), at: location)
    case .script, .launch:
      return .error(
        "attachment.script", zh: "文件里有脚本或控件，会在读者的设备上运行",
        en: "the file holds a script or a control that would run on readers' devices",
        hint: Message(zh: "“打印”成 PDF 再放进来", en: "print it to PDF and put that here"), at: location)
    case .embeddedFiles(let count):
      return .warning(
        "attachment.embedded", zh: "文件里还嵌着 \(count) 个文件或对象，里面的内容没有检查",
        en: "\(count) files or objects are embedded in it, which are not looked into",
        hint: Message(zh: "“打印”成 PDF，或删去嵌入的对象", en: "print it to PDF, or remove them"), at: location)
    case .damaged(let part):
      let place = part.isEmpty ? "" : "（\(part)）"
      return .error(
        "attachment.damaged", zh: "文件不完整或已损坏\(place)",
        en: "the file is cut short or damaged\(part.isEmpty ? "" : " (\(part))")",
        hint: Message(zh: "从原来的程序里重新导出一份", en: "export it again"), at: location)
    case .tooLarge:
      return .error(
        "attachment.unpacks-too-large", zh: "文件解开后太大，查不完", en: "it unpacks to more than can be looked through",
        hint: Message(zh: "另存为 PDF，或拆成几个文件", en: "save it as PDF, or make several files of it"), at: location)
    case .number(let number, let place):
      return PersonalNumberDiagnostic.make(number, at: cell(place, location), in: name(place))
    case .detail(let detail, let place):
      return PersonalDetailDiagnostic.make(detail, at: cell(place, location), in: name(place))
    case .moreNumbers(let count):
      return .error(
        "privacy.more-numbers", zh: "还有 \(count) 处这样的内容", en: "and \(count) more of the like",
        hint: Message(zh: "这份文件看来是一份名册，不要公开", en: "this looks like a list of residents: don't publish it"), at: location
      )
    case .author(let name, let role): return author(name, role, at: location)
    case .comments(let count):
      return .warning(
        "attachment.comments", zh: "文件里有 \(count) 条批注，读者都看得到",
        en: "the file holds \(count) comments, which readers see",
        hint: Message(zh: "“审阅 → 删除所有批注”后再保存", en: "delete all comments and save it again"), at: location)
    case .trackedChanges(let count):
      return .warning(
        "attachment.tracked-changes", zh: "文件里有 \(count) 处修订记录，改前的文字读者都看得到",
        en: "the file holds \(count) tracked changes: readers see what stood there before",
        hint: Message(zh: "“审阅 → 接受所有修订”后再保存", en: "accept all changes and save it again"), at: location)
    case .hiddenSheet(let name):
      return .warning(
        "attachment.hidden-sheet", zh: "工作表“\(name)”是隐藏的，读者取消隐藏就看得到",
        en: "the sheet “\(name)” is hidden; readers can show it",
        hint: Message(zh: "删去这张表，或取消隐藏", en: "delete it, or show it"), at: location)
    case .position(let picture):
      return position(of: picture, at: location)
    case .otherFile:
      return .error(
        "image.other-file", zh: "图片里藏着网页、PDF 或压缩包", en: "there is a web page, a PDF or an archive in the picture",
        hint: anew, at: location)
    case .moreBehind(let count):
      return .error(
        "image.more-behind", zh: "图片后面还有 \(count) 个字节的别的内容（另一个文件、动态照片的影片）",
        en: "\(count) bytes of something else stand behind the picture (another file, a moving photo's film)",
        hint: anew,
        at: location)
    }
  }

  private static let anew = Message(
    zh: "用画图打开，另存为一张新的 PNG 或 JPEG", en: "open it in an editor and save it as a new PNG or JPEG")

  /// Where a picture was taken: that of a resident's home is nobody's business.
  static func position(of picture: String?, at location: Location) -> Diagnostic {
    let zh = picture.map { "里面的图片 \($0) " } ?? ""
    let en = picture.map { "the picture \($0) in it" } ?? "the file"
    return .error(
      "privacy.position", zh: "\(zh)带着拍摄地点的经纬度", en: "\(en) says where it was taken (latitude and longitude)",
      hint: Message(
        zh: "去掉位置信息：在电脑上右键“属性 → 详细信息 → 删除属性和个人信息”，或用画图另存一份",
        en: "remove it: `exiftool -gps:all= -xmp:all= FILE`, or save the picture anew in an editor"), at: location)
  }

  private static func author(_ name: String, _ role: Finding.Role, at location: Location) -> Diagnostic {
    let (zh, en): (String, String) =
      switch role {
      case .author: ("作者", "author")
      case .lastModifiedBy: ("最后保存者", "last author")
      case .manager: ("经理", "manager")
      }
    // A number of somebody is not repeated.
    let shown = PersonalNumber.find(in: name).isEmpty ? String(name.prefix(40)) : "…"
    return .warning(
      "attachment.author", zh: "文件属性里写着\(zh)“\(shown)”，会随文件公开", en: "the file's properties name the \(en) “\(shown)”",
      hint: Message(
        zh: "“文件 → 信息 → 检查文档”删去个人信息，或把作者改成单位名称", en: "remove personal information, or name the office instead"),
      at: location)
  }

  private static func cell(_ place: Finding.Place, _ location: Location) -> Location {
    guard case .cell(let sheet, let row, let column) = place else { return location }
    return .cell(path: location.path, sheet: sheet, row: row, column: column)
  }

  /// nil where the location says it, or it is the text itself.
  private static func name(_ place: Finding.Place) -> Message? {
    switch place {
    case .body, .cell: nil
    case .header: Message(zh: "页眉里的", en: "in a header")
    case .footer: Message(zh: "页脚里的", en: "in a footer")
    case .notes: Message(zh: "脚注里的", en: "in a note")
    case .comments: Message(zh: "批注里的", en: "in a comment")
    case .deleted: Message(zh: "修订记录里已删去的", en: "in deleted text that the file keeps")
    case .properties: Message(zh: "文件属性里的", en: "in its properties")
    case .links: Message(zh: "链接里的", en: "in a link")
    case .drawing: Message(zh: "图形、图表里的", en: "in a drawing or chart")
    case .annotations: Message(zh: "属性、批注或表单里的", en: "in a property, note or form")
    case .unusedText: Message(zh: "单元格里已看不到、文件里还留着的", en: "in text that no cell shows but the file keeps")
    case .part(let part): Message(zh: "\(part) 里的", en: "in \(part)")
    }
  }
}
