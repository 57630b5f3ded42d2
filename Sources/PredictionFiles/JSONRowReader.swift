import FileFormats

/// Reads what a line of JSON says about a row.
struct JSONRowReader {
  /// What the line says.
  private(set) var row = JSONRow()

  private let isMultilabel: Bool
  private let isLone: Bool
  /// Why the line is useless although it is JSON.
  private var fault: JSONRowFault?

  private init(isMultilabel: Bool, isLone: Bool) {
    self.isMultilabel = isMultilabel
    self.isLone = isLone
  }

  /// Reads a line; of a name that occurs twice the last value counts.
  ///
  /// - Throws: ``JSONRowFault`` if it is no object, or a value is not what its name calls for.
  static func read(
    _ cursor: inout JSONCursor, _ names: inout JSONNames, isMultilabel: Bool, isLone: Bool
  ) throws(JSONRowFault) -> JSONRow {
    if let offset = cursor.firstInvalidByte {
      throw JSONRowFault(
        kind: .encoding, offset: offset, found: "a byte that is not UTF-8", expected: "text in UTF-8")
    }
    var reader = Self(isMultilabel: isMultilabel, isLone: isLone)
    do throws(JSONFault) {
      try reader.readObject(&cursor, &names)
    } catch {
      throw reader.fault
        ?? JSONRowFault(kind: .syntax, offset: error.offset, found: error.found, expected: error.expected)
    }
    return reader.row
  }

  private mutating func readObject(
    _ cursor: inout JSONCursor, _ names: inout JSONNames
  ) throws(JSONFault) {
    cursor.skipByteOrderMark()
    try check(.object, cursor.peek(), cursor, expected: "an object")
    try cursor.object { cursor, name, _ throws(JSONFault) in
      try readValue(as: names.role(of: name, cursor), &cursor)
    }
    let end = cursor.position
    try cursor.finish()
    if row.truth == nil { throw refuse(.value, at: end, found: "no true label", expected: "one") }
    if isLone, row.lone == nil {
      throw refuse(.value, at: end, found: "no probability", expected: "a number from 0 to 1")
    }
    if row.predicted == nil, row.scores == nil, row.lone == nil {
      throw refuse(
        .value, at: end, found: "neither a predicted label nor probabilities", expected: "one of them")
    }
  }

  private mutating func readValue(as role: JSONRole?, _ cursor: inout JSONCursor) throws(JSONFault) {
    let token = try cursor.peek()
    guard let role, token != .null || role == .truth else {
      try cursor.skip()
      return
    }
    switch role {
    case .truth: row.truth = try labels(token, &cursor)
    case .predicted: row.predicted = try labels(token, &cursor)
    case .probabilities:
      try check(.object, token, cursor, expected: "an object of a probability for each label")
      row.scores = try scores(&cursor)
    case .lone:
      try check(.number, token, cursor, expected: "a probability from 0 to 1")
      row.lone = try number(&cursor, .probability, upTo: 1, "a probability from 0 to 1")
    case .weight:
      try check(.number, token, cursor, expected: "a number of at least 0")
      row.weight = try number(&cursor, .weight, upTo: .greatestFiniteMagnitude, "a number of at least 0")
    case .text(let column): row.texts[column] = try cell(token, &cursor)
    }
  }

  private mutating func scores(
    _ cursor: inout JSONCursor
  ) throws(JSONFault) -> [(label: JSONText, value: Double)] {
    var scores: [(label: JSONText, value: Double)] = []
    try cursor.object { cursor, label, offset throws(JSONFault) in
      if label.range.isEmpty { throw refuseEmptyLabel(at: offset) }
      try check(.number, cursor.peek(), cursor, expected: "a probability from 0 to 1")
      scores.append((label, try number(&cursor, .probability, upTo: 1, "a probability from 0 to 1")))
    }
    return scores
  }

  private mutating func labels(_ token: JSONToken, _ cursor: inout JSONCursor) throws(JSONFault) -> [JSONCell]
  {
    guard isMultilabel else { return [try label(token, &cursor)] }
    try check(.array, token, cursor, expected: "an array of labels")
    var labels: [JSONCell] = []
    try cursor.array { cursor throws(JSONFault) in
      labels.append(try label(cursor.peek(), &cursor))
    }
    return labels
  }

  private mutating func label(_ token: JSONToken, _ cursor: inout JSONCursor) throws(JSONFault) -> JSONCell {
    let offset = cursor.position
    if [.array, .object, .null].contains(token) {
      throw refuse(.value, at: offset, found: token.inWords, expected: "a label")
    }
    let cell = try cell(token, &cursor)
    if cell.isEmpty { throw refuseEmptyLabel(at: offset) }
    return cell
  }

  private func cell(_ token: JSONToken, _ cursor: inout JSONCursor) throws(JSONFault) -> JSONCell {
    if token == .string { return .string(try cursor.string()) }
    let start = cursor.position
    try cursor.skip()
    return .source(start..<cursor.position)
  }

  private mutating func number(
    _ cursor: inout JSONCursor, _ kind: RowProblem.Kind, upTo limit: Double, _ expected: String
  ) throws(JSONFault) -> Double {
    let (value, range) = try cursor.number()
    guard value >= 0, value <= limit else {
      throw refuse(kind, at: range.lowerBound, found: cursor.text(range), expected: expected)
    }
    return value
  }

  private mutating func check(
    _ wanted: JSONToken, _ token: JSONToken, _ cursor: JSONCursor, expected: String
  ) throws(JSONFault) {
    guard token == wanted else {
      throw refuse(.value, at: cursor.position, found: token.inWords, expected: expected)
    }
  }

  private mutating func refuseEmptyLabel(at offset: Int) -> JSONFault {
    refuse(.emptyLabel, at: offset, found: "an empty text", expected: "a label")
  }

  /// Notes why the line is useless; what is thrown only ends the reading.
  private mutating func refuse(
    _ kind: RowProblem.Kind, at offset: Int, found: String, expected: String
  ) -> JSONFault {
    fault = JSONRowFault(kind: kind, offset: offset, found: found, expected: expected)
    return JSONFault(at: offset, found: found, expected: expected)
  }
}
