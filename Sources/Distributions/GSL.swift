internal import CGSL

/// The process-wide state of the GNU Scientific Library.
enum GSL {
  /// Replaces GSL's error handler, whose default aborts the process, by none.
  ///
  /// The handler is one unsynchronised C global, so it is switched once and never back; every call
  /// below must check its arguments before and the result for NaN after.
  static func useQuietErrors() {
    _ = handlerIsOff
  }

  private static let handlerIsOff: Bool = {
    unsafe gsl_set_error_handler_off()
    return true
  }()
}
