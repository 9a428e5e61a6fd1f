package import CivilTime
package import Diagnostics

extension ActivityData {
  /// What the rows say together and can't: known without the pages, so that an import reports it before a build would.
  ///
  /// - Parameters:
  ///   - database: how messages name the file.
  ///   - workdays: nil where only the database is known.
  package func problems(database: String, workdays: WorkCalendar? = nil) -> [Diagnostic] {
    UnitCycleCheck(self, database: database).problems()
      + ChangeCheck(self, database: database, workdays: workdays).problems()
      + FarMoveCheck(self, database: database).problems()
      + ShortMonthCheck(self, database: database).problems()
      + RosterCheck(self, database: database).problems()
      + PostCheck(self, database: database).problems()
      + MeasureCheck(self, database: database).problems()
      + ListCheck(self, database: database).problems()
      + DutyMeansCheck(self, database: database).problems()
      + AddressRangeCheck(self, database: database).problems()
      + TeamRowCheck(self, database: database).problems()
      + OpeningHoursCheck(self, database: database).problems()
      + PointsCheck(self, database: database).problems()
  }
}
