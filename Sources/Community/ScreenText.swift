import Artifacts
import Content
package import Markdown

extension Document {
  /// Data blocks are live on pages only; a screen has slides of its own for what they show.
  package var nodesOffScreens: Set<Int> { Set(dataBlocks(named: DataQuery.names).map(\.node)) }
}

extension Community {
  /// Whether a screen finds something to draw in a text; of pictures it has the site's own.
  package func isVisibleOnScreens(_ document: Document) -> Bool {
    document.isVisible(without: document.nodesOffScreens) { url in imageByURL[url] != nil }
  }
}
