import DelimitedText
import Diagnostics
import Tables

// Rows.
extension FileContext {
  /// Names the scale and not the title, which may say who reports.
  func scaleInTitle(line: Int, scale: String) -> Finding {
    finding(
      "scale-in-title",
      .warning,
      line: line,
      found: scale,
      vi: "thấy đơn vị tính '\(scale)' ở dòng tên bảng, cần ghi đơn vị tính trong tiêu đề cột; "
        + "số liệu được đọc theo tiêu đề cột",
      en: "found the scale '\(scale)' above the table, expected it in the column's header; "
        + "numbers are read by the header"
    )
  }

  /// Says nothing of what the row holds: where cells have moved, names may stand in any of them.
  func broken(_ fault: ParseFault, line: Int) -> Finding {
    let (vi, en) =
      switch fault.kind {
      case .strayQuote: ("dấu nháy kép ở giữa ô", "a quote inside an unquoted cell")
      case .textAfterQuote: ("chữ sau dấu nháy kép đóng", "text after a closing quote")
      case .unterminatedQuote: ("dấu nháy kép không được đóng", "a quote that is never closed")
      case .tooLong: ("hàng dài quá mức", "a row beyond the length limit")
      }
    return finding(
      fault.kind.rawValue,
      line: line,
      vi: "\(vi); cả hàng không được dùng",
      en: "found \(en), expected well-formed CSV; the row is not used"
    )
  }

  /// A line whose quotes could only mean one thing.
  func repaired(_ fault: ParseFault) -> Finding {
    finding(
      "loose-quote",
      .warning,
      line: fault.line,
      vi: "dấu nháy kép không bao trọn ô; các dấu nháy ấy được đọc như chữ, hàng vẫn được dùng",
      en: "found quotes that do not enclose a whole cell, expected them doubled; "
        + "they are read as text and the row is used"
    )
  }

  /// Says nothing of what the row holds, since names may stand in any of its cells.
  func shifted(line: Int, by shift: RowShift) -> Finding {
    let (vi, en) = shift.columns > 0 ? ("sang phải", "right") : ("sang trái", "left")
    let (many, few) =
      shift.columns > 0 ? ("thừa một ô", "a cell too many") : ("thiếu một ô", "a cell too few")
    let (place, at) =
      shift.before.map {
        let letters = Location.letters(ofColumn: $0 + 1)
        return ("ở cột \(letters) hoặc trước đó", "at or before column \(letters)")
      } ?? ("ở đầu hàng", "at the beginning of the row")
    return finding(
      SourceFileRow.shiftedRow,
      line: line,
      vi: "các ô của hàng bị lệch \(vi) một cột (\(many) \(place)); hãy chuyển các ô về đúng cột, "
        + "cả hàng không được dùng",
      en: "found cells that have moved one column to the \(en) (\(few) \(at)), "
        + "expected them under their headers; the row is not used"
    )
  }

  func shiftedHeader(line: Int, by shift: Int, rows: Int) -> Finding {
    let (vi, en) = shift > 0 ? ("phải", "right") : ("trái", "left")
    return finding(
      "shifted-header",
      line: line,
      vi:
        "tiêu đề lệch so với \(rows) hàng bên dưới: các ô đều sang \(vi) một cột; hãy đặt tiêu đề "
        + "đúng trên cột của nó, tệp không được dùng",
      en: "found \(rows) rows one column to the \(en) of their headers, expected each header "
        + "above its column; the file is not used"
    )
  }

  func secondTable(line: Int, header: Int) -> Finding {
    finding(
      SourceFileRow.secondTable,
      line: line,
      vi: "hàng thuộc bảng thứ hai của cùng biểu mẫu, tiêu đề ở dòng \(header) có thứ tự cột khác; "
        + "hàng không được dùng, hãy gộp vào một bảng",
      en: "found a row of a second table of the same form, whose header on line \(header) has "
        + "other columns, expected one table; the row is not used"
    )
  }

  func belowSignature(line: Int) -> Finding {
    finding(
      SourceFileRow.rowBelowSignature,
      line: line,
      vi: "hàng có số hay mã nằm dưới phần chữ ký nhưng không đủ như một hàng số liệu; "
        + "hàng không được dùng, hãy đưa vào trong bảng",
      en: "found a row with a code or figure below the signatures that is no whole row, "
        + "expected it in the table; the row is not used"
    )
  }

  /// Counts the cells, whose texts may be names.
  func extraCells(line: Int, columns: Int, cells: Int) -> Finding {
    finding(
      SourceFileRow.extraCells,
      line: line,
      column: columns + 1,
      vi:
        "hàng có \(cells) ô, nhiều hơn \(columns) ô của tiêu đề, có thể do dấu phân cách trong ô; "
        + "cả hàng không được dùng",
      en: "found \(cells) cells under a header of \(columns), expected quotes around cells "
        + "with a delimiter; the row is not used"
    )
  }
}
