import TestSupport
import Testing

@testable import Jobs

/// Addresses of databases, read and shown.
@Suite struct PostgreSQLAddressTests {
  private static func read(_ text: String) throws -> PostgreSQLAddress { try PostgreSQLAddress(text) }

  @Test func everyPartIsFound() throws {
    let address = try Self.read(
      "postgresql://ann%40x:p%40s%3As%2F@db1:5433,[::1]:99,%2Frun%2Fpg/jo%62s?sslmode=require&schema=team_1&ssl=true"
    )
    #expect(address.user == "ann@x" && address.password == "p@s:s/" && address.database == "jobs")
    #expect(address.schema == "team_1")
    #expect(
      address.hosts == [
        .init(name: "db1", port: 5433), .init(name: "::1", port: 99), .init(name: "/run/pg"),
      ])
    #expect(
      address.options == [
        .init(name: "sslmode", value: "require"), .init(name: "sslmode", value: "require"),
      ])
    #expect(
      address.shown == "postgres://ann%40x@db1:5433,[::1]:99,%2Frun%2Fpg/jobs?schema=team_1")
    #expect(try Self.read(address.shown).hosts == address.hosts)
  }

  @Test func whatIsAbsentIsLeftToTheUsualVariables() throws {
    for text in ["postgres://", "postgres:///", "POSTGRES://", "postgresql://?"] {
      let address = try Self.read(text)
      #expect(address.user == nil && address.password == nil && address.database == nil)
      #expect(address.hosts == [] && address.schema == "assay" && address.options == [])
      #expect(address.shown == "postgres://")
      #expect(
        address.shown(user: "u", host: "h", port: "1", database: "d") == "postgres://u@h:1/d")
    }
    let address = try Self.read("postgres://:5433/d?user=u&password=secret&dbname=other")
    #expect(address.hosts == [.init(name: "", port: 5433)] && address.password == "secret")
    #expect(address.shown == "postgres://u@:5433/other")
  }

  @Test(arguments: [
    "postgres://u:secret@host@x/db", "postgres://u:sec/ret@host/db", "postgres://u:sec?ret@host/db",
    "postgres://u:sec#ret@host/db", "postgres://u:secret%zz@host/db", "postgres://u:secret%4",
    "postgres://u:secret%00@host/db", "postgres://u:secret%ff@host/db", "postgres://u@host:secret/db",
    "postgres://u@host:0/db", "postgres://u@host:65536/db", "postgres://u@host:+5/db",
    "postgres://u@[::1/secret", "postgres://u@[::1]secret/db", "postgres://u:secret@h/db?secret",
    "postgres://u:secret@h/db?=secret", "postgres://u:secret@h/db?schema=a%22b",
    "postgres://u:secret@h/db?schema=", "postgres://u:secret@h/db?schema=pg_secret",
    "postgres://u:secret@h/db?schema=1secret", "postgres://u:secret@h/db?host=secret",
    "postgres://u:secret@h/db?replication=true", "postgres://u:secret\u{0}@h/db",
    "postgres://u:" + String(repeating: "secret", count: 2000) + "@h/db",
  ])
  func anAddressThatCannotBeReadIsRefusedAndNotShown(_ text: String) {
    #expect(JobQueue.isAddress(text))
    #expect(throws: JobError.self) { try Self.read(text) }
    #expect(JobQueue.shown(text) == "postgres://…")
    let error = #expect(throws: JobError.self) {
      try JobQueue.open(text, creating: true, now: TestClock().now)
    }
    #expect(error?.reason == .invalid && error?.description.contains("ecret") == false)
    #expect(error?.description.hasPrefix("postgres://…: The address cannot be read.") == true)
  }

  @Test func pathsOfFilesAreNoAddresses() {
    for text in ["", "jobs.sqlite", "postgres", "/postgres://x", "s3:queue"] {
      #expect(!JobQueue.isAddress(text))
      #expect(JobQueue.shown(text) == text)
    }
  }

  @Test func noTextStopsTheProgramOrShowsItsPassword() {
    var generator = SeededGenerator(seed: 77)
    let parts = [
      "postgres://", "user", ":", "@", "/", "?", "#", "[", "]", ",", "%", "%40", "%00", "=", "&", "schema=",
      "5432", "é",
      "\u{0}", "SECRET",
    ]
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      let middle = (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
        parts.randomElement(using: &generator)
      }
      // A password where one belongs, between a colon and an @.
      let text = "postgres://u:SECRET" + middle.joined() + "@h/d"
      let shown = JobQueue.shown(text)
      #expect(!shown.contains("SECRET"), "\(text)")
      if let address = try? Self.read(text) {
        #expect(address.password?.hasPrefix("SECRET") == true, "\(text)")
        #expect((try? Self.read(shown))?.hosts == address.hosts, "\(text)")
      }
      _ = JobQueue.shown("postgres://" + middle.joined())
    }
  }
}
