import Diagnostics
import RunModel

/// The parameters of a trainer that knows which it takes.
struct TrainerParameters {
  private let values: [ExactString: Scalar]
  private let trainer: String

  /// Parameters, all of which are among `names`.
  ///
  /// - Throws: ``TrainerParameterError`` for another, with the nearest name.
  init(
    _ values: [ExactString: Scalar], trainer: String, names: [String]
  ) throws(TrainerParameterError) {
    let known = Set(names.map { ExactString($0) })
    if let unknown = values.keys.sorted().first(where: { !known.contains($0) }) {
      let suggestion = NearestName.suggestion(for: unknown.text, among: names)
      throw TrainerParameterError(
        trainer: trainer, parameter: unknown.text, found: "which it does not know",
        expected: suggestion.map { "did you mean \(VisibleText.quoting($0))?" }
          ?? (names.isEmpty ? "it takes none" : "it takes " + names.joined(separator: ", ")))
    }
    self.values = values
    self.trainer = trainer
  }

  /// A number, `standard` where it is not set.
  ///
  /// - Throws: ``TrainerParameterError`` for what is no finite number, or not as `accepts` wants it.
  func number(
    _ name: String, standard: Double, expected: String, _ accepts: (Double) -> Bool
  ) throws(TrainerParameterError) -> Double {
    guard let value = values[ExactString(name)] else { return standard }
    guard let number = value.number, number.isFinite, accepts(number) else {
      throw error(name, value, expected)
    }
    return number
  }

  /// A whole number within a range, `standard` where it is not set.
  func integer(
    _ name: String, standard: Int, in range: ClosedRange<Int>
  ) throws(TrainerParameterError) -> Int {
    guard let value = values[ExactString(name)] else { return standard }
    guard let number = value.number.flatMap({ Int(exactly: $0) }), range.contains(number) else {
      throw error(name, value, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// True or false, `standard` where it is not set.
  func boolean(_ name: String, standard: Bool) throws(TrainerParameterError) -> Bool {
    guard let value = values[ExactString(name)] else { return standard }
    guard let boolean = value.boolean else { throw error(name, value, "true or false") }
    return boolean
  }

  private func error(_ name: String, _ value: Scalar, _ expected: String) -> TrainerParameterError {
    TrainerParameterError(
      trainer: trainer, parameter: name, found: "set to \(VisibleText.quoting(value.text))",
      expected: expected)
  }
}
