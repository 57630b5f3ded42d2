import Diagnostics

/// Sends a mail to each of several people, by SMTP and never without encryption.
///
/// ```swift
/// let notifier = try EmailNotifier(
///   subject: "Experiments", senderAccount: "lab@example.org", senderPassword: password,
///   smtpServer: "smtp.example.org", smtpPort: 465, recipients: ["ada@example.org"])
/// ```
///
/// Every recipient gets a mail of their own, as plain text and as HTML. The password is given to libcurl alone: it is in
/// no message, no record and no argument of a program.
public struct EmailNotifier: Notifier {
  /// How the connection is encrypted.
  public enum Encryption: Hashable, Sendable {
    /// From the first byte, usually at port 465.
    case implicit
    /// After a command, usually at port 587; without it nothing is sent.
    case startTLS
  }

  /// What the mails are called.
  public let subject: String
  /// The account, and the address that the mails come from unless ``senderAddress`` is another.
  public let senderAccount: String
  /// The address that the mails come from.
  public let senderAddress: String
  /// The server.
  public let smtpServer: String
  /// Its port.
  public let smtpPort: Int
  /// Who gets a mail.
  public let recipients: [String]
  /// How the connection is encrypted.
  public let encryption: Encryption
  /// A file of certificates in PEM that are trusted instead of the system's.
  public let caFile: String?
  /// How many seconds each mail may take, 1 to 600.
  public let timeLimit: Int
  let clock: ExperimentClock
  let messageID: @Sendable () -> String
  let senderPassword: String

  /// A notifier that sends mails.
  ///
  /// - Parameters:
  ///   - subject: What the mails are called: one line.
  ///   - senderAccount: The account at the server.
  ///   - senderPassword: Its password.
  ///   - smtpServer: The server's name or address.
  ///   - smtpPort: Its port.
  ///   - recipients: The addresses, 1 to 100.
  ///   - senderAddress: The address that the mails come from; the account if nil.
  ///   - encryption: From the first byte, or by a command; if nil by a command at the ports 25 and 587, else from the
  ///     first byte.
  ///   - caFile: A file of certificates in PEM that are trusted instead of the system's.
  ///   - timeLimit: How many seconds each mail may take; brought into 1 to 600.
  ///   - clock: Where the date of a mail comes from.
  ///   - messageID: Makes the part before `@` of a mail's id; random if nil.
  /// - Throws: ``NotifierError`` for settings that cannot be used, such as a subject of two lines.
  public init(
    subject: String, senderAccount: String, senderPassword: String, smtpServer: String, smtpPort: Int,
    recipients: [String], senderAddress: String? = nil, encryption: Encryption? = nil,
    caFile: String? = nil, timeLimit: Int = 30, clock: ExperimentClock = .system,
    messageID: (@Sendable () -> String)? = nil
  ) throws(NotifierError) {
    self.subject = subject
    self.senderAccount = senderAccount
    self.senderPassword = senderPassword
    self.senderAddress = senderAddress ?? senderAccount
    self.smtpServer = smtpServer
    self.smtpPort = smtpPort
    self.recipients = recipients
    self.encryption = encryption ?? ([25, 587].contains(smtpPort) ? .startTLS : .implicit)
    self.caFile = caFile
    self.timeLimit = min(600, max(1, timeLimit))
    self.clock = clock
    self.messageID = messageID ?? { Self.randomID() }
    try checkSettings()
  }

  /// `e-mail by smtp.example.org to 2 recipients`.
  public var name: String {
    "e-mail by \(smtpServer) to \(recipients.count) recipient" + (recipients.count == 1 ? "" : "s")
  }

  private func checkSettings() throws(NotifierError) {
    func invalid(_ place: String, _ detail: String) -> NotifierError {
      NotifierError(.invalidSettings, at: place, detail: detail)
    }
    guard VisibleText.escaping(subject) == subject, subject.utf8.count <= 500 else {
      throw invalid("subject", "It has more than one line or 500 bytes, or characters that cannot be seen.")
    }
    guard HostName.isValid(smtpServer, allowsPort: false) else {
      throw invalid("smtpServer", "\(VisibleText.quoting(smtpServer)) is no name of a server.")
    }
    guard (1...65_535).contains(smtpPort) else {
      throw invalid("smtpPort", "\(smtpPort) is no port; expected 1 to 65535.")
    }
    guard (1...100).contains(recipients.count) else {
      throw invalid("recipients", "There are \(recipients.count); expected 1 to 100.")
    }
    for (place, address) in [("senderAddress", senderAddress)] + recipients.map({ ("recipients", $0) }) {
      guard let problem = MailAddress.problem(of: address) else { continue }
      throw invalid(place, "\(VisibleText.quoting(address)) cannot be an address: \(problem).")
    }
    guard !senderAccount.isEmpty, !senderAccount.utf8.contains(0), !senderPassword.utf8.contains(0) else {
      throw invalid("senderAccount", "It is empty, or it or its password holds a NUL character.")
    }
  }

  private static func randomID() -> String {
    var generator = SystemRandomNumberGenerator()
    return String(generator.next(), radix: 36) + "." + String(generator.next(), radix: 36)
  }
}
