import ArgumentParser
import Diagnostics
import RunModel

/// `NAME=VALUE` or `NAME=VALUE@STEP`, as `--metric` takes it.
struct MetricArgument: Hashable {
  /// The metric.
  let name: ExactString
  /// Its value as it was written.
  let value: Scalar
  /// The step it was measured at, if one was given.
  let step: Int?

  /// Reads a metric; its name may hold `@`, its value is a number.
  ///
  /// - Throws: `ValidationError` without a name, a number, or a whole number behind `@`.
  @Sendable
  static func read(_ argument: String) throws -> MetricArgument {
    let pair = try NamedValue.read(argument)
    let parts = pair.value.utf8.split(
      separator: UInt8(ascii: "@"), maxSplits: 1, omittingEmptySubsequences: false
    )
    .map { String(decoding: $0, as: UTF8.self) }
    let value = ScalarText.read(parts[0])
    guard value.number != nil, value.kind != .text else {
      throw ValidationError(
        "\(VisibleText.quoting(parts[0])) is not a number; a metric is NAME=NUMBER or NAME=NUMBER@STEP.")
    }
    guard parts.count == 2 else { return MetricArgument(name: pair.name, value: value, step: nil) }
    guard let step = Int(parts[1]) else {
      throw ValidationError(
        "\(VisibleText.quoting(parts[1])) is not a step; behind “@” a whole number is expected.")
    }
    return MetricArgument(name: pair.name, value: value, step: step)
  }
}
