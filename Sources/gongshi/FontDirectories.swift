/// Where this machine has its fonts.
enum FontDirectories {
  /// Those of the system before the user's: a timer and a person at the keyboard draw the same cards.
  ///
  /// - Parameter environment: `GONGSHI_FONTS` names others in their place, with colons between them; an empty one none.
  static func all(_ environment: [String: String]) -> [String] {
    if let named = environment["GONGSHI_FONTS"] {
      return named.split(separator: ":").map(String.init)
    }
    let own = environment["HOME"].map { home in
      [(environment["XDG_DATA_HOME"] ?? home + "/.local/share") + "/fonts", home + "/.fonts"]
    }
    return ["/usr/share/fonts", "/usr/local/share/fonts"] + (own ?? [])
  }
}
