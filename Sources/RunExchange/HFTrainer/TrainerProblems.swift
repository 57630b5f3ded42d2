import Diagnostics
import FileFormats

/// What is not as the Trainer writes it in a `trainer_state.json`, counted, so that a log of a million rows has few
/// diagnostics.
struct TrainerProblems {
  private var counts: [(found: String, what: String, count: Int)] = []
  private var more = 0

  private static let kindLimit = 20

  /// Notes that something was found in the place of `what`.
  mutating func note(_ found: String, _ what: String) {
    for index in counts.indices where counts[index].found == found && counts[index].what == what {
      counts[index].count += 1
      return
    }
    if counts.count < Self.kindLimit { counts.append((found, what, 1)) } else { more += 1 }
  }

  /// Says what was noted, in the order in which it was met first.
  func report(to source: inout SourceFolder, at name: String) {
    for problem in counts {
      let times = problem.count > 1 ? ", \(problem.count) times" : ""
      source.report(
        .warning, "unexpected-value", at: name, "\(problem.found) as \(problem.what)\(times)",
        "what the Trainer writes: an object with rows of numbers", "It is left out.")
    }
    guard more > 0 else { return }
    source.report(
      .warning, "unexpected-value", at: name, "\(more) more values of other kinds",
      "what the Trainer writes: an object with rows of numbers", "They are left out.")
  }

  /// A kind of value in words.
  static func words(_ kind: JSONToken) -> String {
    switch kind {
    case .null: "null"
    case .boolean: "a truth value"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
