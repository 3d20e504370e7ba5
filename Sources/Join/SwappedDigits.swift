import Diagnostics
import Plan

/// A count with two neighbouring digits in the wrong order: 21 where the other years are 11 to 13.
struct SwappedDigits {
  let check: OutlierCheck.SwappedDigits

  /// The count with the digits the other way round; nil where that does not explain it.
  func reading(_ years: OwnYears, _ year: Int) -> FixedDecimal? {
    guard let value = years.point(year)?.value.integer, value >= 10 else { return nil }
    let others = years.others(than: year).compactMap(\.value.integer)
    guard others.count >= check.years, others.count == years.points.count - 1,
      let lowest = others.min(), let highest = others.max()
    else { return nil }
    // Within the widths the figure may be its own; a range of one figure counts as 1 wide.
    let distance =
      value > highest ? Double(value) - Double(highest) : Double(lowest) - Double(value)
    guard distance >= check.widths * max(1, Double(highest) - Double(lowest)), distance > 0 else {
      return nil
    }
    let readings = Set(Self.swaps(of: value).filter { (lowest...highest).contains($0) })
    guard readings.count == 1, let reading = readings.first else { return nil }
    return FixedDecimal(reading)
  }

  /// The number with each pair of neighbouring digits swapped, without those that begin with 0.
  static func swaps(of value: Int64) -> [Int64] {
    let digits = Array(String(value).utf8)
    return digits.indices.dropLast().compactMap { index in
      guard digits[index] != digits[index + 1] else { return nil }
      var swapped = digits
      swapped.swapAt(index, index + 1)
      guard swapped.first != UInt8(ascii: "0") else { return nil }
      return Int64(String(decoding: swapped, as: UTF8.self))
    }
  }

  static func sentence(_ reading: FixedDecimal) -> LocalisedText {
    let text = FigureWording.text(reading)
    return LocalisedText(
      vi: "đổi chỗ hai chữ số liền nhau thì được \(text.vietnamese), khớp với các năm khác",
      en: "with two neighbouring digits swapped it is \(text.english), which fits the other years"
    )
  }
}
