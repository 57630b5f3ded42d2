import Diagnostics

/// How many problems there are, in words.
enum ProblemWords {
  /// `3 problems`, `1 note`, `3 problems and 1 note`: a note takes nothing away, so it is no problem.
  static func count(_ diagnostics: [Diagnostic]) -> String {
    let notes = diagnostics.count { $0.severity == .note }
    let problems = diagnostics.count - notes
    return [
      problems > 0 ? Wording.count(problems, "problem") : nil, notes > 0 ? Wording.count(notes, "note") : nil,
    ].compactMap(\.self).joined(separator: " and ")
  }
}
