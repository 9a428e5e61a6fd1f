import Diagnostics

extension ActivityData {
  /// What the rows say together and can't: known without the pages, so that an import tells it before a build would.
  ///
  /// - Parameter database: how messages name the file.
  public func problems(database: String) -> [Diagnostic] {
    UnitCycleCheck(self, database: database).problems() + ChangeCheck(self, database: database).problems()
      + RosterCheck(self, database: database).problems()
  }
}
