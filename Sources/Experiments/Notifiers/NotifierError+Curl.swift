import CCurl
import Diagnostics

extension NotifierError {
  /// What libcurl's failure means.
  ///
  /// - Parameters:
  ///   - failure: The failure.
  ///   - place: The server, as it may be shown.
  ///   - seconds: How long the whole was allowed to take.
  ///   - secrets: Texts that must not be shown, should libcurl or the server repeat them.
  init(_ failure: CurlTransfer.Failure, at place: String, seconds: Int, hiding secrets: [String]) {
    let words = HiddenSecrets(secrets).text(failure.words)
    let answer = failure.responseCode > 0 ? " (the server's code is \(failure.responseCode))" : ""
    let said = "\(words)\(answer)."
    switch failure.code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      self.init(.unreachable, at: place, detail: "The server cannot be reached: \(said)")
    case CURLE_OPERATION_TIMEDOUT:
      self.init(
        .tooSlow, at: place, detail: "The server did not answer within \(seconds) seconds: \(said)")
    case CURLE_USE_SSL_FAILED:
      self.init(
        .notSecure, at: place,
        detail: "The server offers no encryption, and nothing is sent without: \(said)")
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      self.init(
        .notSecure, at: place,
        detail:
          "There is no connection that can be trusted: \(said) For a certificate of one's own give caFile.")
    case CURLE_LOGIN_DENIED:
      self.init(
        .refusedLogin, at: place, detail: "The server refused the account or its password: \(said)")
    case CURLE_ABORTED_BY_CALLBACK:
      self.init(.cancelled, at: place, detail: "It was cancelled.")
    case CURLE_SEND_ERROR where failure.responseCode >= 400:
      self.init(.refused, at: place, detail: "The server did not take the message: \(said)")
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_WEIRD_SERVER_REPLY, CURLE_PARTIAL_FILE:
      self.init(.unreachable, at: place, detail: "The connection broke: \(said)")
    default:
      self.init(.refused, at: place, detail: "The server did not take the message: \(said)")
    }
  }
}
