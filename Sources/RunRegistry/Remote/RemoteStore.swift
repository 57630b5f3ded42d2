/// What kind of storage an address leads to, and which machine or configured remote.
enum RemoteStore: Hashable, Sendable {
  /// Amazon S3 or what speaks like it.
  case s3
  /// Google Cloud Storage.
  case googleCloud
  /// Azure's blob storage.
  case azure
  /// A machine by SFTP.
  case sftp(RemoteHost)
  /// A server by WebDAV, over TLS if `isSecure`.
  case webDAV(RemoteHost, isSecure: Bool)
  /// A remote of this name in rclone's own configuration.
  case configured(String)

  /// How an address of this kind begins, with the machine and its slash.
  var prefix: String {
    switch self {
    case .s3: "s3://"
    case .googleCloud: "gs://"
    case .azure: "az://"
    case .sftp(let host): "sftp://\(host)/"
    case .webDAV(let host, let isSecure): (isSecure ? "webdavs://" : "webdav://") + "\(host)/"
    case .configured(let name): name + ":"
    }
  }

  /// What rclone calls it, with the colon.
  var rcloneName: String {
    switch self {
    case .s3: ":s3:"
    case .googleCloud: ":gcs:"
    case .azure: ":azureblob:"
    case .sftp: ":sftp:"
    case .webDAV: ":webdav:"
    case .configured(let name): name + ":"
    }
  }
}
