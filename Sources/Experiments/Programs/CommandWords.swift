import Diagnostics

/// Cuts a command line into words, by a part of the rules of the POSIX shell and without a shell.
///
/// Words are separated by blanks, tabs and line breaks. Between `'` and `'` everything stands for itself. Between `"`
/// and `"` everything but `\"`, `\\`, `\$` and ``\` `` stands for itself. Outside quotes `\` takes the next character
/// as it is, and before a line break both vanish. Quotes may be in the middle of a word; `''` is an empty word.
/// Nothing else has a meaning: no variables, patterns, pipes, redirections or comments. Where a shell is wanted, write
/// it: `sh -c '…'`.
///
/// ```swift
/// try CommandWords.split(#"python3 "my model.py" --name 'a"b' %h"#)
/// // ["python3", "my model.py", "--name", "a\"b", "%h"]
/// ```
public enum CommandWords {
  /// Why a command line cannot be cut.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as the object of “found …”.
    public let found: String
    /// What was expected, as the object of “expected …”.
    public let expected: String

    /// Both in one sentence.
    public var description: String { "found \(found); expected \(expected)" }
  }

  /// Words as one line, quoted so that ``split(_:)``, and a shell, gives the words again.
  public static func line(_ words: [String]) -> String {
    words.map { word in
      let isPlain =
        !word.isEmpty
        && word.utf8.allSatisfy { byte in
          byte >= 0x80 || "+,-./:=@_%".utf8.contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        }
      return isPlain
        ? word
        : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
    .joined(separator: " ")
  }

  /// The words of a command line.
  ///
  /// - Throws: ``Problem`` for a quote that is not closed, and for `\` at the end.
  public static func split(_ line: String) throws(Problem) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isInWord = false
    var quote: UInt8?
    var bytes = Array(line.utf8)[...]
    while let byte = bytes.popFirst() {
      switch (quote, byte) {
      case (UInt8(ascii: "'"), UInt8(ascii: "'")), (UInt8(ascii: "\""), UInt8(ascii: "\"")):
        quote = nil
      case (UInt8(ascii: "'"), _):
        word.append(byte)
      case (UInt8(ascii: "\""), UInt8(ascii: "\\")):
        if let next = bytes.first, "\"\\$`".utf8.contains(next) {
          word.append(next)
          bytes.removeFirst()
        } else {
          word.append(byte)
        }
      case (.some, _):
        word.append(byte)
      case (nil, UInt8(ascii: "'")), (nil, UInt8(ascii: "\"")):
        quote = byte
        isInWord = true
      case (nil, UInt8(ascii: "\\")):
        guard let next = bytes.popFirst() else {
          throw Problem(found: "a “\\” at the end of the command", expected: "a character after it")
        }
        if next != UInt8(ascii: "\n") {
          word.append(next)
          isInWord = true
        }
      case (nil, UInt8(ascii: " ")), (nil, UInt8(ascii: "\t")), (nil, UInt8(ascii: "\n")),
        (nil, UInt8(ascii: "\r")):
        if isInWord { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        isInWord = false
      default:
        word.append(byte)
        isInWord = true
      }
    }
    if let quote {
      let mark = quote == UInt8(ascii: "'") ? "'" : "\""
      throw Problem(found: "a quote \(mark) that is not closed", expected: "\(mark) at its end")
    }
    if isInWord { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
