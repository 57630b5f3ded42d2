public import Jobs
public import RunRegistry

/// Why a worker cannot go on.
public enum SearchFailure: Error, Sendable {
  /// The queue cannot be used.
  case queue(JobError)
  /// A run cannot be stored; its job is queued again.
  case registry(RegistryError)
  /// A run cannot be stored on another machine; its job is queued again.
  case remote(RemoteError)
  /// The folder for a program cannot be made.
  case folder(String)
  /// What a job goes on from cannot be fetched for now; the job is queued again.
  case parent(String)
  /// The system has no room to run a program; its job is queued again.
  case shortage(String)
}

extension SearchFailure: CustomStringConvertible {
  /// Where and why.
  public var description: String {
    switch self {
    case .queue(let error): error.description
    case .registry(let error): error.description
    case .remote(let error): error.description
    case .folder(let detail): detail
    case .parent(let detail): detail + " The job is queued again."
    case .shortage(let detail):
      detail + " The job is queued again; use fewer workers, or give them more room."
    }
  }
}

extension SearchFailure {
  /// What a worker cannot go on with, by the sort of an error.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as SearchFailure: error
      case let error as JobError: .queue(error)
      case let error as RegistryError: .registry(error)
      case let error as RemoteError: .remote(error)
      default: .folder("\(error)")
      }
  }
}
