import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct EmailNotifierTests {
  private static let time = UTCTimestamp(microseconds: 1_774_070_109_000_000)

  private static func notifier(
    _ server: NotificationServer, _ encryption: EmailNotifier.Encryption = .implicit,
    subject: String = "Experiments", password: String = NotificationServer.password,
    recipients: [String] = ["ada@example.org"], trusts: Bool = true, timeLimit: Int = 20
  ) throws -> EmailNotifier {
    try EmailNotifier(
      subject: subject, senderAccount: NotificationServer.account, senderPassword: password,
      smtpServer: "localhost", smtpPort: server.port, recipients: recipients, encryption: encryption,
      caFile: trusts ? server.caFile : nil, timeLimit: timeLimit, clock: .fixed(time), messageID: { "m1" })
  }

  @Test(arguments: [NotificationServer.Kind.smtps, .starttls])
  func everyRecipientGetsAMailOfTheirOwnOverTLS(_ kind: NotificationServer.Kind) async throws {
    let server = try NotificationServer(kind)
    let notifier = try Self.notifier(
      server, kind == .smtps ? .implicit : .startTLS, subject: "Läuft & fertig",
      recipients: ["ada@example.org", "grace@example.org"])
    try await notifier.notify("Loss < 0.1 & \"done\"\nzwei Zeilen: ä\n\n.\nend")

    let mails = try server.received()
    #expect(mails.compactMap { $0["to"] as? [String] } == [["ada@example.org"], ["grace@example.org"]])
    for mail in mails {
      #expect(mail["from"] as? String == "lab@example.org")
      #expect(mail["encrypted"] as? Bool == true)
      #expect(mail["authenticated"] as? Bool == true)
      let content = try #require(mail["content"] as? String)
      let header = try #require(content.components(separatedBy: "\r\n\r\n").first)
      #expect(header.contains("Date: Sat, 21 Mar 2026 05:15:09 +0000\r\n"))
      #expect(header.contains("Message-ID: <m1@example.org>\r\n"))
      #expect(header.contains("Subject: =?UTF-8?B?TMOkdWZ0ICYgZmVydGln?=\r\n"))
      #expect(header.contains("Content-Type: multipart/alternative;"))
      #expect(header.components(separatedBy: "Content-Type:").count == 2)
      #expect(!content.contains(NotificationServer.password))
      let parts = try Self.parts(of: content)
      #expect(parts.types == ["text/plain", "text/html"])
      #expect(parts.texts[0] == "Loss < 0.1 & \"done\"\nzwei Zeilen: ä\n\n.\nend\n")
      #expect(
        parts.texts[1].contains(
          ">Loss &lt; 0.1 &amp; &quot;done&quot;\nzwei Zeilen: ä\n\n.\nend</pre>"))
    }
  }

  @Test func aWrongPasswordIsSaidAndNeverShown() async throws {
    let server = try NotificationServer(.smtps)
    let notifier = try Self.notifier(server, password: "wrong-secret-77", recipients: ["a@b.org", "c@d.org"])
    let error = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    #expect(error?.reason == .refusedLogin)
    #expect(error?.description.contains("wrong-secret-77") == false)
    #expect(try server.received().isEmpty)
  }

  @Test func aServerThatNobodyVouchesForGetsNothing() async throws {
    let server = try NotificationServer(.smtps)
    let notifier = try Self.notifier(server, trusts: false)
    let error = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    #expect(error?.reason == .notSecure)
    #expect(try server.received().isEmpty)
  }

  @Test func nothingIsSentWithoutEncryption() async throws {
    let server = try NotificationServer(.smtp)
    for encryption in [EmailNotifier.Encryption.startTLS, .implicit] {
      let notifier = try Self.notifier(server, encryption)
      let error = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
      #expect(error?.reason == .notSecure, "\(error.map { "\($0)" } ?? "")")
    }
    #expect(try server.received().isEmpty)
  }

  @Test func oneRecipientWhoIsRefusedKeepsNoOtherFromTheirs() async throws {
    let server = try NotificationServer(.smtps)
    let notifier = try Self.notifier(
      server, recipients: ["ada@example.org", "nobody@example.org", "grace@example.org"])
    let error = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    #expect(error?.reason == .refused)
    #expect(error?.detail.hasPrefix("No mail for nobody@example.org.") == true)
    #expect(
      try server.received().compactMap { $0["to"] as? [String] } == [
        ["ada@example.org"], ["grace@example.org"],
      ])
  }

  @Test func aServerThatIsGoneOrSilentIsAnError() async throws {
    let server = try NotificationServer(.smtps)
    let notifier = try Self.notifier(server)
    server.stop()
    let gone = await #expect(throws: NotifierError.self) { try await notifier.notify("hello") }
    #expect(gone?.reason == .unreachable)

    let silent = try NotificationServer(.silent)
    let waiting = try Self.notifier(silent, .startTLS, trusts: false, timeLimit: 1)
    let error = await #expect(throws: NotifierError.self) { try await waiting.notify("hello") }
    #expect(error?.reason == .tooSlow)
  }

  @Test func cancellingEndsTheTransfer() async throws {
    let silent = try NotificationServer(.silent)
    let notifier = try Self.notifier(silent, .startTLS, trusts: false, timeLimit: 600)
    let work = Task { try await notifier.notify("hello") }
    try await Task.sleep(for: .milliseconds(200))
    work.cancel()
    let result = await work.result
    #expect(throws: NotifierError.self) { try result.get() }
    if case .failure(let error) = result { #expect((error as? NotifierError)?.reason == .cancelled) }
  }

  @Test func settingsThatCouldSaySomethingElseAreRefused() {
    func make(
      subject: String = "s", sender: String = "a@b.org", server: String = "h", port: Int = 465,
      recipients: [String] = ["c@d.org"], password: String = "p"
    ) throws -> EmailNotifier {
      try EmailNotifier(
        subject: subject, senderAccount: sender, senderPassword: password, smtpServer: server, smtpPort: port,
        recipients: recipients)
    }
    #expect(throws: Never.self) { try make() }
    for subject in ["a\nBcc: x@y.org", "a\r\nb", "a\u{2028}b", "a\u{0}", "a\u{202E}b"] {
      #expect(throws: NotifierError.self, "\(subject)") { try make(subject: subject) }
    }
    for address in [
      "", "a", "a@", "@b", "a@b@c", "a b@c.org", "a@b.org\r\nRCPT TO:<x@y.org>", "a@b.org>", "\"a\"@b.org",
      "a@b.org,c@d.org", "ä@b.org", "a@b/c", "a@b:25",
    ] {
      #expect(throws: NotifierError.self, "\(address)") { try make(recipients: [address]) }
      #expect(throws: NotifierError.self, "\(address)") { try make(sender: address) }
    }
    for server in ["", "a b", "a/b", "a@b", "a:25", "-x", "a\nb", "a#b", "[::1"] {
      #expect(throws: NotifierError.self, "\(server)") { try make(server: server) }
    }
    #expect(throws: NotifierError.self) { try make(port: 0) }
    #expect(throws: NotifierError.self) { try make(port: 65_536) }
    #expect(throws: NotifierError.self) { try make(recipients: []) }
    #expect(throws: NotifierError.self) { try make(password: "a\u{0}b") }
  }

  /// The types and decoded texts of a mail's two parts, read by Python's own library.
  private static func parts(of content: String) throws -> (types: [String], texts: [String]) {
    let program = """
      import email, email.policy, json, sys
      mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      assert mail.get_content_type() == "multipart/alternative", mail.get_content_type()
      parts = list(mail.iter_parts())
      print(json.dumps([[p.get_content_type() for p in parts], [p.get_content() for p in parts]]))
      """
    let result = try Command.run(Command.pythonPath, ["-c", program], input: content)
    let lists = try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [[String]] ?? []
    let texts = try #require(lists.count == 2 ? lists[1] : nil, "\(result.errorOutput)")
    return (lists[0], texts.map { $0.replacingOccurrences(of: "\r\n", with: "\n") })
  }
}
