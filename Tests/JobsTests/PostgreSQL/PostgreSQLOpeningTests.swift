#if PostgreSQL
  import Diagnostics
  import Foundation
  import Jobs
  import RunModel
  import TestSupport
  import Testing

  /// Databases that hold a queue, and schemas that are something else's.
  @Suite(.enabled(if: StoreKind.hasPostgreSQL)) struct PostgreSQLOpeningTests {
    private let server: PostgreSQLServer
    private let database: String
    private let clock = TestClock()

    init() throws {
      server = try PostgreSQLServer.shared.get()
      database = try server.makeDatabase()
    }

    private func open(_ suffix: String = "", creating: Bool = false) throws -> JobQueue {
      try QueueUnderTest.open(server.address(database) + suffix, creating: creating, clock: clock)
    }

    /// A queue with three jobs: one that failed and is queued again, one that runs, one that is queued.
    private func makeQueue() async throws {
      let queue = try open(creating: true)
      try await queue.addExperiment("e")
      for x in 0..<3 { try await queue.addJob(to: "e", hyperparameters: ["x": .integer(x)]) }
      let first = try await queue.nextJob(of: "e", worker: "w", lease: 60, retries: 1)
      _ = try await queue.nextJob(of: "e", worker: "w", lease: 60)
      try await queue.crash(first, error: "trace")
      try await queue.close()
    }

    private func tamper(_ statements: String...) throws {
      for statement in statements { try server.sql(statement, in: database) }
    }

    /// Everything that is in the database, as text.
    private func snapshot() throws -> String {
      let dump = try Command.run(
        (PostgreSQLServer.programs ?? "") + "/pg_dump",
        ["--dbname", server.address(database, withPassword: false)],
        environment: ["PGPASSWORD": PostgreSQLServer.password])
      #expect(dump.exitCode == 0, "\(dump.errorOutput)")
      // Newer versions write a random word at both ends.
      return dump.output.split(separator: "\n").filter { !$0.hasPrefix("\\") }.joined(separator: "\n")
    }

    private func expectRefusal(
      _ reason: JobError.Reason, _ words: String, suffix: String = "", creating: Bool = true,
      at place: SourceLocation = #_sourceLocation
    ) async throws {
      let before = try snapshot()
      let error = await refusal { try open(suffix, creating: creating) }
      #expect(error?.reason == reason, "\(String(describing: error))", sourceLocation: place)
      #expect(error?.detail.contains(words) == true, "\(String(describing: error))", sourceLocation: place)
      #expect(error?.queue == server.address(database, withPassword: false) + suffix, sourceLocation: place)
      #expect(try snapshot() == before, sourceLocation: place)
    }

    @Test func aQueueIsOnlyMadeWhereThatIsWanted() async throws {
      try await expectRefusal(.noQueue, "no schema “assay”", creating: false)
      let queue = try open(creating: true)
      #expect(queue.path == server.address(database, withPassword: false))
      #expect(try await queue.experiments() == [])
      try await queue.addExperiment("e")
      try await queue.close()
      #expect(await refusal { try await queue.experiments() }?.detail == "The queue was closed.")
      #expect(try await open().experiments().count == 1)
      // Another schema is another queue.
      let other = try open("?schema=other_1", creating: true)
      #expect(try await other.experiments() == [])
      #expect(other.path == server.address(database, withPassword: false) + "?schema=other_1")
    }

    @Test func aSchemaOfSomebodyElseIsLeftAsItIs() async throws {
      try tamper("CREATE SCHEMA assay", "CREATE TABLE assay.t (x int)", "INSERT INTO assay.t VALUES (1)")
      try await expectRefusal(.notAQueue, "something else")
      try tamper("CREATE TABLE assay.version (application text, version int8)")
      try await expectRefusal(.notAQueue, "something else")
      try tamper(
        "DROP TABLE assay.version",
        "CREATE TABLE assay.version (application int8 NOT NULL, version int8 NOT NULL)",
        "INSERT INTO assay.version VALUES (7, 1)")
      try await expectRefusal(.notAQueue, "something else")
    }

    @Test func aQueueOfANewerVersionIsLeftAsItIs() async throws {
      try await makeQueue()
      try tamper("UPDATE assay.version SET version = 1000")
      try await expectRefusal(.notAQueue, "version 1000")
      try tamper("UPDATE assay.version SET version = 2")
      #expect(try await open().allJobs(of: "e").count == 3)
    }

    @Test(arguments: [
      "CREATE VIEW assay.v AS SELECT * FROM assay.jobs", "DROP TABLE assay.failures",
      "ALTER TABLE assay.jobs ADD COLUMN extra int8", "DROP INDEX assay.jobs_by_lease",
      "ALTER TABLE assay.jobs ALTER COLUMN worker SET DEFAULT 'x'", "UPDATE assay.version SET version = 1",
      """
      CREATE FUNCTION assay.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
      CREATE TRIGGER t BEFORE UPDATE ON assay.jobs FOR EACH ROW EXECUTE FUNCTION assay.f()
      """,
      "CREATE RULE r AS ON UPDATE TO assay.jobs DO INSTEAD NOTHING",
      "ALTER TABLE assay.jobs ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON assay.jobs USING (false)",
    ])
    func tablesThatAreNotTheQueuesOwnAreNotUsed(_ statement: String) async throws {
      try await makeQueue()
      try tamper(statement)
      try await expectRefusal(.damaged, "not those of a queue")
    }

    @Test func manyThatOpenAtTheSameTimeMakeOneQueue() async throws {
      let clock = clock
      for round in 0..<3 {
        let address = server.address(database) + "?schema=round\(round)"
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
          for worker in 0..<8 {
            group.addTask {
              let queue = try QueueUnderTest.open(address, creating: true, clock: clock)
              do throws(JobError) {
                try await queue.addExperiment("e")
              } catch {
                guard error.reason == .resourceExists else { throw error }
              }
              return try await queue.addJob(to: "e", hyperparameters: ["worker": .integer(worker)]).id
            }
          }
          return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(ids == Set((1...8).map { "000\($0)" }))
      }
    }

    @Test func whoOpensAQueueWhileAnotherRenewsItFindsItWhole() async throws {
      let clock = clock
      for _ in 0..<6 {
        let database = try server.makeDatabase()
        try server.load(try Fixture.text("queue/version-1.sql"), into: database)
        let address = server.address(database)
        try await withThrowingTaskGroup(of: Int.self) { group in
          for _ in 0..<12 {
            group.addTask {
              try await QueueUnderTest.open(address, creating: false, clock: clock).allJobs(of: "old").count
            }
          }
          for try await count in group { #expect(count == 3) }
        }
      }
    }

    @Test func aQueueOfTheFirstVersionIsTakenOverWithItsJobsByAllAtOnce() async throws {
      try server.load(try Fixture.text("queue/version-1.sql"), into: database)
      let clock = clock
      let address = server.address(database)
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await QueueUnderTest.open(address, creating: false, clock: clock).allJobs(of: "old").count
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts == Array(repeating: 3, count: 8))
      let queue = try open()
      let jobs = try await queue.allJobs(of: "old")
      #expect(jobs.map(\.id) == ["0001", "0002", "0003"])
      #expect(jobs.map(\.status) == [.done, .crashed, .queued])
      #expect(jobs.map(\.lineage) == [nil, nil, nil])
      #expect(jobs[0].results == ["y": Scalar(.real, text: "0.0001")] && jobs[0].attempts == 1)
      #expect(jobs[1].failures.map(\.error) == ["The program ended with exit code 3."])
      let lineage = JobLineage(generation: 1, member: 1, parent: "0001", factors: ["x": .times(1.25)])
      let added = try await queue.addJob(to: "old", hyperparameters: ["x": 3], lineage: lineage)
      #expect(added.id == "0004")
      #expect(try await queue.job("0004").lineage == lineage)
      #expect(try server.sql("SELECT version FROM assay.version", in: database) == "2\n")
    }

    @Test func aUserWithoutTheRightsIsToldWhichAreMissing() async throws {
      let user = database + "_guest"
      try tamper(
        "CREATE USER \(user) PASSWORD '\(PostgreSQLServer.password)'")
      let address = server.address(database, user: user)
      func open(creating: Bool = true) throws -> JobQueue {
        try QueueUnderTest.open(address, creating: creating, clock: clock)
      }
      let making = await refusal { try open() }
      #expect(making?.reason == .unavailable)
      #expect(making?.detail.contains("GRANT CREATE ON DATABASE") == true, "\(String(describing: making))")
      #expect(making?.detail.contains("CREATE SCHEMA assay AUTHORIZATION") == true)
      try await makeQueue()
      let using = await refusal { try open() }
      #expect(using?.detail.contains("USAGE on the schema") == true, "\(String(describing: using))")
      // What the documentation says is enough.
      try tamper(
        "GRANT USAGE ON SCHEMA assay TO \(user)",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA assay TO \(user)")
      let queue = try open()
      let job = try await queue.nextJob(of: "e", worker: "guest", lease: 60)
      try await queue.finish(job, results: ["y": 1])
      try await queue.addExperiment("f")
      try await queue.addJob(to: "f", hyperparameters: [:])
      try await queue.deleteExperiment("f")
    }

    @Test func valuesThatCannotBeStopNobody() async throws {
      let damages = [
        "hyperparameters = '\\xff'", "results = '\\x5b'", "version = -1", "attempts = 9223372036854775807",
        "created = 9223372036854775807", "started = -9223372036854775808", "excused = -1",
        "hyperparameters = convert_to(repeat('x', 5000000), 'UTF8')", "worker = '\\xff'",
        "lineage = '\\xff'", "lineage = '\\x7b7d'",
      ]
      try await makeQueue()
      for damage in damages {
        try tamper("DROP SCHEMA assay CASCADE")
        try await makeQueue()
        try tamper("UPDATE assay.jobs SET \(damage) WHERE number = 1")
        let queue = try open()
        #expect(await refusal { try await queue.job("0001") }?.reason == .damaged, "\(damage)")
        let listing = try await queue.listing(of: "e")
        #expect(listing.jobs.map(\.id) == ["0002", "0003"], "\(damage)")
        #expect(listing.damaged.map(\.job) == ["0001"] && listing.damaged[0].experiment == "e")
        // It was the oldest in the queue; it is set aside, and the next is given out.
        #expect(try await queue.nextJob(of: "e", worker: "w", lease: 60).id == "0003", "\(damage)")
        #expect(try await queue.counts(of: "e")[.crashed] == 1)
        try await queue.deleteJob("0001")
        #expect(try await queue.listing(of: "e").damaged == [])
      }
      try tamper("UPDATE assay.jobs SET status = 'LOST' WHERE number = 2")
      let queue = try open()
      #expect(try await queue.listing(of: "e").damaged.map(\.job) == ["0002"])
      try tamper("UPDATE assay.experiments SET status = 'LOST'")
      #expect(await refusal { try await queue.experiment("e") }?.reason == .damaged)
    }

    @Test func aTableThatIsGoneWhileTheQueueIsOpenIsSaid() async throws {
      try await makeQueue()
      let queue = try open()
      #expect(try await queue.allJobs(of: "e").count == 3)
      try tamper("DROP TABLE assay.failures")
      #expect(await refusal { try await queue.allJobs(of: "e") }?.reason == .damaged)
      #expect(try await queue.counts(of: "e")[.running] == 1)
    }
  }
#endif
