import FileFormats

/// A value in the data of a figure.
enum PlotlyValue: Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// A text, a date among them.
  case text(String)
  /// `null`, what is not finite, or what is no value: a gap.
  case missing

  /// The value that stands in a file.
  init(_ json: JSONValue) {
    switch json.kind {
    case .number(let number): self.init(number.value)
    case .string(let text): self = .text(PlainText.cut(text))
    case .boolean(let isTrue): self = .text(isTrue ? "true" : "false")
    case .null, .array, .object: self = .missing
    }
  }

  /// A number; a gap if it is not finite, or larger than any axis.
  init(_ number: Double) {
    self = number.magnitude <= 1e300 ? .number(number) : .missing
  }

  /// The number, also of a text that writes one.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .text(let text): Self.number(text)
    case .missing: nil
    }
  }

  /// The number that a text of digits writes.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 40,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(text), number.magnitude <= 1e300
    else { return nil }
    return number
  }

  /// The value as a name on an axis; nothing for a gap.
  var name: String? {
    switch self {
    case .number(let number):
      number.rounded() == number && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
    case .text(let text): PlainText.of(text)
    case .missing: nil
    }
  }
}
