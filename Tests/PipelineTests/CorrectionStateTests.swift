import Foundation
import Testing

/// A publication tells each sender what is new, still open and solved since the one before.
@Suite(.timeLimit(.minutes(5))) struct CorrectionStateTests {
  private static let form = "2025/30079/Bieu 01 xa Gao Giong 2025.csv"

  private func run(_ data: Scratch, into out: Scratch) throws {
    let result = try Tool.run(
      "chitieu",
      [
        "run", SampleRun.pipeline, "--year", "2025", "--data", data.path("data"), "--work",
        out.path("work"), "--reports", out.path("reports"),
      ]
    )
    try #require(result.status == 0, "\(result.errors)")
  }

  /// Writes texts into cells of the form's row, counted from 0.
  private func change(_ data: Scratch, _ cells: [Int: String]) throws {
    let path = data.path("data/\(Self.form)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var row = lines[1].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    for (column, cell) in cells { row[column] = cell }
    lines[1] = row.joined(separator: "\t")
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func newOpenAndSolvedAreTold() throws {
    let (data, out) = (try SampleRun.copy(), try Scratch())
    let list = "reports/kh166/2025/tra-lai/30079.md"
    func text() throws -> String { try String(contentsOfFile: out.path(list), encoding: .utf8) }

    try change(data, [6: "vài buổi", 7: "nhiều người"])
    try run(data, into: out)
    let first = try out.files("reports")
    #expect(!(try text()).contains("So với lần trước"))

    try run(data, into: out)
    #expect(try out.files("reports") == first, "the same files once more change nothing")

    // One is mended, one is left as it was, one is new; and a title moves all lines.
    try change(data, [6: "3", 8: "đủ cả"])
    let path = data.path("data/\(Self.form)")
    let moved = "BÁO CÁO NĂM\n" + (try String(contentsOfFile: path, encoding: .utf8))
    try moved.write(toFile: path, atomically: true, encoding: .utf8)
    try run(data, into: out)
    let second = try text()
    #expect(second.contains("**1** điểm mới, **1** chưa sửa, **1** đã sửa"), "\(second)")
    #expect(second.contains("thấy 'đủ cả', cần một số **(mới)**"))
    #expect(second.contains("thấy 'nhiều người', cần một số (chưa sửa)"))
    let solved = try #require(second.components(separatedBy: "## Đã sửa").last)
    #expect(solved.contains("'vài buổi' \\[not-a-number\\]"))

    let compared = try out.files("reports")
    try run(data, into: out)
    #expect(try out.files("reports") == compared, "a repeat keeps the comparison")

    // The stage alone, into the same place, gives the same bytes.
    let report = try Tool.run(
      "chitieu-report",
      [
        "--pipeline", SampleRun.pipeline, "--in", out.path("work"), "--out", out.path("reports"),
      ]
    )
    try #require(report.status == 0, "\(report.errors)")
    #expect(try out.files("reports") == compared)
  }
}
