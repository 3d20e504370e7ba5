/// Exit statuses of every executable, after sysexits.h where it has a name for the case.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  case checkFailed = 1
  case usage = 64
  case malformedInput = 65
  case noInput = 66
  case `internal` = 70
  case cannotCreate = 73
  case inputOutput = 74
}
