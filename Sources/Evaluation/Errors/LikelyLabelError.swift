public import Diagnostics

/// A row whose given label the probabilities speak against.
public struct LikelyLabelError: Hashable, Sendable {
  /// The global number of the row, counted from 0.
  public var row: Int
  /// The name of the row.
  public var id: String
  /// The label that the row has in the file.
  public var given: ExactString
  /// The label that the probabilities suggest.
  public var suggested: ExactString
  /// The probability of ``given``.
  public var probabilityOfGiven: Double
  /// The probability of ``suggested``.
  public var probabilityOfSuggested: Double
  /// The probability of ``given`` less the largest probability of another label, from -1 to below 0: the lower, the
  /// likelier the error.
  public var margin: Double
  /// The classified text.
  public var text: String?
  /// The path of the classified image.
  public var image: String?
}
