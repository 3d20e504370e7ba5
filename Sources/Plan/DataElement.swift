package import Diagnostics

/// Something that is counted or stated for a unit and a year.
package struct DataElement: Sendable {
  package enum Source: Sendable {
    /// A numeric, boolean or coded field of a summary form.
    case field(form: String, field: Int)
    /// Rows of a register, aggregated.
    case register(RegisterAggregate)
  }

  package enum ValueKind: Sendable { case number, flag, code }

  /// `form.name`.
  package var id: String
  package var title: LocalisedText
  package var unit: LocalisedText
  package var isSensitive: Bool
  package var kind: ValueKind
  package var form: String
  package var source: Source
}

/// How rows of a register become the value of a data element.
package struct RegisterAggregate: Sendable {
  package enum Operation: String, CaseIterable, Sendable {
    case count, distinct, sum, any
    /// The one value on which all rows agree; a conflict where they differ.
    case agreed
  }

  package enum Window: String, CaseIterable, Sendable {
    case year
    /// Rows of all years from the plan's first to the one evaluated.
    case plan
  }

  package var operation: Operation
  /// Field that is summed or told apart; a path may follow a foreign key.
  package var of: FieldPath?
  package var condition: Expression?
  /// What the condition's references stand for, beside `Expression.references`.
  package var references: [RowReference]
  /// Category field by which facts are given beside the total.
  package var by: Int?
  /// Field that gives the unit; nil for the plan's own unit.
  package var at: FieldPath?
  package var window: Window
}

/// A field of a row, or of the row that a foreign key of it names.
package struct FieldPath: Sendable, Hashable {
  package var field: Int
  /// Position of the foreign key in the form, and of the field in the form that it names.
  package var reference: Reference?

  package struct Reference: Sendable, Hashable {
    package var foreignKey: Int
    package var field: Int
  }
}

/// What a name in a condition over rows stands for.
package enum RowReference: Sendable, Hashable {
  case field(FieldPath)
  /// The year evaluated, as a number.
  case period
  /// Its first day.
  case start
  /// Its last day.
  case end
}
