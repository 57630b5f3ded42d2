import Diagnostics
import RunModel

/// The words of a trainer's command, with what they stand for put in.
struct CommandArguments {
  private let words: [String]
  private let trainer: String

  init(_ words: [String], trainer: String) {
    self.words = words
    self.trainer = trainer
  }

  /// The words for one request.
  ///
  /// - Throws: ``CommandTrainerError`` for a `%` before anything else than `%`, `s` and `f`, and for `%h` within a word.
  func replaced(for request: TrainingRequest) throws(CommandTrainerError) -> [String] {
    var result: [String] = []
    for word in words {
      if word == "%h" {
        result += CommandTemplate.arguments(request.parameters)
      } else {
        result.append(try replaced(word, request))
      }
    }
    return result
  }

  private func replaced(_ word: String, _ request: TrainingRequest) throws(CommandTrainerError) -> String {
    var result = ""
    var scalars = word.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.popFirst() {
      case "%": result += "%"
      case "s": result += "\(request.seed)"
      case "f": result += request.folder
      default:
        throw CommandTrainerError(
          trainer: trainer,
          problem:
            "found \(VisibleText.quoting(word)) in the command; expected %s, %f or %% after a percent sign, "
            + "or the word %h by itself.")
      }
    }
    return result
  }
}
