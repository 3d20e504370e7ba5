/// A small table, a method, and what others have found for it.
struct ReferenceCase: Sendable {
  let method: String
  /// Options of the method, as they are typed.
  let options: [String]
  /// A CSV file; columns as in `options`.
  let table: String
  /// Expected values by key; `lower[2]` is that of the third row or the third of a list.
  let expected: [(key: String, value: String)]
  /// What found the expected values.
  let source: String

  /// A case.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - options: Its options in one line, parted by blanks.
  ///   - table: Header and rows of a CSV file, parted by blanks.
  ///   - source: What found the expected values.
  ///   - expected: Keys and values as decimals of 17 digits or as fractions.
  init(
    _ method: String,
    _ options: String,
    table: String,
    source: String,
    _ expected: KeyValuePairs<String, String>
  ) {
    self.method = method
    self.options = options.split(separator: " ").map(String.init)
    self.table = table.split(separator: " ").joined(separator: "\n") + "\n"
    self.source = source
    self.expected = expected.map { ($0.key, $0.value) }
  }
}
