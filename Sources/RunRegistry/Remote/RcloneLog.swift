import Diagnostics
import FileFormats

/// What rclone wrote to standard error, as JSON line by line, reduced to what is needed of it.
struct RcloneLog: Sendable {
  /// Something that was done to a file, or that would have been done.
  struct Event: Hashable, Sendable {
    /// What was done.
    enum Kind: Hashable, Sendable {
      /// Uploaded or downloaded.
      case copied
      /// Deleted.
      case deleted
    }

    /// What was done.
    var kind: Kind
    /// The path from the folder that was worked on.
    var path: String
    /// The size in bytes, if it was said.
    var size: Int
  }

  /// The numbers that rclone gives while it works.
  struct Statistics: Hashable, Sendable {
    /// Bytes that went over the line, also of files that had to be sent again.
    var bytes = 0
    /// Files that arrived.
    var transfers = 0
  }

  /// The last errors, the oldest first, as rclone wrote them.
  private(set) var errors: [String] = []
  /// What happened to files, in order.
  private(set) var events: [Event] = []
  /// The last numbers.
  private(set) var statistics = Statistics()

  /// The errors that are kept, and the characters of each.
  private static let errorLimit = (count: 8, length: 2000)
  /// The events that are kept.
  private static let eventLimit = 1_000_000
  /// The bytes of a line that are read.
  static let lineLimit = 1 << 16

  /// Reads a line; returns whether it brought new numbers.
  mutating func add(_ line: [UInt8]) -> Bool {
    guard let entry = try? JSONReader.parse(line, path: "rclone").root, let object = entry.object else {
      addError(String(decoding: line, as: UTF8.self))
      return false
    }
    let message = object["msg"]?.string ?? ""
    if let numbers = object["stats"]?.object {
      statistics.bytes = Self.count(numbers["bytes"])
      statistics.transfers = Self.count(numbers["transfers"])
      return true
    }
    switch object["level"]?.string {
    case "error", "critical", "alert", "emergency", "fatal": addError(message)
    case "notice" where message.hasPrefix("Failed to"): addError(message)
    default: addEvent(message, object)
    }
    return false
  }

  private mutating func addError(_ text: String) {
    var trimmed = text.drop(while: \.isWhitespace)
    // What comes before rclone writes JSON begins with the time.
    let time = #/[0-9/]{10} [0-9:]{8} /#
    if let found = trimmed.prefixMatch(of: time) { trimmed = trimmed[found.range.upperBound...] }
    guard !trimmed.isEmpty else { return }
    if errors.count == Self.errorLimit.count { errors.removeFirst() }
    errors.append(String(trimmed.prefix(Self.errorLimit.length)))
  }

  private mutating func addEvent(_ message: String, _ object: JSONObject) {
    guard let path = object["object"]?.string, events.count < Self.eventLimit else { return }
    let kind: Event.Kind
    if let skipped = object["skipped"]?.string {
      switch skipped {
      case "copy": kind = .copied
      case "delete": kind = .deleted
      default: return
      }
    } else if message.hasPrefix("Copied (") || message.hasPrefix("Multi-thread Copied (") {
      kind = .copied
    } else if message == "Deleted" {
      kind = .deleted
    } else {
      return
    }
    events.append(Event(kind: kind, path: path, size: Self.count(object["size"])))
  }

  private static func count(_ value: JSONValue?) -> Int { max(0, value?.number?.integer ?? 0) }
}
