import Markup

/// The runs of a search that goes on from earlier runs, and which went on from which, for the figures that show it.
///
/// Runs stand in a grid: a column for each generation (or rung), a row for each member (or trial).
package struct LineageRuns: Hashable, Sendable {
  /// One run.
  package struct Run: Hashable, Sendable {
    /// What tells it from the others.
    package var name: String
    /// Its generation, as a position among the columns.
    package var column: Int
    /// Its member, as a position among the rows.
    package var row: Int
    /// The run it went on from, as a position among the runs; smaller than its own.
    package var parent: Int?
    /// Its metric; nothing where it failed or the metric is undefined.
    package var value: Double?
    /// How it ended, if not as it should, or that nobody went on from it.
    package var ending: MetricOverRunsChart.Ending?
    /// `factors[h]`: what was drawn to change hyperparameter `h`, such as `× 1.17`; empty where it stayed.
    package var factors: [String]

    /// A run.
    package init(
      name: String, column: Int, row: Int, parent: Int? = nil, value: Double? = nil,
      ending: MetricOverRunsChart.Ending? = nil, factors: [String] = []
    ) {
      self.name = name
      self.column = column
      self.row = row
      self.parent = parent
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.ending = ending
      self.factors = factors
    }
  }

  /// What a column is, in lower case: `generation`, `rung`.
  package let columnNoun: String
  /// The names of the columns, from left to right.
  package let columns: [String]
  /// What a row is, in lower case: `member`, `trial`.
  package let rowNoun: String
  /// The names of the rows, from top to bottom.
  package let rows: [String]
  /// The names of the hyperparameters that factors were drawn for.
  package let factorNames: [String]
  /// The runs, parents before those that went on from them.
  package let runs: [Run]
  /// The metric, in lower case.
  package let metric: String
  /// Whether a larger value is better; nothing where that is not known, and then no run is best.
  package let isHigherBetter: Bool?
  /// The best run with all it descends from, the first one first; positions among the runs.
  package let path: [Int]
  /// `isShown[i]`: whether the lines of run `i` are drawn.
  ///
  /// They are for all of up to ``wholeLimit`` runs. Of more, they are for those that a run of the last column or the best run
  /// descends from, and for these themselves: all other lines died out.
  let isShown: [Bool]

  /// Lines of more runs hide one another.
  package static let wholeLimit = 600

  /// Runs in a grid; `best` is the position of the best of them.
  ///
  /// A run outside the grid is not there for any figure; a parent that does not stand before its run is no parent.
  package init(
    columnNoun: String, columns: [String], rowNoun: String, rows: [String], factorNames: [String] = [],
    runs: [Run], metric: String, isHigherBetter: Bool?, best: Int?
  ) {
    self.columnNoun = columnNoun
    self.columns = columns
    self.rowNoun = rowNoun
    self.rows = rows
    self.factorNames = factorNames
    self.metric = metric
    self.isHigherBetter = isHigherBetter
    self.runs = runs.enumerated().map { position, run in
      var run = run
      if let parent = run.parent, !(0..<position).contains(parent) { run.parent = nil }
      return run
    }
    var path: [Int] = []
    var next = best.flatMap { runs.indices.contains($0) ? $0 : nil }
    while let position = next {
      path.append(position)
      next = self.runs[position].parent
    }
    self.path = path.reversed()
    var isShown = [Bool](repeating: runs.count <= Self.wholeLimit, count: runs.count)
    if runs.count > Self.wholeLimit {
      let last = runs.map(\.column).max() ?? 0
      // Children stand behind their parents.
      for position in self.runs.indices.reversed() {
        if self.runs[position].column == last || position == path.first { isShown[position] = true }
        if isShown[position], let parent = self.runs[position].parent { isShown[parent] = true }
      }
    }
    self.isShown = isShown
  }

  /// How many runs have no lines since they died out.
  package var diedOutCount: Int { isShown.count { !$0 } }

  /// The best run.
  package var best: Int? { path.last }

  /// Whether a run has a place in the grid.
  func isPlaced(_ run: Int) -> Bool {
    columns.indices.contains(runs[run].column) && rows.indices.contains(runs[run].row)
  }

  /// A run's name for sentences.
  func name(_ run: Int) -> String { DisplayName.inSentence(runs[run].name) }

  private func row(of run: Int) -> String { DisplayName.inSentence(rows[runs[run].row]) }

  /// What a run is and how it came about, as the words on hover say it.
  func words(_ run: Int) -> String {
    let entry = runs[run]
    guard isPlaced(run) else { return name(run) }
    var parts = [
      "\(name(run)): \(columnNoun) \(DisplayName.inSentence(columns[entry.column])) of \(rowNoun) \(row(of: run))"
    ]
    if let value = entry.value {
      parts.append("\(DisplayName.inSentence(metric)) \(LineageText.score(value))")
    }
    if let parent = entry.parent {
      let isOther = runs[parent].row != entry.row && isPlaced(parent)
      parts.append("from \(name(parent))" + (isOther ? " of \(rowNoun) \(row(of: parent))" : ""))
    }
    let drawn = factorWords(run)
    if !drawn.isEmpty { parts.append(drawn) }
    if let ending = entry.ending { parts.append(ending.word) }
    return parts.joined(separator: ", ")
  }

  /// What was drawn for a run: `lr × 1.17, batch new`; empty for nothing.
  ///
  /// At most six are named.
  func factorWords(_ run: Int) -> String {
    let drawn = zip(factorNames, runs[run].factors).filter { !$1.isEmpty }
    let named = drawn.prefix(6).map { "\(DisplayName.inSentence($0)) \($1)" }
    let rest = drawn.count - named.count
    return (named + (rest > 0 ? ["and \(NumberText.integer(rest)) more"] : [])).joined(separator: ", ")
  }
}
