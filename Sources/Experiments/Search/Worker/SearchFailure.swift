public import Jobs
public import RunRegistry

/// Why a worker cannot go on.
public enum SearchFailure: Error, Sendable {
  /// The queue cannot be used.
  case queue(JobError)
  /// A run cannot be stored; its job is queued again.
  case registry(RegistryError)
  /// The folder for a program cannot be made.
  case folder(String)
}

extension SearchFailure: CustomStringConvertible {
  /// Where and why.
  public var description: String {
    switch self {
    case .queue(let error): error.description
    case .registry(let error): error.description
    case .folder(let detail): detail
    }
  }
}
