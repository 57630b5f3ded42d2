import Diagnostics
import TestSupport
import Testing

@testable import RunRegistry

/// What a user writes, and what rclone is told.
@Suite struct RemoteAddressTests {
  @Test(arguments: [
    ("s3://bucket/a/b", ":s3:bucket/a/b", "s3://bucket/a/b"),
    ("S3://bucket/", ":s3:bucket", "s3://bucket"),
    ("s3://my.bucket-1/a b/ü%20", ":s3:my.bucket-1/a b/ü%20", "s3://my.bucket-1/a b/ü%20"),
    ("gs://bucket/x", ":gcs:bucket/x", "gs://bucket/x"),
    ("az://$web", ":azureblob:$web", "az://$web"),
    ("sftp://ada@host:2222/srv/runs", ":sftp:/srv/runs", "sftp://ada@host:2222/srv/runs"),
    ("sftp://host", ":sftp:/", "sftp://host/"),
    ("sftp://host/~/runs", ":sftp:runs", "sftp://host/~/runs"),
    ("sftp://[::1]:22/x", ":sftp:/x", "sftp://[::1]:22/x"),
    ("webdav://host/dav/runs", ":webdav:dav/runs", "webdav://host/dav/runs"),
    ("webdavs://ada@host:8443/", ":webdav:", "webdavs://ada@host:8443/"),
    ("minio:bucket/runs", "minio:bucket/runs", "minio:bucket/runs"),
    ("My remote-1.x:", "My remote-1.x:", "My remote-1.x:"),
    ("nas:/volume/runs/", "nas:/volume/runs", "nas:/volume/runs"),
  ])
  func addressesAreUnderstood(text: String, rclonePath: String, shown: String) throws {
    let address = try RemoteAddress(text)
    #expect(address.rclonePath == rclonePath)
    #expect(address.description == shown)
    #expect(try RemoteAddress(shown) == address)
  }

  @Test(arguments: [
    ("registry", "registry"), ("./minio:x", "./minio:x"), ("/a:b/c", "/a:b/c"), ("C:\\runs", "C:\\runs"),
    ("c:runs", "c:runs"), ("-remote:x", "-remote:x"), ("a/b:c", "a/b:c"), ("", ""), ("../x", "../x"),
    ("file:///srv/a%20b", "/srv/a b"), ("file://localhost/x", "/x"), ("ü:x", "ü:x"),
  ])
  func localPathsStayLocal(text: String, path: String) throws {
    #expect(try StorageAddress(text) == .local(path))
  }

  @Test(arguments: [
    "s3://bucket/a/../b", "s3://bucket/a//b", "s3://bucket/./b", "s3://bucket/-rf", "s3://", "s3://-bucket/x",
    "s3://bucket/a\u{0}b", "s3://bucket/a\nb", "http://host/x", "s3a://bucket", "sftp://host:0/x",
    "sftp://host:99999/x", "sftp://-oProxyCommand=x/y", "sftp:///x", "webdav://a b/x", "remote:../x",
    "remote:a/../../x", "file://host/x", "file://x", "sftp://-l@host/x", "sftp://host:/x",
    "s3:/\u{301}/bucket", "s3://bucket/a/\u{301}..", "minio:\u{301}x",
  ])
  func misleadingAddressesAreRefused(text: String) {
    let error = #expect(throws: RemoteError.self) { try StorageAddress(text) }
    #expect(error?.reason == .invalidAddress)
    #expect(error?.detail.isEmpty == false)
  }

  @Test(arguments: [
    "sftp://ada:hunter22@host/x", "webdavs://ada:hunter22@host/x", "s3://AKID:hunter22@bucket/x",
    ":s3,secret_access_key=hunter22:bucket", ":sftp:x", "remote,pass=hunter22:x", "ada:hunter22@host",
  ])
  func passwordsInAddressesAreRefusedAndNotRepeated(text: String) {
    let error = #expect(throws: RemoteError.self) { try StorageAddress(text) }
    #expect(error?.reason == .credentialsInAddress)
    #expect("\(String(describing: error))".contains("hunter22") == false)
    #expect(error?.detail.contains("rclone config") == true)
  }

  @Test func anUnknownSchemeDoesNotShowThePassword() {
    let error = #expect(throws: RemoteError.self) { try StorageAddress("https://ada:hunter22@host/x") }
    #expect(error?.description.contains("hunter22") == false)
    #expect(error?.description.contains("host/x") == true)
  }

