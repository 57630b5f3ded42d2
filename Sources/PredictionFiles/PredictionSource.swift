import Diagnostics

/// A prediction file that is open, with all that is known from outside.
struct PredictionSource: Sendable {
  /// The file.
  let file: ReadableFile
  /// Its path as diagnostics show it.
  let path: String
  /// What the user says about it.
  var options: PredictionFileOptions
  /// How many bytes are read as one piece.
  let pieceSize: Int
  /// What was odd about the file before anything of it was read.
  var log = DiagnosticLog()

  /// The file as a place.
  var place: SourcePlace { SourcePlace(path: path) }
}
