import Diagnostics
import RunModel

/// What a run calls itself; it is written at the start and again when something of it changes.
struct WandBRunRecord {
  /// The texts that are not empty, by what they are.
  var texts: [Text: String] = [:]
  /// The tags, in order.
  var tags: [String] = []
  /// When the run was started.
  var start: UTCTimestamp?
  /// Where the code comes from: provenance name → value.
  var git: [ExactString: String] = [:]
  /// The configuration that the run was started with.
  var config = WandBChange()
  /// The summary of the run that this one continues.
  var summary = WandBChange()

  /// The texts, by the numbers of their fields.
  enum Text: Int {
    /// The id, unique within a project.
    case id = 1
    /// The user or team.
    case entity = 2
    /// The project.
    case project = 3
    /// The group within the project.
    case group = 6
    /// What sort of job it is, such as `train`.
    case jobType = 7
    /// The name that people know the run by.
    case name = 8
    /// What the author wrote.
    case notes = 9
    /// The sweep that started the run.
    case sweep = 12
    /// The machine.
    case host = 13
  }

  private static let tagLimit = 1000

  /// The record that `message` is.
  init(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) {
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      guard let bytes = content.bytes else { return }
      switch number {
      case 4: config = try WandBChange(bytes)
      case 5: summary = try WandBChange(bytes)
      case 10 where tags.count < Self.tagLimit: tags.append(String(decoding: bytes, as: UTF8.self))
      case 17: start = try Self.time(bytes)
      case 21: git = try Self.git(bytes)
      default:
        guard let text = Text(rawValue: number), !bytes.isEmpty, bytes.count <= ImportLimit.valueBytes
        else { return }
        texts[text] = String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  /// The address and the commit of a repository.
  static func git(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) -> [ExactString: String] {
    var values: [ExactString: String] = [:]
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      guard let text = content.text, !text.isEmpty else { return }
      if number == 1 { values["git remote"] = text }
      if number == 2 { values["git commit"] = text }
    }
    return values
  }

  private static func time(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) -> UTCTimestamp? {
    var seconds: Int64 = 0
    var nanoseconds: Int64 = 0
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      if number == 1, let value = content.integer { seconds = value }
      if number == 2, let value = content.integer { nanoseconds = value }
    }
    // The years 1 to 9999; beyond them there is no time.
    guard (-62_135_596_800..<253_402_300_800).contains(seconds), (0..<1_000_000_000).contains(nanoseconds)
    else { return nil }
    return UTCTimestamp(microseconds: seconds * 1_000_000 + nanoseconds / 1000)
  }
}
