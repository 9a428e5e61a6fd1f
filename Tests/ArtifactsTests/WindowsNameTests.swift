import Testing

@testable import Artifacts

/// Names that Windows can't hold (Microsoft, “Naming Files, Paths, and Namespaces”), and those beside them that it can.
@Suite struct WindowsNameTests {
  @Test(arguments: [
    "con", "CON", "con.md", "Con .md", "prn", "aux.html", "nul", "NUL.tar.gz", "com1", "LPT9.md", "com0", "com¹",
    "conin$", "CONOUT$",
  ])
  func devices(name: String) { check(name, .device) }

  @Test(
    arguments: [
      ("a:b.md", ":"), ("什么?", "?"), ("a\\b", "\\"), ("a\u{1F}", "\u{1F}"), ("<", "<"), ("a|b", "|"), ("\"", "\""),
      ("a*", "*"), (">", ">"),
    ] as [(String, Unicode.Scalar)])
  func characters(name: String, wrong: Unicode.Scalar) { check(name, .character(wrong)) }

  @Test(arguments: ["a.", "a ", "停水。 ", ".."]) func ends(name: String) { check(name, .end) }

  @Test(arguments: [
    "", "c", "co", "cona", "console", "com", "com10", "comma.md", "prne", "auxiliary", "nulls", "lpt", "lpta",
    "notices", "停水.md", ".htaccess",
    "con1.md", "a con",
  ])
  func others(name: String) { #expect(WindowsName.fault(name) == nil) }

  /// The quick look at a whole path passes over none of them.
  private func check(_ name: String, _ fault: WindowsName.Fault) {
    #expect(WindowsName.fault(name) == fault)
    #expect(WindowsName.mayBeFault(in: name) && WindowsName.mayBeFault(in: "notices/\(name)/index.html"))
  }
}
