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

/// A machine of an address, perhaps with a user and a port; never a password.
struct RemoteHost: Hashable, Sendable, CustomStringConvertible {
  /// Who logs in, if the address says so.
  var user: String?
  /// The name or number of the machine; an IPv6 number stands in brackets.
  var name: String
  /// The port, if it is not the usual one.
  var port: Int?

  /// As it stands in an address.
  var description: String {
    (user.map { $0 + "@" } ?? "") + name + (port.map { ":\($0)" } ?? "")
  }
}
