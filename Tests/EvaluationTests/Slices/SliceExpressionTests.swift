import Diagnostics
import Evaluation
import TestSupport
import Testing

/// Five rows to ask about; the third names neither a language nor an age.
private let predictions: Predictions = {
  let schema = PredictionSchema(
    task: .binary, labels: ["ham", "spam"], scoredLabelCount: 1, positive: 1, hasWeights: true,
    attributeNames: ["language", "age", "meta.source", "two words", "a`b", "größe"])
  let batch = PredictionBatch(
    count: 5, truth: [0, 0, 1, 1, 0], predicted: [0, 0, 0, 1, 0],
    probabilities: [0.9, 0.8, 0.7, 0.2, 0.6], weights: [1, 2, 1, 1, 0.5],
    texts: TextColumn([
      "Buy NOW", "", "caf\u{E9} cr\u{E8}me\u{2003}br\u{FB}l\u{E9}e", "it's", "  two  words ",
    ]),
    groups: TextColumn(["g1", "g1", "g2", "g2", "g3"]), folds: TextColumn(["0", "1", "2", "10", "1"]),
    attributes: [
      TextColumn(["en", "de", "", "en", "DE"]), TextColumn(["30", "4", "n/a", " 1e1 ", "-5"]),
      TextColumn(["web", "app", "web", "app", "web"]), TextColumn(["x", "y", "x", "y", "z"]),
      TextColumn(["1", "2", "3", "4", "5"]), TextColumn(["s", "m", "l", "s", "m"]),
    ])
  return Predictions(schema: schema, batches: [batch])
}()

/// The numbers of the rows for which an expression holds.
private func rows(_ source: String) throws -> [Int] {
  let slice = try predictions.selecting(try SliceExpression(source))
  return (0..<slice.count).compactMap { Int(slice.row($0).id) }
}

struct SliceExpressionTests {
  @Test(arguments: [
    ("language = 'en'", [0, 3]), ("language == \"en\"", [0, 3]), ("language != 'en'", [1, 2, 4]),
    ("language = ''", [2]), ("language < 'de'", [2, 4]), ("language <= 'de'", [1, 2, 4]),
    ("language >= 'en'", [0, 3]), ("language > 'de'", [0, 3]), ("'en' = language", [0, 3]),
    ("`meta.source` = 'web'", [0, 2, 4]), ("meta.source = 'web'", [0, 2, 4]), ("`two words` = 'z'", [4]),
    ("`a``b` = 3", [2]), ("größe = 'l'", [2]), ("id = 3", [3]), ("id = '3'", [3]),
    ("group = 'g1'", [0, 1]), ("y_true = 'spam'", [2, 3]), ("y_pred = 'spam'", [3]),
    ("y_true = y_pred", [0, 1, 3, 4]), ("has(y_true, 'spam')", [2, 3]), ("has(y_pred, 'spam')", [3]),
  ])
  func textsAreComparedByBytes(_ source: String, _ expected: [Int]) throws {
    #expect(try rows(source) == expected)
  }

  @Test(arguments: [
    ("age > 5", [0, 3]), ("age <= 4", [1, 4]), ("age = 30.0", [0]), ("age = 10", [3]),
    ("age != 30", [1, 3, 4]),
    ("not (age > 5)", [1, 4]), ("age > 5 or language = ''", [0, 2, 3]), ("age > 5 and language = ''", []),
    ("age > 5 or not age > 5", [0, 1, 3, 4]), ("-5 = age", [4]), ("age >= -5e0", [0, 1, 3, 4]),
    ("fold = 1", [1, 4]), ("fold > 2", [3]), ("sample_weight < 1", [4]), ("confidence > 0.75", [0, 1]),
    ("not confidence > 0.75", [2, 4]), ("'3' < 4", [0, 1, 2, 3, 4]), ("'three' < 4", []),
    ("language < 5", []), ("age < '31'", [0, 3, 4]),
  ])
  func aTextThatIsNoNumberIsNeitherMoreNorLess(_ source: String, _ expected: [Int]) throws {
    #expect(try rows(source) == expected)
  }

