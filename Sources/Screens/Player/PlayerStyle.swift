import Encoding

extension ScreenPlayer {
  /// The styles, with sizes in hundredths of the screen's height: `3u` becomes em within a slide, whose text grows where there is room for it, `3r`
  /// rem in what stays. Fonts are set on what holds text alone, so that em never multiplies. No text is under 2.6.
  static let style: Bytes = units(source)

  static func units(_ source: StaticString) -> Bytes {
    let text = Array(UnsafeBufferPointer(start: source.utf8Start, count: source.utf8CodeUnitCount))
    var out = Bytes()
    var number = Bytes()
    func isNumeric(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") }
    for (index, byte) in text.enumerated() {
      if isNumeric(byte), !number.isEmpty || !endsInWord(out) {
        number.append(byte)
        continue
      }
      let isUnit = byte == UInt8(ascii: "u") || byte == UInt8(ascii: "r")
      if !number.isEmpty, isUnit, index + 1 == text.count || !isPartOfWord(text[index + 1]),
        let value = Double(number.text)
      {
        let thousandths = Int((value * 200).rounded())
        out.append("\(Double(thousandths) / 1000)")
        out.append(byte == UInt8(ascii: "u") ? "em" : "rem")
        number = []
        continue
      }
      out += number
      number = []
      out.append(byte)
    }
    return out + number
  }

  /// A digit after it belongs to a name or a colour; after a minus sign it does not.
  private static func endsInWord(_ text: Bytes) -> Bool {
    guard text.last == UInt8(ascii: "-") else { return isPartOfWord(text.last) }
    return isPartOfWord(text.dropLast().last)
  }

  private static func isPartOfWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "-")
  }

  private static let source: StaticString = #"""
    html, body { margin: 0; padding: 0; height: 100%; overflow: hidden; background: #5f0f0d; cursor: none; }
    noscript p { position: absolute; z-index: 1; top: 45%; right: 5%; left: 5%; font-size: 5vh; line-height: 1.5; text-align: center; color: #8f1511; }
    body, h1, h2, h3, p, ul, ol, table { margin: 0; font-weight: 400; }
    body { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #2b1a12; }
    #stage { position: absolute; overflow: hidden; background: #fbf1df; background: linear-gradient(180deg, #fdf6e8, #f6e6c8); }
    #band { position: absolute; top: 0; right: 0; left: 0; height: 17.4r; background: #a51c17; background: linear-gradient(100deg, #8f1511, #b3241a 55%, #a51c17); border-bottom: 0.6r solid #e3b962; }
    #sole { position: absolute; right: 0; bottom: 0; left: 0; background: #8f1511; border-top: 0.4r solid #e3b962; }
    #shift { position: absolute; top: 0.6r; right: 0.6r; bottom: 0.6r; left: 0.6r; }
    #head { position: absolute; top: 5%; right: 5%; left: 5%; height: 11r; display: flex; align-items: center; justify-content: space-between; }
    #head h1 { font-size: 6.4r; line-height: 1.1; font-weight: 700; color: #fff4d9; letter-spacing: 0.04em; white-space: nowrap; }
    #head p { font-size: 3r; line-height: 1.25; color: #ffe3a6; }
    #head .lines h1 { font-size: 4r; line-height: 1.25; letter-spacing: 0; white-space: normal; } #head .alone p { display: none; }
    #titles { flex: 1; min-width: 0; word-wrap: break-word; }
    #clock { text-align: right; white-space: nowrap; color: #fff4d9; display: flex; align-items: center; margin-left: 2r; }
    #clock div { margin-right: 2.4r; }
    #date { display: block; font-size: 3.2r; line-height: 1.35; }
    #lunar { display: block; font-size: 2.8r; line-height: 1.35; color: #ffe3a6; }
    #time { font-size: 8r; line-height: 1; font-weight: 700; }
    #body { position: absolute; top: 19.6r; right: 5%; left: 5%; }
    #foot { position: absolute; right: 5%; bottom: 5%; left: 5%; display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: flex-end; font-size: 2.7r; line-height: 1.4; color: #ffe3a6; }
    #foot span { margin-left: 2r; }
    #foot span:first-child { margin-left: 0; }
    #sponsor { flex: 1; min-width: 0; word-wrap: break-word; }
    #stale { color: #fff; }
    .layer { position: absolute; top: 0; right: 0; bottom: 0; left: 0; word-wrap: break-word; font-size: 1rem; opacity: 0; transition: opacity 0.6s; }
    .layer.shown { opacity: 1; }

    .panel { position: absolute; top: 0; right: 0; bottom: 0; left: 0; background: #fffdf8; border-radius: 1.6r; box-shadow: 0 0.4r 2r rgba(120, 60, 20, 0.16); padding: 1.4r 2.4r; }
    .panel .area { position: relative; height: 100%; overflow: hidden; }
    .whole, .tail { white-space: nowrap; } td .tail, th .tail { white-space: normal; } .part { display: inline-block; max-width: 100%; margin-right: 0.8em; }
    .group { font-size: 3.2u; line-height: 1.3; font-weight: 700; color: #8f1511; background: #f9ead0; border-left: 1u solid #c42d20; padding: 0.16em 0.5em; margin: 0.2em 0; }
    .row { display: flex; align-items: center; padding: 0.9u 0.6u; border-bottom: 1px solid #ecdcbd; }
    .row .when { min-width: 6.6em; max-width: 9em; flex-shrink: 0; margin-right: 0.5em; font-size: 3.7u; line-height: 1.25; font-weight: 700; color: #a51c17; }
    .row .main { flex: 1; min-width: 0; }
    .row .side { flex-shrink: 0; max-width: 11em; margin-left: 0.6em; text-align: right; font-size: 3.1u; line-height: 1.3; font-weight: 700; color: #a51c17; }
    .head { line-height: 0; }
    .name { font-size: 3.8u; line-height: 1.3; font-weight: 700; } .head .name { margin-right: 0.3em; }
    .head .name, .head .chip, .head .badge { vertical-align: middle; }
    .line { font-size: 2.9u; line-height: 1.4; color: #6b4a35; }
    .text { font-size: 2.8u; line-height: 1.45; color: #4a382c; }
    .chip, .badge { display: inline-block; font-size: 2.6u; line-height: 1.5; border-radius: 0.3em; padding: 0 0.4em; color: #fff; background: #7d5f31; max-width: 100%; box-sizing: border-box; }
    .badge { margin: 0 0.4em 0 0; background: #c42d20; font-weight: 700; }
    .badge.now { background: #1d7a3c; }
    .badge.moved, .badge.postponed { background: #b45a00; }
    .tone-theory { background: #a51c17; } .tone-practice { background: #8a5808; } .tone-remote { background: #17607e; }
    .tone-public-notice, .tone-safety { background: #c42d20; } .tone-result { background: #1d7a3c; } .tone-recruitment { background: #17607e; }
    .tone-service { background: #17607e; } .tone-culture { background: #7a3b8f; } .tone-sport { background: #1d7a3c; } .tone-volunteer { background: #b2431d; }
    .is-now { background: #fdf3d6; }
    .cancelled .name, .cancelled .when { text-decoration: line-through; color: #8a6d5c; }
    .nothing { text-align: center; font-size: 4.2u; line-height: 1.4; color: #8a6d5c; }

    .panel.cards, .panel.figures { background: none; box-shadow: none; padding: 0; }
    .cards .area, .figures .area { display: flex; flex-wrap: wrap; align-items: flex-start; align-content: flex-start; }
    .cards .full, .figures .full { align-items: stretch; align-content: stretch; } .cards .middle, .figures .middle { align-items: stretch; align-content: center; }
    .card, .figure { box-sizing: border-box; width: 32%; margin: 0 2% 1.8u 0; padding: 1.6u 1.8u; background: #fffdf8; border-radius: 1.4u; border-top: 0.9u solid #c9a35a; }
    .card:nth-child(3n), .figure:nth-child(3n) { margin-right: 0; }
    .card.tone-busy { border-top-color: #1d7a3c; background: #fffdf8; } .card.tone-free { background: #fffdf8; }
    .card .label { display: inline-block; font-size: 2.6u; line-height: 1.5; border-radius: 0.3em; padding: 0 0.4em; margin-right: 0.4em; color: #fff; background: #7d5f31; }
    .card .now .label { background: #1d7a3c; } .card .main > .now, .card .main > .next, .card .main > .idle { line-height: 0; margin-top: 0.6u; } .card.room .name { font-size: 3.6u; }
    .card .value { font-size: 3u; line-height: 1.45; }
    .card .next, .card .idle { color: #6b4a35; }
    .card.live { width: 49%; display: flex; align-items: center; background: #fffdf8; border-top-color: #17607e; }
    .card.live:nth-child(n) { margin-right: 2%; } .single .card.live:nth-child(n) { width: 100%; margin-right: 0; } .card.live:nth-child(2n) { margin-right: 0; }
    .card.live .main { flex: 1; min-width: 0; margin-left: 2u; }
    .card.live .when { font-size: 3.6u; line-height: 1.3; font-weight: 700; color: #a51c17; }
    .code { flex-shrink: 0; width: 22r; text-align: center; }
    .code svg { display: block; width: 22r; height: 22r; border-radius: 0.8r; }
    .code span { display: block; font-size: 2.7r; line-height: 1.5; color: #6b4a35; }

    .figure .name { font-size: 3.2u; color: #6b4a35; }
    .figure .value { font-size: 8u; line-height: 1.2; font-weight: 700; color: #a51c17; }
    .figure .number { line-height: 0; }
    .figure .longer { font-size: 6.4u; } .figure .longest { font-size: 5u; } .figure.note { width: 100%; margin-right: 0; } .figure .suffix { font-size: 3.2u; line-height: 1.3; margin-left: 0.3em; color: #6b4a35; }
    .figure .line { font-size: 2.6u; }
    .figure.chart { width: 100%; margin-right: 0; } .chart .main { display: flex; align-items: baseline; justify-content: space-between; } .chart .name { min-width: 0; } .chart .number { flex-shrink: 0; max-width: 60%; margin-left: 2u; }
    .bars { display: flex; position: relative; height: 32u; margin: 4.4u 1.4u 4.8u; } .bars.sunk { margin-bottom: 8.6u; }
    .zero { position: absolute; right: -1.4u; left: -1.4u; border-bottom: 0.3u solid #c9a35a; }
    .bar { flex: 1; height: 100%; min-width: 0; position: relative; }
    .bar i { position: absolute; right: 10%; left: 10%; background: #dba24a; border-radius: 0.6u 0.6u 0 0; } .bar .below { background: #9a7b5b; border-radius: 0 0 0.6u 0.6u; }
    .bar.last i { background: #c42d20; }
    .bars > span { position: absolute; left: 0; font-size: 2.6u; line-height: 1.3; white-space: nowrap; }
    .bars.tight > span { font-size: 2.6r; }
    .bars .top { padding: 0.1em 0; color: #6b4a35; } .bars .top.last { font-weight: 700; color: #a51c17; } .bars .foot { top: 100%; margin-top: 0.3em; } .bars.sunk .foot { margin-top: 1.8em; }

    .poster { position: absolute; top: 0; right: 0; bottom: 0; left: 0; display: flex; background: #fffdf8; border-radius: 1.6r; overflow: hidden; box-shadow: 0 0.4r 2r rgba(120, 60, 20, 0.16); }
    .poster .aside { width: 42%; display: flex; flex-direction: column; background: #f9ead0; } .poster .picture { flex: 1; position: relative; background: #f3e2c0; }
    .poster .picture img { position: absolute; top: 0; left: 0; width: 100%; height: 100%; object-fit: cover; }
    .poster .words { flex: 1; min-width: 0; display: flex; align-items: flex-end; padding: 2.4r 4r; }
    .poster .words .area { flex: 1; min-width: 0; height: 100%; position: relative; overflow: hidden; }
    .poster .code { width: auto; order: 2; display: flex; align-items: center; padding: 1r; } .poster .code svg { width: 20r; height: 20r; margin-right: 1.6r; } .poster .code span { font-size: 3.2r; } .poster > .code { flex-direction: column; justify-content: center; padding: 0 4r 0 0; } .poster > .code svg { width: 28r; height: 28r; margin: 0; }
    .poster .name { font-size: 6.4u; line-height: 1.25; color: #8f1511; }
    .poster .line { margin-bottom: 0.6em; font-size: 3u; } .poster .chip { font-size: 3u; }
    .poster .motto { font-family: "KaiTi", "STKaiti", "Noto Serif CJK SC", serif; font-size: 5.2u; line-height: 1.4; color: #c42d20; margin: 0.2em 0 0.4em; }
    .poster .text { font-size: 3.6u; line-height: 1.5; margin-bottom: 0.5em; }
    .poster .fact { font-size: 3u; line-height: 1.45; padding: 0.1em 0 0.1em 0.7em; border-left: 0.2em solid #e3b962; margin-bottom: 0.3em; }
    .poster.photo { flex-direction: column; } .poster.photo .aside { width: auto; flex: 1; background: none; } .poster.photo .picture { background: none; } .poster.photo .picture img { object-fit: contain; }
    .poster.photo .words { display: block; flex: none; padding: 1.2r 3r; text-align: center; background: #f9ead0; } .poster.photo .words .area { height: auto; overflow: visible; } .poster.photo .untold { display: none; }
    .poster.photo .name { font-size: 4u; line-height: 1.45; color: #8f1511; }

    .leaf-frame { position: absolute; top: 0; right: 0; bottom: 0; left: 0; }
    .leaf { position: absolute; top: 0; bottom: 0; left: 0; width: 27%; display: flex; flex-direction: column; justify-content: center; background: #fffdf8; border-radius: 1.6r; border-top: 5r solid #c42d20; box-sizing: border-box; text-align: center; box-shadow: 0 0.4r 2r rgba(120, 60, 20, 0.16); padding: 3r 1.4r; }
    .leaf .month { font-size: 4.4u; line-height: 1.4; color: #8f1511; }
    .leaf .number { font-size: 26u; line-height: 1.15; font-weight: 700; color: #c42d20; }
    .leaf .fact { font-size: 3.8u; line-height: 1.5; color: #6b4a35; }
    .leaf-frame .panel { left: 30%; }
    .entry { padding: 1.6u 1u; border-bottom: 1px solid #ecdcbd; }
    .entry .chip { margin: 0 0.3em 0 0; background: #a51c17; font-size: 3u; } .entry .name { font-size: 4.2u; } .entry .text { font-size: 3.4u; margin-top: 0.2em; }

    .prose { padding: 2.6r 4r; }
    .prose p, .prose ul, .prose ol, .prose td, .prose th, .prose pre { font-size: 3.8u; line-height: 1.6; }
    .prose p { margin-bottom: 0.5em; } .prose li { margin-bottom: 0.2em; } .prose li p { font-size: 1em; margin: 0; } .prose li ul, .prose li ol { font-size: 1em; }
    .prose ul, .prose ol { padding-left: 1.65em; } .prose .digits-3 { padding-left: 2.25em; } .prose .digits-4 { padding-left: 2.8em; } .prose .digits-5 { padding-left: 3.4em; } .prose .digits-6 { padding-left: 3.95em; } .prose .digits-7 { padding-left: 4.5em; } .prose .digits-8 { padding-left: 5.1em; } .prose .digits-9, .prose .digits-10 { padding-left: 6.2em; } .prose .continued { list-style: none; } .prose blockquote { margin: 0; padding-left: 2u; border-left: 0.6u solid #e3b962; }
    .prose h1, .prose h2, .prose h3, .prose h4, .prose h5, .prose h6 { font-size: 4.8u; line-height: 1.4; font-weight: 700; color: #8f1511; margin: 0.2em 0 0.3em; }
    .prose table { border-collapse: collapse; width: 100%; } .prose td, .prose th { font-size: 3.2u; line-height: 1.4; text-align: left; padding: 0.2em 0.4em; border-bottom: 1px solid #ecdcbd; }
    .prose img { display: block; max-width: 100%; height: 40u; object-fit: contain; } .prose strong, .prose th { font-weight: 700; color: #8f1511; } .prose em { font-style: normal; font-weight: 700; }
    .prose code, .prose pre { font-family: inherit; } .prose pre { white-space: pre-wrap; } .prose hr { border: 0; border-top: 1px solid #e3b962; }

    .alert { position: absolute; top: 0; right: 0; bottom: 0; left: 0; display: flex; align-items: center; padding: 3r 4r; border-radius: 1.6r; color: #fff; }
    .alert .area { flex: 1; min-width: 0; height: 100%; position: relative; overflow: hidden; } .alert .code { order: 2; }
    .alert .name { font-size: 8u; line-height: 1.3; margin: 0.15em 0; }
    .alert .text { font-size: 4.6u; line-height: 1.5; color: #fff; }
    .alert .do { font-size: 4.6u; line-height: 1.5; font-weight: 700; margin-top: 0.3em; }
    .alert .line { font-size: 3.4u; line-height: 1.5; color: #fff; margin-top: 0.5em; }
    .alert .code { margin-left: 3r; } .alert .code span { color: #fff; }
    .alert.tone-extreme { background: #b00c14; } .alert.tone-severe { background: #b84400; } .alert.tone-moderate { background: #8a6100; } .alert.tone-minor { background: #1a5a96; }
    .interrupted #band, .interrupted #sole { background: #2b1a12; border-color: #fff; }
    .interrupted.tone-extreme #band, .interrupted.tone-extreme #sole { background: #7a060c; } .interrupted.tone-severe #band, .interrupted.tone-severe #sole { background: #7d2e00; } .interrupted.tone-moderate #band, .interrupted.tone-moderate #sole { background: #5e4200; } .interrupted.tone-minor #band, .interrupted.tone-minor #sole { background: #103d66; }

    .portrait #band { height: 17.6r; } .portrait #head { height: 11.8r; }
    .portrait #head h1 { font-size: 4.4r; } .portrait #head .lines h1 { font-size: 3r; } .portrait #head p { font-size: 2.6r; }
    .portrait #clock { display: block; } .portrait #clock div { margin: 0; } .portrait #time { font-size: 4.4r; line-height: 1.15; display: block; } .portrait #date, .portrait #lunar { font-size: 2.6r; line-height: 1.25; }
    .portrait #body { top: 19.2r; }
    .portrait #foot { justify-content: space-between; font-size: 2.6r; } .portrait #sponsor { flex: none; width: 100%; } .portrait #foot span { margin-left: 0; }
    .portrait .panel { padding: 1r 1.4r; } .portrait .panel.cards, .portrait .panel.figures { padding: 0; }
    .portrait .row { flex-wrap: wrap; } .portrait .row .main { width: 100%; flex: none; order: 3; } .portrait .row .when { width: auto; max-width: none; flex: 1; margin-right: 0; font-size: 3.2u; } .portrait .row .side { font-size: 2.8u; max-width: none; margin-left: 0; } .portrait .timeless .side { order: 4; width: 100%; } .portrait .timeless.brief { flex-wrap: nowrap; } .portrait .timeless.brief .main { width: auto; flex: 1; } .portrait .timeless.brief .side { width: auto; margin-left: 0.6em; }
    .portrait .name { font-size: 3.3u; } .portrait .line { font-size: 2.7u; } .portrait .text { font-size: 2.7u; }
    .portrait .card, .portrait .figure { width: 100%; margin-right: 0; } .portrait .figure { width: 48.5%; margin-right: 3%; } .portrait .figure:nth-child(3n) { margin-right: 3%; } .portrait .figure:nth-child(2n) { margin-right: 0; } .portrait .figure.chart { width: 100%; margin-right: 0; }
    .portrait .figure .value { font-size: 5.6u; } .portrait .figure .longer { font-size: 4.2u; } .portrait .figure .longest { font-size: 3u; } .portrait .chart .main { display: block; } .portrait .chart .number { max-width: none; margin-left: 0; } .portrait .figure.note { width: 100%; margin-right: 0; } .portrait .figure .name { font-size: 2.8u; } .portrait .bars { height: 22u; }
    .portrait .card.live { width: 100%; } .portrait .card.live:nth-child(n) { margin-right: 0; }
    .portrait .code, .portrait .code svg { width: 16r; } .portrait .code svg { height: 16r; } .portrait .code span { font-size: 2.6r; }
    .portrait .poster { flex-direction: column; } .portrait .poster .aside { width: 100%; height: 22r; flex-direction: row; flex-shrink: 0; }
    .portrait .poster .words { min-height: 0; padding: 2r 2.4r; }
    .portrait .poster .code { width: auto; flex-direction: column; justify-content: center; padding: 0.8r; } .portrait .poster .code svg { width: 16.4r; height: 16.4r; margin: 0; } .portrait .poster .code span { font-size: 2.6r; } .portrait .poster > .code { padding: 0 0 2r; } .portrait .poster > .code svg { width: 22r; height: 22r; }
    .portrait .poster .name { font-size: 4.6u; } .portrait .poster .line { font-size: 3u; } .portrait .poster .motto { font-size: 4u; } .portrait .poster .text { font-size: 3.2u; }
    .portrait .poster.photo .aside { height: auto; } .portrait .poster.photo .words { padding: 1r 2r; } .portrait .poster.photo .name { font-size: 3.2u; }
    .portrait .leaf { right: 0; bottom: auto; width: auto; height: 19r; flex-direction: row; align-items: center; border-top-width: 2r; padding: 0 1r; } .portrait .leaf .number { font-size: 15u; line-height: 1; margin-right: 2u; } .portrait .leaf .month { font-size: 3.4u; } .portrait .leaf .fact { font-size: 2.9u; } .portrait .leaf .day { text-align: left; } .portrait .leaf-frame .panel { left: 0; top: 20.4r; }
    .portrait .entry .chip { font-size: 2.7u; } .portrait .entry .name { font-size: 3.4u; } .portrait .entry .text { font-size: 2.9u; }
    .portrait .prose p, .portrait .prose ul, .portrait .prose ol, .portrait .prose pre { font-size: 3u; } .portrait .prose li p, .portrait .prose li ul, .portrait .prose li ol { font-size: 1em; } .portrait .prose td, .portrait .prose th { font-size: 2.7u; } .portrait .prose h1, .portrait .prose h2, .portrait .prose h3 { font-size: 3.8u; } .portrait .prose { padding: 2r 2.4r; }
    .portrait .alert { flex-direction: column; align-items: stretch; padding: 2r 2.4r; } .portrait .alert .area { height: auto; min-height: 0; } .portrait .alert .code { align-self: center; margin: 1r 0 0; }
    .portrait .alert .name { font-size: 5u; } .portrait .alert .text, .portrait .alert .do { font-size: 3.4u; } .portrait .alert .line { font-size: 3u; }

    """#
}
