import Diagnostics
import FileFormats
import RunModel

/// Keras' `History.history` as JSON: a list of numbers for each metric, one for each epoch.
enum KerasHistory {
  /// The file's name.
  static let name = "history.json"

  /// Whether a folder holds one, by how the file begins: `{"loss": [0.5`.
  static func isHere(_ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder) -> Bool {
    guard entries.hasFile(name), let head = source.head(FilePath.join(folder, name), count: 1 << 12) else {
      return false
    }
    return head.withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(buffer)
      var isNumber = false
      do throws(JSONFault) {
        cursor.skipByteOrderMark()
        guard try cursor.peek() == .object else { return false }
        try cursor.object { cursor, _, _ throws(JSONFault) in
          guard try cursor.peek() == .array else { throw JSONFault(at: 0, found: "", expected: "") }
          try cursor.array { cursor throws(JSONFault) in
            isNumber = try cursor.peek() == .number
            // The first value tells enough.
            throw JSONFault(at: 0, found: "", expected: "")
          }
        }
      } catch {
        return isNumber
      }
      return false
    }
  }

  /// Adds the metrics that the log does not have, the first epoch being step 0.
  static func read(_ name: String, _ source: inout SourceFolder, into log: inout MetricLog) {
    var added = log
    _ = source.scanJSON(name) { cursor throws(JSONFault) in
      try cursor.members { cursor, metric throws(JSONFault) in
        let metric = ExactString(metric)
        guard !log.has(metric) else { return try cursor.skip() }
        var step = 0
        try cursor.elements { cursor throws(JSONFault) in
          if let value = try cursor.looseNumber() { added.add(metric, MetricPoint(step: step, value: value)) }
          step += 1
        }
      }
    }
    log = added
  }
}
