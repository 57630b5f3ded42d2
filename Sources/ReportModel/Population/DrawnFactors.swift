import ChartKit
import Diagnostics
import Markup

/// What was drawn to change the hyperparameters of a run that went on from another.
///
/// Read from the JSON object of ``SearchProvenance/factors``: a number for the factor that a value was multiplied by, or a
/// word such as `"resampled"` for how a new one came about.
struct DrawnFactors: Hashable, Sendable {
  /// How a hyperparameter was changed.
  enum Change: Hashable, Sendable {
    /// Its value was multiplied by this finite number.
    case factor(Double)
    /// In another way, by its name: `resampled`.
    case word(ExactString)
  }

  /// What was drawn, in the order in which it was written.
  let changes: [(name: ExactString, change: Change)]

  /// Nothing drawn.
  static let none = DrawnFactors(changes: [])

  private init(changes: [(name: ExactString, change: Change)]) { self.changes = changes }

  /// The changes that a text tells; nil if it is no object of numbers and strings, names a hyperparameter twice, or is
  /// longer than 64 KiB.
  ///
  /// - Complexity: Linear in the length of the text.
  init?(_ text: String) {
    guard let members = FlatObjectReader.read(text) else { return nil }
    var seen: Set<ExactString> = []
    var changes: [(name: ExactString, change: Change)] = []
    for (name, value) in members {
      guard seen.insert(name).inserted else { return nil }
      switch value {
      case .number(let number) where number.isFinite: changes.append((name, .factor(number)))
      case .number: return nil
      case .string(let word): changes.append((name, .word(word)))
      }
    }
    self.changes = changes
  }

  /// What was drawn for a hyperparameter; nil where it stayed as it was.
  subscript(name: ExactString) -> Change? { changes.first { $0.name == name }?.change }

  /// What was drawn, as a sentence lists it: `lr × 1.17 and batch new`; at most six, and empty where nothing was.
  var words: RichText {
    let named = changes.prefix(6).map { entry -> RichText in
      "\(code: Wording.label(entry.name.text)) \(entry.change.words)"
    }
    let rest = changes.count - named.count
    return RichText.list(named + (rest > 0 ? ["\(Wording.number(rest)) more"] : []))
  }

  static func == (left: DrawnFactors, right: DrawnFactors) -> Bool {
    left.changes.elementsEqual(right.changes) { $0.name == $1.name && $0.change == $1.change }
  }

  func hash(into hasher: inout Hasher) {
    for entry in changes { hasher.combine(entry.name) }
  }
}

extension DrawnFactors.Change {
  /// `× 1.17`; `new` for what was resampled; any other word as it stands.
  var words: String {
    switch self {
    case .factor(let factor): "× \(NumberText.significant(factor))"
    case .word("resampled"): "new"
    case .word(let word): Wording.cut(word.text, to: 20)
    }
  }
}
