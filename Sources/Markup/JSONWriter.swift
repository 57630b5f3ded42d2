/// Writes JSON (RFC 8259) member by member, without building a tree.
///
/// Numbers that are not finite are the strings "NaN", "Infinity" and "-Infinity".
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///   $0.member("rows", 3)
///   $0.member("labels", ["a", "b"])
///   $0.member("metrics") { $0.object { $0.member("accuracy", 0.97) } }
/// }
/// json.string  // {"rows":3,"labels":["a","b"],"metrics":{"accuracy":0.97}}
/// ```
package struct JSONWriter: Sendable {
  /// The text so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// How it is laid out.
  package let style: JSONStyle

  private var open: [Container] = []

  /// A writer that has written nothing.
  package init(style: JSONStyle = .compact) {
    self.style = style
  }

  /// The text so far.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; `members` calls `member` for each of its members.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    contain("{", "}", members)
  }

  /// Writes an array; `elements` calls `element`, `object` or `array` for each of its elements.
  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    contain("[", "]", elements)
  }

  /// Writes an array of numbers.
  package mutating func array(_ numbers: [Double]) {
    array { json in
      for number in numbers { number.write(to: &json) }
    }
  }

  /// Writes a member of the object that is open.
  package mutating func member(_ key: String, _ value: some JSONWritable) {
    member(key) { value.write(to: &$0) }
  }

  /// Writes a member of the object that is open, whose value `value` writes.
  package mutating func member(_ key: String, _ value: (inout JSONWriter) -> Void) {
    precondition(!open.isEmpty, "members stand in an object")
    separate(key: key)
    quoted(key)
    append(style.isPretty || style.isSpaced ? ": " : ":")
    open[open.count - 1].expectsMemberValue = true
    value(&self)
    open[open.count - 1].expectsMemberValue = false
  }

  /// Writes an element of the array that is open, or the whole text.
  package mutating func element(_ value: some JSONWritable) {
    value.write(to: &self)
  }
}

extension JSONWriter {
  /// An object or array that is not closed yet.
  private struct Container {
    /// Where its first member starts.
    var start: Int
    /// Whether it has a member yet.
    var isEmpty = true
    /// Where each member starts, and its key if it has one; only where members are to be sorted.
    var members: [(key: String, start: Int)] = []
    /// Whether a key has been written whose value comes next.
    var expectsMemberValue = false
  }

  private mutating func contain(
    _ opening: StaticString, _ closing: StaticString, _ body: (inout JSONWriter) -> Void
  ) {
    separate(key: "")
    append(opening)
    open.append(Container(start: bytes.count))
    body(&self)
    let container = open.removeLast()
    if style.sortsKeys { sort(container) }
    if style.isPretty, !container.isEmpty { breakLine() }
    append(closing)
  }

  /// Writes what comes before a value: nothing after a key or at the top, else a comma where one is due.
  mutating func separate(key: String) {
    guard let depth = open.indices.last, !open[depth].expectsMemberValue else { return }
    if !open[depth].isEmpty { append(style.isSpaced && !style.isPretty ? ", " : ",") }
    open[depth].isEmpty = false
    if style.sortsKeys { open[depth].members.append((key: key, start: bytes.count)) }
    if style.isPretty { breakLine() }
  }

  /// Puts the members of an object in the order of their keys; equal keys stay in the order they were written.
  private mutating func sort(_ container: Container) {
    let comma = style.isSpaced && !style.isPretty ? 2 : 1
    let ends = container.members.dropFirst().map { $0.start - comma } + [bytes.count]
    let members = zip(container.members, ends).map { (key: $0.key, text: Array(bytes[$0.start..<$1])) }
    let order = members.indices.sorted {
      let (left, right) = (members[$0].key.utf8, members[$1].key.utf8)
      return left.elementsEqual(right) ? $0 < $1 : left.lexicographicallyPrecedes(right)
    }
    bytes.removeSubrange(container.start...)
    for (position, index) in order.enumerated() {
      if position > 0 { append(comma == 2 ? ", " : ",") }
      bytes.append(contentsOf: members[index].text)
    }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * open.count))
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a number's digits, which need no escaping.
  mutating func append(digits: String) {
    bytes.append(contentsOf: digits.utf8)
  }

  /// Appends a string in quotes.
  mutating func quoted(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    if style.isASCII {
      for unit in string.utf16 { appendASCII(unit) }
    } else {
      for byte in string.utf8 { appendEscaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0..<0x20: appendHexadecimal(UInt16(byte))
    default: bytes.append(byte)
    }
  }

  private mutating func appendASCII(_ unit: UInt16) {
    if unit < 0x7F { appendEscaped(UInt8(unit)) } else { appendHexadecimal(unit) }
  }

  private mutating func appendHexadecimal(_ unit: UInt16) {
    append("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(unit >> UInt16(shift) & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
