import Diagnostics
import PredictionFiles

/// Reads predictions from text in tests.
enum PredictionText {
  /// The file that `text` would be under `name`.
  static func read(
    _ text: String, name: String = "p.csv", positive: String? = nil, columns: [String: String] = [:],
    pieceSize: Int = 1 << 20
  ) throws(PredictionFileError) -> PredictionFile {
    try read(
      bytes: Array(text.utf8), name: name, positive: positive, columns: columns, pieceSize: pieceSize)
  }

  /// The file that `bytes` would be under `name`.
  static func read(
    bytes: [UInt8], name: String = "p.csv", positive: String? = nil, columns: [String: String] = [:],
    pieceSize: Int = 1 << 20
  ) throws(PredictionFileError) -> PredictionFile {
    let reader = PredictionFileReader(
      fileSystem: .inMemory(bytes: ["/runs/\(name)": bytes]),
      options: PredictionFileOptions(positive: positive, columns: columns), pieceSize: pieceSize)
    return try reader.read("/runs/\(name)", displayPath: name)
  }

  /// Why the file cannot be read, or “no error”.
  static func error(
    _ text: String, name: String = "p.csv", positive: String? = nil, columns: [String: String] = [:]
  ) -> String {
    do throws(PredictionFileError) {
      _ = try read(text, name: name, positive: positive, columns: columns)
      return "no error"
    } catch {
      return error.description
    }
  }
}
