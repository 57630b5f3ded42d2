/// A figure as data: what is drawn, what it says in words, and its numbers.
package protocol Chart: Sendable {
  /// What is drawn, in a few words; the accessible name.
  var title: String { get }
  /// What the drawing shows, in a sentence or two with the numbers that matter; the accessible description.
  var summary: String { get }
  /// The numbers behind the drawing.
  var table: ChartTable { get }
  /// Lays the figure out.
  func drawing() -> Drawing
}
