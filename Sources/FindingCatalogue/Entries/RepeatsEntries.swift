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
        meaning: "Có tệp gửi sau của cùng biểu, nơi gửi và năm.",
        importance:
          "Số liệu của tệp sau được dùng; bảng các số liệu thay đổi nêu từng số trước và sau.",
        remedy: "Nếu bản sau là bản đúng và đủ thì không phải sửa; nếu thiếu mã thì bổ sung."
      ),
      en: Explanation(
        title: "File that a later one replaces",
        meaning: "There is a later file of the same form, sender and year.",
        importance:
          "The figures of the later one are used; the list of changes has each of them, before and after.",
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
    FindingEntry(
      "same-file",
      .note,
      vi: Explanation(
        title: "Tệp gửi hai lần",
        meaning: "Hai tệp giống hệt nhau từng byte.",
        importance: "Chỉ tính một lần; ngày nhận đầu tiên vẫn được dùng khi xét đúng hạn.",
        remedy: "Không phải sửa."
      ),
      en: Explanation(
        title: "File that was sent twice",
        meaning: "Two files have the same bytes.",
        importance: "It counts once; the first receipt still tells whether it was on time.",
        remedy: "Nothing to mend."
      )
    ),
    FindingEntry(
      "same-content",
      .note,
      vi: Explanation(
        title: "Hai tệp cùng nội dung",
        meaning: "Hai tệp khác cách ghi (bảng mã, dấu phân cách) nhưng số liệu như nhau.",
        importance: "Chỉ tính một lần.",
        remedy: "Không phải sửa."
      ),
      en: Explanation(
        title: "Files with the same content",
        meaning: "Two files differ in encoding or delimiter, and in no figure.",
        importance: "It counts once.",
        remedy: "Nothing to mend."
      )
    ),
    FindingEntry(
      "same-file-other-year",
      .error,
      .warning,
      vi: Explanation(
        title: "Tệp của năm khác",
        meaning: "Tệp giống hệt một tệp trong thư mục của năm khác.",
        importance: "Nếu hàng ghi năm kia thì tệp không được dùng; nếu không ghi năm thì vẫn dùng.",
        remedy: "Gửi đúng tệp của năm, hoặc xác nhận số liệu không thay đổi."
      ),
      en: Explanation(
        title: "File of another year",
        meaning: "The file has the bytes of one in another year's folder.",
        importance: "If its rows say the other year it is not used; if they say none it is.",
        remedy: "Send the year's own file, or confirm that nothing has changed."
      )
    ),
    FindingEntry(
      "same-file-other-sender",
      .warning,
      vi: Explanation(
        title: "Tệp giống tệp của nơi gửi khác",
        meaning: "Tệp giống hệt tệp trong thư mục của nơi gửi khác.",
        importance:
          "Có thể để nhầm thư mục; số liệu của một đơn vị có thể bị tính cho đơn vị khác.",
        remedy: "Kiểm tra tệp là của nơi nào, bỏ tệp để nhầm."
      ),
      en: Explanation(
        title: "The very file of another sender",
        meaning: "The file has the bytes of one in another sender's folder.",
        importance: "It may lie in the wrong folder, and figures of one unit count for another.",
        remedy: "See whose file it is, and remove the other copy."
      )
    ),
  ]
}
