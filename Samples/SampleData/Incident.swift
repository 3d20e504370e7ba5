/// Something that goes wrong in the samples, on purpose.
struct Incident: Decodable {
  enum Kind: String, Decodable {
    /// The sender sends nothing, or not this form.
    case omitted
    /// The files arrive after the deadline.
    case late
    /// The form is sent again in a second file; the first one had other cells.
    case resent
    /// A cell says something else.
    case cell
    /// One row more than there should be.
    case row
    /// A second file with a column that the plan does not take.
    case extraColumn = "extra-column"
    /// A file that is no table.
    case junk
    /// Told in the values themselves (`facts`, registers); stands here for the table only.
    case told
  }

  var kind: Kind
  var sender: String
  var year: Int
  /// All forms of the sender where it is absent.
  var form: String?
  var received: String?
  /// Code of the unit, or key, of the row meant.
  var row: String?
  /// Raw texts by field.
  var cells: [String: String]?
  /// Name of the other file.
  var file: String?
  var column: String?
  /// What stands in the extra column, with the row's number behind it; or what the junk file says.
  var text: String?
  var trap: Scenario.Bilingual
  var expected: Scenario.Bilingual

  func concerns(_ sender: String, _ year: Int, _ form: String) -> Bool {
    self.sender == sender && self.year == year && (self.form == nil || self.form == form)
  }
}
