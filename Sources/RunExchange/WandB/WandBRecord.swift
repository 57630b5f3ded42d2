import Diagnostics
import RunModel

/// One record of a `.wandb` file, as far as it says something about the run.
///
/// The numbers of the fields are those of wandb's own description, `wandb_internal.proto`.
enum WandBRecord {
  /// Values that were logged at one step.
  case history([WandBItem], step: Int?)
  /// A change of the summary.
  case summary(WandBChange)
  /// A change of the configuration.
  case config(WandBChange)
  /// What the run is.
  case run(WandBRunRecord)
  /// The end of the run: the exit code, and the whole seconds that it took.
  case exit(code: Int, runtime: Int)
  /// The version of wandb that writes.
  case header(producer: String)
  /// The surroundings of the run: provenance name → value.
  case environment([ExactString: String])
  /// What the run wrote to its standard error next.
  case errorOutput(ArraySlice<UInt8>)
  /// Anything else: files, machine metrics, standard output.
  case other

  /// The most values that are taken from one record.
  static let itemLimit = 100_000

  /// The record that `message` is.
  ///
  /// - Throws: What is wrong with the message.
  init(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) {
    var record = WandBRecord.other
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      guard let bytes = content.bytes else { return }
      switch number {
      case 2: record = try Self.history(bytes)
      case 3: record = .summary(try WandBChange(bytes))
      case 4, 13: record = try Self.output(bytes)
      case 5: record = .config(try WandBChange(bytes))
      case 17: record = .run(try WandBRunRecord(bytes))
      case 18: record = try Self.exit(bytes)
      case 21: record = .header(producer: try Self.producer(bytes))
      case 26: record = .environment(try Self.environment(bytes))
      default: break
      }
    }
    self = record
  }

  private static func history(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) -> WandBRecord {
    var items: [WandBItem] = []
    var step: Int?
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      guard let bytes = content.bytes else { return }
      if number == 1, items.count < itemLimit { items.append(try WandBItem(bytes)) }
      guard number == 2 else { return }
      step = 0  // A step of zero is not written.
      try WireReader.walk(bytes) { number, content throws(WireReader.Fault) in
        if number == 1, let value = content.integer { step = Int(value) }
      }
    }
    return .history(items, step: step)
  }

  /// A piece of console output: standard error is 0, which is not written.
  private static func output(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) -> WandBRecord {
    var isError = true
    var line: ArraySlice<UInt8> = []
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      if number == 1, let type = content.integer { isError = type == 0 }
      if number == 3, let bytes = content.bytes { line = bytes }
    }
    return isError ? .errorOutput(line) : .other
  }

  private static func exit(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) -> WandBRecord {
    var code = 0
    var runtime = 0
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      guard let value = content.integer else { return }
      if number == 1 { code = Int(Int32(truncatingIfNeeded: value)) }
      if number == 2 { runtime = Int(Int32(truncatingIfNeeded: value)) }
    }
    return .exit(code: code, runtime: runtime)
  }

  private static func producer(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) -> String {
    var producer = ""
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      guard number == 1, let bytes = content.bytes else { return }
      try WireReader.walk(bytes) { number, content throws(WireReader.Fault) in
        if number == 1, let text = content.text { producer = text }
      }
    }
    return producer
  }

  private static func environment(
    _ message: ArraySlice<UInt8>
  ) throws(WireReader.Fault) -> [ExactString: String] {
    var values: [ExactString: String] = [:]
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      if let name = environmentNames[number], let text = content.text, !text.isEmpty { values[name] = text }
      guard number == 9, let bytes = content.bytes else { return }
      values.merge(try WandBRunRecord.git(bytes)) { _, new in new }
    }
    return values
  }

  private static let environmentNames: [Int: ExactString] = [
    1: "os", 2: "python", 6: "program", 12: "host", 13: "user", 18: "gpu",
  ]
}

extension WandBItem {
  /// The item that `message` is.
  init(_ message: ArraySlice<UInt8>) throws(WireReader.Fault) {
    var key: ExactString = ""
    var nested: [ExactString] = []
    var json: ArraySlice<UInt8> = []
    try WireReader.walk(message) { number, content throws(WireReader.Fault) in
      switch number {
      case 1: key = ExactString(content.text ?? "")
      case 2 where nested.count < ImportLimit.depth: nested.append(ExactString(content.text ?? ""))
      case 16: json = content.bytes ?? []
      default: break
      }
    }
    path = nested.isEmpty ? [key] : nested
    self.json = json
  }
}
