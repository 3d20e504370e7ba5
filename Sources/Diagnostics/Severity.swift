/// How bad a finding is for the figures.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case note
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package func label(in language: Language) -> String {
    switch (self, language) {
    case (.note, .vietnamese): "ghi chú"
    case (.warning, .vietnamese): "cảnh báo"
    case (.error, .vietnamese): "lỗi"
    case (_, .english): rawValue
    }
  }
}
