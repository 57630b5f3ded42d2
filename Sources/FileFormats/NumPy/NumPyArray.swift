package import Diagnostics

/// An array of one or two axes as `numpy.save` writes it, whose rows are read where they are wanted.
///
/// ```swift
/// let array = try NumPyArray(try files.open("y_score.npy"), path: "y_score.npy")
/// try array.numbers(in: 0..<array.rowCount)  // row by row, in any order that the file has
/// ```
///
/// The header is read by a strict parser of its own; arrays of Python objects are refused unread. The size of the file
/// is held against the shape before anything is read.
package struct NumPyArray: Sendable {
  /// What an element is.
  package let element: NumPyElement
  /// The number of axes, 1 or 2.
  package let axisCount: Int
  /// How many elements there are along the first axis.
  package let rowCount: Int
  /// How many elements a row has: 1 for an array of one axis.
  package let columnCount: Int
  /// The path of the file as messages show it.
  package let path: String
  /// What the array is called in its file; empty where it is the file.
  package let name: String

  /// Whether the first index changes fastest from element to element.
  let isFortranOrder: Bool
  private let file: ReadableFile
  private let start: Int

  /// Whether a file that begins with these bytes is an NPY file.
  package static func isNumPy(_ head: some Collection<UInt8>) -> Bool { NumPyHeader.isHeader(head) }

  /// The array in `file`, which is the whole file at `path` or, with a `name`, a part of it.
  ///
  /// - Throws: ``FormatError`` if it is no such array, or the file has not just the bytes that its shape needs.
  package init(_ file: ReadableFile, path: String, name: String = "") throws(FormatError) {
    let header = try NumPyHeader(of: file, path: path, name: name)
    self.file = file
    self.path = path
    self.name = name
    element = header.element
    isFortranOrder = header.isFortranOrder
    start = header.length
    axisCount = header.shape.count
    rowCount = header.shape.first ?? 0
    columnCount = header.shape.count > 1 ? header.shape[1] : 1
    guard (1...2).contains(axisCount), columnCount > 0 else {
      throw error(
        "an array of the shape \(Self.text(header.shape))", expected: "one or two axes that are not empty")
    }
    let (cells, cellOverflow) = rowCount.multipliedReportingOverflow(by: columnCount)
    let (bytes, overflow) = cells.multipliedReportingOverflow(by: element.size)
    guard !cellOverflow, !overflow, bytes == file.size - start else {
      throw error(
        "\(file.size - start) bytes for the shape \(Self.text(header.shape))",
        expected: cellOverflow || overflow
          ? "a file of that size" : "\(bytes), \(element.size) for each element")
    }
  }

  /// An error about the array.
  package func error(_ found: String, expected: String) -> FormatError {
    FormatError(
      at: SourcePlace(path: path), found: name.isEmpty ? found : "\(found) in \(name)", expected: expected)
  }

  /// The bytes of some rows: as they are in the file or, in Fortran order, column after column of these rows.
  func withBytes<Result>(
    of rows: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(FormatError) -> Result {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: rows.count * columnCount * element.size, alignment: 16)
    defer { buffer.deallocate() }
    try read(rows, into: buffer)
    return body(UnsafeRawBufferPointer(buffer))
  }

  /// Fills `buffer` with the bytes of some rows, laid out as in ``withBytes(of:_:)``.
  func read(_ rows: Range<Int>, into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= rowCount, "the rows are in the array")
    guard isFortranOrder, columnCount > 1 else {
      return try read(at: rows.lowerBound * columnCount * element.size, into: buffer)
    }
    let length = rows.count * element.size
    for column in 0..<columnCount {
      try read(
        at: (column * rowCount + rows.lowerBound) * element.size,
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[column * length..<(column + 1) * length]))
    }
  }

  private func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) {
    let count: Int
    do throws(FileSystemError) {
      count = try file.read(at: start + offset, into: buffer)
    } catch {
      throw FormatError(error, path: path)
    }
    guard count == buffer.count else {
      throw error("a file that became shorter while it was read", expected: "a file that stays as it is")
    }
  }

  private static func text(_ shape: [Int]) -> String {
    "(" + shape.prefix(4).map { String($0) }.joined(separator: ", ") + (shape.count > 4 ? ", …)" : ")")
  }
}
