/// Where in the input something was seen.
public struct SourcePlace: Hashable, Sendable {
  /// The path as the user knows it: relative to the source where there is one, never a machine's own prefix.
  public var path: String
  /// The line, counted from 1; absent when the whole file is meant.
  public var line: Int?
  /// The column in UTF-8 bytes, counted from 1; absent when the whole line is meant.
  public var column: Int?

  /// A place in the file at `path`.
  public init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension SourcePlace {
  /// Whether path (by its bytes), line and column are the same.
  public static func == (left: SourcePlace, right: SourcePlace) -> Bool {
    ExactString(left.path) == ExactString(right.path) && left.line == right.line
      && left.column == right.column
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(path))
    hasher.combine(line)
    hasher.combine(column)
  }
}

extension SourcePlace: Comparable {
  /// Orders by path, then line, then column; a whole file comes before its lines.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    let paths = (ExactString(left.path), ExactString(right.path))
    guard paths.0 == paths.1 else { return paths.0 < paths.1 }
    return (left.line ?? 0, left.column ?? 0) < (right.line ?? 0, right.column ?? 0)
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `path`, `path:line` or `path:line:column`, with control characters made visible.
  public var description: String {
    var text = VisibleText.escaping(path)
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}
