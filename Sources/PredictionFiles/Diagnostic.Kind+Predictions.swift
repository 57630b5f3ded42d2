package import Diagnostics

extension Diagnostic.Kind {
  /// A file that cannot be read as what it is said to be.
  package static let unreadablePredictions = Self("predictions.unreadable")
  /// A file of a format that is not read.
  package static let unknownPredictionFormat = Self("predictions.unknown-format")
  /// No column that a prediction file must have.
  package static let missingColumn = Self("predictions.missing-column")
  /// Two columns of one name.
  package static let duplicateColumn = Self("predictions.duplicate-column")
  /// A role in the options that is none.
  package static let unknownColumnRole = Self("predictions.unknown-column-role")
  /// A file without any row that can be used.
  package static let noRows = Self("predictions.no-rows")
  /// More labels, or more numbers, than can be held.
  package static let tooMuch = Self("predictions.too-much")
  /// The positive label is none of the labels, or there is no use for it.
  package static let positiveLabel = Self("predictions.positive-label")
  /// A label in the rows that has no column of probabilities.
  package static let labelWithoutColumn = Self("predictions.label-without-column")
  /// Labels that look the same and are not.
  package static let lookalikeLabels = Self("predictions.lookalike-labels")
  /// An id that occurs twice.
  package static let duplicateID = Self("predictions.duplicate-id")
  /// An array that is no column of predictions.
  package static let unusedArray = Self("predictions.unused-array")
  /// Bytes behind the compressed ones that are none.
  package static let trailingBytes = Self("predictions.trailing-bytes")
  /// A row of one file without a partner in the other.
  package static let unpairedRow = Self("predictions.unpaired-row")
  /// Probabilities that do not sum to 1.
  package static let probabilitySum = Self("predictions.probability-sum")
}
