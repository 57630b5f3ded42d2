import FileFormats

/// Reads the rows of one piece of a delimited file.
struct DelimitedRowParser: RecordParser {
  /// The rows so far.
  private(set) var rows: PredictionRows
  private(set) var lineCount = 0
  /// Whether a column that may or may not hold probabilities holds something else.
  private(set) var isNoProbability = false

  /// After how many rows it is guessed how many there are.
  private static let sampleCount = 32

  private let layout: DelimitedLayout
  private let delimiter: UInt8
  private let runs: [Int]
  /// Where the file's bytes stand that the window shows.
  private var origin = 0
  /// The probabilities of a row that were read last.
  private var values: [Double]
  private var scratch: [UInt8] = []
  /// Where the last true label stands.
  private var truthOffset = 0

  /// A parser of rows of this layout; with `keepsPlaces`, long texts stay in the file.
  init(_ layout: DelimitedLayout, delimiter: UInt8, keepsPlaces: Bool) {
    self.layout = layout
    self.delimiter = delimiter
    runs = layout.probabilityRuns
    values = [Double](repeating: 0, count: runs.max() ?? 0)
    rows = layout.emptyRows(keepsPlaces: keepsPlaces)
  }

  mutating func read(_ window: RecordWindow) -> RecordStop {
    var cursor = DelimitedCursor(window, delimiter: delimiter)
    let firstLine = lineCount
    origin = window.origin
    while cursor.beginRow() {
      lineCount = firstLine + cursor.lineCount
      let fault = readCells(&cursor)
      if cursor.isIncomplete {
        rows.takeBack()
        return cursor.stopAtOpenEnd(isFileEnd: window.isFileEnd)
      }
      finish(fault, cursor)
      if rows.count == Self.sampleCount { reserve(window, cursor) }
      if rows.labels.count > PredictionFileReader.labelLimit {
        return .refused(
          next: cursor.rowStart, offset: truthOffset,
          found: "more than \(PredictionFileReader.labelLimit) different labels",
          expected: "labels, not texts")
      }
      if isNoProbability, layout.isTentative { return .done(next: window.limit) }
    }
    lineCount = firstLine + cursor.lineCount
    return .done(next: cursor.position)
  }

  /// Makes room for as many rows as the window holds if they are as long as the first ones.
  private mutating func reserve(_ window: RecordWindow, _ cursor: DelimitedCursor) {
    let bytes = min(window.limit, window.end) - window.start
    let read = max(cursor.position - window.start, 1)
    // A few more than that, because rows vary.
    rows.reserve(bytes * (Self.sampleCount + 1) / read)
  }

  /// Reads the cells of a row into the columns; returns what makes the row useless, if anything.
  @inline(__always)
  private mutating func readCells(_ cursor: inout DelimitedCursor) -> DelimitedRowFault? {
    var fault: DelimitedRowFault?
    var next = 0
    while next < layout.roles.count {
      if runs[next] > 0 { next += takeProbabilities(&cursor, upTo: runs[next]) }
      guard next < layout.roles.count else { break }
      let number = next
      next += 1
      guard cursor.hasCell else { return DelimitedRowFault(.raggedRow(cells: number), 0..<0, column: 0) }
      if case .probability = layout.roles[number] {
        var range = 0..<0
        if let value = cursor.number(&range), value >= 0, value <= 1 {
          rows.probabilities.append(value)
        } else {
          fault = fault ?? DelimitedRowFault(.probability, range, column: number)
        }
        continue
      }
      let cell = cursor.cell()
      if case .textAfterQuote = cell.form {
        fault = fault ?? DelimitedRowFault(.quote, cell.range, column: number)
      } else if let kind = read(cell, as: layout.roles[number], cursor.bytes) {
        fault = fault ?? DelimitedRowFault(kind, cell.range, column: number)
      }
    }
    guard cursor.hasCell else { return fault }
    var count = layout.roles.count
    while cursor.hasCell {
      _ = cursor.cell()
      count += 1
    }
    return DelimitedRowFault(.raggedRow(cells: count), 0..<0, column: 0)
  }

