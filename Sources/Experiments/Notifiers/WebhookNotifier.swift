import CCurl
import Diagnostics

/// Posts JSON to an address: a chat of Slack or Mattermost, or a program of one's own.
///
/// ```swift
/// let notifier = try WebhookNotifier(url: "https://hooks.example.org/services/T0/B0/x", format: .slack)
/// ```
///
/// The address is a secret, since whoever knows it may write: errors and records name the host alone. Encryption is
/// required, but to this machine; certificates are checked; redirects are not followed.
public struct WebhookNotifier: Notifier {
  /// What JSON is sent.
  public let format: WebhookFormat
  /// A file of certificates in PEM that are trusted instead of the system's.
  public let caFile: String?
  /// How many seconds the whole may take, 1 to 600.
  public let timeLimit: Int
  private let address: WebhookAddress

  /// A notifier that posts to `url`.
  ///
  /// - Parameters:
  ///   - url: `https://host/path`; `http` only to `localhost`, `127.…` and `[::1]`.
  ///   - format: What JSON is sent.
  ///   - allowsPlainHTTP: Whether `http` is allowed to other machines too.
  ///   - caFile: A file of certificates in PEM that are trusted instead of the system's.
  ///   - timeLimit: How many seconds the whole may take; brought into 1 to 600.
  /// - Throws: ``NotifierError`` if the address cannot be used; it does not repeat it.
  public init(
    url: String, format: WebhookFormat, allowsPlainHTTP: Bool = false, caFile: String? = nil,
    timeLimit: Int = 30
  ) throws(NotifierError) {
    address = try WebhookAddress(url, allowsPlainHTTP: allowsPlainHTTP)
    self.format = format
    self.caFile = caFile
    self.timeLimit = min(600, max(1, timeLimit))
  }

  /// `webhook at hooks.example.org`.
  public var name: String { "webhook at \(address.host)" }

  /// Posts the message.
  ///
  /// - Throws: ``NotifierError`` if the server cannot be reached, is not to be trusted, or answers with another status
  ///   than 200 to 299.
  public func notify(_ message: String) async throws {
    let body = format.body(message)
    let transfer = CurlTransfer { [self] handle throws(NotifierError) in
      try handle.set(CURLOPT_URL, address.url)
      try handle.set(CURLOPT_PROTOCOLS_STR, address.isEncrypted ? "https" : "http")
      if !address.isEncrypted { try handle.set(CURLOPT_PROXY, "") }
      if let caFile { try handle.set(CURLOPT_CAINFO, caFile) }
      try handle.set(CURLOPT_TIMEOUT_MS, timeLimit * 1000)
      try handle.set(CURLOPT_CONNECTTIMEOUT_MS, timeLimit * 1000)
      try handle.setBody(body)
      try handle.set(
        CURLOPT_HTTPHEADER,
        list: [
          "Content-Type: application/json; charset=utf-8", "Accept: */*", "Expect:", "User-Agent: assay",
        ])
    }
    let response: CurlTransfer.Response
    do {
      response = try await transfer.perform()
    } catch let failure as CurlTransfer.Failure {
      throw NotifierError(failure, at: name, seconds: timeLimit, hiding: secrets)
    }
    guard !(200...299).contains(response.code) else { return }
    let said = HiddenSecrets(secrets).text(String(decoding: response.body, as: UTF8.self), limit: 300)
    let isRedirect = (300...399).contains(response.code)
    throw NotifierError(
      .refused, at: name,
      detail: "The server answered with status \(response.code)"
        + (isRedirect ? ", a redirect, which is not followed" : "")
        + (said.isEmpty ? "." : ": “\(said)”."))
  }

  private var secrets: [String] { [address.url] + HiddenSecrets.parts(ofAddress: address.secret) }
}
