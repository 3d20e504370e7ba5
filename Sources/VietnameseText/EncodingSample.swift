/// The words and cells of a file that an encoding makes a difference to, each once.
struct EncodingSample {
  /// Runs of letters and of bytes beyond ASCII.
  private(set) var words: [ArraySlice<UInt8>] = []
  /// What stands between delimiters, quotes and line ends.
  private(set) var cells: [ArraySlice<UInt8>] = []

  // Text that has shown so many words shows no more by others.
  private static let mostWords = 2_000
  private static let mostCells = 500
  private static let longestWord = 64
  private static let longestCell = 256

  init(_ bytes: ArraySlice<UInt8>) {
    let kinds = Self.kinds
    var knownWords: Set<ArraySlice<UInt8>> = []
    var knownCells: Set<ArraySlice<UInt8>> = []
    var word = (start: bytes.startIndex, isMarked: false)
    var cell = word
    func endWord(_ end: Int) {
      guard word.isMarked, words.count < Self.mostWords else { return }
      let slice = bytes[word.start..<end]
      if knownWords.insert(slice).inserted { words.append(slice) }
    }
    func endCell(_ end: Int) {
      guard cell.isMarked, end - cell.start <= Self.longestCell, cells.count < Self.mostCells
      else { return }
      let slice = bytes[cell.start..<end]
      if knownCells.insert(slice).inserted { cells.append(slice) }
    }
    for index in bytes.indices {
      let byte = bytes[index]
      switch kinds[Int(byte)] {
      case .letter: break
      case .marked:
        word.isMarked = true
        cell.isMarked = true
      case .delimiter:
        endWord(index)
        endCell(index)
        (word, cell) = ((index + 1, false), (index + 1, false))
        if words.count >= Self.mostWords { return }
        continue
      case .other:
        endWord(index)
        word = (index + 1, false)
        continue
      }
      // Runs as long as these are no words; they end where a character of UTF-8 may begin.
      if index - word.start >= Self.longestWord, byte & 0xC0 != 0x80 {
        endWord(index)
        word = (index, byte >= 0x80)
      }
    }
    endWord(bytes.endIndex)
    endCell(bytes.endIndex)
  }

  private enum Kind { case letter, marked, delimiter, other }

  private static let kinds: [Kind] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x80...: .marked
    case _ where letterControls.contains(byte): .marked
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""), 0x09, 0x0A,
      0x0D:
      .delimiter
    default: .other
    }
  }
}
