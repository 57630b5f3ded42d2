/// What a server or program said when it failed.
public struct ServerFailure: Error {
  /// Its words.
  public var text: String

  /// A failure.
  public init(text: String) {
    self.text = text
  }
}
