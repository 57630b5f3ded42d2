/// Reads the description in an NPY file, a Python dictionary of three names, and nothing else that Python allows.
struct NumPyHeaderParser {
  /// What the dictionary says.
  struct Description {
    /// The type of the elements; none for a structured one.
    let descr: String?
    /// Whether the first index changes fastest.
    let isFortranOrder: Bool
    /// How many elements there are along each axis.
    let shape: [Int]
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// The most axes, as numpy has it.
  private static let axisLimit = 64

  /// A parser of these bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// What the dictionary says; none if it is anything else, or has not each name once.
  mutating func description() -> Description? {
    var descr: String??
    var isFortranOrder: Bool?
    var shape: [Int]?
    guard take("{") else { return nil }
    while !take("}") {
      guard let name = string(), take(":") else { return nil }
      switch name {
      case "descr" where descr == nil:
        if let text = string() {
          descr = .some(text)
        } else {
          guard skipList() else { return nil }
          descr = .some(nil)
        }
      case "fortran_order" where isFortranOrder == nil:
        if takeWord("True") { isFortranOrder = true } else if takeWord("False") { isFortranOrder = false }
        if isFortranOrder == nil { return nil }
      case "shape" where shape == nil:
        guard let numbers = tuple() else { return nil }
        shape = numbers
      default: return nil
      }
      if take(",") { continue }
      guard take("}") else { return nil }
      break
    }
    skipBlanks()
    guard position == bytes.endIndex, let descr, let isFortranOrder, let shape else { return nil }
    return Description(descr: descr, isFortranOrder: isFortranOrder, shape: shape)
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex, [0x20, 0x0A].contains(bytes[position]) { position += 1 }
  }

  /// Moves over a sign, and blanks before it, if it is next.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipBlanks()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// A text in single or double quotes without escapes.
  private mutating func string() -> String? {
    skipBlanks()
    guard position < bytes.endIndex, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(bytes[position]) else {
      return nil
    }
    let quote = bytes[position]
    let rest = bytes[(position + 1)...]
    guard let end = rest.firstIndex(of: quote), !rest[..<end].contains(UInt8(ascii: "\\")) else { return nil }
    position = end + 1
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  /// Whole numbers in round brackets; Python 2 wrote an `L` behind long ones.
  private mutating func tuple() -> [Int]? {
    guard take("(") else { return nil }
    var numbers: [Int] = []
    while !take(")") {
      skipBlanks()
      let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
      guard numbers.count < Self.axisLimit, let number = Int(String(decoding: digits, as: UTF8.self)) else {
        return nil
      }
      numbers.append(number)
      position = digits.endIndex
      _ = takeWord("L")
      if take(",") { continue }
      guard take(")") else { return nil }
      break
    }
    return numbers
  }

  /// Moves over square brackets and what is in them: the fields of a structured type.
  private mutating func skipList() -> Bool {
    guard take("[") else { return false }
    var depth = 1
    while depth > 0, position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: break
      }
      position += 1
    }
    return depth == 0
  }
}
