import ArgumentParser
import BuiltIn
import Content
import Diagnostics
import Files
import Vocabulary

/// `gongshi theme`: how pages look.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: .said(zh: "主题，也就是页面的样子。", en: "The theme: how pages look."),
    subcommands: [Eject.self])

  /// `gongshi theme eject`: the built-in theme as files of the site.
  struct Eject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "eject",
      abstract: .said(zh: "把自带的主题放到 themes/ 里，以便修改。", en: "Copies the built-in theme to themes/NAME, to change it."),
      discussion: .said(
        zh: """
          此后网站用自己的 themes/default，不再用自带的主题；别的主题名要在 site.yaml 里写 theme。
          以后升级 gongshi 不会改动它；想要新的样子，再放一份到别的名字下比较。
          """,
        en: """
          A site uses its own themes/default instead of the built-in theme from then on; of another NAME, when site.yaml names it.
          A newer gongshi's theme does not change it: eject it again elsewhere and compare.
          """))

    @OptionGroup var common: CommonOptions

    @Argument(help: .said(zh: "放在 themes/ 下面的哪个文件夹，也就是主题名。", en: "The directory below themes/."))
    var name = ThemeSource.builtInName

    func run() throws {
      guard Identifier<ThemeCommand>(name) != nil else {
        throw refuse(
          "主题名“\(name)”应当是小写字母、数字和连字符", "the theme's name “\(name)” must be of a-z, 0-9 and hyphens")
      }
      let root = TypedPath.shown("\(common.site)/themes/\(name)")
      do {
        let (site, problems) = try SiteConfiguration.load(site: common.site)
        try common.report(problems, undone: Message(zh: "没有复制", en: "nothing copied"))
        if Files.exists(root) {
          throw refuse(
            "\(root) 已经有了，没有改动；换一个名字", "\(root) is there already and is untouched; choose another name")
        }
        for file in BuiltInFile.theme {
          let path = root + "/" + file.path
          try Files.makeDirectory(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
          try Files.replace(path, with: file.bytes)
        }
        common.say(
          "主题放到了 \(root)：templates/ 是模板，static/ 是样式和脚本。",
          "the theme is in \(root): templates/ has its templates, static/ its styles and scripts.")
        if site?.theme != name {
          common.say(
            "要用它，在 content/site.yaml 里写 theme: \(name)", "to use it, write `theme: \(name)` in content/site.yaml")
        }
      } catch let error as FileError {
        throw common.fail(error)
      }
    }

    private func refuse(_ zh: String, _ en: String) -> ExitStatus {
      _ = common.fail(zh, en)
      return .wrongUsage
    }
  }
}
