/// Writes numbers as people of a language read them; never by a locale.
package struct NumberText: Sendable {
  package let language: Language

  package init(language: Language) { self.language = language }

  /// A number with a fixed count of decimals, halves rounded away from zero.
  package func text(_ value: Double, decimals: Int = 0) -> String {
    let places = max(0, min(decimals, 9))
    let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = (abs(value) * power).rounded(.toNearestOrAwayFromZero)
    guard value.isFinite else { return "–" }
    guard scaled < 9e15 else { return large(value, decimals: places) }
    var digits = String(Int(scaled))
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    let whole = grouped(String(digits.dropLast(places)))
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard places > 0 else { return sign + whole }
    return sign + whole + (language == .vietnamese ? "," : ".") + digits.suffix(places)
  }

  /// Beyond the whole numbers that a double holds exactly, decimals would be invented: fewer of
  /// them, then the digits that tell the double from its neighbours and zeros after them.
  private func large(_ value: Double, decimals: Int) -> String {
    if decimals > 0 { return text(value, decimals: decimals - 1) }
    let parts = "\(abs(value))".lowercased().split(separator: "e")
    let mantissa = (parts.first ?? "").split(separator: ".")
    let whole = String(mantissa.first ?? "")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let zeros = String(repeating: "0", count: max(0, exponent - fraction.count))
    return (value < 0 ? "−" : "") + grouped(whole + fraction + zeros)
  }

  /// A number with as many decimals as it needs, at most so many.
  package func short(_ value: Double, upTo decimals: Int = 2) -> String {
    for places in 0..<max(0, decimals) {
      let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
      let scaled = value * power
      if abs(scaled - scaled.rounded()) < 1e-9 { return text(value, decimals: places) }
    }
    return text(value, decimals: decimals)
  }

  package func date(_ date: CalendarDate) -> String {
    guard language == .vietnamese else { return date.description }
    let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
    let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
    return "\(day)/\(month)/\(date.year)"
  }

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        result.append(language == .vietnamese ? "." : ",")
      }
      result.append(digit)
    }
    return result
  }
}
