package import Evaluation
import Markup

/// What the rows of a set of predictions are called.
package struct ExampleNoun: Hashable, Sendable {
  /// One of them.
  package var singular: String
  /// Several of them.
  package var plural: String

  /// “texts” where rows have a text, “images” where they have an image, else “examples”.
  package init(_ predictions: Predictions) {
    let first = predictions.batches.first
    if first?.images != nil {
      self.init(singular: "image", plural: "images")
    } else if first?.texts != nil {
      self.init(singular: "text", plural: "texts")
    } else {
      self = .example
    }
  }

  /// What rows are called where nothing is known of them.
  static let example = ExampleNoun(singular: "example", plural: "examples")

  /// These words.
  package init(singular: String, plural: String) {
    self.singular = singular
    self.plural = plural
  }

  /// A number of them: `1 image`, `899 images`.
  func count(_ number: Int) -> String { Wording.count(number, singular, plural) }

  /// A number of them that may be a sum of weights: `1 image`, `2.50 images`.
  func count(weight: Double) -> String {
    NumberText.weight(weight) + " " + (weight == 1 ? singular : plural)
  }
}
