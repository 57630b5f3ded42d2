import Diagnostics
import FileFormats

/// Reads the nodes of a specification, collecting all that is wrong with them.
struct SpecReader {
  /// The file's path as messages show it.
  private let path: String
  /// What makes the specification unusable, in the order of the file.
  private(set) var problems: [Diagnostic] = []

  /// The most bytes of a name of the user's own.
  static let nameLimit = 1000

  /// A reader of the nodes of the file at `path`.
  init(path: String) {
    self.path = path
  }

  /// Calls `body` with each known key of a mapping and its value; a key that is not among `keys` is a problem.
  ///
  /// A key without a value counts as absent, unless `keepsNull` says that nothing is a value too. A key of `aliases` counts
  /// as the one that it stands for.
  mutating func eachKey(
    of node: YAMLNode, among keys: [String], aliases: [String: String] = [:], keepsNull: Bool = false,
    _ body: (inout SpecReader, _ key: String, _ value: YAMLNode) -> Void
  ) {
    guard let pairs = node.mapping else {
      return refuse(node, expected: "a mapping with the keys \(keys.joined(separator: ", "))")
    }
    var seen: [String: String] = [:]
    for pair in pairs {
      let written = pair.key.scalar?.text
      let alias = written.flatMap { text in aliases.first { $0.key.utf8.elementsEqual(text.utf8) }?.value }
      guard let key = alias ?? written, keys.contains(where: { $0.utf8.elementsEqual(key.utf8) }) else {
        refuseKey(pair.key, among: keys)
        continue
      }
      if let first = seen.updateValue(written ?? key, forKey: key) {
        report(
          pair.key, found: "\(written ?? key) beside \(first), which mean the same", expected: "one of them")
        continue
      }
      if keepsNull || !pair.value.isNull { body(&self, key, pair.value) }
    }
  }

  /// Calls `body` with each pair of a mapping whose keys are the user's own names.
  mutating func eachName(
    of node: YAMLNode, _ body: (inout SpecReader, _ name: ExactString, _ value: YAMLNode) -> Void
  ) {
    guard let pairs = node.mapping else { return refuse(node, expected: "a mapping of names to values") }
    for pair in pairs {
      if let name = pair.key.scalar?.text, (1...Self.nameLimit).contains(name.utf8.count) {
        body(&self, ExactString(name), pair.value)
      } else {
        refuse(pair.key, expected: "a name of at most \(Self.nameLimit) bytes")
      }
    }
  }

  /// The text of a single value, written as it stands: `1` is the text “1”.
  mutating func text(_ node: YAMLNode, as expected: String = "a text") -> String? {
    guard let text = node.scalar?.text, !text.isEmpty else {
      refuse(node, expected: expected)
      return nil
    }
    guard !text.utf8.contains(0) else {
      refuse(node, expected: "\(expected) without the character NUL")
      return nil
    }
    return text
  }

  /// The choice that a text names.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: YAMLNode) -> Choice? {
    guard let text = text(node) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      node, found: VisibleText.quoting(text), expected: names.joined(separator: ", "),
      consequence: Self.hint(text, among: names))
    return nil
  }

  /// A truth value.
  mutating func boolean(_ node: YAMLNode) -> Bool? {
    if let value = node.scalar?.boolean { return value }
    refuse(node, expected: "true or false")
    return nil
  }

  /// A finite number.
  mutating func number(_ node: YAMLNode) -> Double? {
    if let number = node.scalar?.number, number.isFinite { return number }
    refuse(node, expected: "a number")
    return nil
  }

  /// A whole number within bounds.
  mutating func integer(_ node: YAMLNode, from low: Int = .min, through high: Int = .max) -> Int? {
    if let number = node.scalar?.number,
      let integer = node.scalar.flatMap({ Int($0.text) }) ?? Int(exactly: number),
      (low...high).contains(integer)
    {
      return integer
    }
    let bounds =
      switch (low, high) {
      case (.min, .max): ""
      case (_, .max): " from \(low) on"
      default: " from \(low) to \(high)"
      }
    refuse(node, expected: "a whole number\(bounds)")
    return nil
  }

  /// A number of seconds above 0 and at least `least`, also with a unit: `90`, `90s`, `15m`, `2h`.
  mutating func seconds(_ node: YAMLNode, from least: Double = 0, through most: Double) -> Double? {
    let units = ["s": 1.0, "m": 60, "h": 3600]
    if let text = node.scalar?.text {
      let unit = text.last.flatMap { units[String($0)] }
      let digits = unit == nil ? text : String(text.dropLast())
      if let number = DecimalNumber.parse(digits), number > 0, number * (unit ?? 1) <= most,
        number * (unit ?? 1) >= least
      {
        return number * (unit ?? 1)
      }
    }
    let bound = least > 0 ? "of at least \(Int(least)) second" : "above 0"
    refuse(node, expected: "a time \(bound) and not too long, such as 90 (seconds), 15m or 2h")
    return nil
  }

  /// Reports that `node` is not what was expected.
  mutating func refuse(_ node: YAMLNode, expected: String) {
    let found = node.scalar.map { $0.isNull ? "nothing" : VisibleText.quoting($0.text) } ?? node.kindInWords
    report(node, found: found, expected: expected)
  }

  /// Reports a key that is none of `keys`, with the near one.
  mutating func refuseKey(_ node: YAMLNode, among keys: [String]) {
    guard let key = node.scalar?.text else { return refuse(node, expected: "a key") }
    report(
      node, found: "the unknown key \(VisibleText.quoting(key))", expected: keys.joined(separator: ", "),
      consequence: Self.hint(key, among: keys), kind: "search.unknown-key")
  }

  /// Reports something that is wrong at `node`.
  mutating func report(
    _ node: YAMLNode, found: String, expected: String, consequence: String = "", kind: String = "search.value"
  ) {
    problems.append(
      Diagnostic(
        .error, .init(kind), at: SourcePlace(path: path, line: node.line, column: node.column), found: found,
        expected: expected,
        consequence: consequence))
  }

  private static func hint(_ text: String, among names: [String]) -> String {
    NearestName.suggestion(for: text, among: names).map { "Did you mean \(VisibleText.quoting($0))?" } ?? ""
  }
}
