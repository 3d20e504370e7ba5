import VietnameseText

/// How the cells of a column are to be read in one file, beyond what the form says.
struct Manner: Hashable {
  /// Multiplier that the header gives the numbers below it.
  var scale = 1
  /// Decimal sign of the file where its cells show one.
  var mark: DecimalMark?
  /// Whether cells show both decimal signs, so that none is the habit.
  var hasBothMarks = false
  var dates = DateManner.dayFirst
}

/// How figures of day and month are to be read in one column of a file.
enum DateManner: Hashable {
  case dayFirst
  /// Nothing in the file has the day first, and several dates have the month.
  case monthFirst
  /// Something speaks for the month first, but too little to read dates by it.
  case doubtful
}
