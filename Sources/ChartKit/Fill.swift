/// The colour of an area, by its meaning.
package enum Fill: Hashable, Sendable {
  /// A run or a highlighted label: slots 1 to 7.
  case series(Int)
  /// How much: 1 (least) to 9.
  case sequential(Int)
  /// How much better or worse: 1 (better) over 6 (the same) to 11 (worse).
  case diverging(Int)
  /// What the figure states without comparing.
  case ink
  /// What is there for comparison only.
  case context
  /// The page, for hollow marks.
  case ground
  /// The right answers of a confusion matrix, and bands behind marks.
  case diagonal
  /// A cell without anything in it.
  case empty
  /// What became better; always beside a word or a sign.
  case better
  /// What became worse.
  case worse
}
