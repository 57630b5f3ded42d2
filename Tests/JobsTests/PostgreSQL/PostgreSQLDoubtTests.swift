#if PostgreSQL
  import Jobs
  import RunModel
  import ServerSupport
  import TestSupport
  import Testing

  /// Connections that are lost while a change is being kept.
  @Suite(.enabled(if: StoreKind.hasPostgreSQL)) struct PostgreSQLDoubtTests {
    @Test func aChangeOfWhichTheAnswerOrTheRequestIsLostIsMadeOnce() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      let server = try PostgreSQLServer.shared.get()
      let database = try #require(test.address.split(separator: "/").last.map(String.init))
      let forwarder = try TCPForwarder(to: server.port, .answer, .request, .request, .answer)
      let store = try PostgreSQLJobStore(
        address: server.address(database, port: forwarder.port), creating: false, clock: test.clock.now)
      // Lost answers: the server kept it, so it is not done again. Lost requests: it is.
      for runs in [1, 3, 1] {
        var count = 0
        try store.change(.jobs(of: "e")) { transaction throws(JobError) in
          count += 1
          _ = try transaction.insert(Job(id: "", experiment: "e", created: transaction.now))
        }
        #expect(count == runs)
      }
      #expect(try await test.queue.allJobs(of: "e").map(\.id) == ["0001", "0002", "0003"])
      try store.close()
    }
  }
#endif
