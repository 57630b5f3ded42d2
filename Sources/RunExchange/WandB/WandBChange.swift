import Diagnostics

/// A change of a run's configuration or summary.
struct WandBChange {
  /// What is set, in order.
  var updates: [WandBItem] = []
  /// What is then removed: by the names that lead to it.
  var removals: [[ExactString]] = []

  /// No change.
  init() {}

  /// The change that `message` is.
  init(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) {
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      guard let bytes = content.bytes, updates.count + removals.count < WandBRecord.itemLimit else { return }
      if number == 1 { updates.append(try WandBItem(bytes)) }
      if number == 2 { removals.append(try WandBItem(bytes).path) }
    }
  }
}
