import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite struct WebhookNotifierTests {
  private static let message = "Loss <!channel> & ```done```\nzweite Zeile: ä"

  @Test func everyFormatArrivesAsItsReaderWantsIt() async throws {
    let server = try NotificationServer(.http)
    for format in WebhookFormat.allCases {
      try await WebhookNotifier(url: "http://127.0.0.1:\(server.port)/hook/\(format)", format: format)
        .notify(Self.message)
    }
    let requests = try server.received()
    #expect(
      requests.compactMap { $0["path"] as? String } == ["/hook/slack", "/hook/mattermost", "/hook/json"])
    let bodies = try requests.map { request in
      let text = try #require(request["body"] as? String)
      return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }
    #expect(bodies[0]["text"] as? String == "Loss &lt;!channel&gt; &amp; ```done```\nzweite Zeile: ä")
    #expect(bodies[1]["text"] as? String == "````\n\(Self.message)\n````")
    #expect(bodies[2]["message"] as? String == Self.message)
    #expect(bodies[2]["schema_version"] as? Int == 1)
    let headers = try #require(requests[0]["headers"] as? [String: String])
    #expect(headers["Content-Type"] == "application/json; charset=utf-8")
  }

  @Test func certificatesAreCheckedAndOnesOwnAuthorityMayBeNamed() async throws {
    let server = try NotificationServer(.https)
    let url = "https://localhost:\(server.port)/hook"
    try await WebhookNotifier(url: url, format: .json, caFile: server.caFile).notify("hello")
    let stranger = try WebhookNotifier(url: url, format: .json)
    let error = await #expect(throws: NotifierError.self) { try await stranger.notify("hello") }
    #expect(error?.reason == .notSecure)
    #expect(try server.received().count == 1)
  }

  @Test(arguments: [400, 404, 500, 503])
  func aStatusThatSaysNoIsAnErrorWhichHidesTheAddress(_ status: Int) async throws {
    let server = try NotificationServer(.http)
    let secret = "T0SECRET99/status-\(status)"
    let notifier = try WebhookNotifier(url: "http://localhost:\(server.port)/\(secret)", format: .slack)
    let error = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    let text = try #require(error).description
    #expect(text.contains("status \(status)"))
    #expect(!text.contains("T0SECRET99"))
    #expect(text.contains("\\u{1B}[31m <b>"), "what the server says is shown, but cannot steer a terminal")
    #expect(!notifier.name.contains("T0SECRET99"))
  }

  @Test func aTokenInTheQueryThatTheServerRepeatsIsHidden() async throws {
    let server = try NotificationServer(.http)
    let notifier = try WebhookNotifier(
      url: "http://localhost:\(server.port)/h?token=tok99x&a=zz17&key=status-403", format: .json)
    let error = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    let text = try #require(error).description
    #expect(text.contains("status 403") && text.contains("answer to …"), "\(text)")
    for secret in ["tok99x", "zz17", "status-403"] { #expect(!text.contains(secret)) }
  }

  @Test func redirectsAreNotFollowedAndEndlessAnswersAreCut() async throws {
    let server = try NotificationServer(.http)
    let moved = try WebhookNotifier(url: "http://localhost:\(server.port)/status-302", format: .json)
    let error = await #expect(throws: NotifierError.self) { try await moved.notify("hello") }
    #expect(error?.detail.contains("redirect") == true)
    try await WebhookNotifier(url: "http://localhost:\(server.port)/endless", format: .json).notify("hello")
    #expect(try server.received().count == 2)
  }

  @Test func aServerThatIsGoneOrSilentIsAnError() async throws {
    let silent = try NotificationServer(.silent)
    let notifier = try WebhookNotifier(
      url: "http://127.0.0.1:\(silent.port)/x", format: .json, timeLimit: 1)
    let slow = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    #expect(slow?.reason == .tooSlow)
    silent.stop()
    let gone = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    #expect(gone?.reason == .unreachable)
  }

  @Test func addressesThatCannotBeTrustedAreRefusedWithoutRepeatingThem() {
    let refused = [
      "", "ftp://example.org/x", "https://", "https:///x", "https://user:pass@example.org/SECRET",
      "https://exa mple.org/SECRET", "https://example.org/SECRET\r\nX: y", "https://ex\u{E4}mple.org/SECRET",
      "http://example.org/SECRET", "http://127.0.0.1.example.org/SECRET",
      "http://localhost.example.org/SECRET",
      "https://example.org:0/SECRET", "https://example.org:99999/SECRET", "https://[::1/SECRET",
      "https://example.org\\@evil.org/SECRET", "file:///etc/passwd",
    ]
    for url in refused {
      let error = #expect(throws: NotifierError.self, "\(url)") {
        try WebhookNotifier(url: url, format: .json)
      }
      #expect(error?.description.contains("SECRET") == false)
    }
    for url in [
      "https://example.org/x", "https://example.org:8443/x?y", "HTTPS://example.org", "http://localhost/x",
      "http://[::1]:80/x", "http://127.0.0.1:5/x",
    ] {
      #expect(throws: Never.self, "\(url)") { try WebhookNotifier(url: url, format: .json) }
    }
    #expect(throws: Never.self) {
      try WebhookNotifier(url: "http://example.org/x", format: .json, allowsPlainHTTP: true)
    }
  }
}
