import Diagnostics
public import Evaluation
import RunModel

extension ExperimentResult {
  /// The results as trials, of which `ParameterEffects` says what each parameter does, and how sure that is.
  ///
  /// Parameters are those with more than one value, in natural order; a result without one has it as missing. Results
  /// that cannot be compared are trials without a score.
  ///
  /// ```swift
  /// let effects = ParameterEffects(result.trials)
  /// effects.effects.first?.parameter  // "learning_rate"
  /// ```
  ///
  /// - Complexity: Linear in the number of values.
  public var trials: ParameterTrials {
    let names = Set(runResults.flatMap { $0.params.entries.map(\.name) }).sorted(by: NaturalOrder.precedes)
    let columns = names.map { name in
      (name: name, values: runResults.map { result in result.params[name].map(Self.value) ?? .missing })
    }.filter { Set($0.values).subtracting([.missing]).count > 1 }
    return ParameterTrials(
      parameters: columns.map(\.name),
      values: runResults.indices.map { result in columns.map { $0.values[result] } },
      scores: runResults.map { $0.isComparable ? $0.score : nil })
  }

  private static func value(_ scalar: Scalar) -> TrialValue {
    TrialValue(
      text: scalar.text, number: scalar.number, boolean: scalar.boolean, isNull: scalar.kind == .null)
  }
}
