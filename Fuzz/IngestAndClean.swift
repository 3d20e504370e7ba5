// Bytes in, findings out: the whole of ingest and clean under libFuzzer. `Fuzz/run` builds and runs it.
//
// The first four bytes choose the sender, the year, the way the file came and the file beside it; the
// rest is the file. A broken promise ends the process, as a crash does.

import Foundation
import Ingest
import IngestPromises
import Plan

/// The plan, which is read once.
private struct FuzzedPlan {
  let plan: Plan
  let reader: SentFileReader
  let senders: [(year: Int, names: [String])]

  static let shared: FuzzedPlan = {
    let folder =
      ProcessInfo.processInfo.environment["FUZZ_PLAN"] ?? "pipelines/kh166"
    guard let loaded = try? loadPlan(folder), !loaded.hasErrors else {
      print("fuzz: cannot read the plan in '\(folder)'")
      exit(66)
    }
    return FuzzedPlan(
      plan: loaded.plan,
      reader: SentFileReader(loaded.plan),
      senders: loaded.plan.years.all.map { year in
        (year, loaded.plan.senders(in: year).keys.sorted())
      }
    )
  }()
}

/// Reads the bytes as files that were sent, and ends the process where a promise is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let data, size > 4 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let shared = FuzzedPlan.shared
  let (year, names) = shared.senders[Int(bytes[1]) % shared.senders.count]
  let sender = names[Int(bytes[0]) % names.count]
  let content = Array(bytes[4...])
  let extensions = ["csv", "txt", "CSV", ""]
  let name = "\(year)/\(sender)/tệp.\(extensions[Int(bytes[2]) % extensions.count])"
  var files = [SentFile(path: name, year: year, sender: sender, contents: .memory(content))]
  // The same again, as a correction that was cut short, or as another sender's.
  switch bytes[3] % 4 {
  case 1:
    let half = Array(content.prefix(content.count / 2))
    files.append(
      SentFile(path: name + " (2)", year: year, sender: sender, contents: .memory(half))
    )
  case 2:
    let other = names[Int(bytes[3]) % names.count]
    files.append(
      SentFile(path: name + " 2", year: year, sender: other, contents: .memory(content))
    )
  default: break
  }
  do {
    let promises = try IngestPromises(
      shared.plan,
      shared.reader,
      files,
      year: shared.plan.years.last,
      chunkSizes: bytes[3] & 0xF0 == 0 ? [7] : []
    )
    guard promises.broken.isEmpty else {
      for promise in promises.broken { print("fuzz: \(promise)") }
      fflush(nil)
      abort()
    }
  } catch {
    print("fuzz: \(error)")
    fflush(nil)
    abort()
  }
  return 0
}
