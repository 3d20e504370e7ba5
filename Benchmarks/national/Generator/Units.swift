import Foundation

/// An invented commune.
struct Commune {
  enum Kind: Int, CaseIterable {
    case commune, ward, town

    var prefix: String { ["Xã", "Phường", "Thị trấn"][rawValue] }
    var abbreviation: String { ["X.", "P.", "TT."][rawValue] }
    var id: String { ["commune", "ward", "town"][rawValue] }
  }

  var code: String
  var kind: Kind
  /// The name without the word for its kind; no two communes share one.
  var base: String
  var province: String

  var name: String { "\(kind.prefix) \(base)" }
}

/// The invented country: its provinces and communes are put together from syllables by lot.
struct Country {
  static let communeCount = 10_600
  static let provinceCount = 63

  private(set) var provinces: [(code: String, name: String)] = []
  private(set) var communes: [Commune] = []

  init() {
    var random = Random(1)
    var taken: Set<String> = []
    for number in 1...Self.provinceCount {
      let name = "Tỉnh \(Self.base(&random, &taken))"
      provinces.append((number < 10 ? "0\(number)" : "\(number)", name))
    }
    for index in 0..<Self.communeCount {
      let kind: Commune.Kind = [.commune, .commune, .commune, .ward, .town][random.below(5)]
      communes.append(
        Commune(
          code: String(40_009 + 3 * index),
          kind: kind,
          base: Self.base(&random, &taken),
          province: provinces[index * Self.provinceCount / Self.communeCount].code
        )
      )
    }
  }

  /// Three syllables; real names mostly have two, and none begins with a family name.
  private static func base(_ random: inout Random, _ taken: inout Set<String>) -> String {
    while true {
      var words = [first[random.below(first.count)]]
      for _ in 0..<2 { words.append(others[random.below(others.count)]) }
      let name = words.joined(separator: " ")
      if words[1] != words[2], taken.insert(name).inserted { return name }
    }
  }

  private static let first = words(
    """
    An Bình Cẩm Đại Định Đông Đồng Gia Giao Hải Hạnh Hiệp Hồng Hưng Khánh Lạc Liên \
    Long Lộc Minh Mộc Mỹ Nghĩa Ninh Phong Phú Phúc Phước Quảng Quế Tam Tân Tây Thanh \
    Thành Thiện Thịnh Thọ Thới Thuận Thượng Tiên Trà Trung Trường Tường Vân Vĩnh \
    Xuân Yên
    """
  )
  private static let others = words(
    """
    An Bạch Bảo Bắc Bình Cát Chánh Đài Định Đông Đồng Giang Hải Hạnh Hiệp Hội Hồng \
    Hưng Khánh Khê Lạc Lập Liên Linh Long Lộc Lợi Lũng Minh Mộc Nam Nghĩa Nhân Ninh \
    Phong Phú Phúc Phước Quang Quế Sơn Tân Tây Thạch Thạnh Thanh Thành Thắng Thiện \
    Thịnh Thọ Thới Thuận Thủy Tiến Trạch Trị Trung Trường Tường Vân Viên Vĩnh Xuân \
    Xương Yên
    """
  )

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  /// The plan's table of org units.
  var table: String {
    var lines = ["code,name,kind,level,parent,valid_from,valid_to,aliases,source"]
    lines.append("QG,Cả nước giả định,country,country,,,,,invented")
    for (code, name) in provinces {
      lines.append("\(code),\(name),province,province,QG,,,,invented")
    }
    for unit in communes {
      lines.append(
        "\(unit.code),\(unit.name),\(unit.kind.id),commune,\(unit.province),,,,invented"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Bytes of many texts, one after the other.
struct Texts {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  mutating func add(_ text: String) {
    bytes += Array(text.utf8)
    ends.append(bytes.count)
  }

  /// Adds a text and the same with its letters taken apart (NFD).
  mutating func addBothForms(_ text: String) {
    add(text.precomposedStringWithCanonicalMapping)
    add(text.decomposedStringWithCanonicalMapping)
  }

  var count: Int { ends.count - 1 }

  func append(_ index: Int, to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[ends[index]..<ends[index + 1]]))
    }
  }
}

/// Everything that senders write for a commune's name.
struct NameVariants {
  private var texts = Texts()
  private static let styles = 4

  init(_ communes: [Commune]) {
    for unit in communes {
      texts.addBothForms(unit.name)
      texts.addBothForms(unit.base)
      texts.addBothForms(unit.name.uppercased())
      texts.addBothForms("\(unit.kind.abbreviation) \(unit.base)")
    }
  }

  /// Appends a name: whole, without its prefix, in capitals, or with an abbreviated prefix.
  func append(_ commune: Int, style: Int, isDecomposed: Bool, to output: inout [UInt8]) {
    texts.append((commune * Self.styles + style) * 2 + (isDecomposed ? 1 : 0), to: &output)
  }
}
