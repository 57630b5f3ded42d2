import Diagnostics
import PredictionFiles
import TestSupport

/// Reads predictions from text in tests.
enum PredictionText {
  /// The file that `text` would be under `name`.
  static func read(
    _ text: String, name: String = "p.csv", positive: String? = nil, columns: [String: String] = [:],
    leavesTextsInFile: Bool = false, pieceSize: Int = 1 << 20
  ) throws(PredictionFileError) -> PredictionFile {
    try read(
      bytes: Array(text.utf8), name: name, positive: positive, columns: columns,
      leavesTextsInFile: leavesTextsInFile, pieceSize: pieceSize)
  }

  /// The file that `bytes` would be under `name`.
  static func read(
    bytes: [UInt8], name: String = "p.csv", positive: String? = nil, columns: [String: String] = [:],
    leavesTextsInFile: Bool = false, pieceSize: Int = 1 << 20
  ) throws(PredictionFileError) -> PredictionFile {
    let options = PredictionFileOptions(
      positive: positive, columns: columns, leavesTextsInFile: leavesTextsInFile)
    let reader = PredictionFileReader(
      fileSystem: .inMemory(bytes: ["/runs/\(name)": bytes]), options: options, pieceSize: pieceSize)
    return try reader.read("/runs/\(name)", displayPath: name)
  }

  /// An NPZ file of these arrays, in the order of their names.
  static func zipped(_ arrays: [String: [UInt8]], isDeflated: Bool = false) -> [UInt8] {
    ZipBytes.archive(
      arrays.sorted { $0.key < $1.key }.map { .init($0.key + ".npy", $0.value, isDeflated: isDeflated) })
  }

  /// What two files, `truth` and `scores` with the extension of their bytes, give.
  static func read(
    truth: (name: String, bytes: [UInt8]), scores: (name: String, bytes: [UInt8]), positive: String? = nil,
    columns: [String: String] = [:], pieceSize: Int = 1 << 20
  ) throws(PredictionFileError) -> PredictionFile {
    let reader = PredictionFileReader(
      fileSystem: .inMemory(bytes: ["/\(truth.name)": truth.bytes, "/\(scores.name)": scores.bytes]),
      options: PredictionFileOptions(positive: positive, columns: columns), pieceSize: pieceSize)
    return try reader.read(
      truth: "/\(truth.name)", scores: "/\(scores.name)", truthDisplayPath: truth.name,
      scoresDisplayPath: scores.name)
  }

  /// Why the file cannot be read, or “no error”.
  static func error(
    _ text: String, name: String = "p.csv", positive: String? = nil, columns: [String: String] = [:]
  ) -> String {
    error(bytes: Array(text.utf8), name: name, positive: positive, columns: columns)
  }

  /// Why the file cannot be read, or “no error”.
  static func error(
    bytes: [UInt8], name: String = "p.npz", positive: String? = nil, columns: [String: String] = [:]
  ) -> String {
    do throws(PredictionFileError) {
      _ = try read(bytes: bytes, name: name, positive: positive, columns: columns)
      return "no error"
    } catch {
      return error.description
    }
  }
}
