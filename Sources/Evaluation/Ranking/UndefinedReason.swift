/// Why a number has no value: a clause without full stop.
struct UndefinedReason: Error, Hashable {
  /// The clause.
  let reason: String

  /// A reason.
  init(_ reason: String) {
    self.reason = reason
  }
}
