import Diagnostics
import FileFormats
import RunModel
import Testing

@testable import RunExchange

struct WandBTablesTests {
  @Test func countsMakeAMatrixWithTheTruthInRows() throws {
    var table = try LoggedTable(
      #"{"data": [["b","b",3],["b","a",1.0],["a","b",0],["a","a",2],["b","c",4]], "columns": ["Actual","Predicted","nPredictions"]}"#
    )
    #expect(WandBTables.isConfusion(table.columns))
    let matrix = try WandBTables.confusion(&table)
    #expect(matrix?.labels == ["b", "a", "c"])
    #expect(matrix?.counts == [[3, 1, 4], [0, 2, 0], [0, 0, 0]])
  }

  @Test(arguments: ["-1", "0.5", "NaN", "\"x\"", "null", "1e300"])
  func aCountThatIsNoneMakesNoMatrix(_ count: String) throws {
    var table = try LoggedTable(
      #"{"columns": ["Actual","Predicted","nPredictions"], "data": [["b","b",\#(count)]]}"#)
    #expect(try WandBTables.confusion(&table) == nil)
  }

  @Test func aTableOfPredictionsBecomesCSV() throws {
    var table = try LoggedTable(
      #"""
      {"columns": ["id", "y_true", "y_pred", "image"],
       "data": [["1", "a, b", null, {"_type": "image-file", "path": "media/images/1.png"}],
                [2, "c", "say \"d\"", {"_type": "image-file", "path": "../../etc/passwd"}], ["short"], 7]}
      """#)
    #expect(WandBTables.isPredictions(table.columns))
    let (csv, left) = try WandBTables.predictions(&table)
    #expect(left == 1)
    #expect(
      String(decoding: csv, as: UTF8.self)
        == "id,y_true,y_pred,image\r\n1,\"a, b\",,files/media/images/1.png\r\n"
        + "2,c,\"say \"\"d\"\"\",\"{\"\"_type\"\": \"\"image-file\"\", \"\"path\"\": \"\"../../etc/passwd\"\"}\"\r\n"
    )
  }

  @Test func onlyTablesWithTruthAndPredictionCount() {
    #expect(WandBTables.isPredictions(["y_true", "proba_a"]))
    #expect(!WandBTables.isPredictions(["y_true", "text"]))
    #expect(!WandBTables.isPredictions(["y_pred", "proba_a"]))
    #expect(!WandBTables.isPredictions(["y_true", "y_pred", "y_pred"]))
    #expect(!WandBTables.isConfusion(["Predicted", "Actual", "nPredictions"]))
  }

  @Test(arguments: [
    "[]", "{}", #"{"columns": []}"#, #"{"columns": 1, "data": []}"#, #"{"columns": ["a"], "data""#,
  ])
  func whatIsNoTableIsRefused(_ text: String) {
    #expect(throws: FormatError.self) { try LoggedTable(text) }
  }
}

extension LoggedTable {
  /// The table in `text`.
  init(_ text: String) throws(FormatError) {
    try self.init(Array(text.utf8), path: "t.table.json")
  }
}
