import Diagnostics

extension FindingEntry {
  /// Several files, rows or sources for one thing.
  static let ofRepeats: [FindingEntry] = [
    FindingEntry(
      "superseded-file",
      .warning,
      .note,
      vi: Explanation(
        title: "Tệp đã có bản thay thế",
        meaning: "Có tệp sau của cùng danh sách.",
        importance: "Tệp sau được dùng; mã chỉ có trong tệp trước thì không còn.",
        remedy: "Nếu bản sau là bản đúng và đủ thì không phải sửa; nếu thiếu mã thì bổ sung."
      ),
      en: Explanation(
        title: "File that a later one replaces",
        meaning: "There is a later file of the same list.",
        importance: "The later one is used; keys that only the earlier one had are gone.",
        remedy: "Nothing to mend if the later one is whole; otherwise add what it lacks."
      )
    ),
    FindingEntry(
      "duplicate-key",
      .warning,
      vi: Explanation(
        title: "Mã lặp lại trong tệp",
        meaning: "Hai hàng cùng mã nhưng nội dung khác nhau.",
        importance: "Chỉ hàng sau được dùng.",
        remedy: "Giữ lại hàng đúng, xóa hàng kia, hoặc sửa mã."
      ),
      en: Explanation(
        title: "Key that stands twice",
        meaning: "Two rows have one key and different content.",
        importance: "Only the later one is used.",
        remedy: "Keep the right one and delete the other, or correct the key."
      )
    ),
    FindingEntry(
      "key-of-two-senders",
      .note,
      vi: Explanation(
        title: "Hai nơi cùng gửi một mã",
        meaning: "Nơi khác đã gửi mã này với cùng nội dung.",
        importance: "Chỉ tính một lần.",
        remedy: "Không phải sửa; hai nơi nên thống nhất nơi nào gửi."
      ),
      en: Explanation(
        title: "Key that two senders sent",
        meaning: "Another sender has sent this key with the same content.",
        importance: "It counts once.",
        remedy: "Nothing to mend; the two may agree on who sends it."
      )
    ),
    FindingEntry(
      "conflicting-key",
      .error,
      vi: Explanation(
        title: "Hai nơi gửi khác nhau về một mã",
        meaning: "Nơi khác đã gửi mã này với nội dung khác.",
        importance: "Chỉ hàng của nơi đứng trước trong kế hoạch được dùng.",
        remedy: "Hai nơi đối chiếu rồi sửa tệp của nơi sai."
      ),
      en: Explanation(
        title: "Two senders differ on a key",
        meaning: "Another sender has sent this key with different content.",
        importance: "Only the row of the sender that the plan names first is used.",
        remedy: "Compare with that sender and correct the one that is wrong."
      )
    ),
    FindingEntry(
      "sources-disagree",
      .warning,
      vi: Explanation(
        title: "Các nguồn nêu số khác nhau",
        meaning: "Hơn một nguồn nêu số cho cùng một nội dung, và các số không bằng nhau.",
        importance: "Không chọn giúp số nào; nội dung ấy được coi là mâu thuẫn và không tính.",
        remedy: "Các nơi gửi đối chiếu, thống nhất một số rồi sửa tệp."
      ),
      en: Explanation(
        title: "Sources that differ",
        meaning: "More than one source gives a figure for the same thing, and they are not equal.",
        importance: "None of them is chosen; the figure counts as a conflict and is not used.",
        remedy: "The senders compare, agree on one figure and correct their files."
      )
    ),
  ]
}
