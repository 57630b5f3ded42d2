/// The column names of a delimited file, and where its data begin.
package struct DelimitedHeader: Hashable, Sendable {
  /// The names, in the order of the file.
  package let names: [String]
  /// The offset of the first byte behind the header.
  package let end: Int
  /// The line on which that byte lies, counted from 1.
  package let nextLine: Int
}
