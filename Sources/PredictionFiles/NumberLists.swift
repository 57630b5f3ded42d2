/// Lists of numbers one after another, one list for each row.
struct NumberLists: Sendable {
  /// The numbers of all rows.
  private(set) var values: [Int32] = []
  private var ends: [Int] = []

  /// Adds the list of the next row.
  mutating func append(_ row: [Int32]) {
    values += row
    ends.append(values.count)
  }

  /// Where the numbers of a row stand.
  func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// The list of a row.
  subscript(row: Int) -> ArraySlice<Int32> { values[range(of: row)] }
}
