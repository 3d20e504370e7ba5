import Parallel
import Plan

/// The units of the rows of all registers that are counted, by the fields that give them.
struct FormUnits: Sendable {
  private struct Key: Hashable {
    var form: String
    var path: FieldPath?
  }

  private let places: [Key: Int]
  private let units: [RowUnits]

  init(_ plan: Plan, _ asked: [(form: Form, path: FieldPath?)], _ rows: RegisterRows, jobs: Int) {
    var places: [Key: Int] = [:]
    var due: [(form: Form, path: FieldPath?)] = []
    for (form, path) in asked {
      let key = Key(form: form.name, path: path)
      guard places[key] == nil else { continue }
      places[key] = due.count
      due.append((form, path))
    }
    self.places = places
    units = parallelMap(due.count, jobs: jobs) { [due] place in
      RowUnits(due[place].path, due[place].form, rows, home: plan.unit)
    }
  }

  /// The units of a form's rows by a field; each that counts them goes on with a copy of its own.
  func units(_ form: Form, _ path: FieldPath?) -> RowUnits? {
    places[Key(form: form.name, path: path)].map { units[$0] }
  }
}
