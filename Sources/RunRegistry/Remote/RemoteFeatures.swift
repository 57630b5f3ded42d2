import Diagnostics
import FileFormats

/// What the storage of an address can do, as rclone knows it.
struct RemoteFeatures: Hashable, Sendable {
  /// Whether it is an object store: listings then hold hashes, and folders are only names.
  var isObjectStore = false
  /// The hash that it knows best; empty if it knows none.
  var hash = ""
  /// How exact times of files are, in nanoseconds; nil if it does not keep them.
  var timePrecision: Int?
  /// Whether it is S3 or speaks like it.
  var isS3 = false

  /// Whether a listing holds hashes at no cost.
  var hasListedHashes: Bool { isObjectStore && !hash.isEmpty }

  /// How rclone is to tell whether two files are the same.
  ///
  /// By hash where that is cheap, else by size and time if times are kept, else not at all: two pages of one size may
  /// differ in a digit.
  var comparison: [String] {
    if hasListedHashes { return ["--checksum"] }
    return timePrecision.map { $0 <= 1_000_000_000 } ?? false ? [] : ["--ignore-times"]
  }

  /// The features that `rclone backend features` wrote; those of a plain store where it cannot be read.
  init(json: [UInt8], _ address: RemoteAddress) {
    guard let root = try? JSONReader.parse(json, path: "rclone").root else { return }
    isObjectStore = root["Features"]?["BucketBased"]?.boolean ?? false
    let hashes = (root["Hashes"]?.array ?? []).compactMap(\.string)
    hash = ["md5", "sha1", "sha256", "crc32c"].first { hashes.contains($0) } ?? ""
    // rclone says a hundred years where times are not kept.
    timePrecision = root["Precision"]?.number?.integer.flatMap { $0 > 3_600_000_000_000 ? nil : $0 }
    isS3 = address.store == .s3 || (root["String"]?.string ?? "").hasPrefix("S3 ")
  }

  /// The features of a store whose kind its address says; nil of one that is configured.
  init?(of store: RemoteStore) {
    switch store {
    case .s3, .googleCloud, .azure:
      isObjectStore = true
      hash = "md5"
      timePrecision = 1
      isS3 = store == .s3
    case .sftp: timePrecision = 1_000_000_000
    // Some servers keep times; that most do not is what counts.
    case .webDAV: break
    case .configured: return nil
    }
  }
}