  @Test func endpointsOfAWSReachRcloneByTheEnvironment() async throws {
    let environment = ["AWS_ENDPOINT_URL": "http://a", "AWS_ENDPOINT_URL_S3": "http://b", "PATH": "/bin"]
    let rclone = Rclone(path: "/x/rclone", environment: environment, version: .oldest)
    let variables = rclone.childEnvironment(for: [try RemoteAddress("s3://bucket")])
    #expect(variables["RCLONE_S3_ENDPOINT"] == "http://b")
    #expect(variables["RCLONE_S3_ENV_AUTH"] == "true")
    #expect(variables["RCLONE_S3_PROVIDER"] == "Other")
    #expect(variables["PATH"] == "/bin")
    let set = Rclone(
      path: "x", environment: ["RCLONE_S3_ENDPOINT": "http://c"].merging(environment) { $1 }, version: .oldest
    )
    #expect(set.childEnvironment(for: [try RemoteAddress("s3://bucket")])["RCLONE_S3_ENDPOINT"] == "http://c")
    // What is configured is not overridden.
    #expect(rclone.childEnvironment(for: [try RemoteAddress("minio:bucket")]).count == environment.count)
  }

  @Test func variablesThatWouldChangeWhatRcloneDoesAreLeftOut() throws {
    let environment = [
      "RCLONE_DRY_RUN": "true", "RCLONE_EXCLUDE": "*", "RCLONE_DUMP": "auth",
      "RCLONE_IGNORE_EXISTING": "true",
      "RCLONE_CONFIG": "/c", "RCLONE_S3_ACL": "private", "RCLONE_BWLIMIT": "1M",
    ]
    let rclone = Rclone(path: "x", environment: environment, version: .oldest)
    #expect(
      rclone.childEnvironment(for: []).keys.sorted() == ["RCLONE_BWLIMIT", "RCLONE_CONFIG", "RCLONE_S3_ACL"])
  }

  @Test func theMachineOfAnAddressWinsOverTheEnvironment() throws {
    let rclone = Rclone(
      path: "x", environment: ["RCLONE_SFTP_HOST": "other", "RCLONE_SFTP_KEY_FILE": "/k"], version: .oldest)
    let variables = rclone.childEnvironment(for: [try RemoteAddress("sftp://ada@[::1]:2222/x")])
    #expect(variables["RCLONE_SFTP_HOST"] == "::1")
    #expect(variables["RCLONE_SFTP_USER"] == "ada")
    #expect(variables["RCLONE_SFTP_PORT"] == "2222")
    #expect(variables["RCLONE_SFTP_KEY_FILE"] == "/k")
    let dav = rclone.childEnvironment(for: [try RemoteAddress("webdavs://ada@host:8443/dav")])
    #expect(dav["RCLONE_WEBDAV_URL"] == "https://host:8443/")
  }

  @Test func oneTextAtTwoServicesIsTwoMirrors() throws {
    let address = try RemoteAddress("s3://bucket/x")
    #expect(address.identity([:]) != address.identity(["AWS_ENDPOINT_URL": "http://a"]))
    #expect(
      address.identity(["AWS_ENDPOINT_URL": "http://a"])
        == address.identity(["RCLONE_S3_ENDPOINT": "http://a"]))
    let container = try RemoteAddress("az://c")
    #expect(container.identity([:]) != container.identity(["AZURE_STORAGE_ACCOUNT": "ada"]))
  }

  @Test func noTextCrashesAndNoneBecomesAnOptionOrAConnectionString() {
    var generator = SeededGenerator(seed: 7)
    let samples = [
      "s3://bucket/a/b", "sftp://ada@host:2222/srv", "webdavs://[::1]/x", "remote:a/b", "file:///x",
      ":s3,a=b:c",
    ]
    let pieces = ["/", ":", "@", "..", "-", "\u{0}", "//", "[", "]", ",", "=", " ", "é", "\u{301}", "~"]
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      var text = Array(samples.randomElement(using: &generator) ?? "")
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        if Bool.random(using: &generator), place < text.count {
          text.remove(at: place)
        } else {
          text.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: place)
        }
      }
      guard case .remote(let address) = try? StorageAddress(String(text)) else { continue }
      #expect(address.rclonePath.utf8.first != UInt8(ascii: "-"), "\(String(text))")
      #expect(!address.rclonePath.utf8.contains(0), "\(String(text))")
      let name = address.rclonePath.unicodeScalars.dropFirst().prefix { $0 != ":" }
      #expect(!name.contains(","), "\(String(text))")
      #expect(
        RemotePath.problem(
          ofListed: address.path.isEmpty
            ? "x" : "x" + (address.path.utf8.first == UInt8(ascii: "/") ? "" : "/") + address.path) == nil
          || address.path == "/", "\(String(text))")
    }
  }
}
