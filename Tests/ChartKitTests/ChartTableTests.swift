import Testing

@testable import ChartKit

struct ChartTableTests {
  @Test func tablesAreCutAtTheLimitAndSayWhatIsLeftOut() {
    let table = ChartTable(columns: [.text("Label"), .number("n")], items: 0..<1234) { ["l\($0)", "\($0)"] }
    #expect(table.rows.count == ChartTable.rowLimit)
    #expect(table.rowsLeftOut == 1034)
    #expect(table.rows.last == ["l199", "199"])
  }

  @Test func smallTablesAreWhole() {
    let table = ChartTable(columns: [.text("Label")], rows: [["a"], ["b"]])
    #expect(table.rowsLeftOut == 0)
    #expect(table.rows == [["a"], ["b"]])
  }
}
