import Activities
import Community
import FeedFormat
import Words

/// `/feeds/v1/<name>.json`: a public table's rows.
enum PublicTableFeed<Record: PublicRecord>: Feed {
  static func shape(_: Community) -> FeedShape<PublicEntry<Record>> {
    FeedShape(name: Record.table.rawValue, about: Record.about, fields: Record.fields)
  }

  static func records(_ community: Community) -> [PublicEntry<Record>] { community.tables.entries() }
}

extension PublicTables {
  /// One for each.
  static let feeds: [any Feed.Type] = {
    var feeds: [any Feed.Type] = []
    for (record, _) in all { feeds.append(feed(of: record)) }
    return feeds
  }()

  private static func feed<Record: PublicRecord>(of _: Record.Type) -> any Feed.Type { PublicTableFeed<Record>.self }
}
