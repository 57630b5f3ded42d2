import ArgumentParser
import Diagnostics

/// Reads a word of a fixed list, and says the near one when it is not in it.
enum ChoiceArgument {
  /// The choice that `word` names.
  ///
  /// ```swift
  /// @Option(transform: ChoiceArgument.read) var format = EvaluationFormat.text
  /// // --format jsn: “jsn” is not one of text, json, html. Did you mean “json”?
  /// ```
  /// - Throws: `ValidationError` with the choices.
  @Sendable
  static func read<Choice: RawRepresentable<String> & CaseIterable>(_ word: String) throws -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw ValidationError(unknown(word, among: names))
  }

  /// That `word` is none of `names`, and which of them is near.
  static func unknown(_ word: String, among names: [String]) -> String {
    let near = NearestName.suggestion(for: word, among: names).map {
      " Did you mean \(VisibleText.quoting($0))?"
    }
    let shown = names.prefix(20).map { VisibleText.escaping($0) }.joined(separator: ", ")
    return "\(VisibleText.quoting(word)) is not one of \(shown)\(names.count > 20 ? ", …" : "")."
      + (near ?? "")
  }
}
