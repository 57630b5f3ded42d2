import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

/// Tasks whose ends are told by real servers.
@Suite struct TaskNotificationTests {
  private static func mail(_ server: NotificationServer, password: String) throws -> EmailNotifier {
    try EmailNotifier(
      subject: "Experiments", senderAccount: NotificationServer.account, senderPassword: password,
      smtpServer: "localhost", smtpPort: server.port, recipients: ["ada@example.org"], encryption: .startTLS,
      caFile: server.caFile)
  }

  private static func hook(_ server: NotificationServer, _ path: String) throws -> WebhookNotifier {
    try WebhookNotifier(url: "http://localhost:\(server.port)/\(path)", format: .json)
  }

  @Test func aMailAndAWebhookTellHowATaskEnded() async throws {
    let (post, web) = (try NotificationServer(.starttls), try NotificationServer(.http))
    let scratch = try TemporaryDirectory()
    let experiment = try Experiment(scratch.path)
      .setNotifier(Self.mail(post, password: NotificationServer.password)).setNotifier(Self.hook(web, "hook"))
      .build(id: "e1")
    let good = await experiment.execute(NoteTask())
    #expect(good.diagnostics == [])
    #expect(good.record.notices.map(\.problem) == [nil, nil])
    await #expect(throws: BadTask.Boom.self) { try await experiment.run(BadTask()) }

    let bodies = try web.received().compactMap { $0["body"] as? String }
    #expect(
      bodies.first
        == #"{"schema_version":1,"message":"The task [note_task] under experiment [e1] is completed successfully."}"#
    )
    #expect(bodies.last?.contains("has failed with error:\\n\\nBoom: boom") == true)
    let mails = try post.received().compactMap { $0["content"] as? String }
    #expect(mails.count == 2 && bodies.count == 2)
    #expect(mails.first?.contains("The task [note_task] under experiment [e1]") == true)
  }

  @Test func failingServersCostNoResultAndNoSecretIsWritten() async throws {
    let (post, web) = (try NotificationServer(.starttls), try NotificationServer(.http))
    let scratch = try TemporaryDirectory()
    let experiment = try Experiment(scratch.path)
      .setNotifier(Self.mail(post, password: "wrong-secret-77"))
      .setNotifier(Self.hook(web, "T0SECRET99/status-500")).build()
    let execution = await experiment.execute(NoteTask())
    #expect(try execution.result.get() == "fine")
    #expect(execution.record.status == .completed)
    #expect(execution.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(execution.diagnostics[0].found.contains("refused the account"))
    #expect(execution.diagnostics[1].found.contains("status 500"))
    #expect(
      Listing.files(experiment.path)
        == ["experiment.log", "note.txt", "note_task.execution.json", "note_task.params"])
    let written =
      try Listing.files(experiment.path).map { try Listing.text(experiment.path + "/" + $0) }
      .joined() + execution.diagnostics.map(\.description).joined()
    #expect(!written.contains("wrong-secret-77") && !written.contains("T0SECRET99"))
    // The task that failed says its own error, whatever the notifiers do.
    await #expect(throws: BadTask.Boom.self) { try await experiment.run(BadTask()) }
    #expect(try Listing.text(experiment.path + "/bad_task.errors").hasPrefix("Boom: boom"))
  }
}
