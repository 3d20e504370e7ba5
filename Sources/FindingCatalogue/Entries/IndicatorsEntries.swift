import Diagnostics

extension FindingEntry {
  /// Clauses, indicators, targets, rules and scoring sheets.
  static let ofIndicators: [FindingEntry] = [
    FindingEntry(
      "unknown-indicator",
      .error,
      vi: Explanation(
        title: "Không có chỉ tiêu này",
        meaning: "Mục tiêu nêu một chỉ tiêu không có.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa mã, hoặc thêm chỉ tiêu."
      ),
      en: Explanation(
        title: "No such indicator",
        meaning: "A target names an indicator that does not exist.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the id, or add the indicator."
      )
    ),
    FindingEntry(
      "unknown-element",
      .error,
      vi: Explanation(
        title: "Không có phần tử số liệu này",
        meaning: "Công thức nêu một phần tử số liệu không có.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Viết như biểu.trường, hoặc thêm vào elements.json5."
      ),
      en: Explanation(
        title: "No such data element",
        meaning: "A formula names a data element that does not exist.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Write it as form.field, or add it to elements.json5."
      )
    ),
    FindingEntry(
      "unknown-reading",
      .error,
      vi: Explanation(
        title: "Không có cách hiểu này",
        meaning: "Mục tiêu chọn một cách hiểu mà nó không có.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Chọn một trong các cách hiểu được nêu."
      ),
      en: Explanation(
        title: "No such reading",
        meaning: "The target chooses a reading that it does not have.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Choose one of those that are named."
      )
    ),
    FindingEntry(
      "clause-without-measure",
      .error,
      vi: Explanation(
        title: "Điều khoản không được đo",
        meaning: "Không chỉ tiêu nào nêu điều khoản này và không có lý do.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Thêm chỉ tiêu, hoặc ghi lý do ở 'unmeasured'."
      ),
      en: Explanation(
        title: "Clause that nothing measures",
        meaning: "No indicator names the clause, and no reason is given.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Add an indicator, or give the reason in 'unmeasured'."
      )
    ),
    FindingEntry(
      "clause-measured-and-not",
      .error,
      vi: Explanation(
        title: "Điều khoản vừa đo vừa không",
        meaning: "Có chỉ tiêu cho điều khoản nhưng vẫn ghi 'unmeasured'.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Bỏ 'unmeasured'."
      ),
      en: Explanation(
        title: "Clause measured and not",
        meaning: "An indicator names the clause, and still it has 'unmeasured'.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Take 'unmeasured' out."
      )
    ),
    FindingEntry(
      "target-without-data",
      .error,
      vi: Explanation(
        title: "Mục tiêu không có số liệu",
        meaning: "Không biểu nào đến hạn trong các năm của kế hoạch cho chỉ tiêu này.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Thêm biểu, hoặc sửa các năm của biểu."
      ),
      en: Explanation(
        title: "Target without data",
        meaning: "No form that is due in the plan's years feeds its indicator.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Add a form, or correct the years of one."
      )
    ),
    FindingEntry(
      "wrong-target",
      .error,
      vi: Explanation(
        title: "Mục tiêu không hợp với chỉ tiêu",
        meaning: "Dạng mục tiêu không dùng được với dạng chỉ tiêu.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Dùng chỉ tiêu dạng units, hoặc đổi dạng mục tiêu."
      ),
      en: Explanation(
        title: "Target unfit for its indicator",
        meaning: "The target's form cannot be asked of this kind of indicator.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Use an indicator of kind units, or another form of target."
      )
    ),
    FindingEntry(
      "pair-and-condition",
      .error,
      vi: Explanation(
        title: "Quy tắc vừa là cặp vừa là điều kiện",
        meaning: "Quy tắc có 'pair' và cả một điều kiện.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Giữ một trong hai."
      ),
      en: Explanation(
        title: "Rule that is a pair and a condition",
        meaning: "The rule has 'pair' and a condition too.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Keep one of them."
      )
    ),
    FindingEntry(
      "side-without-figure",
      .error,
      vi: Explanation(
        title: "Vế không có số liệu",
        meaning: "Một vế của cặp không nêu trường hay phần tử số liệu nào.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Thêm trường hoặc phần tử số liệu vào vế ấy."
      ),
      en: Explanation(
        title: "Side without a figure",
        meaning: "A side of the pair names no field and no data element.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Add one to that side."
      )
    ),
    FindingEntry(
      "wrong-strategy",
      .error,
      vi: Explanation(
        title: "Cách xử lý ô thiếu không hợp",
        meaning: "Cách xử lý số liệu thiếu không dùng được với quy tắc này.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Chọn cách nêu trong thông báo."
      ),
      en: Explanation(
        title: "Unfit strategy for missing values",
        meaning: "The strategy for missing values cannot be used with this rule.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Choose one that the message names."
      )
    ),
    FindingEntry(
      "reporting-not-at-plan",
      .error,
      vi: Explanation(
        title: "Số nơi gửi không tính theo đơn vị",
        meaning: "Quy tắc đếm nơi gửi nhưng không đặt ở cấp kế hoạch.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Ghi at: 'plan'."
      ),
      en: Explanation(
        title: "Count of senders not at the plan",
        meaning: "A rule counts senders and is not asked of the whole plan.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Write at: 'plan'."
      )
    ),
    FindingEntry(
      "unverified-criteria",
      .error,
      vi: Explanation(
        title: "Tiêu chí chưa kiểm chứng",
        meaning: "Bảng điểm nêu tiêu chí nhưng chưa được kiểm chứng.",
        importance: "Tiêu chí chưa kiểm chứng không được dùng để chấm điểm.",
        remedy: "Đối chiếu với văn bản rồi ghi verified: true, hoặc bỏ tiêu chí."
      ),
      en: Explanation(
        title: "Unverified criteria",
        meaning: "The scoring sheet has criteria and is not verified.",
        importance: "Criteria that nobody verified must not be scored with.",
        remedy: "Compare with the document and write verified: true, or take them out."
      )
    ),
  ]
}
