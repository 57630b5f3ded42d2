import Diagnostics
import FileFormats
import Markup
import ScalarFormats

/// The input of an evaluation as rows of predictions.
///
/// gobbli's form is by columns: `labels`, `X` (a text each row), `y_true` (a label, or a list of labels) and
/// `y_pred_proba` (a list of numbers for each label). Which label is predicted is not recorded: gobbli takes the
/// first largest probability or, where a row may have several labels, those above one half; so does Assay.
struct GobbliPredictions {
  /// What is wrong with an input, and where.
  struct Fault: Error {
    /// The byte at which it stands.
    var offset: Int
    /// What was found.
    var found: String
    /// What was expected.
    var expected: String
  }

  /// Whether the texts are left out because there are more or fewer than rows.
  let lacksTexts: Bool

  private let truth: [JSONValue]
  private let texts: [JSONValue]
  private let columns: [(label: String, values: [JSONValue])]

  /// The rows of an input.
  ///
  /// - Throws: ``Fault`` if a part is missing, or columns are of different lengths, or a cell is not what it should be.
  init(_ root: JSONValue) throws(Fault) {
    guard let object = root["y_pred_proba"]?.object, object.count > 0 else {
      throw Fault(
        offset: (root["y_pred_proba"] ?? root).offset, found: "no columns of probabilities",
        expected: "an object y_pred_proba of lists")
    }
    guard let truth = root["y_true"]?.array else {
      throw Fault(offset: (root["y_true"] ?? root).offset, found: "no true labels", expected: "a list y_true")
    }
    let isMultilabel = truth.first?.array != nil
    for value in truth {
      let isGood =
        isMultilabel ? value.array?.allSatisfy { $0.string != nil } == true : value.string != nil
      guard isGood else {
        throw Fault(
          offset: value.offset, found: value.kindInWords,
          expected: isMultilabel ? "a list of labels, as in the first row" : "a label")
      }
    }
    var columns: [(label: String, values: [JSONValue])] = []
    for member in object.members {
      guard let values = member.value.array, values.count == truth.count else {
        throw Fault(
          offset: member.value.offset,
          found: member.value.array.map { "\($0.count) probabilities" } ?? member.value.kindInWords,
          expected: "a list of \(truth.count) probabilities")
      }
      if let other = values.first(where: { $0.number == nil }) {
        throw Fault(offset: other.offset, found: other.kindInWords, expected: "a probability")
      }
      columns.append((member.name, values))
    }
    self.truth = truth
    self.columns = columns
    let texts = root["X"]?.array ?? []
    lacksTexts = texts.count != truth.count
    self.texts = lacksTexts ? [] : texts
  }

  /// One JSON object a line: `text`, `y_true`, `y_proba`, numbers in their own digits.
  func jsonLines() -> [UInt8] {
    var bytes: [UInt8] = []
    for row in truth.indices {
      var json = JSONWriter()
      json.object { json in
        if let text = texts.indices.contains(row) ? texts[row].string : nil { json.member("text", text) }
        json.member("y_true", JSONCopy(truth[row]))
        json.member("y_proba") { json in
          json.object { json in
            for column in columns { json.member(column.label, JSONCopy(column.values[row])) }
          }
        }
      }
      bytes += json.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
