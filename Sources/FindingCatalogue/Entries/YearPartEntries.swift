import Diagnostics

extension FindingEntry {
  /// Reports of a year in which units change.
  static let ofYearParts: [FindingEntry] = [
    FindingEntry(
      "part-not-told",
      .error,
      vi: Explanation(
        title: "Không rõ đơn vị cũ hay đơn vị mới",
        meaning:
          "Trong năm, tên hoặc mã này là của đơn vị cũ rồi của đơn vị mới, và không có gì cho "
          + "biết số liệu thuộc thời gian nào.",
        importance: "Không đoán; cả hàng không được dùng.",
        remedy:
          "Ghi '6 tháng đầu năm', '6 tháng cuối năm' hoặc 'cả năm' vào cột năm, tên bảng hoặc "
          + "tên tệp."
      ),
      en: Explanation(
        title: "Old or new unit is not told",
        meaning:
          "In this year the name or code was an old unit's and then a new one's, and nothing "
          + "says of which time the figures are.",
        importance: "Nothing is guessed; the row is not used.",
        remedy:
          "Write '6 tháng đầu năm', '6 tháng cuối năm' or 'cả năm' into the column of the year, "
          + "the title or the file's name."
      )
    ),
    FindingEntry(
      "part-outside-unit",
      .error,
      vi: Explanation(
        title: "Kỳ của số liệu nằm ngoài thời gian có đơn vị",
        meaning: "Hàng của một đơn vị ghi kỳ mà đơn vị ấy chưa có hoặc không còn.",
        importance: "Tên đơn vị hoặc kỳ bị sai; cả hàng không được dùng.",
        remedy: "Ghi đơn vị có trong kỳ ấy, hoặc sửa kỳ."
      ),
      en: Explanation(
        title: "Part of the year without the unit",
        meaning: "The row of a unit states a part of the year before it began or after it ended.",
        importance: "The unit or the part is wrong; the row is not used.",
        remedy: "Name the unit of that time, or correct the part."
      )
    ),
    FindingEntry(
      "year-told-twice",
      .error,
      vi: Explanation(
        title: "Đơn vị cũ và đơn vị mới báo cáo cùng một thời gian",
        meaning: "Đơn vị mới báo cáo cả thời gian mà các đơn vị cũ của nó đã báo cáo.",
        importance: "Cộng cả hai là tính hai lần; số của đơn vị cũ được dùng, hàng của đơn vị mới "
          + "thì không.",
        remedy:
          "Nếu số của đơn vị mới chỉ là phần còn lại của năm thì ghi kỳ; nếu là cả năm thì rút "
          + "báo cáo của các đơn vị cũ."
      ),
      en: Explanation(
        title: "Old and new units report the same time",
        meaning: "A new unit reports a time for which its old units have reported.",
        importance: "Both together would count twice; the old units' figures are used, the new "
          + "unit's row is not.",
        remedy:
          "If the new unit's figures are of the rest of the year only, state the part; if they "
          + "are of the whole year, withdraw the old units' reports."
      )
    ),
    FindingEntry(
      "unit-by-time",
      .note,
      vi: Explanation(
        title: "Đơn vị được hiểu theo các hàng khác",
        meaning:
          "Tên hoặc mã là của đơn vị cũ rồi của đơn vị mới; các hàng khác hoặc kỳ của số liệu "
          + "cho biết là đơn vị nào.",
        importance: "Hàng được dùng; nếu hiểu sai thì số liệu sang đơn vị khác.",
        remedy: "Không cần sửa nếu đúng; lần sau ghi rõ kỳ."
      ),
      en: Explanation(
        title: "Unit taken from other rows",
        meaning: "The name or code was an old unit's and then a new one's; other rows or the part "
          + "of the year tell which is meant.",
        importance: "The row is used; a wrong reading would give the figures to another unit.",
        remedy: "Nothing, if it is right; state the part of the year next time."
      )
    ),
    FindingEntry(
      "whole-year-of-later-unit",
      .note,
      vi: Explanation(
        title: "Đơn vị mới báo cáo cả năm",
        meaning:
          "Các đơn vị cũ không gửi biểu này, đơn vị mới gửi mà không ghi là một phần của năm.",
        importance: "Số liệu được hiểu là của cả năm; không tách được cho từng đơn vị cũ.",
        remedy: "Nếu chỉ là phần sau của năm thì ghi kỳ, và gửi số liệu phần trước."
      ),
      en: Explanation(
        title: "New unit tells the whole year",
        meaning: "The old units did not send this form; the new one did, without stating a part.",
        importance:
          "Its figures are taken for the whole year; they cannot be told apart for the old "
          + "units.",
        remedy: "If they are of the later part only, state it, and send the earlier part."
      )
    ),
    FindingEntry(
      "land-from-elsewhere",
      .note,
      vi: Explanation(
        title: "Đơn vị mới có đất ngoài kế hoạch",
        meaning: "Số liệu của đơn vị mới gồm cả phần đất từ nơi khác nhập vào.",
        importance:
          "Số được cộng vào số chung, kèm mức không tính nó; không so sánh với các năm trước.",
        remedy: "Nếu có thể, gửi số liệu của riêng phần đất thuộc kế hoạch."
      ),
      en: Explanation(
        title: "New unit with land from elsewhere",
        meaning: "The unit's figures include land that came from outside the plan.",
        importance:
          "They are added, with a bound without them, and not compared with earlier years.",
        remedy: "If it can be done, send figures of the plan's part of the unit."
      )
    ),
  ]
}
