import Diagnostics
import RunModel

/// Turns what other tools call their experiments and runs into ids that a registry can hold.
enum RunNaming {
  /// `name` as an id: no empty text, no parts `.` or `..`, no slash at either end, no NUL, at most 200 bytes a part, and no part that has
  /// a meaning in a registry.
  ///
  /// ```swift
  /// RunNaming.id(from: "../my run/", or: "run")  // "_/my run"
  /// ```
  static func id(from name: String, or fallback: String) -> ExactString {
    let parts = name.utf8.split(separator: UInt8(ascii: "/")).map { part -> String in
      let bytes = part.filter { $0 != 0 }
      let mark = isReserved(bytes) ? [UInt8(ascii: "_")] : []
      var text = String(decoding: (mark + bytes).prefix(200), as: UTF8.self)
      while text.unicodeScalars.last == "\u{FFFD}", text.utf8.count > 190 { text.unicodeScalars.removeLast() }
      return ["", ".", ".."].contains(text) ? "_" : text
    }
    return ExactString(parts.isEmpty ? fallback : parts.prefix(8).joined(separator: "/"))
  }

  /// The names of a registry's own files.
  private static let reservedNames = [
    "erm_metadata.json", ".erm_registry.json", ".erm_experiment.json", ".erm_variant.json",
  ]

  /// Whether a registry has a use of its own for a name.
  private static func isReserved(_ name: [UInt8]) -> Bool {
    name.starts(with: ".assay".utf8) || reservedNames.contains { name.elementsEqual($0.utf8) }
  }

  /// Gives each run an id of its own: where two have the same, all but the oldest get what tells them apart behind it.
  ///
  /// - Parameters:
  ///   - runs: The runs.
  ///   - mark: A short text that no two runs of a source share, such as the first letters of a tool's own id.
  static func makeDistinct(_ runs: inout [Run], by mark: (Run) -> String) {
    var taken: Set<RunID> = []
    let order = runs.indices.sorted { left, right in
      let times = (runs[left].timestamp?.microseconds ?? .max, runs[right].timestamp?.microseconds ?? .max)
      return times.0 == times.1 ? mark(runs[left]) < mark(runs[right]) : times.0 < times.1
    }
    for index in order where !taken.insert(runs[index].id).inserted {
      let name = runs[index].id.run.text
      let marked = name + "-" + id(from: mark(runs[index]), or: "2").text
      var candidate = marked
      var count = 2
      repeat {
        runs[index].id.run = ExactString(candidate)
        candidate = "\(marked)_\(count)"
        count += 1
      } while !taken.insert(runs[index].id).inserted
    }
  }
}
