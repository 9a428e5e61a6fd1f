/// Which numbers of a road are meant.
package enum AddressSide: String, SheetTerm {
  case both, odd, even

  package var inSheets: String {
    switch self {
    case .both: "不分单双"
    case .odd: "单号"
    case .even: "双号"
    }
  }
}
