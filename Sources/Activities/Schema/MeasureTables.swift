extension Schema {
  /// Measures and what they were, unit by unit and day by day: a figure that is the sum of the units below is not written down, so that it
  /// can't differ from them. They take over `metric` and `metric_history`: each figure becomes a measure of its own with the id that pages,
  /// screens and programs know, since a title does not say whether two are the same measure. A check is no reason to refuse rows that are
  /// wrong already: they are named, as before, when they are read.
  static let measures = """
    CREATE TABLE measure(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      suffix TEXT,
      total TEXT NOT NULL DEFAULT 'none' CHECK(total IN ('sum','none')),
      better TEXT CHECK(better IS NULL OR better IN ('more','less')),
      period TEXT NOT NULL DEFAULT 'month' CHECK(period IN ('day','month','quarter','year')),
      note TEXT
    );
    CREATE TABLE measured(
      measure_id TEXT NOT NULL REFERENCES measure(id) ON DELETE CASCADE,
      unit_id TEXT NOT NULL REFERENCES unit(id),
      as_of TEXT NOT NULL CHECK(\(isDay("as_of"))),
      value REAL NOT NULL CHECK(typeof(value) = 'real'),
      note TEXT,
      PRIMARY KEY(measure_id, unit_id, as_of)
    );
    PRAGMA ignore_check_constraints = ON;
    INSERT INTO measure(id,unit_id,title,suffix,note) SELECT id,unit_id,title,suffix,note FROM metric;
    INSERT INTO measured(measure_id,unit_id,as_of,value) SELECT id,unit_id,as_of,value FROM metric;
    INSERT OR IGNORE INTO measured(measure_id,unit_id,as_of,value)
      SELECT metric.id,metric.unit_id,metric_history.as_of,metric_history.value
      FROM metric_history JOIN metric ON metric.id = metric_history.metric_id;
    PRAGMA ignore_check_constraints = OFF;
    DROP TABLE metric_history;
    DROP TABLE metric;
    """
}
