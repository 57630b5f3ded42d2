import CCurl
import Diagnostics

extension EmailNotifier {
  /// Sends a mail to each recipient, one after the other.
  ///
  /// That one cannot be reached keeps none of the others from theirs.
  ///
  /// - Throws: ``NotifierError`` that says who got no mail and why.
  public func notify(_ message: String) async throws {
    var failure: NotifierError?
    var left: [String] = []
    for recipient in recipients {
      // What is wrong with the server is wrong for everybody who is left.
      if let failure, failure.reason != .refused {
        left.append(recipient)
        continue
      }
      do {
        try await send(message, to: recipient)
      } catch let error as NotifierError {
        failure = error
        left.append(recipient)
      }
    }
    guard let failure else { return }
    let names = left.map { VisibleText.escaping($0) }.joined(separator: ", ")
    let who = left.count == recipients.count ? "No mail could be sent." : "No mail for \(names)."
    throw NotifierError(failure.reason, at: failure.place, detail: "\(who) \(failure.detail)")
  }

  private func send(_ message: String, to recipient: String) async throws {
    let headers = headers(for: recipient)
    let transfer = CurlTransfer { [self] handle throws(NotifierError) in
      let scheme = encryption == .implicit ? "smtps" : "smtp"
      try handle.set(CURLOPT_URL, "\(scheme)://\(smtpServer):\(smtpPort)")
      try handle.set(CURLOPT_PROTOCOLS_STR, scheme)
      try handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
      try handle.set(CURLOPT_USERNAME, senderAccount)
      try handle.set(CURLOPT_PASSWORD, senderPassword)
      if let caFile { try handle.set(CURLOPT_CAINFO, caFile) }
      try handle.set(CURLOPT_TIMEOUT_MS, timeLimit * 1000)
      try handle.set(CURLOPT_CONNECTTIMEOUT_MS, timeLimit * 1000)
      try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, timeLimit)
      try handle.set(CURLOPT_MAIL_FROM, "<\(senderAddress)>")
      try handle.set(CURLOPT_MAIL_RCPT, list: ["<\(recipient)>"])
      try handle.set(CURLOPT_HTTPHEADER, list: headers)
      try handle.setAlternatives([
        ("text/plain; charset=utf-8", MailBody.plain(message)),
        ("text/html; charset=utf-8", MailBody.html(message)),
      ])
    }
    do {
      _ = try await transfer.perform()
    } catch let failure as CurlTransfer.Failure {
      throw NotifierError(
        failure, at: "\(smtpServer):\(smtpPort)", seconds: timeLimit,
        hiding: HiddenSecrets.forms(ofPassword: senderPassword, account: senderAccount))
    }
  }

  /// The lines of the header; what describes the parts of the body libcurl adds.
  private func headers(for recipient: String) -> [String] {
    let domain = senderAddress.utf8.split(separator: UInt8(ascii: "@")).last.map { String(Substring($0)) }
    let id = messageID().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    return [
      "Date: \(MailHeaders.date(clock.now()))",
      "From: <\(senderAddress)>",
      "To: <\(recipient)>",
      "Subject: \(MailHeaders.encoded(subject))",
      "Message-ID: <\(id.isEmpty ? "assay" : id)@\(domain ?? "localhost")>",
      "Auto-Submitted: auto-generated",
      "Content-Type: multipart/alternative",
    ]
  }
}
