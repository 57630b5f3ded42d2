/// Finds the results among the lines that a program writes to standard output: the last block between the markers.
///
/// A marker stands on a line of its own, blanks around it are passed over. A block that begins within a block begins
/// anew. Lines of standard error are never looked at.
struct ResultsBlock: Sendable {
  /// What was found.
  enum Finding: Hashable, Sendable {
    /// No block.
    case none
    /// The text of the last block.
    case text(String)
    /// A block that cannot be used; why, as the object of “found …”.
    case unusable(String)
  }

  private(set) var finding = Finding.none
  /// Whether the program said that it gave up.
  private(set) var isPruned = false
  private var lines: [String]?
  private var bytes = 0

  /// Takes a line.
  mutating func add(_ line: ProgramLine) {
    guard line.stream == .output else { return }
    let text = Self.trimmed(line.text)
    if text.utf8.elementsEqual(WorkerProtocol.pruned.utf8) {
      isPruned = true
    } else if text.utf8.elementsEqual(WorkerProtocol.resultsBegin.utf8) {
      lines = []
      bytes = 0
      finding = .unusable("results that begin and do not end")
    } else if text.utf8.elementsEqual(WorkerProtocol.resultsEnd.utf8), let found = lines {
      if bytes <= WorkerProtocol.resultsBytes { finding = .text(found.joined(separator: "\n")) }
      lines = nil
    } else if lines != nil {
      bytes += line.text.utf8.count + 1 + line.bytesLeftOut
      if line.bytesLeftOut > 0 { bytes = WorkerProtocol.resultsBytes + 1 }
      if bytes > WorkerProtocol.resultsBytes {
        finding = .unusable("results that are too long, or a line of them that is")
      } else {
        lines?.append(line.text)
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    var bytes = text.utf8[...]
    func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while isBlank(bytes.first) { bytes.removeFirst() }
    while isBlank(bytes.last) { bytes.removeLast() }
    return String(bytes) ?? text
  }
}