  @Test(arguments: [
    ("length(text) > 6", [0, 2, 4]), ("length(text) = 17", [2]), ("length(text) = 0", [1]),
    ("words(text) = 2", [0, 4]), ("words(text) = 3", [2]), ("words(text) = 0", [1]),
    ("lower(language) = 'de'", [1, 4]), ("lower(text) = 'buy now'", [0]),
    ("contains(lower(text), 'now')", [0]), ("contains(text, 'now')", []),
    ("contains(text, '')", [0, 1, 2, 3, 4]),
    ("contains(text, 'it''s')", [3]), ("contains(text, \"it's\")", [3]), ("contains(text, 'br\u{FB}')", [2]),
    ("starts_with(text, 'Buy')", [0]), ("ends_with(text, 'words ')", [4]),
    ("ends_with(text, 'a longer text')", []),
    ("length(lower(id)) = 1", [0, 1, 2, 3, 4]), ("words(text) = length(language)", [0, 4]),
  ])
  func functionsMeasureTexts(_ source: String, _ expected: [Int]) throws {
    #expect(try rows(source) == expected)
  }

  @Test(arguments: [
    ("language in ('en', 'de')", [0, 1, 3]), ("language not in ('en', 'de')", [2, 4]),
    ("age in (4, 30)", [0, 1]),
    ("age not in (4, 30)", [3, 4]), ("age in ('n/a', 4)", [1, 2]),
    ("id = 0 or id = 1 and language = 'xx'", [0]), ("(id = 0 or id = 1) and language = 'de'", [1]),
    ("not id = 0 and id < 2", [1]), ("not (id = 0 and id < 2)", [1, 2, 3, 4]), ("NOT id = 0 AND id < 2", [1]),
    ("not not id = 0", [0]), ("((id)) = (0)", [0]), ("(length(text)) = 0", [1]),
    ("id IN (0) OR id=4", [0, 4]),
    ("id=0 or(id=1)", [0, 1]), (" \t\n id\u{A0}= 0", [0]),
  ])
  func conditionsCombine(_ source: String, _ expected: [Int]) throws {
    #expect(try rows(source) == expected)
  }

  @Test func theResultIsTheSameForAnyBatches() throws {
    let random = RandomPredictions(.multiclass, rows: 80, seed: 3)
    let slice = try SliceExpression("confidence > 0.4 and not (y_true = 'north' or id < 9)")
    let whole = try random.predictions().selecting(slice)
    let split = try random.predictions(batchSizes: [1, 0, 30, 49]).selecting(slice)
    #expect(whole.count > 10 && whole.count < 70)
    #expect((0..<whole.count).map { whole.row($0).id } == (0..<split.count).map { split.row($0).id })
  }

  @Test func severalLabelsAreJoinedOrAskedForOneByOne() throws {
    let predictions = try Predictions(
      labels: ["x", "y"], truthSets: [["x"], ["y", "x"], []], predictedSets: [["y"], ["x"], ["x", "y"]])
    let ids = { (source: String) in
      let slice = try predictions.selecting(try SliceExpression(source))
      return (0..<slice.count).map { slice.row($0).id }
    }
    #expect(try ids("has(y_true, 'x')") == ["0", "1"])
    #expect(try ids("has(y_pred, 'x')") == ["1", "2"])
    #expect(try ids("has(y_pred, 'z')") == [])
    #expect(try ids("y_true = 'x | y'") == ["1"])
    #expect(try ids("y_true = ''") == ["2"])
  }

  @Test func anAttributeComesBeforeAColumnOfTheSameName() throws {
    let schema = PredictionSchema(task: .binary, labels: ["a", "b"], attributeNames: ["confidence"])
    let batch = PredictionBatch(
      count: 2, truth: [0, 1], predicted: [0, 1], attributes: [TextColumn(["low", "high"])])
    let predictions = Predictions(schema: schema, batches: [batch])
    #expect(try predictions.selecting(try SliceExpression("confidence = 'low'")).count == 1)
  }

  @Test func expressionsAreEqualIfTheyAreWrittenAlike() throws {
    #expect(try SliceExpression("id = 1") == SliceExpression("id = 1"))
    #expect(try SliceExpression("id = 1") != SliceExpression("id =1"))
    #expect(try SliceExpression("id = 1").description == "id = 1")
  }
}
