package import Diagnostics

/// A form (data set) that senders fill in: a Table Schema with properties of our own.
package struct Form: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// One row a unit and year.
    case summary
    /// One row a thing or event, with a key.
    case register
  }

  package enum Coverage: String, CaseIterable, Sendable {
    /// Rows are about the unit that sends.
    case sender
    /// Rows are about the member units.
    case members
    /// Rows are about the plan's own unit.
    case plan
  }

  package var name: String
  package var number: String
  package var title: LocalisedText
  package var kind: Kind
  package var senders: [String]
  package var covers: Coverage
  package var clause: String
  /// First and last year in which it is due.
  package var years: ClosedRange<Int>
  package var due: MonthDay
  package var fields: [Field]
  /// Positions in `fields`.
  package var primaryKey: [Int]
  package var foreignKeys: [ForeignKey]
  /// Sets of columns by which senders may report yearly figures in parts.
  package var partSets: [PartSet] = []

  package func field(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
  package var unitField: Int? { first(.unit) }
  package var yearField: Int? { first(.year) }

  /// Asked for rows: no field is copied for it.
  private func first(_ role: Field.Role) -> Int? {
    fields.indices.first { fields.span[$0].role == role }
  }
}

/// A column of a form.
package struct Field: Sendable {
  package enum ValueType: String, CaseIterable, Sendable {
    case string, integer, number, boolean, date, year
  }

  package enum Role: String, CaseIterable, Sendable {
    case unit, year, key, measure, category, date, reference, note
  }

  /// What an empty cell or a dash stands for.
  package enum EmptyMeaning: String, CaseIterable, Sendable {
    case notReported = "not-reported"
    case none
    case notApplicable = "not-applicable"

    package var reason: MissingReason {
      switch self {
      case .notReported: .notReported
      case .none: .noCase
      case .notApplicable: .notApplicable
      }
    }
  }

  package var name: String
  package var type: ValueType
  package var role: Role
  package var title: LocalisedText
  package var purpose: String
  package var headers: [HeaderSpelling]
  package var unit: LocalisedText
  package var isSensitive: Bool
  package var blank: EmptyMeaning
  package var dash: EmptyMeaning
  package var categories: [Category]
  package var isRequired: Bool
  package var minimum: FixedDecimal?
  package var maximum: FixedDecimal?
  /// What other systems call the data element, exactly.
  package var codes: [String] = []
  /// Positions of the form's sets by whose parts the field may be reported; they are summed.
  package var partSets: [Int] = []
  /// Whether a total row holds the sum of the rows; not so for rates and scores.
  package var isSummed = false
  /// How figures of parts of a year combine; nil where the form does not say.
  package var yearRule: YearRule?
}

/// A header that stands for a field, and the scale of its numbers.
package struct HeaderSpelling: Sendable, Hashable {
  package var text: String
  /// 1,000,000 where the header says "triệu đồng".
  package var scale: Int
}

/// A coded value of a field, with the words that senders write for it.
package struct Category: Sendable {
  package var value: String
  package var label: LocalisedText
  package var spellings: [String]
}

/// A field that names a row of another form by its key.
package struct ForeignKey: Sendable {
  /// Position of the field in its form.
  package var field: Int
  package var form: String
  package var key: String
}
