import Diagnostics
import RunModel

/// Puts a job into a command, by schedy's rules.
///
/// | in a word | becomes |
/// |---|---|
/// | `%h`, alone | `--name value` for every hyperparameter, sorted by name; `_` in a name becomes `-`, null is left out |
/// | `%e` | the experiment |
/// | `%j` | the job's id |
/// | `%%` | a percent sign |
///
/// Values are given as their text: `true`, `0.10`, a list as its JSON. `%h` inside a longer word would be ambiguous and
/// is an error, as is any other `%`.
///
/// ```swift
/// CommandTemplate.words(
///   ["train", "%h", "--out=%e-%j"], experiment: "digits", job: "0007",
///   hyperparameters: ["max_depth": 3, "seed": Scalar(.null, text: "null")])
/// // ["train", "--max-depth", "3", "--out=digits-0007"]
/// ```
enum CommandTemplate {
  /// What can stand after a percent sign, for messages.
  static let expected = "%h (a word of its own), %e, %j or %%"

  /// What is wrong with the percent signs of a word, as the object of “found …”; nil if nothing is.
  static func problem(of word: String) -> String? {
    if word == "%h" { return nil }
    var bytes = Array(word.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else { continue }
      switch bytes.popFirst() {
      case UInt8(ascii: "e"), UInt8(ascii: "j"), UInt8(ascii: "%"): continue
      case UInt8(ascii: "h"): return "%h inside the word \(VisibleText.quoting(word))"
      case nil: return "a percent sign at the end of \(VisibleText.quoting(word))"
      default:
        return
          "an unknown \(VisibleText.quoting("%" + String(after(percentIn: word, bytes.count).prefix(1)))) in \(VisibleText.quoting(word))"
      }
    }
    return nil
  }

  /// The words of the command for a job.
  ///
  /// - Precondition: ``problem(of:)`` of every word is nil.
  static func words(
    _ template: [String], experiment: String, job: String, hyperparameters: [ExactString: Scalar]
  ) -> [String] {
    template.flatMap { word in
      guard word != "%h" else { return arguments(hyperparameters) }
      var filled: [UInt8] = []
      var bytes = Array(word.utf8)[...]
      while let byte = bytes.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          filled.append(byte)
          continue
        }
        switch bytes.popFirst() {
        case UInt8(ascii: "e"): filled += Array(experiment.utf8)
        case UInt8(ascii: "j"): filled += Array(job.utf8)
        default: filled.append(UInt8(ascii: "%"))
        }
      }
      return [String(decoding: filled, as: UTF8.self)]
    }
  }

  /// `--name value` for each hyperparameter that is not null, sorted by name.
  static func arguments(_ hyperparameters: [ExactString: Scalar]) -> [String] {
    hyperparameters.filter { $0.value.kind != .null }.sorted { $0.key < $1.key }.flatMap { name, value in
      [
        "--"
          + String(
            decoding: name.text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self),
        value.text,
      ]
    }
  }

  /// The text of `word` that begins one character before its last `rest` bytes.
  private static func after(percentIn word: String, _ rest: Int) -> Substring {
    let utf8 = word.utf8
    var start = utf8.index(utf8.endIndex, offsetBy: -min(utf8.count, rest + 1))
    while start > utf8.startIndex, !word.unicodeScalars.indices.contains(start) {
      start = utf8.index(before: start)
    }
    return word[start...]
  }
}
