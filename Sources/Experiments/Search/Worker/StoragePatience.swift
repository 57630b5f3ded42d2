import RunRegistry

/// Waiting for a storage on another machine that does not answer.
enum StoragePatience {
  /// The longest pause between two tries, in seconds; with those before it about two minutes.
  static let longestPause = 64

  /// Does something; while there is no answer it is tried again, with pauses of 1 s doubled up to ``longestPause``.
  ///
  /// - Parameters:
  ///   - onWait: Told before each pause why.
  ///   - body: What is to be done.
  /// - Returns: What it gives.
  /// - Throws: What it throws in the end, or that the task was cancelled.
  static func run<Value: Sendable>(
    onWait: (RemoteError) -> Void = { _ in }, _ body: () async throws -> Value
  ) async throws -> Value {
    var pause = 1
    while true {
      do {
        return try await body()
      } catch let error as RemoteError {
        guard error.reason == .unreachable, pause <= longestPause else { throw error }
        onWait(error)
        try await Task.sleep(for: .seconds(pause))
        pause *= 2
      }
    }
  }
}
