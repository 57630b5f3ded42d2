public import Diagnostics

/// Labelled examples, in their order: what is split, trained on and predicted.
public struct ClassificationDataset: Hashable, Sendable {
  /// A further input of every example.
  public struct Column: Hashable, Sendable {
    /// What it is called.
    public var name: ExactString
    /// `values[i]`: of example `i`, as text.
    public var values: [String]

    /// A column with a value for each example.
    public init(name: ExactString, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// What the examples truly are.
  public enum Truth: Hashable, Sendable {
    /// `[i]`: the label of example `i`.
    case labels([ExactString])
    /// `[i]`: the labels of example `i`, any number of them.
    case labelSets([[ExactString]])
  }

  /// `ids[i]`: the name of example `i`, unique.
  public var ids: [String]
  /// `texts[i]`: the text of example `i`; empty texts where examples are described by ``columns`` alone.
  public var texts: [String]
  /// Further inputs, in their order.
  public var columns: [Column]
  /// What the examples truly are.
  public var truth: Truth

  /// Examples of one label each.
  ///
  /// - Precondition: All arrays have one entry for each example.
  public init(ids: [String]? = nil, texts: [String], columns: [Column] = [], labels: [ExactString]) {
    self.init(ids: ids, texts: texts, columns: columns, truth: .labels(labels))
  }

  /// Examples of any number of labels each.
  ///
  /// - Precondition: All arrays have one entry for each example.
  public init(ids: [String]? = nil, texts: [String], columns: [Column] = [], labelSets: [[ExactString]]) {
    self.init(ids: ids, texts: texts, columns: columns, truth: .labelSets(labelSets))
  }

  private init(ids: [String]?, texts: [String], columns: [Column], truth: Truth) {
    self.ids = ids ?? texts.indices.map { String($0) }
    self.texts = texts
    self.columns = columns
    self.truth = truth
    let count =
      switch truth {
      case .labels(let labels): labels.count
      case .labelSets(let sets): sets.count
      }
    precondition(
      texts.count == count && self.ids.count == count && columns.allSatisfy { $0.values.count == count },
      "a dataset has one id, text, truth and value of each column for every example")
  }

  /// How many examples there are.
  public var count: Int { ids.count }

  /// Whether an example may have several labels.
  public var isMultilabel: Bool {
    if case .labelSets = truth { true } else { false }
  }
}
