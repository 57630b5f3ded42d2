/// Collects diagnostics, at most a few of each kind for each file, and counts the rest.
///
/// ```swift
/// var log = DiagnosticLog()
/// log.add(problem)
/// log.diagnostics  // what to show, in the order of arrival, closed by “… and 180 more like these”
/// ```
public struct DiagnosticLog: Sendable {
  /// How many diagnostics of one kind are kept for one file.
  public static let limitPerKindAndFile = 20

  private struct Bin: Hashable {
    var kind: Diagnostic.Kind
    var path: ExactString
  }

  private var kept: [Diagnostic] = []
  private var counts: [Bin: Int] = [:]
  private var order: [Bin] = []
  private var severities: [Bin: Diagnostic.Severity] = [:]

  /// The worst severity seen, also among those that were only counted.
  public private(set) var worst: Diagnostic.Severity?

  /// An empty log.
  public init() {}

  /// Whether nothing was added.
  public var isEmpty: Bool { kept.isEmpty }

  /// Adds one; beyond the limit for its kind and file it is only counted.
  public mutating func add(_ diagnostic: Diagnostic) {
    worst = max(worst ?? diagnostic.severity, diagnostic.severity)
    let bin = Bin(kind: diagnostic.kind, path: ExactString(diagnostic.place?.path ?? ""))
    let count = (counts[bin] ?? 0) + 1
    counts[bin] = count
    if count == 1 {
      order.append(bin)
      severities[bin] = diagnostic.severity
    }
    if count <= Self.limitPerKindAndFile { kept.append(diagnostic) }
  }

  /// Adds all, in order.
  public mutating func add(contentsOf diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { add(diagnostic) }
  }

  /// Whether another of this kind for this file would still be kept: a reader may skip making its words.
  public func keepsMore(of kind: Diagnostic.Kind, path: String) -> Bool {
    (counts[Bin(kind: kind, path: ExactString(path))] ?? 0) < Self.limitPerKindAndFile
  }

  /// Counts `more` diagnostics of a kind whose words were not made because ``keepsMore(of:path:)`` was false.
  public mutating func count(_ more: Int, of kind: Diagnostic.Kind, path: String) {
    counts[Bin(kind: kind, path: ExactString(path)), default: 0] += more
  }

  /// What was kept, in order of arrival, followed by one diagnostic for each kind and file that was cut off.
  public var diagnostics: [Diagnostic] {
    var result = kept
    for bin in order {
      let hidden = (counts[bin] ?? 0) - Self.limitPerKindAndFile
      guard hidden > 0 else { continue }
      result.append(
        Diagnostic(
          severities[bin] ?? .warning, bin.kind,
          at: bin.path.text.isEmpty ? nil : SourcePlace(path: bin.path.text),
          found: "\(hidden) more like these", consequence: "They are counted, not listed."))
    }
    return result
  }
}
