extension Schema {
  /// What units owe the public, and which activities meet it. Notices say it in their front matter.
  static let duties = """
    CREATE TABLE duty(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      category TEXT,
      position INTEGER NOT NULL DEFAULT 1 CHECK(typeof(position) = 'integer' AND position >= 1),
      basis TEXT,
      cadence TEXT NOT NULL CHECK(cadence IN ('month','quarter','half-year','year','on-change')),
      within_workdays INTEGER CHECK(within_workdays IS NULL
        OR (typeof(within_workdays) = 'integer' AND within_workdays BETWEEN 1 AND 250)),
      met_by TEXT NOT NULL CHECK(met_by IN ('activity','notice')),
      responsible TEXT,
      channel TEXT,
      starts_on TEXT CHECK(\(isOptionalDay("starts_on")))
    );
    CREATE INDEX duty_unit ON duty(unit_id);
    ALTER TABLE activity ADD COLUMN duty_id TEXT REFERENCES duty(id);
    CREATE INDEX activity_duty ON activity(duty_id);
    """
}
