import Diagnostics
import FileFormats

/// How a log by Keras' `CSVLogger` begins: with a column `epoch`, which says what separates the columns.
struct CSVLoggerHead {
  /// What stands between two cells: `,`, `;` or a tab.
  let delimiter: UInt8

  /// Whether logs may have this name.
  static func isCandidate(_ name: String) -> Bool {
    ["log", "csv", "tsv"].contains(FilePath.fileExtension(of: name))
  }

  /// The beginning of the file `name`; nil if it is no such log.
  ///
  /// The first column is `epoch`, there is another one, none is `step` (as Lightning's logs have it), and the first
  /// row, if there is one, begins with a whole number.
  init?(of name: String, in source: SourceFolder) {
    guard Self.isCandidate(name), let head = source.head(name, count: 1 << 14) else { return nil }
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    guard text.starts(with: "epoch".utf8), let delimiter = text.dropFirst(5).first,
      [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(delimiter)
    else { return nil }
    let lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    let columns = lines[0].split(separator: delimiter, omittingEmptySubsequences: false)
    guard !columns.contains(where: { $0.filter { $0 != 0x0D }.elementsEqual("step".utf8) }) else {
      return nil
    }
    if lines.count > 1 {
      let first = lines[1].prefix { $0 != delimiter && $0 != 0x0D }
      guard LogNumber.step(of: String(decoding: first, as: UTF8.self)) != nil else { return nil }
    }
    self.delimiter = delimiter
  }
}
