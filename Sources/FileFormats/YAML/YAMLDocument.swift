package import Diagnostics

/// A YAML file that was read.
package struct YAMLDocument: Hashable, Sendable {
  /// The file's path as messages show it.
  package let path: String
  /// The one document of the file; none if the file holds nothing but blanks and comments.
  package let root: YAMLNode?

  /// Where a node of this document begins.
  package func place(of node: YAMLNode) -> SourcePlace {
    SourcePlace(path: path, line: node.line, column: node.column)
  }
}
