import Diagnostics
import FileFormats

/// The labels that an array gives to rows, each by its number among the different ones.
///
/// Whole numbers are labels by their digits, also where they are kept as floats; booleans are 0 and 1.
struct ArrayLabels: Sendable {
  /// Why an element is no label, as the number that stands for it.
  enum Fault {
    /// A text without any character.
    static let empty: Int32 = -1
    /// What is no text.
    static let encoding: Int32 = -2
    /// A float that is no whole number.
    static let fraction: Int32 = -3
    /// A whole number that is no index of a label.
    static let index: Int32 = -4
  }

  /// The different labels, in the order in which they are first seen.
  let texts: [ExactString]
  /// For each piece, the number of each row's label, or a ``Fault``.
  private(set) var numbers: [[Int32]]
  /// Whether the labels are whole numbers, and not texts.
  let areWhole: Bool

  /// The labels of an array of one column, in these pieces.
  init(_ array: NumPyArray, pieces: [Range<Int>]) throws(PredictionFileError) {
    areWhole = !array.element.isText
    let parts: [ArrayLabelPiece]
    do throws(FormatError) {
      parts = try ConcurrentPieces.map(pieces.count) { number throws(FormatError) in
        try ArrayLabelPiece(array, rows: pieces[number])
      }
    } catch {
      throw PredictionFileError(error)
    }
    var table = TextTable()
    var numbers: [[Int32]] = []
    for part in parts {
      let map = (0..<part.table.count).map { number in
        part.table.texts.withBytes(of: number) { table.insert($0) }
      }
      guard table.count <= PredictionFileReader.labelLimit else {
        throw PredictionFileError(
          array.error(
            "more than \(PredictionFileReader.labelLimit) different labels", expected: "labels, not texts"))
      }
      let isSame = map.enumerated().allSatisfy { $0 == Int($1) }
      numbers.append(isSame ? part.numbers : part.numbers.map { $0 < 0 ? $0 : map[Int($0)] })
    }
    self.numbers = numbers
    texts = table.all
  }

  /// The labels with other numbers: `map` gives the new one, or a ``Fault``, for each.
  func mapped(by map: [Int32]) -> ArrayLabels {
    guard !map.enumerated().allSatisfy({ $0 == Int($1) }) else { return self }
    var labels = self
    for piece in numbers.indices {
      labels.numbers[piece] = numbers[piece].map { $0 < 0 ? $0 : map[Int($0)] }
    }
    return labels
  }
}
