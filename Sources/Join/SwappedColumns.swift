import Diagnostics
import Plan

/// Two neighbouring columns that hold each other's figures.
struct SwappedColumns {
  let check: OutlierCheck.SwappedColumns

  /// Whether the figures of a year fit each other's years, and not their own.
  ///
  /// The ranges of the two must lie apart: where they overlap, the figures could be anyone's.
  func areSwapped(_ left: OwnYears, _ right: OwnYears, _ year: Int) -> Bool {
    guard let a = left.point(year)?.value.double, let b = right.point(year)?.value.double,
      abs(a - b) >= check.difference, let ofLeft = range(left, year),
      let ofRight = range(right, year), !ofLeft.overlaps(ofRight)
    else { return false }
    return ofRight.contains(a) && ofLeft.contains(b) && isFar(a, ofLeft) && isFar(b, ofRight)
  }

  /// A range of one figure counts as 1 wide.
  private func isFar(_ value: Double, _ own: ClosedRange<Double>) -> Bool {
    let width = max(1, own.upperBound - own.lowerBound)
    return max(value - own.upperBound, own.lowerBound - value) >= check.widths * width
  }

  private func range(_ years: OwnYears, _ year: Int) -> ClosedRange<Double>? {
    let others = years.others(than: year).map(\.number)
    guard others.count >= check.years, let lowest = others.min(), let highest = others.max() else {
      return nil
    }
    return lowest...highest
  }

  /// Neighbouring numeric columns of a form, as element ids.
  static func neighbours(in form: Form, _ plan: Plan) -> [(left: String, right: String)] {
    let numbers = form.fields.indices.map { position in
      plan.element("\(form.name).\(form.fields[position].name)").flatMap { element in
        element.kind == .number ? element.id : nil
      }
    }
    return zip(numbers, numbers.dropFirst()).compactMap { left, right in
      guard let left, let right else { return nil }
      return (left, right)
    }
  }
}
