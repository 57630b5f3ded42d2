import Diagnostics
import FileFormats
import RunModel

/// Counts a confusion matrix that is logged as one object for each example: `{"actual": "a", "predicted": "b"}`.
struct ConfusionCounter {
  private let truthField: ExactString
  private let predictedField: ExactString
  private var positions: [ExactString: Int] = [:]
  private var labels: [ExactString] = []
  private var counts: [Pair: Int] = [:]

  private struct Pair: Hashable {
    var truth: Int
    var predicted: Int
  }

  /// What a file turned out to be.
  enum Outcome {
    /// A matrix.
    case matrix(LoggedConfusion)
    /// Something else: no element, or none of the first ones, has both fields.
    case other
    /// A matrix of too many labels.
    case tooManyLabels
  }

  /// How many elements without both fields may come before the first that has them.
  private static let probeLimit = 100

  private enum Element {
    case counted
    case incomplete
    case full
  }

  /// A counter of objects with these fields.
  init(truth: String, predicted: String) {
    truthField = ExactString(truth)
    predictedField = ExactString(predicted)
  }

  /// Counts the objects of a file, of which only a part is in memory at a time.
  ///
  /// Labels are ordered by number if all are numbers, else by their bytes.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - elements: Its elements.
  ///   - source: Takes a diagnostic where the file is broken or an object has not both fields.
  /// - Returns: The matrix of what could be counted, or why there is none.
  mutating func count(_ file: String, _ elements: JSONElements, _ source: inout SourceFolder) -> Outcome {
    var elements = elements
    var isFirst = true
    var incomplete = 0
    do throws(FormatError) {
      while true {
        var element = Element.incomplete
        guard try elements.next({ cursor throws(JSONFault) in element = try add(&cursor) }) else { break }
        switch element {
        case .counted: isFirst = false
        case .incomplete:
          incomplete += 1
          if isFirst, incomplete == Self.probeLimit { return .other }
        case .full: return .tooManyLabels
        }
      }
    } catch {
      guard !isFirst else { return .other }
      source.add(
        error, "broken-matrix", consequence: "What stands before it is counted, the rest is left out.")
    }
    guard !isFirst, let matrix else { return .other }
    if incomplete > 0 {
      source.report(
        .warning, "incomplete-example", at: file,
        "\(incomplete) example\(incomplete == 1 ? "" : "s") without both labels",
        "objects with \(VisibleText.quoting(truthField.text)) and \(VisibleText.quoting(predictedField.text))",
        "They are left out.")
    }
    return .matrix(matrix)
  }

  private mutating func add(_ cursor: inout JSONCursor) throws(JSONFault) -> Element {
    var truth: ExactString?
    var predicted: ExactString?
    guard try cursor.peek() == .object else {
      try cursor.skip()
      return .incomplete
    }
    try cursor.object { cursor, name, _ throws(JSONFault) in
      let name = ExactString(cursor.decode(name).string)
      if name == truthField {
        truth = try Self.label(&cursor)
      } else if name == predictedField {
        predicted = try Self.label(&cursor)
      } else {
        try cursor.skip()
      }
    }
    guard let truth, let predicted else { return .incomplete }
    guard let row = position(of: truth), let column = position(of: predicted) else { return .full }
    counts[Pair(truth: row, predicted: column), default: 0] += 1
    return .counted
  }

  /// A label: a text, or a number or a truth value as it is written.
  private static func label(_ cursor: inout JSONCursor) throws(JSONFault) -> ExactString? {
    switch try cursor.peek() {
    case .string: return ExactString(cursor.decode(try cursor.string()).string)
    case .number: return ExactString(cursor.text(try cursor.number().range))
    case .boolean: return try cursor.boolean() ? "true" : "false"
    case .null, .array, .object:
      try cursor.skip()
      return nil
    }
  }

  private mutating func position(of label: ExactString) -> Int? {
    if let known = positions[label] { return known }
    guard labels.count < LoggedConfusion.labelLimit else { return nil }
    positions[label] = labels.count
    labels.append(label)
    return labels.count - 1
  }

  private var matrix: LoggedConfusion? {
    let values = labels.map { LogNumber.value(of: $0.text) }
    let areNumbers = values.allSatisfy { $0?.isNaN == false }
    let order = labels.indices.sorted { left, right in
      if areNumbers, let first = values[left], let second = values[right], first != second {
        return first < second
      }
      return labels[left] < labels[right]
    }
    var places = [Int](repeating: 0, count: labels.count)
    for (place, label) in order.enumerated() { places[label] = place }
    var rows = [[Int]](repeating: [Int](repeating: 0, count: labels.count), count: labels.count)
    for (pair, count) in counts { rows[places[pair.truth]][places[pair.predicted]] = count }
    return LoggedConfusion(labels: order.map { labels[$0].text }, counts: rows)
  }
}
