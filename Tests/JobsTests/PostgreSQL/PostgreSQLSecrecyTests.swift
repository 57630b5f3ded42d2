#if PostgreSQL
  import Foundation
  import Jobs
  import RunModel
  import TestSupport
  import Testing

  /// Passwords are said by nobody.
  @Suite(.enabled(if: StoreKind.hasPostgreSQL)) struct PostgreSQLSecrecyTests {
    private let server: PostgreSQLServer
    private let clock = TestClock()

    init() throws {
      server = try PostgreSQLServer.shared.get()
    }

    private func words(_ address: String) async -> String {
      await refusal { try QueueUnderTest.open(address, creating: true, clock: clock) }?.description ?? ""
    }

    private func expectSilence(_ words: String, _ secret: String, at place: SourceLocation = #_sourceLocation)
    {
      #expect(!words.isEmpty, sourceLocation: place)
      for form in [secret, secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""] {
        #expect(!words.contains(form), "\(words)", sourceLocation: place)
      }
    }

    @Test func aWrongPasswordIsNotSaid() async throws {
      let database = try server.makeDatabase()
      for (written, secret) in [("hunter22", "hunter22"), ("h%75nter%2022", "hunter 22")] {
        let words = await words("postgres://tester:\(written)@127.0.0.1:\(server.port)/\(database)")
        #expect(words.contains("password authentication failed"), "\(words)")
        #expect(words.hasPrefix("postgres://tester@127.0.0.1:\(server.port)/\(database): "))
        expectSilence(words, secret)
      }
      // A short one that could be told from where it is left out.
      let short = await words("postgres://tester:te@127.0.0.1:\(server.port)/\(database)")
      #expect(short.contains("what was said holds the password"), "\(short)")
    }

    @Test func whereNobodyAnswersIsSaidSoonAndWithoutThePassword() async throws {
      let beginning = Date()
      let words = await words("postgres://tester:hunter22@127.0.0.1:1/jobs")
      #expect(
        words.contains("refused") && words.hasPrefix("postgres://tester@127.0.0.1:1/jobs: "), "\(words)")
      expectSilence(words, "hunter22")
      #expect(Date().timeIntervalSince(beginning) < 30, "an answer that came at once is passed on at once")
      let unknown = await self.words("postgres://tester:hunter22@nobody.invalid/jobs?sslmode=hunter22")
      expectSilence(unknown, "hunter22")
    }

    @Test func noErrorOfAQueueThatWorksSaysIt() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      #expect(test.address.contains("s3cret") && !test.queue.path.contains("s3cret"))
      for call in [
        { _ = try await test.queue.experiment("none") }, { _ = try await test.queue.job("0001") },
        { _ = try await test.queue.addExperiment("e") },
        { _ = try await test.queue.nextJob(of: "e", worker: "w", lease: 1) },
        {
          try await test.queue.close()
          _ = try await test.queue.experiments()
        },
      ] as [() async throws -> Void] {
        let error = await refusal(call)
        expectSilence(error?.description ?? "", PostgreSQLServer.password)
        #expect(error?.queue == test.queue.path)
      }
    }
  }
#endif
