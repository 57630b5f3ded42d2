import Foundation
import Jobs
import RunModel
import TestSupport

/// A place for a queue that several processes share.
struct QueuePlace {
  /// Its path or address.
  let address: String
  private let scratch: TemporaryDirectory?

  /// A new place.
  init(_ kind: StoreKind) throws {
    if kind == .postgreSQL {
      let server = try PostgreSQLServer.shared.get()
      address = server.address(try server.makeDatabase())
      scratch = nil
    } else {
      let scratch = try TemporaryDirectory()
      address = scratch.path + "/jobs.sqlite"
      self.scratch = scratch
    }
  }

  /// The time.
  static let now: @Sendable () -> UTCTimestamp = {
    UTCTimestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }
}
