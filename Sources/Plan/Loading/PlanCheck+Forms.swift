import Diagnostics
import VietnameseText

extension PlanCheck {
  /// Forms need senders, a unit where rows are about units, and headers that mean one field.
  func checkForms() {
    for form in plan.forms {
      for sender in form.senders where plan.sender(sender) == nil {
        report(
          "unknown-sender",
          form,
          "senders",
          found: sender,
          expected: LocalisedText(vi: "mã một nơi gửi", en: "the id of a sender")
        )
      }
      if form.senders.isEmpty {
        report(
          "form-without-sender",
          form,
          nil,
          found: form.name,
          expected: LocalisedText(vi: "ít nhất một nơi gửi", en: "at least one sender")
        )
      }
      if form.covers == .members, form.unitField == nil, form.foreignKeys.isEmpty {
        report(
          "form-without-unit",
          form,
          "fields",
          found: form.name,
          expected: LocalisedText(
            vi: "một trường có role 'unit' hoặc một khóa ngoại",
            en: "a field with role 'unit' or a foreign key"
          )
        )
      }
      if form.kind == .register, form.primaryKey.isEmpty {
        report(
          "register-without-key",
          form,
          nil,
          found: form.name,
          expected: LocalisedText(vi: "primaryKey", en: "a primaryKey")
        )
      }
      checkHeaders(form)
      checkParts(form)
    }
  }

  /// A header must not mean two parts.
  private func checkParts(_ form: Form) {
    var owners: [NameKey: String] = [:]
    for set in form.partSets {
      for part in set.parts {
        for header in part.headers {
          let key = NameKey(header)
          let owner = "\(set.name): \(part.title.vietnamese)"
          if let other = owners[key], other != owner {
            report(
              "ambiguous-header",
              form,
              "parts",
              found: header,
              expected: LocalisedText(
                vi: "tên chưa thuộc phần '\(other)'",
                en: "a name that is not one of the part '\(other)'"
              )
            )
          }
          owners[key] = owner
        }
      }
    }
  }

  private func checkHeaders(_ form: Form) {
    var owners: [NameKey: String] = [:]
    for field in form.fields {
      for header in field.headers {
        let key = NameKey(header.text)
        if let owner = owners[key], owner != field.name {
          let node = nodes["field \(form.name).\(field.name)"]
          (node?.member("headers") ?? node)?.report(
            "ambiguous-header",
            found: header.text,
            expected: LocalisedText(
              vi: "tiêu đề chưa thuộc trường '\(owner)'",
              en: "a header that is not one of the field '\(owner)'"
            )
          )
        }
        owners[key] = field.name
      }
    }
  }

  private func report(
    _ code: String,
    _ form: Form,
    _ key: String?,
    found: String,
    expected: LocalisedText
  ) {
    guard let node = nodes["form \(form.name)"] else { return }
    (key.flatMap { node.member($0) } ?? node).report(code, found: found, expected: expected)
  }
}
