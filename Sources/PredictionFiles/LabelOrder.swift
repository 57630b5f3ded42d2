import Diagnostics
import FileFormats

/// The order of labels that no columns give.
enum LabelOrder {
  /// The labels by their numbers if all are numbers, else by their UTF-8 bytes.
  static func sorted(_ labels: some Sequence<ExactString>) -> [ExactString] {
    let byBytes = labels.sorted()
    let numbers = byBytes.compactMap { DecimalNumber.parse($0.text) }
    guard numbers.count == byBytes.count else { return byBytes }
    // Equal numbers such as 1 and 1.0 stay in the order of their bytes: the sort is stable.
    return zip(numbers, byBytes).sorted { $0.0 < $1.0 }.map(\.1)
  }
}
