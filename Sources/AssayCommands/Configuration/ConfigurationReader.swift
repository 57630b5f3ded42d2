import Diagnostics
import Evaluation
import FileFormats
import ReportModel

/// Reads the nodes of an `assay.yaml`, collecting all that is wrong with them.
struct ConfigurationReader {
  private let document: YAMLDocument
  /// What makes the file unusable.
  private(set) var problems: [Diagnostic] = []

  /// A reader of this document.
  init(document: YAMLDocument) {
    self.document = document
  }

  /// What the document says; meaningful if there are no ``problems``.
  mutating func file() -> ConfigurationFile {
    var file = ConfigurationFile()
    guard let root = document.root else { return file }
    eachKey(of: root, among: ["title", "registry", "out", "examples", "experiments"]) { reader, key, node in
      switch key {
      case "title": file.report.title = reader.text(node)
      case "registry": file.registry = reader.text(node)
      case "out": file.out = reader.text(node)
      case "examples": file.report.examples = reader.choice(node) ?? .full
      default: file.report.experiments = reader.experiments(node)
      }
    }
    return file
  }

  /// Calls `body` with each known key of a mapping and its value; a key that is not among `keys` is a problem.
  ///
  /// A key without a value counts as absent.
  mutating func eachKey(
    of node: YAMLNode, among keys: [String],
    _ body: (inout ConfigurationReader, _ key: String, _ value: YAMLNode) -> Void
  ) {
    guard let pairs = node.mapping else {
      if !node.isNull {
        refuse(node, expected: "a mapping with any of the keys \(keys.joined(separator: ", "))")
      }
      return
    }
    for pair in pairs {
      guard let key = pair.key.scalar?.text, keys.contains(where: { $0.utf8.elementsEqual(key.utf8) }) else {
        refuseKey(pair.key, among: keys)
        continue
      }
      if !pair.value.isNull { body(&self, key, pair.value) }
    }
  }

  /// Calls `body` with each pair of a mapping whose keys are the user's own names.
  mutating func eachName(
    of node: YAMLNode, _ body: (inout ConfigurationReader, _ name: YAMLNode, _ value: YAMLNode) -> Void
  ) {
    guard let pairs = node.mapping else { return refuse(node, expected: "a mapping") }
    for pair in pairs {
      if pair.key.scalar == nil {
        refuse(pair.key, expected: "a name")
      } else {
        body(&self, pair.key, pair.value)
      }
    }
  }

  /// The text of a single value, written as it stands: `1` is the text “1”.
  mutating func text(_ node: YAMLNode) -> String? {
    guard let scalar = node.scalar else {
      refuse(node, expected: "a text")
      return nil
    }
    return scalar.text
  }

  /// The choice that a text names.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: YAMLNode) -> Choice? {
    guard let text = text(node) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    problems.append(
      problem(
        "configuration.value", node, found: VisibleText.quoting(text),
        expected: names.joined(separator: ", "), consequence: Self.hint(text, among: names)))
    return nil
  }

  /// A finite number.
  mutating func number(_ node: YAMLNode) -> Double? {
    guard let number = node.scalar?.number, number.isFinite else {
      refuse(node, expected: "a number")
      return nil
    }
    return number
  }

  /// Reports that `node` is not what was expected.
  mutating func refuse(_ node: YAMLNode, expected: String) {
    let found = node.scalar.map { $0.isNull ? "nothing" : VisibleText.quoting($0.text) } ?? node.kindInWords
    problems.append(problem("configuration.value", node, found: found, expected: expected))
  }

  /// Reports a key that is none of `keys`, with the near one.
  mutating func refuseKey(_ node: YAMLNode, among keys: [String]) {
    guard let key = node.scalar?.text else { return refuse(node, expected: "a key") }
    problems.append(
      problem(
        "configuration.unknown-key", node, found: "the unknown key \(VisibleText.quoting(key))",
        expected: keys.joined(separator: ", "), consequence: Self.hint(key, among: keys)))
  }

  /// Reports that `node` is no slice.
  mutating func refuseSlice(_ node: YAMLNode, _ source: String, _ error: SliceExpressionError) {
    problems.append(
      problem(
        "configuration.slice", node,
        found: "\(error.found) in column \(error.column) of \(VisibleText.quoting(source, limit: 200))",
        expected: error.expected,
        consequence: error.suggestion.map { "Did you mean \(VisibleText.quoting($0))?" } ?? ""))
  }

  private func problem(
    _ kind: String, _ node: YAMLNode, found: String, expected: String, consequence: String = ""
  ) -> Diagnostic {
    Diagnostic(
      .error, .init(kind), at: document.place(of: node), found: found, expected: expected,
      consequence: consequence)
  }

  private static func hint(_ text: String, among names: [String]) -> String {
    NearestName.suggestion(for: text, among: names).map { "Did you mean \(VisibleText.quoting($0))?" } ?? ""
  }
}
