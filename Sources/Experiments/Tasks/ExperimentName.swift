import Diagnostics

/// The name of an experimenter as part of the name of a folder.
///
/// Names come from outside: they may hold slashes, lead elsewhere, hide or be endless. The folder's name says as much of
/// them as is safe; the whole name stands in `experiment.log`.
enum ExperimentName {
  private static let byteLimit = 150

  /// `name` with `_` for what may not stand in the name of a folder, at most 150 bytes of it.
  ///
  /// Replaced are slashes of either sort, characters that cannot be seen, and a full stop or hyphen at the beginning: the
  /// one hides a folder, the other looks like an option.
  ///
  /// ```swift
  /// ExperimentName.folderPart("../ada")  // _._ada
  /// ```
  static func folderPart(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      let text = String(scalar)
      let isFirst = result.isEmpty
      let isSafe =
        scalar != "/" && scalar != "\\" && VisibleText.escaping(text) == text
        && !(isFirst && (scalar == "." || scalar == "-"))
      let piece = isSafe ? text : "_"
      if result.utf8.count + piece.utf8.count > byteLimit { break }
      result.unicodeScalars.append(contentsOf: piece.unicodeScalars)
    }
    return result
  }
}
