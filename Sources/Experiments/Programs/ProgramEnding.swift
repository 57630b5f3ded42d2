import Diagnostics

/// How a program ended.
public enum ProgramEnding: Hashable, Sendable {
  /// By itself, with this exit code.
  case exited(Int32)
  /// By a signal that was not ours.
  case signalled(Int32)
  /// By us, since it ran longer than these seconds.
  case timedOut(seconds: Double)
  /// By us, since the task was cancelled.
  case cancelled
  /// It never began; why, as a whole sentence.
  case notStarted(String)
  /// The system had no room for another program now, such as open files or memory; why, as a whole sentence.
  case noRoom(String)

  /// Whether it ended by itself with exit code 0.
  public var isSuccess: Bool { self == .exited(0) }
}

extension ProgramEnding: CustomStringConvertible {
  /// What happened, as a whole sentence.
  public var description: String {
    switch self {
    case .exited(let code): "The program ended with exit code \(code)."
    case .signalled(let signal): "The program was ended by signal \(signal)\(Self.name(of: signal))."
    case .timedOut(let seconds):
      "The program ran longer than \(Self.text(of: seconds)) seconds and was ended."
    case .cancelled: "The program was ended, since its result is not wanted any more."
    case .notStarted(let reason), .noRoom(let reason): reason
    }
  }

  private static func text(of seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case 1: " (SIGHUP)"
    case 2: " (SIGINT)"
    case 3: " (SIGQUIT)"
    case 4: " (SIGILL)"
    case 6: " (SIGABRT)"
    case 8: " (SIGFPE)"
    case 9: " (SIGKILL, as the system sends it when memory runs out)"
    case 11: " (SIGSEGV)"
    case 13: " (SIGPIPE)"
    case 15: " (SIGTERM)"
    default: ""
    }
  }
}
