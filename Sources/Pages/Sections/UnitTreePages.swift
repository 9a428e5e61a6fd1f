import Artifacts
import Community
import Content
import Vocabulary
import Words

/// `/units/`: all units as a tree that folds, as deep as a page has room; what is deeper stands on the units' own pages.
struct UnitTreePages {
  /// Units of one page, and those of them that stand below none.
  private static let length = 200
  private static let rootsLength = 100

  private let context: PortalContext
  private var units: UnitTree { context.community.units }
  private var words: any Words { context.words }

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    let roots = units.roots
    let parts = stride(from: 0, to: max(1, roots.count), by: Self.rootsLength).map {
      Array(roots[$0..<min(roots.count, $0 + Self.rootsLength)])
    }
    return parts.indices.map { page(parts[$0], number: $0 + 1, of: parts.count) }
  }

  private func page(_ roots: [Unit], number: Int, of count: Int) -> Artifact {
    let words = words
    func link(_ number: Int, _ title: String) -> LinkView? {
      (1...count).contains(number) ? LinkView(title: title, url: SitePath.units(part: number).url) : nil
    }
    let (previous, next) = (link(number - 1, words.previousPage), link(number + 1, words.nextPage))
    return context.page(
      .units(part: number), title: number == 1 ? words.units : words.page(number, of: words.units), template: "list"
    ) {
      var view = ListView(name: words.units, summary: words.unitsLead, body: "", groups: [])
      view.unitTree = tree(roots)
      view.previous = previous
      view.next = next
      view.pageLabel = count > 1 ? words.page(number, of: count) : nil
      return view
    }
  }

  // MARK: The tree

  /// The deepest level at which the page has room for all units above it too.
  private func depth(_ roots: [Unit]) -> Int {
    var (level, count, depth) = (roots, roots.count, 0)
    while true {
      level = level.flatMap { units.children(of: $0.id) }
      count += level.count
      if level.isEmpty || count > Self.length { return depth }
      depth += 1
    }
  }

  private func tree(_ roots: [Unit]) -> [TreeUnitView] {
    let deepest = depth(roots)
    // Whoever looks for a grid looks below the unit whose site this is.
    let own = context.community.site.unit
    var lines: [TreeUnitView] = []
    /// - Parameter endings: folders that end with this unit, its own not counted.
    func add(_ unit: Unit, at depth: Int, endings: Int) {
      let children = depth < deepest ? units.children(of: unit.id) : []
      lines.append(
        TreeUnitView(
          unit: unit, countsLabel: context.countsLabel(unit), isFolder: !children.isEmpty,
          isOpen: depth == 0 || own.map { units.contains($0, in: unit.id) } ?? false,
          endings: children.isEmpty ? endings : 0))
      for (index, child) in children.enumerated() {
        add(child, at: depth + 1, endings: index == children.count - 1 ? endings + 1 : 0)
      }
    }
    for root in roots { add(root, at: 0, endings: 0) }
    return lines
  }
}

extension SitePath {
  /// A further part of the tree of units, from 2 on.
  fileprivate static func units(part: Int) -> SitePath { part == 1 ? units : page("units", "page", "\(part)") }
}
