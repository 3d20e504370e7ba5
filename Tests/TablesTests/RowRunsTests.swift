import SeededNumbers
import Tables
import Testing

/// Runs of equal numbers and names, beside the same row by row.
@Suite struct RowRunsTests {
  @Test func theyAreWhatAnArrayHolds() {
    var numbers = SeededNumbers(seed: 37)
    for _ in 0..<200 {
      var plain: [Int] = []
      var runs = RowRuns()
      for _ in 0..<Int.random(in: 0...12, using: &numbers) {
        let number = Int.random(in: 0...3, using: &numbers)
        let count = Int.random(in: 0...5, using: &numbers)
        plain += Array(repeating: number, count: count)
        runs.append(repeating: number, count: count)
      }
      #expect(Array(runs) == plain)
      #expect(runs == RowRuns(plain))
      #expect(runs.runs.flatMap { run in run.rows.map { _ in run.value } } == plain)
      #expect(zip(runs.runs, runs.runs.dropFirst()).allSatisfy { $0.value != $1.value })
      #expect(plain.indices.allSatisfy { runs.run(at: $0).rows.contains($0) })
      let ranges = (0..<5).map { _ in
        let start = Int.random(in: 0...plain.count, using: &numbers)
        return start..<Int.random(in: start...plain.count, using: &numbers)
      }
      #expect(Array(runs.picking(ranges)) == ranges.flatMap { plain[$0] })
    }
  }

  @Test func namesOfRunsAreKeptOnce() {
    var names: RunNames = ["x", "x", "y"]
    names.append(repeating: "x", count: 2)
    names.append(repeating: "z", count: 0)
    #expect(names.names == ["x", "y"])
    #expect(Array(names) == ["x", "x", "y", "x", "x"])
    #expect(names == RunNames(["x", "x", "y", "x", "x"]))
    #expect(names != ["x", "x", "y", "x", "z"])
  }

  @Test func numbersBeyondFourBytesAreClamped() {
    #expect(RowRuns([Int.max, Int.min]) == [Int(Int32.max), Int(Int32.min)])
  }
}
