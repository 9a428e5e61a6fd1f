import Diagnostics
import Spreadsheets

extension ForeignFile {
  /// What people call it.
  var named: Message {
    switch self {
    case .webPage: Message(zh: "网页（HTML）", en: "a web page (HTML)")
    case .webArchive: Message(zh: "网页存档（MHTML）", en: "a web archive (MHTML)")
    case .xmlWorkbook: Message(zh: "Excel 2003 的 XML 文件", en: "Excel's XML of 2003")
    case .pdf: Message(zh: "PDF 文件", en: "a PDF file")
    case .richText: Message(zh: "RTF 文档", en: "an RTF document")
    case .wordDocument: Message(zh: "Word 文档", en: "a Word document")
    case .slides: Message(zh: "PowerPoint 幻灯片", en: "a PowerPoint presentation")
    case .binaryWorkbook: Message(zh: "二进制工作簿（.xlsb）", en: "a binary workbook (.xlsb)")
    case .numbers: Message(zh: "苹果 Numbers 文件", en: "a file of Apple's Numbers")
    case .database: Message(zh: "SQLite 数据库", en: "an SQLite database")
    case .archive: Message(zh: "压缩包", en: "a compressed archive")
    case .json: Message(zh: "JSON 文件", en: "a JSON file")
    case .picture: Message(zh: "图片", en: "a picture")
    }
  }

  /// What to do with it; nil where a spreadsheet program opens it.
  var hint: Message? {
    switch self {
    case .webPage, .webArchive, .xmlWorkbook, .binaryWorkbook: nil
    case .pdf, .wordDocument, .richText, .slides:
      Message(
        zh: "把里面的表格复制到 Excel 或 WPS，存为 .xlsx", en: "copy its table into a spreadsheet program and save it as .xlsx")
    case .numbers: Message(zh: "在 Numbers 里导出为 Excel（.xlsx）", en: "export it from Numbers as Excel (.xlsx)")
    case .archive: Message(zh: "先解压，再导入里面的表格", en: "unpack it and import the spreadsheets in it")
    case .picture:
      Message(
        zh: "照着它在 Excel 或 WPS 里打一份表，存为 .xlsx", en: "type its table into a spreadsheet program and save it as .xlsx")
    case .database, .json:
      Message(zh: "导入用 .xlsx 或 .csv", en: "import .xlsx or .csv")
    }
  }
}
