import Diagnostics

/// What a column of texts is for.
enum TextPurpose: Hashable, Sendable {
  /// The row's name.
  case id
  /// The classified text.
  case text
  /// The path of the classified image.
  case image
  /// The row's group, such as a patient.
  case group
  /// The fold in which the row was predicted.
  case fold
  /// A column to slice by, under its own name.
  case attribute(ExactString)

  /// The purposes that have a column name of their own.
  static let named: [(name: String, purpose: TextPurpose)] = [
    ("id", .id), ("text", .text), ("image", .image), ("group", .group), ("fold", .fold),
  ]
}
