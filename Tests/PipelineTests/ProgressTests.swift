import Foundation
import Testing

/// What is seen of a run while it goes on.
@Suite(.timeLimit(.minutes(3))) struct ProgressTests {
  /// What a terminal is sent on the standard error of a run.
  private func seen(_ arguments: [String]) throws -> String {
    let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    // Linux's requests to let a new terminal's other end be opened, and for its number.
    var lock: CInt = 0
    var number: CInt = 0
    let isOpen =
      unsafe ioctl(terminal, 0x4004_5431, &lock) == 0
      && ioctl(terminal, 0x8004_5430, &number) == 0
    try #require(terminal >= 0 && isOpen)
    let side = try #require(FileHandle(forUpdatingAtPath: "/dev/pts/\(number)"))
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "chitieu")
    process.arguments = arguments
    process.currentDirectoryURL = Tool.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = side
    try process.run()
    // With its end here gone, reading stops when the program has gone.
    try side.close()
    var seen: [UInt8] = []
    var piece = Array(repeating: UInt8(0), count: 4_096)
    while true {
      let count = unsafe read(terminal, &piece, piece.count)
      guard count > 0 else { break }
      seen += piece[..<count]
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: seen, as: UTF8.self)
  }

  @Test func `a terminal sees files, stages and what is written, and is left clean`() throws {
    let out = try Scratch()
    let arguments = [
      "run", SampleRun.pipeline, "--year", "2025", "--work", out.path("work"), "--reports",
      out.path("reports"),
    ]
    let lines = try seen(arguments).split(separator: "\r").map(String.init)
    #expect(lines.contains { $0.hasPrefix("đọc tệp 300/300, ") })
    for (number, stage) in ["clean", "join", "indicators", "trends", "report"].enumerated() {
      let begin = "công đoạn \(stage) (\(number + 2)/6), "
      #expect(lines.contains { $0.hasPrefix(begin) && $0.contains(" hàng") }, "\(stage)")
    }
    #expect(lines.contains { $0.hasPrefix("ghi kết quả") })
    #expect(lines.last?.allSatisfy { $0 == " " } == true)
  }
}
