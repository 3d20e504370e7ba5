import Diagnostics

extension FindingEntry {
  /// Parts of a plan that do not fit together.
  static let ofPlanReferences: [FindingEntry] = [
    FindingEntry(
      "wrong-years",
      .error,
      vi: Explanation(
        title: "Năm không đúng thứ tự",
        meaning: "Năm gốc, năm đầu và năm cuối không theo thứ tự, hoặc ngoài 1900–2200.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa cho base ≤ first ≤ last."
      ),
      en: Explanation(
        title: "Years out of order",
        meaning: "Base, first and last year are not in order, or outside 1900 to 2200.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Make base ≤ first ≤ last."
      )
    ),
    FindingEntry(
      "wrong-disclosure",
      .error,
      vi: Explanation(
        title: "Ngưỡng bảo mật sai",
        meaning: "Ngưỡng không công bố số nhỏ nằm ngoài khoảng cho phép.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa theo khoảng nêu trong thông báo."
      ),
      en: Explanation(
        title: "Wrong threshold of disclosure",
        meaning: "The threshold under which counts are hidden is out of bounds.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct it to what the message names."
      )
    ),
    FindingEntry(
      "bad-share",
      .error,
      vi: Explanation(
        title: "Phần không hợp lệ",
        meaning: "Phần của một đơn vị chuyển sang đơn vị khác không phải số trên 0 và đến 1.",
        importance: "Số liệu không thể chuyển sang địa giới khác nếu không biết phần này.",
        remedy: "Ghi phần bằng số thập phân có dấu chấm, ví dụ 0.5; toàn bộ là 1."
      ),
      en: Explanation(
        title: "Bad share",
        meaning: "The part of a unit that goes to another is no number above 0 and at most 1.",
        importance: "Figures cannot be carried to other boundaries without it.",
        remedy: "Write the share as a decimal with a point, such as 0.5; all of it is 1."
      )
    ),
    FindingEntry(
      "shares-not-whole",
      .error,
      vi: Explanation(
        title: "Các phần không đủ một đơn vị",
        meaning: "Các phần của một đơn vị chuyển đi trong một ngày cộng lại khác 1.",
        importance: "Số liệu của đơn vị sẽ bị mất hoặc bị tính hai lần.",
        remedy: "Sửa các phần, hoặc thêm dòng của đơn vị nhận còn thiếu."
      ),
      en: Explanation(
        title: "Shares do not sum to the whole",
        meaning: "What a unit hands over on a day sums to more or less than the unit.",
        importance: "Figures of the unit would be lost or counted twice.",
        remedy: "Correct the shares, or add the row of the unit that is missing."
      )
    ),
    FindingEntry(
      "unknown-unit",
      .error,
      vi: Explanation(
        title: "Không có đơn vị này",
        meaning: "Mã đơn vị không có trong tệp đơn vị hành chính.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa mã, hoặc thêm đơn vị vào tệp."
      ),
      en: Explanation(
        title: "No such unit",
        meaning: "The code of a unit does not stand in the file of org units.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the code, or add the unit to the file."
      )
    ),
    FindingEntry(
      "unit-below-itself",
      .error,
      vi: Explanation(
        title: "Đơn vị nằm trong chính nó",
        meaning: "Theo các cấp trên, một đơn vị nằm dưới chính nó.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa cột cấp trên của đơn vị."
      ),
      en: Explanation(
        title: "Unit below itself",
        meaning: "By its parents a unit lies below itself.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the unit's parent."
      )
    ),
    FindingEntry(
      "no-members",
      .error,
      vi: Explanation(
        title: "Cấp không có đơn vị",
        meaning: "Dưới đơn vị của kế hoạch không có đơn vị nào thuộc cấp được nêu.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa members, hoặc bổ sung đơn vị còn hiệu lực vào ngày 1 tháng 1."
      ),
      en: Explanation(
        title: "Level without units",
        meaning: "Below the plan's unit there is no unit of the level.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct members, or add units that are valid on 1 January."
      )
    ),
    FindingEntry(
      "unknown-level",
      .error,
      vi: Explanation(
        title: "Không có cấp này",
        meaning: "Nơi gửi nêu một cấp đơn vị không có.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Dùng một cấp trong tệp đơn vị hành chính."
      ),
      en: Explanation(
        title: "No such level",
        meaning: "A sender names a level of units that does not exist.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Use a level of the file of org units."
      )
    ),
    FindingEntry(
      "unknown-sender",
      .error,
      vi: Explanation(
        title: "Không có nơi gửi này",
        meaning: "Mã nơi gửi không có trong danh sách senders.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa mã, hoặc thêm nơi gửi."
      ),
      en: Explanation(
        title: "No such sender",
        meaning: "The id is not in the list of senders.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the id, or add the sender."
      )
    ),
    FindingEntry(
      "unknown-clause",
      .error,
      vi: Explanation(
        title: "Không có điều khoản này",
        meaning: "Mã điều khoản không có trong danh sách clauses.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa mã, hoặc thêm điều khoản."
      ),
      en: Explanation(
        title: "No such clause",
        meaning: "The id is not in the list of clauses.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the id, or add the clause."
      )
    ),
    FindingEntry(
      "unknown-form",
      .error,
      vi: Explanation(
        title: "Không có biểu mẫu này",
        meaning: "Tên biểu mẫu không có trong thư mục forms.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa tên, hoặc thêm biểu mẫu."
      ),
      en: Explanation(
        title: "No such form",
        meaning: "There is no form of that name in the folder of forms.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the name, or add the form."
      )
    ),
    FindingEntry(
      "unknown-field",
      .error,
      vi: Explanation(
        title: "Không có trường này",
        meaning: "Biểu mẫu không có trường được nêu.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa tên trường."
      ),
      en: Explanation(
        title: "No such field",
        meaning: "The form lacks the field that is named.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the field's name."
      )
    ),
    FindingEntry(
      "ambiguous-header",
      .error,
      vi: Explanation(
        title: "Tiêu đề của hai trường",
        meaning: "Một cách viết tiêu đề thuộc về hai trường của biểu mẫu.",
        importance: "Không biết cột của tệp là trường nào.",
        remedy: "Bỏ cách viết ấy ở một trong hai trường."
      ),
      en: Explanation(
        title: "Header of two fields",
        meaning: "A spelling of a header belongs to two fields of the form.",
        importance: "Nobody can tell which field the column of a file is.",
        remedy: "Take the spelling out of one of them."
      )
    ),
    FindingEntry(
      "form-without-sender",
      .error,
      vi: Explanation(
        title: "Biểu không có nơi gửi",
        meaning: "Biểu mẫu không nêu nơi gửi nào.",
        importance: "Không có số liệu nào đến được.",
        remedy: "Thêm ít nhất một nơi gửi."
      ),
      en: Explanation(
        title: "Form without a sender",
        meaning: "The form names no sender.",
        importance: "No data can come.",
        remedy: "Add at least one sender."
      )
    ),
    FindingEntry(
      "form-without-unit",
      .error,
      vi: Explanation(
        title: "Biểu không có đơn vị",
        meaning: "Hàng của biểu nói về các đơn vị nhưng không trường nào nêu đơn vị.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Thêm một trường role 'unit' hoặc một khóa ngoại."
      ),
      en: Explanation(
        title: "Form without a unit",
        meaning: "Rows are about units, and no field names the unit.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Add a field of role 'unit' or a foreign key."
      )
    ),
    FindingEntry(
      "register-without-key",
      .error,
      vi: Explanation(
        title: "Sổ không có khóa",
        meaning: "Biểu dạng sổ không nêu primaryKey.",
        importance: "Không nhận ra hàng lặp lại.",
        remedy: "Thêm primaryKey."
      ),
      en: Explanation(
        title: "Register without a key",
        meaning: "A form of kind register names no primaryKey.",
        importance: "Rows that repeat cannot be told.",
        remedy: "Add a primaryKey."
      )
    ),
    FindingEntry(
      "not-a-register",
      .error,
      vi: Explanation(
        title: "Không phải sổ",
        meaning: "Phép gộp hàng nêu một biểu không phải dạng sổ.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Chọn một biểu có kind 'register'."
      ),
      en: Explanation(
        title: "Not a register",
        meaning: "An aggregate names a form that is no register.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Choose a form of kind 'register'."
      )
    ),
  ]
}
