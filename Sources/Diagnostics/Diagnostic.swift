/// Something that is wrong with the input: where, what was found, what was expected, what became of it.
///
/// A problem in the input is a value. Readers collect diagnostics and carry on, so that one bad row, file or
/// run never hides the good ones; the terminal and the site show all of them.
///
/// ```swift
/// let problem = Diagnostic(
///   .warning, .init("predictions.probability"), at: SourcePlace(path: "runs/12.csv", line: 8, column: 5),
///   found: "a probability of 1.7", expected: "a number from 0 to 1", consequence: "The row is left out.")
/// problem.description
/// // runs/12.csv:8:5: warning: found a probability of 1.7; expected a number from 0 to 1. The row is left out.
/// ```
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public var severity: Severity
  /// Which sort of problem, for counting and filtering.
  public var kind: Kind
  /// Where it was seen; absent for problems of the invocation.
  public var place: SourcePlace?
  /// What was found, as the object of “found …”.
  public var found: String
  /// What was expected, as the object of “expected …”; empty where nothing useful can be said.
  public var expected: String
  /// What became of it and what to do, as whole sentences; may be empty.
  public var consequence: String

  /// A diagnostic; the texts follow the conventions of the properties of the same names.
  public init(
    _ severity: Severity,
    _ kind: Kind,
    at place: SourcePlace?,
    found: String,
    expected: String = "",
    consequence: String = ""
  ) {
    self.severity = severity
    self.kind = kind
    self.place = place
    self.found = found
    self.expected = expected
    self.consequence = consequence
  }
}

extension Diagnostic {
  /// How bad a problem is.
  public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing is lost.
    case note
    /// Something was left out or cannot be trusted; with `--strict` the command fails.
    case warning
    /// A whole run or file could not be used.
    case error

    /// Orders from harmless to bad.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A stable name for a sort of problem, such as `predictions.ragged-row`.
  public struct Kind: Hashable, Sendable {
    /// The name: module area, full stop, words joined by hyphens.
    public let name: String

    /// A kind with this name.
    public init(_ name: String) {
      self.name = name
    }
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line: place, severity, what was found and expected, what became of it.
  public var description: String {
    var text = place.map { "\($0): " } ?? ""
    text += "\(severity.rawValue): found \(found)"
    text += expected.isEmpty ? "." : "; expected \(expected)."
    return consequence.isEmpty ? text : text + " " + consequence
  }
}
