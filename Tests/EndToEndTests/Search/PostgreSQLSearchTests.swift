#if PostgreSQL
  import Diagnostics
  import Foundation
  import RunModel
  import RunRegistry
  import TestSupport
  import Testing

  /// Searches whose queue is in a database, as users run them from several folders.
  @Suite(.enabled(if: PostgreSQLServer.isInstalled)) struct PostgreSQLSearchTests {
    private let scratch: TemporaryDirectory
    private let server: PostgreSQLServer
    private let database: String

    init() throws {
      scratch = try TemporaryDirectory()
      server = try PostgreSQLServer.shared.get()
      database = try server.makeDatabase()
      try scratch.write(
        """
        experiment: demo
        command: sh train.sh %h
        parameters: {a: {uniform: [0, 1]}}
        strategy: random
        trials: 12
        metric: score
        direction: maximize

        """, to: "here/search.yaml")
      try scratch.write(
        """
        echo '--- RESULTS ---'
        echo '{"score": '$2'}'
        echo '--- END RESULTS ---'
        sleep 0.2
        """, to: "here/train.sh")
      try scratch.write(
        "127.0.0.1:\(server.port):*:\(PostgreSQLServer.user):\(PostgreSQLServer.password)\n", to: "pgpass")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: scratch.path + "/pgpass")
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/there", withIntermediateDirectories: true)
    }

    private var address: String { server.address(database) }
    private var shown: String { server.address(database, withPassword: false) }
    private var cache: [String: String] { ["XDG_CACHE_HOME": scratch.path + "/cache"] }

    private func expectSilence(_ result: Command.Result, at place: SourceLocation = #_sourceLocation) {
      for secret in ["s3cret", "%26%3Cword"] {
        #expect(
          !result.output.contains(secret) && !result.errorOutput.contains(secret), sourceLocation: place)
      }
    }

    @Test func aSearchIsSharedByAWorkerInAnotherFolder() throws {
      let (address, cache, folder) = (address, cache, scratch.path)
      let begun = DispatchSemaphore(value: 0)
      nonisolated(unsafe) var helper: Result<Command.Result, any Error>?
      let thread = Thread {
        // Until the search is there, there is nothing to work on.
        for _ in 0..<300 {
          helper = Result {
            try Command.assay("worker", address, environment: cache, folder: folder + "/there")
          }
          if case .success(let result) = helper, result.exitCode == 0 { break }
          usleep(100_000)
        }
        begun.signal()
      }
      thread.start()
      let result = try Command.assay(
        "search", "search.yaml", "--queue", address, environment: cache, folder: scratch.path + "/here")
      #expect(begun.wait(timeout: .now() + 120) == .success)
      let other = try #require(try helper?.get())
      #expect(result.exitCode == 0, "\(result.errorOutput)")
      #expect(other.exitCode == 0, "\(other.errorOutput)")
      #expect(
        result.errorOutput.contains("demo: 12 done, 0 running, 0 queued, of 12"), "\(result.errorOutput)")
      for result in [result, other] { expectSilence(result) }

      let runs = try Registry(path: scratch.path + "/here/registry").load().runs
      #expect(runs.count == 12 && runs.allSatisfy { $0.status == .completed })
      #expect(Set(runs.compactMap { $0.provenance[SearchProvenance.job] }).count == 12)
      // No folder is left, and those that there were nobody else could look into.
      let work = scratch.path + "/cache/assay"
      let root = try #require(try FileManager.default.contentsOfDirectory(atPath: work).first)
      #expect(try FileManager.default.contentsOfDirectory(atPath: work + "/" + root) == [])
      let mode = try FileManager.default.attributesOfItem(atPath: work + "/" + root)[.posixPermissions]
      #expect(mode as? Int == 0o700)
      #expect(!FileManager.default.fileExists(atPath: scratch.path + "/here/postgres:"))
    }

    @Test func jobsAreListedAndAddedWithThePasswordOfTheUsualFile() throws {
      let variables = cache.merging(["PGPASSFILE": scratch.path + "/pgpass"]) { $1 }
      try scratch.write(
        try String(contentsOfFile: scratch.path + "/here/search.yaml", encoding: .utf8)
          .replacing("trials: 12", with: "trials: 1\nqueue: \(shown)"), to: "here/search.yaml")
      let search = try Command.assay("search", scratch.path + "/here/search.yaml", environment: variables)
      #expect(search.exitCode == 0, "\(search.errorOutput)")
      let added = try Command.assay("jobs", "add", shown, "--param", "a=0.5", environment: variables)
      #expect(added.exitCode == 0 && added.output == "0002\n", "\(added.errorOutput)")
      let listed = try Command.assay("jobs", "list", address, environment: cache)
      #expect(listed.output.contains("  0002  QUEUED   a=0.5\n"), "\(listed.output)")
      let removed = try Command.assay("jobs", "rm", shown, "0002", environment: variables)
      #expect(removed.exitCode == 0)
      let missing = try Command.assay("jobs", "show", address, "0002", environment: cache)
      #expect(missing.exitCode != 0 && missing.errorOutput.contains("\(shown): job 0002: There is no job"))
      for result in [search, added, listed, missing] { expectSilence(result) }
      // Without the password there is no way in, and the message says who could not come in.
      let refused = try Command.assay(
        "jobs", "list", shown, environment: ["PGPASSFILE": "/dev/null", "PGPASSWORD": "s3cret wrong"])
      #expect(refused.exitCode != 0 && refused.errorOutput.contains("password authentication failed"))
      expectSilence(refused)
    }

    @Test func whatCannotBeReachedOrReadIsSaidWithoutThePassword() throws {
      for address in [
        "postgres://u:s3cret@127.0.0.1:1/jobs", "postgres://u:s3cret@word@127.0.0.1/jobs",
        "postgres://u:s3cret/x@127.0.0.1/jobs", "postgres://u:s3cret%2@127.0.0.1/jobs",
        "POSTGRES://u:s3cret@127.0.0.1:1/jobs?sslmode=s3cret",
      ] {
        for arguments in [["jobs", "list"], ["worker"], ["search", "search.yaml", "--queue"]] {
          let result = try Command.run(
            Command.assayPath, arguments + [address], environment: cache, folder: scratch.path + "/here")
          #expect(result.exitCode != 0 && result.errorOutput.contains("postgres://"), "\(result.errorOutput)")
          expectSilence(result)
        }
      }
    }
  }
#endif
