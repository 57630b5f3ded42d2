/// What one element of a NumPy array is, as its `descr` says.
package struct NumPyElement: Hashable, Sendable {
  /// The sorts of elements that are read.
  package enum Kind: Hashable, Sendable {
    /// One byte, 0 or 1.
    case boolean
    /// A whole number in two's complement.
    case signed
    /// A whole number of at least 0.
    case unsigned
    /// A binary floating-point number (IEEE 754).
    case float
    /// Bytes, filled up with zeros: `S`.
    case bytes
    /// Unicode scalars of four bytes each, filled up with zeros: `U`.
    case unicode
  }

  /// Which sort.
  package let kind: Kind
  /// How many bytes an element takes.
  package let size: Int
  /// Whether the highest byte comes first.
  package let isBigEndian: Bool

  /// The longest text, in bytes.
  private static let textLimit = 1 << 24

  /// The element that `descr` names, such as `<f8` or `|S5`; none if it is of a sort that is not read.
  init?(descr: String) {
    var rest = Substring(descr)
    let order = rest.first.flatMap { "<>|=".contains($0) ? rest.removeFirst() : nil } ?? "="
    guard let letter = rest.popFirst(), rest.utf8.count <= 9,
      rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(rest), number > 0
    else { return nil }
    switch (letter, number) {
    case ("b", 1): (kind, size) = (.boolean, 1)
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): (kind, size) = (.signed, number)
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8): (kind, size) = (.unsigned, number)
    case ("f", 2), ("f", 4), ("f", 8): (kind, size) = (.float, number)
    case ("S", 1...Self.textLimit): (kind, size) = (.bytes, number)
    case ("U", 1...Self.textLimit / 4): (kind, size) = (.unicode, number * 4)
    default: return nil
    }
    isBigEndian = order == ">"
  }

  /// Whether the elements are texts.
  package var isText: Bool { kind == .bytes || kind == .unicode }

  /// Whether the elements are whole numbers, or true and false.
  package var isWhole: Bool { kind == .boolean || kind == .signed || kind == .unsigned }
}
