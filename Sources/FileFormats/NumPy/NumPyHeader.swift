import Diagnostics

/// What stands before the elements of an NPY file (numpy.lib.format, versions 1.0, 2.0 and 3.0).
struct NumPyHeader: Hashable, Sendable {
  /// What an element is.
  let element: NumPyElement
  /// Whether the first index changes fastest from element to element.
  let isFortranOrder: Bool
  /// How many elements there are along each axis.
  let shape: [Int]
  /// The number of bytes before the first element.
  let length: Int

  private static let magic = [0x93] + Array("NUMPY".utf8)
  /// The longest description that is read, in bytes.
  private static let limit = 1 << 16

  /// Whether a file that begins with these bytes is an NPY file.
  static func isHeader(_ head: some Collection<UInt8>) -> Bool { head.starts(with: magic) }

  /// The header of a file.
  ///
  /// - Throws: ``FormatError`` if it is none, or describes elements that are not read.
  init(of file: ReadableFile, path: String, name: String) throws(FormatError) {
    func refusal(_ found: String, _ expected: String) -> FormatError {
      FormatError(
        at: SourcePlace(path: path), found: name.isEmpty ? found : "\(found) in \(name)", expected: expected)
    }
    let head: [UInt8]
    do throws(FileSystemError) {
      head = try file.bytes(at: 0, count: 12 + Self.limit)
    } catch {
      throw FormatError(error, path: path)
    }
    guard Self.isHeader(head), head.count >= 12 else {
      throw refusal("something that is no NPY file", "an array written by numpy.save")
    }
    let fields = LittleEndianBytes(head[..<12])
    let start: Int
    let count: Int
    switch (head[6], head[7]) {
    case (1, 0): (start, count) = (10, fields.uint16(at: 8))
    case (2, 0), (3, 0): (start, count) = (12, fields.uint32(at: 8))
    default: throw refusal("an NPY file of version \(head[6]).\(head[7])", "version 1.0, 2.0 or 3.0")
    }
    guard count <= Self.limit else {
      throw refusal("a description of \(count) bytes", "at most \(Self.limit)")
    }
    guard start + count <= head.count else {
      throw refusal("an NPY file that ends too early", "a whole file")
    }
    var parser = NumPyHeaderParser(head[start..<start + count])
    guard let description = parser.description() else {
      throw refusal(
        "a description that is not as numpy writes it",
        "a dictionary of “descr”, “fortran_order” and “shape”")
    }
    guard let element = description.descr.flatMap({ NumPyElement(descr: $0) }) else {
      let (found, expected) = Self.refusal(of: description.descr)
      throw refusal(found, expected)
    }
    self.element = element
    isFortranOrder = description.isFortranOrder
    shape = description.shape
    length = start + count
  }

  /// What to say of a type that is not read, and what to do instead.
  private static func refusal(of descr: String?) -> (found: String, expected: String) {
    let plain = "texts, whole numbers, booleans or floats"
    guard let descr else { return ("a structured array", "a plain array: of \(plain)") }
    let type = VisibleText.quoting(descr, limit: 20)
    guard descr.contains("O") else { return ("elements of the type \(type)", plain) }
    return (
      "an array of Python objects, which are never opened because they may hold a program",
      "\(plain): write it with `.astype(str)` or a numeric type"
    )
  }
}
