package import Diagnostics

/// Columns that together make a yearly figure: the quarters, or the two half-years.
package struct PartSet: Sendable {
  package var name: String
  package var parts: [Part]
}

/// One of the columns that a sender may fill in instead of one for the year.
package struct Part: Sendable {
  package var title: LocalisedText
  /// What stands in the header beside the field's own words.
  package var headers: [String]
}

/// A column of records for one part of a field.
package struct PartColumn: Sendable, Hashable {
  /// Positions in the form, in its sets and in the set.
  package var field: Int
  package var set: Int
  package var part: Int
  /// `field.set.number`, as records and the recognised columns of a file name it.
  package var name: String
}

extension Form {
  /// Columns of parts, in the order of fields, sets and parts.
  package var partColumns: [PartColumn] {
    fields.indices.flatMap { field in
      fields[field].partSets.flatMap { set in
        partSets[set].parts.indices.map { part in
          PartColumn(
            field: field,
            set: set,
            part: part,
            name: "\(fields[field].name).\(partSets[set].name).\(part + 1)"
          )
        }
      }
    }
  }

  /// Names of the columns of the form's records: its fields, then their parts.
  package var columnNames: [String] { fields.map(\.name) + partColumns.map(\.name) }
}
