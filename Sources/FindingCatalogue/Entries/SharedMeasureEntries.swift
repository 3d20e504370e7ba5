import Diagnostics

extension FindingEntry {
  /// Measures that a plan says several forms report.
  static let ofSharedMeasures: [FindingEntry] = [
    FindingEntry(
      "one-source",
      .error,
      vi: Explanation(
        title: "Chỉ một nguồn",
        meaning: "Số liệu khai là nhiều nơi cùng báo cáo nhưng không nêu hai nguồn khác nhau.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Nêu ít nhất hai phần tử số liệu trong 'sources', hoặc bỏ mục này."
      ),
      en: Explanation(
        title: "One source only",
        meaning: "A measure declared as reported by several forms names no two sources.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Name at least two data elements in 'sources', or remove the entry."
      )
    ),
    FindingEntry(
      "used-not-a-source",
      .error,
      vi: Explanation(
        title: "Số được dùng không phải một nguồn",
        meaning: "Phần tử nêu ở 'used' không có trong 'sources' của số liệu ấy.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Chọn một trong các nguồn, hoặc thêm phần tử ấy vào 'sources'."
      ),
      en: Explanation(
        title: "Figure used is no source",
        meaning: "What 'used' names is not among the measure's 'sources'.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Choose one of the sources, or add the element to 'sources'."
      )
    ),
    FindingEntry(
      "unlike-sources",
      .error,
      vi: Explanation(
        title: "Các nguồn không so sánh được",
        meaning: "Một nguồn khác nguồn đầu về loại giá trị, danh mục, độ nhạy cảm hoặc năm báo "
          + "cáo, hoặc không có số liệu ở cấp được so sánh.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được; số công bố của nguồn này có "
          + "thể làm lộ số được giữ kín của nguồn kia.",
        remedy: "Chỉ nêu các nguồn đo cùng một việc, cùng cách ghi; đánh dấu nhạy cảm như nhau."
      ),
      en: Explanation(
        title: "Sources that cannot be compared",
        meaning: "A source differs from the first in its kind of value, categories, sensitivity "
          + "or years, or has no figures where they are compared.",
        importance: "A plan with an error is not evaluated; a published figure of the one source "
          + "could tell a hidden one of the other.",
        remedy: "Name only sources of one thing, stated alike; mark them sensitive alike."
      )
    ),
  ]
}
