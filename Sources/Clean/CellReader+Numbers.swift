import Diagnostics
import Plan
import VietnameseText

// Numbers.
extension CellReader {
  func number(_ text: String, _ manner: Manner) -> CellReading {
    // Where a header says "million", thousands and halves of it are what the cell holds.
    let kind: VietnameseNumber.Kind =
      if manner.scale != 1 { .decimal } else if isMoney { .money } else if field.type == .integer {
        .count
      } else {
        .decimal
      }
    switch VietnameseNumber.parse(text, as: kind, mark: manner.mark) {
    case .success(let parsed): return checked(parsed, manner)
    case .failure(.excelError): return spreadsheetError("a number", vi: "một số")
    case .failure(.notWhole): return notWhole
    case .failure(.notANumber), .failure(.empty):
      return notANumber
    case .failure(.approximate):
      return .fault("approximate-number", vi: "một số chính xác", en: "an exact number")
    case .failure(.severalNumbers):
      return .fault("several-numbers", vi: "một số duy nhất", en: "one number")
    case .failure(.outOfRange): return tooLong
    }
  }

  private var notANumber: CellReading {
    .fault("not-a-number", vi: "một số", en: "a number")
  }

  private var notWhole: CellReading {
    .fault("not-whole", vi: "một số nguyên", en: "a whole number")
  }

  private var tooLong: CellReading {
    .fault("out-of-range", vi: "một số ít chữ số hơn", en: "a number with fewer digits")
  }

  private func checked(_ parsed: ParsedNumber, _ manner: Manner) -> CellReading {
    // Both signs are written in the file, and this cell can be read by either.
    if parsed.isAmbiguous, manner.hasBothMarks {
      return .fault(
        "ambiguous-number",
        vi: "dấu phẩy thập phân, dấu chấm hàng nghìn; tệp viết cả hai cách nên không rõ là số nào",
        en:
          "a decimal comma and points between thousands; the file has both ways, so that this is two"
      )
    }
    let hasStrayPercent = parsed.unit?.contains("%") == true && !isPercentage
    // Scores are written with the sign too, and mean the same number; counts and money never are.
    let isOfHundred =
      field.type == .number && !isMoney && parsed.value >= .zero
      && parsed.value <= FixedDecimal(100)
    if hasStrayPercent, !isOfHundred {
      return .fault(
        "unexpected-percent",
        vi: "một số không kèm '%'",
        en: "a number without '%'"
      )
    }
    let relation = parsed.unit.flatMap { measure?.relation($0) } ?? .same
    if relation == .strayLetter { return notANumber }
    if relation == .otherMeasure, !hasStrayPercent { return otherUnit }
    // `1,5 triệu` under "triệu đồng" says the scale twice, not its square.
    let factor = parsed.multiplier == 1 ? Int64(manner.scale) : 1
    if parsed.multiplier != 1, manner.scale != 1, parsed.multiplier != Int64(manner.scale) {
      return .fault(
        "two-scales",
        vi: "đơn vị tính như trong tiêu đề cột",
        en: "the scale of the column's header"
      )
    }
    guard let value = parsed.value.multiplied(by: factor) else { return tooLong }
    if let fault = outside(value) { return fault }
    if hasStrayPercent {
      return .doubt(
        .number(value),
        "percent-sign",
        vi: "một số không kèm '%'; đã hiểu là \(Self.written(value))",
        en: "a number without '%'; \(value) is taken"
      ).proposing(parsed.unit == "%" ? Self.written(value) : "")
    }
    if relation == .otherWord {
      let unit = field.unit
      return .doubt(
        .number(value),
        "unexpected-unit",
        vi: "số \(unit.vietnamese); đã hiểu là \(Self.written(value))",
        en: "a number of \(unit.english); \(value) is taken"
      )
    }
    return doubted(parsed, value, proposal: manner.scale == 1 ? Self.written(value) : "")
  }

  private var otherUnit: CellReading {
    let unit = field.unit
    return .fault(
      "unexpected-unit",
      vi: "một số" + (unit.vietnamese.isEmpty ? "" : " tính bằng \(unit.vietnamese)"),
      en: "a number" + (unit.english.isEmpty ? "" : " in \(unit.english)")
    )
  }

  /// Why a value is not one of the field; nil where it may be.
  private func outside(_ value: FixedDecimal) -> CellReading? {
    if field.type == .integer, value.integer == nil { return notWhole }
    if let minimum = field.minimum, value < minimum {
      return .fault(
        "below-minimum",
        vi: "số không nhỏ hơn \(minimum)",
        en: "a number not below \(minimum)"
      )
    }
    if let maximum = field.maximum, value > maximum {
      return .fault(
        "above-maximum",
        vi: "số không lớn hơn \(maximum)",
        en: "a number not above \(maximum)"
      )
    }
    // Whole things are never fewer than none, whether or not the plan says so.
    if field.type == .integer, field.minimum == nil, value < .zero {
      return .fault("below-minimum", vi: "số không âm", en: "a number not below 0")
    }
    return nil
  }

  /// A value as a sender should type it in the cell: with a decimal comma and no thousands.
  private static func written(_ value: FixedDecimal) -> String {
    value.description.replacing(".", with: ",")
  }

  /// A value with what is to be said about its spelling.
  private func doubted(
    _ parsed: ParsedNumber,
    _ value: FixedDecimal,
    proposal: @autoclosure () -> String
  ) -> CellReading {
    if parsed.isScientific {
      return .doubt(
        .number(value),
        "scientific-number",
        vi: "đủ các chữ số; bảng tính đã làm tròn, đã hiểu là \(Self.written(value))",
        en: "all digits, since a spreadsheet rounds such numbers; \(value) is taken"
      )
    }
    switch parsed.certainty {
    case .certain: return .value(.number(value))
    case .ambiguous:
      return .doubt(
        .number(value),
        "ambiguous-number",
        vi: "dấu phẩy thập phân, dấu chấm hàng nghìn; đã hiểu là \(Self.written(value))",
        en: "a decimal comma and points between thousands; \(value) is taken"
      ).proposing(proposal())
    case .byHabit:
      return CellReading.doubt(
        .number(value),
        "read-by-habit",
        vi: "cách viết chỉ có một nghĩa; đã hiểu là \(Self.written(value)) như cách viết của tệp",
        en: "a spelling with one meaning; \(value) is taken, as the file writes"
      ).aboutHabit(.habit).proposing(proposal())
    case .againstHabit:
      return CellReading.doubt(
        .number(value),
        "against-habit",
        vi: "một cách viết trong cả tệp; đã hiểu là \(Self.written(value)) "
          + "vì cột này không có số lẻ",
        en: "one way of writing in the file; \(value) is taken, as the column has no fractions"
      ).aboutHabit().proposing(proposal())
    }
  }
}
