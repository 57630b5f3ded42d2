import Diagnostics
import RunModel

/// Why a classification experiment cannot be made, run or run again.
public struct ClassificationExperimentError: Error, Hashable, Sendable {
  let code: Code

  enum Code: Hashable, Sendable {
    case split(found: [Double], expected: String)
    case emptyPart(sizes: [Int], count: Int)
    case rareLabel(name: String, count: Int, expected: Int)
    case smallPart(size: Int, labels: Int)
    case emptyGrid(parameter: String)
    case largeGrid(limit: Int)
    case invalid(name: String, found: String, expected: String)
    case exists(name: String, path: String)
    case otherKind(found: String, expected: String)
    case duplicateID(String)
    case unknownMetric(name: String, suggestion: String?)
    case nothingFinite(measure: String, failures: [String])
    case allFailed([String])
    case finalTraining(String)
    case metadata(place: SourcePlace, found: String, expected: String)
    case otherDataset(which: String, found: String, expected: String)
    case checkpoint(String)
    case files(String)
  }

  init(_ code: Code) {
    self.code = code
  }

  /// What came of each combination of parameters, where the experiment got as far.
  public internal(set) var trainingResults: [TrainingResult] = []

  /// What the final training was given, where it failed.
  var finalParameters: [ExactString: Scalar] = [:]

  /// Why the run of the failure could not be kept, if it could not.
  var keepingProblem: String?
}

extension ClassificationExperimentError: CustomStringConvertible {
  /// What was found, what was expected, what to do.
  public var description: String {
    problem + (keepingProblem.map { "\nThe run of this could not be kept: \($0)" } ?? "")
  }

  private var problem: String {
    switch code {
    case .split(let found, let expected): "found a split of \(Self.list(found)); \(expected)."
    case .emptyPart(let sizes, let count):
      "found a split of \(count) examples into \(sizes.map { "\($0)" }.joined(separator: ", ")) (train, validation"
        + (sizes.count > 2 ? ", test" : "")
        + "); expected at least one in each part. Give more examples, or other fractions."
    case .rareLabel(let name, let count, let expected):
      "found \(count) of \(name); a stratified split expects at least \(expected) of each, one for each part."
        + " Give more of them, or do not stratify."
    case .smallPart(let size, let labels):
      "found a part of \(size) examples; a stratified split of \(labels) labels expects at least as many in each part."
    case .emptyGrid(let parameter):
      "empty parameter grid: \(VisibleText.quoting(parameter)) has no values; expected at least one."
    case .largeGrid(let limit):
      "found a parameter grid of more than \(limit) combinations; expected at most as many."
    case .invalid(let name, let found, let expected): "\(name): found \(found); expected \(expected)."
    case .exists(let name, let path):
      "Experiment already exists for name '\(VisibleText.escaping(name))' at \(VisibleText.escaping(path))."
        + " Choose another name, or overwrite it."
    case .otherKind(let found, let expected): "found a test dataset of \(found); expected \(expected)."
    case .duplicateID(let id):
      "found two examples with the id \(VisibleText.quoting(id)); expected each id once in a dataset."
    case .unknownMetric(let name, let suggestion):
      "found no metric \(VisibleText.quoting(name))"
        + (suggestion.map { "; did you mean \(VisibleText.quoting($0))?" } ?? ".")
    case .nothingFinite(let measure, let failures):
      "failed to find parameter combination with finite \(measure)"
        + (failures.isEmpty ? "." : ". These failed:\n" + failures.joined(separator: "\n"))
    case .allFailed(let failures):
      "Every combination of parameters failed:\n" + failures.joined(separator: "\n")
    case .finalTraining(let error):
      "The best combination could not be trained on the training and validation parts together: \(error)"
    case .metadata(let place, let found, let expected): "\(place): found \(found); expected \(expected)."
    case .otherDataset(let which, let found, let expected):
      "This is another \(which) than that of the experiment: found \(found); expected \(expected)."
    case .checkpoint(let problem), .files(let problem): problem
    }
  }

  private static func list(_ numbers: [Double]) -> String {
    "(" + numbers.map { "\($0)" }.joined(separator: ", ") + ")"
  }
}
