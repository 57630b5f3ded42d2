/// Truth and both predictions of each row, where each row has one label.
struct PairedColumns: Sendable {
  /// The true label of each row.
  let truth: [Int32]
  /// The baseline's label of each row.
  let baseline: [Int32]
  /// The candidate's label of each row.
  let candidate: [Int32]
  private let labelCount: Int

  init(_ pair: AlignedPredictions) {
    truth = pair.baseline.flat(\.truth)
    baseline = pair.baseline.flat(\.predicted)
    candidate = pair.arranged(pair.candidate.flat(\.predicted))
    labelCount = pair.schema.labels.count
  }

  /// Up to so many labels, cells are counted in a table.
  private static let largestTable = 64

  /// Calls `body` for each cell of truth × baseline × candidate that has rows, in this order of keys, with their number.
  ///
  /// - Complexity: Linear in the rows, O(*n* log *n*) in the cells.
  func forEachCell(
    _ body: (_ truth: Int32, _ baseline: Int32, _ candidate: Int32, _ rows: Double) -> Void
  ) {
    let width = labelCount
    func key(_ row: Int) -> Int {
      (Int(truth[row]) * width + Int(baseline[row])) * width + Int(candidate[row])
    }
    func report(_ key: Int, _ count: Double) {
      body(Int32(key / (width * width)), Int32(key / width % width), Int32(key % width), count)
    }
    guard labelCount > Self.largestTable else {
      var table = [Double](repeating: 0, count: width * width * width)
      for row in truth.indices { table[key(row)] += 1 }
      for (key, count) in table.enumerated() where count > 0 { report(key, count) }
      return
    }
    var found: [Int: Double] = [:]
    for row in truth.indices { found[key(row), default: 0] += 1 }
    for (key, count) in found.sorted(by: { $0.key < $1.key }) { report(key, count) }
  }
}
