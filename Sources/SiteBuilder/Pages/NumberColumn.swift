import Markup

/// What follows each entry of a column of numbers, so that their decimal points stand below each other.
///
/// ```swift
/// NumberColumn(["0.25", "12", "—"]).paddings  // ["", "\u{2008}\u{2007}\u{2007}", ""]
/// ```
struct NumberColumn {
  /// `paddings[i]`: the spaces behind entry `i`; all empty unless every entry is a plain number, a dash or nothing.
  let paddings: [String]

  init(_ entries: [String]) {
    guard entries.allSatisfy({ $0.isEmpty || $0 == "—" || Self.isPlainNumber($0) }) else {
      paddings = entries.map { _ in "" }
      return
    }
    paddings = zip(entries, NumberText.aligned(entries)).map { entry, aligned in
      String(decoding: aligned.utf8.dropFirst(entry.utf8.count), as: UTF8.self)
    }
  }

  /// Whether `text` is digits, with commas and one point between them and a sign before: `−1,234.5`.
  private static func isPlainNumber(_ text: String) -> Bool {
    var scalars = text.unicodeScalars[...]
    if let first = scalars.first, "+-−".unicodeScalars.contains(first) { scalars.removeFirst() }
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    guard scalars.first.map(isDigit) == true, scalars.last.map(isDigit) == true else { return false }
    return scalars.allSatisfy { isDigit($0) || $0 == "," || $0 == "." } && scalars.count { $0 == "." } < 2
  }
}
