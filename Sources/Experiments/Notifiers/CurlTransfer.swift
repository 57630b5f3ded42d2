import CCurl
import Dispatch
import Synchronization

/// One transfer by libcurl, away from the threads of Swift's own tasks, and ended when its task is cancelled.
struct CurlTransfer: Sendable {
  /// What came back.
  struct Response: Sendable {
    /// The last answer's code: HTTP's status, or SMTP's.
    var code: Int
    /// The first bytes of the body, at most ``CurlTransfer/bodyLimit``.
    var body: [UInt8]
  }

  /// A failure of libcurl's.
  struct Failure: Error {
    /// libcurl's code.
    var code: CURLcode
    /// What libcurl says of it.
    var words: String
    /// The last answer's code; 0 without one.
    var responseCode: Int
  }

  /// How many bytes of a body are kept.
  static let bodyLimit = 2048
  /// How many bytes of a body are read.
  static let readLimit = 1 << 20

  /// Sets the transfer's options; what must live as long as the transfer is kept in ``CurlHandle``.
  let configure: @Sendable (CurlHandle) throws(NotifierError) -> Void

  /// Performs the transfer.
  ///
  /// - Returns: What came back, whatever its code.
  /// - Throws: ``Failure``, ``NotifierError`` from ``configure``.
  func perform() async throws -> Response {
    let progress = CurlProgress()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .utility).async {
          continuation.resume(with: Result { try run(progress) })
        }
      }
    } onCancel: {
      progress.cancel()
    }
  }

  private func run(_ progress: CurlProgress) throws -> Response {
    let handle = try CurlHandle()
    try configure(handle)
    let context = Unmanaged.passUnretained(progress).toOpaque()
    try handle.check(
      assay_curl_set_progress(
        handle.easy, { context, _, _, _, _ in CurlProgress.from(context)?.isCancelled == true ? 1 : 0 },
        context))
    try handle.check(
      assay_curl_set_writer(
        handle.easy,
        { bytes, size, count, context in
          let (length, isTooLong) = size.multipliedReportingOverflow(by: count)
          guard !isTooLong, let bytes, let progress = CurlProgress.from(context) else { return 0 }
          return progress.take(UnsafeRawBufferPointer(start: bytes, count: length)) ? length : 0
        }, context))
    let code = withExtendedLifetime(progress) { curl_easy_perform(handle.easy) }
    let response = Response(code: handle.responseCode, body: progress.body)
    // More of a body than anybody reads is no failure of the transfer.
    if code == CURLE_OK || (code == CURLE_WRITE_ERROR && progress.isFull) { return response }
    throw Failure(code: code, words: handle.message(code), responseCode: response.code)
  }
}

/// What a transfer and its owner share while it runs.
private final class CurlProgress: Sendable {
  private let state = Mutex((isCancelled: false, body: [UInt8](), count: 0))

  var isCancelled: Bool { state.withLock { $0.isCancelled } }
  var body: [UInt8] { state.withLock { $0.body } }
  var isFull: Bool { state.withLock { $0.count > CurlTransfer.readLimit } }

  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Keeps the first bytes; false when there have been too many.
  func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    state.withLock { state in
      state.body.append(contentsOf: bytes.prefix(max(0, CurlTransfer.bodyLimit - state.body.count)))
      state.count += bytes.count
      return state.count <= CurlTransfer.readLimit
    }
  }

  static func from(_ context: UnsafeMutableRawPointer?) -> CurlProgress? {
    context.map { Unmanaged<CurlProgress>.fromOpaque($0).takeUnretainedValue() }
  }
}
