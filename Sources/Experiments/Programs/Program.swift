import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program to be run: its words, where, and within which bounds.
///
/// No shell is between: each word reaches the program as it is. The program inherits this process's environment, which
/// is never shown. It gets a session of its own, so that Ctrl-C on the terminal reaches only us, and so that the
/// processes that it starts can be ended with it.
///
/// ```swift
/// let program = Program(["sh", "-c", "echo begun; exit 3"], folder: "/", timeLimit: 600)
/// let outcome = await program.run { print($0.text) }  // begun
/// outcome.ending  // .exited(3)
/// ```
public struct Program: Hashable, Sendable {
  /// The program and its arguments.
  ///
  /// The program is a path if it has a slash, from ``folder`` on; else it is looked up on `PATH`.
  public var words: [String]
  /// The working folder; this process's own where absent.
  public var folder: String?
  /// Variables that are added to the inherited environment, or replace some of it.
  public var variables: [String: String]
  /// Variables of the inherited environment that it is not given.
  public var withheld: Set<String>
  /// What it finds on standard input.
  public var input: [UInt8]
  /// After how many seconds it is ended; never where absent.
  public var timeLimit: Double?
  /// How many seconds it has between being asked to end (SIGTERM) and being ended (SIGKILL).
  public var grace: Double
  /// The most bytes of a line that are kept.
  public var lineLimit: Int

  /// A program to be run.
  public init(
    _ words: [String], folder: String? = nil, variables: [String: String] = [:],
    withheld: Set<String> = [], input: [UInt8] = [],
    timeLimit: Double? = nil, grace: Double = 5, lineLimit: Int = 64 << 10
  ) {
    self.words = words
    self.folder = folder
    self.variables = variables
    self.withheld = withheld
    self.input = input
    self.timeLimit = timeLimit
    self.grace = grace
    self.lineLimit = lineLimit
  }

  /// The most seconds of ``timeLimit`` and ``grace``: more than thirty years.
  static let mostSeconds = 1e9

  /// Why it cannot be started at all, or nil.
  var problem: String? {
    guard let name = words.first, !name.isEmpty else {
      return "There is no program to run: its name is empty."
    }
    if words.contains(where: { $0.utf8.contains(0) }) {
      return "A word of the command of \(VisibleText.quoting(name)) contains a NUL character, "
        + "which no program can be given."
    }
    for (name, value) in variables.sorted(by: { ExactString($0.key) < ExactString($1.key) })
    where name.isEmpty || name.utf8.contains(UInt8(ascii: "=")) || name.utf8.contains(0)
      || value.utf8.contains(0)
      || name.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true
    {
      return "The variable \(VisibleText.quoting(name)) cannot be given to a program: "
        + "a name is not empty, does not begin with a digit and has no “=”, and there is no NUL character."
    }
    for (name, seconds) in [("time limit", timeLimit ?? 0), ("grace", grace)]
    where !(seconds >= 0 && seconds <= Self.mostSeconds) {
      return "A \(name) of \(seconds) seconds cannot be: expected are 0 to \(Self.mostSeconds)."
    }
    if let folder, !FileSystem.disk.isDirectory(folder) {
      return
        "The folder \(VisibleText.quoting(folder, limit: 200)) is not there, and the program is to run in it."
    }
    if let folder, access(folder, X_OK) != 0 {
      return
        "The folder \(VisibleText.quoting(folder, limit: 200)) may not be entered, and the program is to run in it."
    }
    return nil
  }
}
