import Diagnostics
import Foundation

/// An error in full: what it says, and what lies beneath it.
///
/// ```
/// TrainingFailed: the model did not converge
///
/// Caused by: DivisionError: a standard deviation of 0
/// ```
struct ErrorReport: Hashable, Sendable {
  /// The text, without newline at the end, at most 1 MiB of it.
  let text: String

  private static let byteLimit = 1 << 20
  private static let depthLimit = 16
  private static let causeLimit = 64

  /// The report of an error and of all errors that it holds, in its stored or associated values or as Foundation's
  /// underlying errors; at most 64, 16 deep.
  init(_ error: any Error) {
    var lines = [Self.line(error)]
    var waiting = Self.causes(of: error).map { (error: $0, depth: 1) }
    while !waiting.isEmpty, lines.count < Self.causeLimit {
      let (cause, depth) = waiting.removeFirst()
      let line = "Caused by: " + Self.line(cause)
      if lines.contains(where: { ExactString($0) == ExactString(line) }) { continue }
      lines.append(line)
      if depth < Self.depthLimit {
        waiting.insert(contentsOf: Self.causes(of: cause).map { ($0, depth + 1) }, at: 0)
      }
    }
    let whole = lines.joined(separator: "\n\n")
    text =
      whole.utf8.count <= Self.byteLimit
      ? whole
      : String(decoding: whole.utf8.prefix(Self.byteLimit), as: UTF8.self)
        + "\n… (\(whole.utf8.count - Self.byteLimit) more bytes)"
  }

  /// The type of an error and what it says.
  private static func line(_ error: any Error) -> String {
    if type(of: error) is NSError.Type {
      let error = error as NSError
      return "\(error.domain) \(error.code): \(error.localizedDescription)"
    }
    let words =
      if let description = (error as? any LocalizedError)?.errorDescription { description } else {
        String(describing: error)
      }
    return "\(type(of: error)): \(words)"
  }

  private static func causes(of error: any Error) -> [any Error] {
    if type(of: error) is NSError.Type {
      let info = (error as NSError).userInfo
      let single = (info[NSUnderlyingErrorKey] as? any Error).map { [$0] } ?? []
      return single + ((info["NSMultipleUnderlyingErrorsKey"] as? [any Error]) ?? [])
    }
    return errors(in: Mirror(reflecting: error), depth: 0)
  }

  /// Errors among stored values, also in optionals, arrays and the values of an enum's case.
  private static func errors(in mirror: Mirror, depth: Int) -> [any Error] {
    guard depth < 4 else { return [] }
    return mirror.children.prefix(causeLimit).flatMap { child -> [any Error] in
      if let error = child.value as? any Error { return [error] }
      let inner = Mirror(reflecting: child.value)
      return switch inner.displayStyle {
      case .optional, .collection, .tuple: errors(in: inner, depth: depth + 1)
      default: []
      }
    }
  }
}
