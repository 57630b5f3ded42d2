import ServerSupport

@testable import RunRegistry

extension RemoteServer {
  /// The address of something in the bucket.
  func address(_ path: String, port: Int? = nil) throws -> RemoteAddress {
    try RemoteAddress(addressText(path, port: port))
  }

  /// The program in the environment of the server; impatient where a server is to fail.
  func rclone(
    port: Int? = nil, adding variables: [String: String] = [:], isPatient: Bool = true
  ) async throws -> Rclone {
    var rclone = try await Rclone.find(
      environment: environment(port: port ?? self.port).merging(variables) { $1 })
    rclone.patience =
      isPatient
      ? .init(requests: 2, transferRequests: 3, transfers: 2)
      : .init(requests: 1, transferRequests: 1, transfers: 1)
    return rclone
  }

  /// Runs rclone by itself on the bucket, as another program would.
  @discardableResult
  func outside(_ arguments: String..., input: String = "") async throws -> String {
    let rclone = try await rclone()
    let address = try address("")
    let ending = try await rclone.execute(
      arguments.map { $0.replacing("REMOTE", with: address.rclonePath) }, for: [address], input: input,
      reading: RcloneText(limit: 1 << 24))
    guard ending.code == 0 else { throw ServerFailure(text: ending.log.errors.joined(separator: "\n")) }
    return String(decoding: ending.output.bytes, as: UTF8.self)
  }
}
