import Markup
import RunModel

/// A file that marks a folder as registry, experiment or variant; made once and never changed.
struct IndexFile {
  /// Its path.
  var path: String
  /// The key of the id, if there is an id.
  var key: String?
  /// The id.
  var id = ""

  /// Its content.
  func bytes(createdAt: UTCTimestamp) -> [UInt8] {
    var json = JSONWriter(style: .python)
    json.object { json in
      if let key { json.member(key, id) }
      json.member("created_timestamp_utc", createdAt.isoWithoutZone)
    }
    return json.bytes
  }
}
