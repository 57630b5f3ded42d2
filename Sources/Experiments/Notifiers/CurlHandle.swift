import CCurl

/// A handle of libcurl's with all that must live as long as it; used by one thread.
///
/// Common to all transfers: certificates and host names are checked, TLS 1.2 or later, no redirects, no signals.
final class CurlHandle {
  let easy: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private var mime: OpaquePointer?
  private let errorBuffer: UnsafeMutablePointer<CChar>

  /// Whether libcurl is ready; made ready once.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init() throws(NotifierError) {
    guard Self.isReady, let easy = curl_easy_init() else {
      throw NotifierError(.other, at: "libcurl", detail: "It cannot be started.")
    }
    self.easy = easy
    errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try set(CURLOPT_ERRORBUFFER, pointer: UnsafeMutableRawPointer(errorBuffer))
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_FOLLOWLOCATION, 0)
    try set(CURLOPT_SSL_VERIFYPEER, 1)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
  }

  deinit {
    curl_easy_cleanup(easy)
    for list in lists { curl_slist_free_all(list) }
    if let mime { curl_mime_free(mime) }
    errorBuffer.deallocate()
  }

  func set(_ option: CURLoption, _ value: Int) throws(NotifierError) {
    try check(assay_curl_set_long(easy, option, value))
  }

  /// Sets a text, which libcurl copies.
  func set(_ option: CURLoption, _ value: String) throws(NotifierError) {
    guard !value.utf8.contains(0) else {
      throw NotifierError(.invalidSettings, at: "libcurl", detail: "A setting contains a NUL character.")
    }
    try check(assay_curl_set_text(easy, option, value))
  }

  func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer) throws(NotifierError) {
    try check(assay_curl_set_pointer(easy, option, pointer))
  }

  /// Makes `bytes` the body of a POST; libcurl copies them.
  func setBody(_ bytes: [UInt8]) throws(NotifierError) {
    try set(CURLOPT_POST, 1)
    try set(CURLOPT_POSTFIELDSIZE, bytes.count)
    try check(
      bytes.withUnsafeBytes {
        assay_curl_set_pointer(
          easy, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress))
      })
  }

  /// Sets a list of texts.
  func set(_ option: CURLoption, list texts: [String]) throws(NotifierError) {
    var list: UnsafeMutablePointer<curl_slist>?
    for text in texts {
      guard let longer = curl_slist_append(list, text) else {
        if let list { curl_slist_free_all(list) }
        throw NotifierError(.other, at: "libcurl", detail: "There is no memory left.")
      }
      list = longer
    }
    guard let list else { return }
    lists.append(list)
    try set(option, pointer: UnsafeMutableRawPointer(list))
  }

  /// Makes the body of a mail: the same text in several types, the plainest first.
  func setAlternatives(_ parts: [(type: String, text: [UInt8])]) throws(NotifierError) {
    guard mime == nil, let mime = curl_mime_init(easy) else {
      throw NotifierError(.other, at: "libcurl", detail: "A message cannot be made.")
    }
    self.mime = mime
    for (type, text) in parts {
      let part = curl_mime_addpart(mime)
      try check(curl_mime_type(part, type))
      try check(curl_mime_encoder(part, "quoted-printable"))
      try check(
        text.withUnsafeBytes { curl_mime_data(part, $0.bindMemory(to: CChar.self).baseAddress, $0.count) })
    }
    try set(CURLOPT_MIMEPOST, pointer: UnsafeMutableRawPointer(mime))
  }

  /// The last answer's code; 0 without one.
  var responseCode: Int {
    var code = 0
    return assay_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0
  }

  /// What libcurl says of a failure.
  func message(_ code: CURLcode) -> String {
    let own = String(cString: errorBuffer)
    return own.isEmpty ? String(cString: curl_easy_strerror(code)) : own
  }

  func check(_ code: CURLcode) throws(NotifierError) {
    guard code != CURLE_OK else { return }
    throw NotifierError(
      .invalidSettings, at: "libcurl",
      detail: "It does not take a setting: \(String(cString: curl_easy_strerror(code))).")
  }
}
