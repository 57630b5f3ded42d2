import Diagnostics
import FileFormats
import RunModel

/// Reads the lines of a metric's file: `<milliseconds> <value> [<step> [<data set> <digest>]]`.
struct MLflowMetricLines {
  /// The points, in the order of the file.
  private(set) var points: [MetricPoint] = []
  /// Lines that are none, counted from 1, with what was found.
  private(set) var faults: [(line: Int, found: String)] = []
  /// How many lines are none.
  private(set) var faultCount = 0
  /// Whether points were left out because there are more than may be kept.
  private(set) var isCut = false

  private var lastFieldCount = 0
  private var lastStep = 0
  private let limit: Int

  /// The points of a file.
  ///
  /// Two fields are of MLflow before 1.0, the step is 0 then. Where the last line has no end it may have been cut: it
  /// counts only if it has as many fields as the line before and no lower step. Of more than `limit` points, at least
  /// one, the first are kept and behind them the latest.
  init(_ bytes: [UInt8], limit: Int = ImportLimit.historyPoints) {
    self.limit = max(limit, 1)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var number = 0
      while start < buffer.count {
        let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
        number += 1
        let line = UnsafeBufferPointer(rebasing: buffer[start..<end])
        start = end + 1
        read(line, number, isEnded: end < buffer.count)
      }
    }
  }

  private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ number: Int, isEnded: Bool) {
    var rest = line[...]
    let time = Self.field(&rest)
    let value = Self.field(&rest)
    let step = Self.field(&rest)
    if time.isEmpty { return isEnded ? fail(number, "an empty line") : () }
    let fourth = Self.field(&rest)
    let isLonger = !Self.field(&rest).isEmpty
    let count = [time, value, step, fourth].count { !$0.isEmpty } + (isLonger ? 1 : 0)
    guard count == 2 || count == 3 || count == 5 else {
      return fail(number, count == 1 ? "1 field" : "\(count) fields")
    }
    guard let milliseconds = Self.integer(time) else { return fail(number, "a time that is no whole number") }
    guard let amount = Self.number(value) else { return fail(number, "a value that is no number") }
    guard let place = step.isEmpty ? 0 : Self.integer(step).flatMap({ Int(exactly: $0) }) else {
      return fail(number, "a step that is no whole number")
    }
    if !isEnded, !points.isEmpty, count != lastFieldCount || place < lastStep {
      return fail(number, "a last line that was cut")
    }
    lastFieldCount = count
    lastStep = place
    add(
      MetricPoint(
        step: place, timestamp: MLflowTime.timestamp(milliseconds: milliseconds), value: amount))
  }

  private mutating func add(_ point: MetricPoint) {
    guard points.count >= limit else { return points.append(point) }
    if !isCut { LatestPoint.valued.moveToEnd(of: &points) }
    isCut = true
    LatestPoint.valued.replace(point, in: &points)
  }

  private mutating func fail(_ line: Int, _ found: String) {
    faultCount += 1
    if faults.count < DiagnosticLog.limitPerKindAndFile { faults.append((line, found)) }
  }

  /// Takes the next field, without the blanks around it; empty at the end of the line.
  private static func field(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> UnsafeBufferPointer<UInt8> {
    let base = UnsafeBufferPointer(rebasing: rest)
    var start = 0
    while start < base.count, isBlank(base[start]) { start += 1 }
    var end = start
    while end < base.count, !isBlank(base[end]) { end += 1 }
    rest = rest.dropFirst(end)
    return UnsafeBufferPointer(rebasing: base[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
  }

  /// A whole number with an optional sign; nil for anything else and for what 64 bits cannot hold.
  private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative ? bytes.dropFirst() : bytes[...]
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int64(digit))
      guard digit <= 9, !overflow, !carry else { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// A number as Python writes it, `nan` and `inf` too.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let value = DecimalNumber.parse(bytes) { return value }
    guard bytes.count <= 9 else { return nil }
    return Scalar.text(String(decoding: bytes, as: UTF8.self)).number
  }
}
