#if PostgreSQL
  import Diagnostics
  import Foundation
  import RunModel
  import RunRegistry
  import ServerSupport
  import TestSupport
  import Testing

  /// Workers that share nothing but a database and a storage.
  @Suite(.enabled(if: PostgreSQLServer.isInstalled), .serialized) struct ManyMachinesTests {
    private static let jobs = 40
    private static let lease = 4.0

    private struct Listed: Sendable {
      var id: String
      var status: String
      var attempts: Int
      var failures: Int
    }

    /// What was seen of the machines.
    private struct Outcome: Sendable {
      var exitCodes: [Int32?] = []
      var logs: [String] = []
      var begunBeforeTheKill = 0
      var begunBeforeTheCut = 0
      var begun = 0
      var listed: [Listed] = []
    }

    @Test func everyJobEndsOnceWhateverBecomesOfMachinesDatabaseAndNetwork() async throws {
      let database = try PostgreSQLServer(isDurable: true)
      let storage = try RemoteServer(.s3)
      // A thread of its own, since other tests keep Swift's threads for seconds, and the search would be over.
      let outcome = try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Outcome, any Error>) in
        Thread { continuation.resume(with: Result { try scenario(database, storage) }) }.start()
      }
      for (code, log) in zip(outcome.exitCodes, outcome.logs) {
        #expect(code == 0, "\(log)")
        #expect(!log.contains(PostgreSQLServer.password) && !log.contains(RemoteServer.secretKey))
      }
      let listed = outcome.listed
      #expect(listed.count == Self.jobs)
      #expect(listed.allSatisfy { $0.status == "DONE" })
      // What lies in the bucket, looked at by the server's own disk.
      let runs = try Registry(path: storage.scratch.path + "/data/bucket/registry").load().runs
      #expect(runs.map(\.id.run.text) == listed.map { "job-" + $0.id }, "one run of each job")
      #expect(runs.allSatisfy { $0.status == .completed })
      #expect(
        runs.map { $0.provenance[SearchProvenance.attempt] } == listed.map { "\($0.attempts)" },
        "each run is of the attempt that ended the job")
      for run in runs { #expect(run.artifacts.map(\.id) == ["log.txt", "weights.txt"]) }
      let failed = listed.map(\.failures).reduce(0, +)
      print(
        """
        many machines: \(listed.count) jobs, 4 machines, one killed after \(outcome.begunBeforeTheKill) beginnings, the \
        database killed and started 3 times, one network cut for \(2 * Self.lease) s after \(outcome.begunBeforeTheCut); \
        \(outcome.begun) beginnings, \(failed) attempts lost by their workers, \
        \(listed.filter { $0.attempts > 1 }.count) jobs begun more than once, \(runs.count) runs, each once
        """)
      #expect(failed >= 2, "the killed and the cut off worker lost something")
    }

    private func scenario(_ database: PostgreSQLServer, _ storage: RemoteServer) throws -> Outcome {
      let name = try database.makeDatabase()
      let address = database.address(name, withPassword: false)
      let network = try TCPForwarder(to: database.port)
      let first = try SeparateMachine(storage: storage)
      let witness = first.scratch.path + "/witness.txt"
      try begin(on: first, address: address, registry: storage.addressText("registry"), witness: witness)
      var outcome = Outcome()

      try first.start("search", "project/search.yaml")
      wait { begun(witness) >= 2 }
      // Each knows the program and two addresses.
      let others = try (0..<3).map { _ in try SeparateMachine(storage: storage) }
      let far = database.address(name, withPassword: false, port: network.port)
      try others[0].start("worker", address, "--jobs", "2", "--name", "doomed")
      try others[1].start("worker", address, "--registry", storage.addressText("registry"))
      try others[2].start("worker", far, "--name", "far")
      wait { log(witness).contains("doomed") && log(witness).contains("far") && begun(witness) >= 10 }
      others[0].powerOff()
      outcome.begunBeforeTheKill = begun(witness)
      for _ in 1...3 {
        try database.restart()
        usleep(700_000)
      }
      outcome.begunBeforeTheCut = begun(witness)
      network.halt()
      usleep(UInt32(2 * Self.lease * 1e6))
      network.goOn()
      try others[0].start("worker", address)
      outcome.exitCodes = [first.exitCode(within: 240)] + others.map { $0.exitCode(within: 120) }
      outcome.logs = ([first] + others).map(\.log)
      outcome.listed = try listed(address)
      outcome.begun = begun(witness)
      return outcome
    }

    private func begin(on machine: SeparateMachine, address: String, registry: String, witness: String) throws
    {
      try machine.scratch.write(
        """
        echo "begin $ASSAY_JOB $ASSAY_WORKER" >> "$WITNESS"
        echo "weights of $ASSAY_JOB" > "$ASSAY_RUN_DIR/weights.txt"
        sleep 0.5
        echo '--- RESULTS ---'
        echo '{"score": '$2'}'
        echo '--- END RESULTS ---'

        """, to: "here/project/train.sh")
      try machine.scratch.write(
        """
        experiment: demo
        command: sh train.sh %h
        files: [train.sh]
        parameters: {a: {uniform: [0, 1]}}
        trials: \(Self.jobs)
        workers: 2
        metric: score
        direction: maximize
        lease: \(Int(Self.lease))
        retries: 5
        queue: \(address)
        registry: \(registry)
        environment: {WITNESS: \(witness)}

        """, to: "here/project/search.yaml")
    }

    private func listed(_ address: String) throws -> [Listed] {
      let result = try Command.run(
        Command.assayPath, ["jobs", "list", address, "--format", "json"],
        environment: ["PGPASSWORD": PostgreSQLServer.password])
      let json = try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [String: Any]
      let experiments = json?["experiments"] as? [[String: Any]]
      let jobs = experiments?.first?["jobs"] as? [[String: Any]]
      return (jobs ?? []).map { job in
        Listed(
          id: job["job"] as? String ?? "", status: job["status"] as? String ?? "",
          attempts: job["attempts"] as? Int ?? 0, failures: (job["failures"] as? [Any])?.count ?? 0)
      }
    }

    private func log(_ witness: String) -> String {
      (try? String(contentsOfFile: witness, encoding: .utf8)) ?? ""
    }

    private func begun(_ witness: String) -> Int { log(witness).split(separator: "\n").count }

    private func wait(until isSo: () -> Bool) {
      let deadline = Date().addingTimeInterval(120)
      while !isSo(), Date() < deadline { usleep(20_000) }
    }
  }
#endif
