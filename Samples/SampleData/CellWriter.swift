/// Writes values as the cells of one file.
struct CellWriter {
  let layout: Layout
  let scenario: Scenario

  func text(_ value: Value, _ field: FormSheet.Field, scale: Int, _ draw: inout Draw) -> String {
    switch value {
    case .missing:
      // A remark that nobody made stays empty in every program.
      field.isNote ? "" : draw.choice(of: layout.missing) ?? ""
    case .notApplicable: draw.choice(of: layout.notApplicable) ?? ""
    case .integer(0) where field.isMeasure: draw.choice(of: layout.zero) ?? "0"
    case .integer(let number): field.isYear ? String(number) : decimal(number, over: scale)
    case .tenths(let number): decimal(number, over: 10) + (layout.percent == true ? " %" : "")
    case .flag(let flag): flag ? layout.yes : layout.no
    case .day(let day): date(day)
    case .text(let text):
      if field.isUnit {
        unit(text)
      } else if let category = field.categories?.first(where: { $0.value == text }) {
        word(for: category, &draw)
      } else {
        text
      }
    }
  }

  func decimal(_ number: Int, over scale: Int) -> String {
    let divisor = max(1, scale)
    var result = grouped(number / divisor)
    var rest = abs(number % divisor)
    guard rest > 0 else { return result }
    var digits = ""
    // Each digit brings the rest nearer to nothing; scales are powers of ten.
    while rest > 0, digits.count < 9 {
      rest *= 10
      digits += String(rest / divisor)
      rest %= divisor
    }
    result += (layout.decimalComma ? "," : ".") + digits
    return result
  }

  private func grouped(_ number: Int) -> String {
    guard let separator = layout.thousands else { return String(number) }
    var result = ""
    let digits = String(abs(number))
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  private func date(_ day: Day) -> String {
    switch layout.dates {
    case .slashed: "\(padded(day.day, to: 2))/\(padded(day.month, to: 2))/\(day.year)"
    case .slashedShort: "\(day.day)/\(day.month)/\(day.year)"
    case .iso: day.iso
    }
  }

  private func word(for category: FormSheet.Category, _ draw: inout Draw) -> String {
    switch layout.categories {
    case .label: category.label.vi
    case .value: category.value
    // The first spellings of a form are the common ones; later ones may belong to a sister column.
    case .spelling:
      draw.choice(of: Array((category.spellings ?? []).prefix(3))) ?? category.label.vi
    }
  }

  func unit(_ code: String) -> String {
    if let later = scenario.reorganisation?.unit(named: code) {
      return self.unit(later.code, kind: later.kind, name: later.name, isAlone: true)
    }
    guard let unit = scenario.units.first(where: { $0.code == code }) else { return code }
    // Where two units share a name, a clerk of the district keeps the prefix.
    let isAlone = scenario.units.count { $0.name == unit.name } == 1
    return self.unit(code, kind: unit.kind, name: unit.name, isAlone: isAlone)
  }

  private func unit(_ code: String, kind: String, name: String, isAlone: Bool) -> String {
    let prefixes = scenario.prefixes[kind]
    let full = "\(prefixes?.full ?? "") \(name)"
    return switch layout.units {
    case .full: full
    case .bare: isAlone ? name : full
    case .short: "\(prefixes?.short ?? "") \(name)"
    case .office: "\(prefixes?.office ?? "") \(name)"
    case .upper: full.uppercased()
    case .newCountryside: "\(full) (NTM)"
    case .code: code
    }
  }

  static func roman(_ number: Int) -> String {
    let signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    var (rest, result) = (min(number, 89), "")
    for (worth, sign) in signs {
      while rest >= worth {
        result += sign
        rest -= worth
      }
    }
    return result
  }
}
