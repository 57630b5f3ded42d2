/// Some of the rows, measured against all others.
public struct EvaluatedSlice: Hashable, Sendable {
  /// Which rows they are.
  public var definition: SliceDefinition
  /// The rows of the slice.
  public var part: SlicePart
  /// All other rows.
  public var rest: SlicePart
  /// The share of the slice of all rows, from 0 to 1; 0 if there are no rows.
  public var shareOfRows: Double
  /// Whether it has fewer than ``smallestRows`` rows, so that its numbers say little.
  public var isSmall: Bool { part.rows < Self.smallestRows }
  /// How many labels no row of the slice has and none was given.
  ///
  /// They count as 0 in macro averages of F1, precision and recall, as they do everywhere; such an average is then low
  /// also where everything is right.
  public var absentLabelCount: Int
  /// The difference of the shares of rows that are wholly right.
  public var accuracyDifference: SliceDifference
  /// The difference of the primary metric.
  public var primaryDifference: SliceDifference
  /// How often the shares of right rows differ at least as much by chance, if the slice is like the rest.
  ///
  /// Two-sided; undefined without rows on both sides.
  public var pValue: MetricValue
  /// ``pValue`` corrected for the number of slices.
  public var adjustedPValue: MetricValue

  /// A slice of fewer rows is small.
  public static let smallestRows = 10

  /// `site = north`, or the expression as it was written.
  public var name: String { definition.description }
}
