import Diagnostics

/// What the columns of a dataset are called in a file that uses some names itself.
///
/// A column whose name is taken is called `input <name>`, with a further `input ` while that is the name of another
/// column, so that every column has a name of its own. Columns that need none keep theirs, wherever they stand.
struct InputNames {
  private let reserved: Set<ExactString>
  private let prefixes: [String]

  /// The names that are taken by the form of prediction files: their fields and, by prefix, columns of labels.
  static let predictionFile = InputNames(
    besides: [
      "id", "y_true", "y_pred", "y_proba", "target", "label", "actual", "prediction", "predicted", "text",
      "image", "group", "fold", "sample_weight",
    ], prefixes: ["proba_", "true_", "pred_"])

  /// Names that are none of `reserved` and begin with none of `prefixes`.
  init(besides reserved: [String], prefixes: [String] = []) {
    self.reserved = Set(reserved.map { ExactString($0) })
    self.prefixes = prefixes
  }

  /// `[i]`: what column `i` of `dataset` is called.
  ///
  /// - Complexity: Linear in the columns, but for columns that are called `input input …` on purpose.
  func names(of dataset: ClassificationDataset) -> [String] {
    names(dataset.columns.map(\.name))
  }

  /// `[i]`: what the column `names[i]` is called.
  func names(_ names: [ExactString]) -> [String] {
    var taken = reserved
    var keeps: [Bool] = []
    for name in names { keeps.append(!isReserved(name) && taken.insert(name).inserted) }
    return zip(names, keeps).map { name, keeps in
      guard !keeps else { return name.text }
      var name = name
      repeat { name = ExactString("input " + name.text) } while !taken.insert(name).inserted
      return name.text
    }
  }

  private func isReserved(_ name: ExactString) -> Bool {
    reserved.contains(name) || prefixes.contains { name.text.utf8.starts(with: $0.utf8) }
  }
}