  /// Takes the next probabilities, all as long as nothing is odd about one; returns how many it took.
  @inline(__always)
  private mutating func takeProbabilities(_ cursor: inout DelimitedCursor, upTo count: Int) -> Int {
    let taken = values.withUnsafeMutableBufferPointer {
      cursor.fractions(into: UnsafeMutableBufferPointer(rebasing: $0[..<count]))
    }
    values.withUnsafeBufferPointer {
      rows.probabilities.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<taken]))
    }
    return taken
  }

  /// Takes from a cell what its column is for; returns why that cannot be, if so.
  private mutating func read(
    _ cell: DelimitedCell, as role: DelimitedRole, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> DelimitedRowFault.Kind? {
    switch role {
    case .truth:
      truthOffset = cell.range.lowerBound
      let known = rows.labels.count
      rows.truth.append(label(cell, bytes))
      return rows.labels.count > known ? fault(ofNewLabel: cell, bytes) : nil
    case .predicted:
      let known = rows.labels.count
      rows.predicted.append(label(cell, bytes))
      return rows.labels.count > known ? fault(ofNewLabel: cell, bytes) : nil
    case .weight:
      guard let weight = DecimalNumber.parse(UnsafeBufferPointer(rebasing: bytes[cell.range])),
        weight >= 0, weight.isFinite
      else { return .weight }
      rows.weights.append(weight)
    case .trueIndicator(let label):
      guard let value = Indicator.value(of: UnsafeBufferPointer(rebasing: bytes[cell.range])) else {
        return .indicator
      }
      rows.setTruth(label, value)
    case .predictedIndicator(let label):
      guard let value = Indicator.value(of: UnsafeBufferPointer(rebasing: bytes[cell.range])) else {
        return .indicator
      }
      rows.setPredicted(label, value)
    case .text(let number):
      let place = Range(uncheckedBounds: (origin + cell.range.lowerBound, origin + cell.range.upperBound))
      let text = UnsafeBufferPointer(rebasing: bytes[cell.range])
      if case .doubledQuotes = cell.form {
        cell.withText(in: bytes, &scratch) {
          rows.texts[number].append($0, at: place, hasDoubledQuotes: true)
        }
      } else {
        rows.texts[number].append(text, at: place, hasDoubledQuotes: false)
      }
      return UTF8Validity.firstInvalidByte(in: text) == nil ? nil : .encoding
    case .probability, .ignored: break
    }
    return nil
  }

  /// The number of a label, a new one if it was not seen in a row that is kept.
  @inline(__always)
  private mutating func label(_ cell: DelimitedCell, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if case .doubledQuotes = cell.form {
      return cell.withText(in: bytes, &scratch) { rows.labels.insert($0) }
    }
    return rows.labels.insert(UnsafeBufferPointer(rebasing: bytes[cell.range]))
  }

  private func fault(ofNewLabel cell: DelimitedCell, _ bytes: UnsafeBufferPointer<UInt8>) -> DelimitedRowFault
    .Kind?
  {
    if cell.range.isEmpty { return .emptyLabel }
    return UTF8Validity.firstInvalidByte(in: UnsafeBufferPointer(rebasing: bytes[cell.range])) == nil
      ? nil : .encoding
  }

  /// Keeps the row, or leaves it out and notes why.
  @inline(__always)
  private mutating func finish(_ fault: DelimitedRowFault?, _ cursor: DelimitedCursor) {
    guard let fault else {
      if !layout.hasPredicted {
        if layout.isMultilabel {
          rows.predictFromProbabilities()
        } else {
          rows.predicted.append(rows.firstLargest)
        }
      }
      rows.keep(line: lineCount)
      return
    }
    if fault.kind == .probability { isNoProbability = true }
    rows.problems.add(fault.kind.problemKind) {
      fault.problem(layout: layout, line: lineCount, cursor)
    }
    rows.leaveOut()
  }
}
