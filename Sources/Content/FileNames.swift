import Artifacts
import Diagnostics

/// Names below `content/` that a computer with Windows can't hold: whoever gets the folder there does not get these files.
enum FileNames {
  /// One warning for each file or directory that is called so.
  ///
  /// - Parameter files: below `content/`, sorted.
  static func warnings(_ files: [String]) -> [Diagnostic] {
    var seen: Set<Substring> = []
    return files.compactMap { file in
      guard WindowsName.mayBeFault(in: file) else { return nil }
      var end = file.startIndex
      for part in file.split(separator: "/") {
        end = part.endIndex
        guard let fault = WindowsName.fault(part) else { continue }
        guard seen.insert(file[..<end]).inserted else { return nil }
        return warning(part, fault, at: "content/" + file[..<end])
      }
      return nil
    }
  }

  private static func warning(_ name: Substring, _ fault: WindowsName.Fault, at path: String) -> Diagnostic {
    let (why, hint) = words(name, fault)
    return .warning(
      "file.windows-name", zh: "Windows 电脑存不了“\(name)”这个名称：\(why.zh)",
      en: "Windows can't hold the name “\(name)”: \(why.en)",
      hint: hint, at: .file(path: path))
  }

  private static func words(_ name: Substring, _ fault: WindowsName.Fault) -> (why: Message, hint: Message) {
    switch fault {
    case .device:
      let stem = name.prefix { $0 != "." }
      return (
        Message(zh: "“\(stem)”是系统设备的名称", en: "“\(stem)” is the name of a device"),
        Message(
          zh: "改名，如 \(stem)-1\(name.dropFirst(stem.count))",
          en: "rename it, like \(stem)-1\(name.dropFirst(stem.count))")
      )
    case .character(let sign):
      let shown = sign.value < 0x20 ? "U+00" + String(sign.value, radix: 16) : String(sign)
      return (
        Message(zh: "里面有“\(shown)”", en: "it holds “\(shown)”"),
        Message(zh: "改名，去掉“\(shown)”或换成 -", en: "rename it without “\(shown)”, or with a hyphen")
      )
    case .end:
      return (
        Message(zh: "末尾是空格或句点", en: "it ends in a blank or a point"),
        Message(zh: "改名，去掉末尾的空格或句点", en: "rename it without that")
      )
    }
  }
}
