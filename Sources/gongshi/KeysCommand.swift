import ArgumentParser
import Assembly
import Content
import Diagnostics
import Files
import Signing

/// `gongshi keys`: the key pair that feeds are signed with.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: .said(zh: "给数据签名的密钥。", en: "The key that feeds are signed with."),
    subcommands: [New.self, Show.self])

  /// Where the key lies if nobody says otherwise, below the site's directory.
  static let usualFile = "keys/feeds.pem"

  /// The path below the site's directory, as `site.yaml` has it; an absolute path elsewhere.
  fileprivate static func configured(_ file: String, site: String) -> String {
    let path = Files.eventualPath(file)
    let root = Files.eventualPath(site)
    return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: .said(zh: "生成一把私钥，绝不覆盖已有的。", en: "Makes a private key; never replaces one."))

    @OptionGroup var common: CommonOptions

    @Argument(
      help: .said(
        zh: "密钥文件；不写就是网站文件夹里的 keys/feeds.pem。", en: "The key's file; by default keys/feeds.pem in the site's directory."
      )
    )
    var file: String?

    func validate() throws {
      guard let file, file.isEmpty || file.hasSuffix("/") || Files.isDirectory(file) else { return }
      throw UsageError(zh: "“\(file)”应当是文件名，如 keys/feeds.pem", en: "“\(file)” must name a file, like keys/feeds.pem")
    }

    func run() throws {
      guard Files.isDirectory(common.site) else {
        throw refuse("没有“\(common.site)”这个文件夹", "there is no directory “\(common.site)”")
      }
      let path = file ?? TypedPath.shown(common.site + "/" + KeysCommand.usualFile)
      if let place = PublicPlaces(site: common.site).place(of: path) {
        throw refuse(
          "私钥不能放在 \(place) 里：那里的文件会随网站外泄；请换个地方，如 \(KeysCommand.usualFile)",
          "a private key may not lie in \(place), whose files may get out with the site; choose another place, like \(KeysCommand.usualFile)"
        )
      }
      let key = SigningKey.generate()
      do throws(FileError) {
        let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        if !directory.isEmpty { try Files.makeDirectory(directory, isPrivate: true) }
        try Files.createPrivate(Array(key.pem.utf8), at: path)
      } catch {
        throw error.isOccupied ? occupied(path) : common.fail(error)
      }
      sayNext(path, key.publicKey)
    }

    private func refuse(_ zh: String, _ en: String) -> ExitStatus {
      _ = common.fail(zh, en)
      return .wrongUsage
    }

    private func occupied(_ path: String) -> ExitStatus {
      _ = common.fail(
        "\(path) 已经有了，没有改动；旧私钥丢了就找不回来。要换密钥，另起一个文件名，换好后再删旧的",
        "\(path) is there already and is untouched: a private key that is lost stays lost. To change keys, choose another file name, and delete the old one when all have the new"
      )
      return .wrongInput
    }

    private func sayNext(_ path: String, _ key: PublicKey) {
      let name = KeysCommand.configured(path, site: common.site)
      common.say(
        """
        已生成私钥 \(path)（只有当前账户能读）。
        公钥指纹（SHA-256）：\(key.fingerprint)

        接下来：
          1. 在 content/site.yaml 里加一行：
             signingKey: \(name)
          2. 记下公钥指纹，当面或打电话告诉接数据的人；随时可用 gongshi keys show 再看。
          3. 私钥不要提交到版本库，不要放到网站服务器上；另存一份到安全的地方。
        """,
        """
        made the private key \(path), which only this account may read.
        fingerprint of the public key (SHA-256): \(key.fingerprint)

        next:
          1. add a line to content/site.yaml:
             signingKey: \(name)
          2. tell the fingerprint, face to face or by telephone, to those who take the data; `gongshi keys show` shows it again.
          3. keep the file out of version control and off the web server, and a copy of it in a safe place.
        """)
      if GitWorkTree.wouldCommit(path) {
        common.note(
          "这里是 git 工作区，.gitignore 没有排除这个文件；请在其中加一行 \(name)",
          "this is a git work tree whose .gitignore does not cover the file; add the line \(name) to it")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: .said(zh: "显示公钥和指纹。", en: "Shows the public half of a key."))

    @OptionGroup var common: CommonOptions

    @Argument(
      help: .said(
        zh: "密钥文件；不写就用 site.yaml 里的 signingKey，也没有就是 keys/feeds.pem。",
        en: "The key's file; by default site.yaml's signingKey, else keys/feeds.pem."))
    var file: String?

    func run() throws {
      let path = file ?? configuredFile ?? TypedPath.shown(common.site + "/" + KeysCommand.usualFile)
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try Files.read(path, isNamed: true)
      } catch {
        throw common.fail(named: error)
      }
      guard let key = String(validating: bytes, as: UTF8.self).flatMap(SigningKey.init(pem:))?.publicKey else {
        _ = common.fail(
          "\(path) 不是 P-256 私钥（PEM 格式、没有密码）", "\(path) is no P-256 private key in PEM without a password")
        throw ExitStatus.wrongInput
      }
      let isChinese = common.messageLanguage == .zh
      Terminal.output(
        isChinese
          ? "公钥：\(key.base64)\n指纹（SHA-256）：\(key.fingerprint)\n"
          : "public key: \(key.base64)\nfingerprint (SHA-256): \(key.fingerprint)\n")
    }

    private var configuredFile: String? {
      guard let name = try? SiteConfiguration.load(site: common.site).site?.signingKey else { return nil }
      return name.hasPrefix("/") ? name : common.site + "/" + name
    }
  }
}
