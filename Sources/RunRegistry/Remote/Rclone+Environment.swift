import Diagnostics

extension Rclone {
  /// The environment of rclone: this process's own, and what the addresses imply.
  ///
  /// Variables that are set already win. Variables by which rclone would do something else than it is told, such as
  /// `RCLONE_DRY_RUN` or `RCLONE_EXCLUDE`, are left out.
  func childEnvironment(for addresses: [RemoteAddress]) -> [String: String] {
    var variables = environment.filter { !Self.isMisleading($0.key) }
    for address in addresses {
      for (name, value) in address.impliedVariables(environment) {
        // A machine that an address names is meant, whatever is set.
        if variables[name] == nil || address.isNaming(name) { variables[name] = value }
      }
    }
    return variables
  }

  private static func isMisleading(_ name: String) -> Bool {
    guard name.hasPrefix("RCLONE_") else { return false }
    let option = name.dropFirst("RCLONE_".count)
    let names: Set<Substring> = [
      "DRY_RUN", "INTERACTIVE", "VERBOSE", "QUIET", "LOG_FILE", "LOG_LEVEL", "LOG_FORMAT", "USE_JSON_LOG",
      "DUMP",
      "PROGRESS", "STATS", "STATS_ONE_LINE", "STATS_LOG_LEVEL", "INPLACE", "LINKS", "MAX_DEPTH", "MIN_AGE",
      "MAX_AGE", "MIN_SIZE", "MAX_SIZE", "IMMUTABLE", "SIZE_ONLY", "UPDATE", "CHECKSUM", "NO_TRAVERSE",
      "USE_SERVER_MODTIME", "BACKUP_DIR", "SUFFIX", "COMPARE_DEST", "COPY_DEST", "MAX_DELETE", "MAX_TRANSFER",
      "HASH_TYPE",
    ]
    let beginnings = ["INCLUDE", "EXCLUDE", "FILTER", "FILES_FROM", "IGNORE_", "DELETE_", "TRACK_RENAMES"]
    return names.contains(option) || beginnings.contains { option.hasPrefix($0) }
  }
}

extension RemoteAddress {
  /// The variables by which rclone finds the storage of this address and its credentials.
  ///
  /// A remote of rclone's own configuration gets none: variables would override what is configured.
  func impliedVariables(_ environment: [String: String]) -> [(name: String, value: String)] {
    switch store {
    case .s3:
      let endpoint = Self.endpoint(environment)
      return [
        ("RCLONE_S3_ENV_AUTH", "true"), ("RCLONE_S3_PROVIDER", endpoint == nil ? "AWS" : "Other"),
        // A bucket that is misspelt is an error, and not made.
        ("RCLONE_S3_NO_CHECK_BUCKET", "true"),
      ]
        + (endpoint.map { [("RCLONE_S3_ENDPOINT", $0)] } ?? [])
    case .googleCloud:
      return [("RCLONE_GCS_ENV_AUTH", "true"), ("RCLONE_GCS_NO_CHECK_BUCKET", "true")]
    case .azure:
      let account = environment["AZURE_STORAGE_ACCOUNT"] ?? environment["AZURE_STORAGE_ACCOUNT_NAME"]
      return [("RCLONE_AZUREBLOB_ENV_AUTH", "true"), ("RCLONE_AZUREBLOB_NO_CHECK_CONTAINER", "true")]
        + (account.map { [("RCLONE_AZUREBLOB_ACCOUNT", $0)] } ?? [])
    case .sftp(let host):
      // SSH guards what it carries; asking for hashes too would need a shell there, and time.
      var variables = [
        ("RCLONE_SFTP_HOST", host.nameWithoutBrackets), ("RCLONE_SFTP_DISABLE_HASHCHECK", "true"),
      ]
      if let user = host.user { variables.append(("RCLONE_SFTP_USER", user)) }
      if let port = host.port { variables.append(("RCLONE_SFTP_PORT", String(port))) }
      // As `ssh` does; rclone by itself would not look who answers.
      if let home = environment["HOME"], !home.isEmpty {
        let known = FilePath.join(home, ".ssh/known_hosts")
        if FileSystem.disk.exists(known) { variables.append(("RCLONE_SFTP_KNOWN_HOSTS_FILE", known)) }
      }
      return variables
    case .webDAV(let host, let isSecure):
      let machine = RemoteHost(user: nil, name: host.name, port: host.port)
      return [("RCLONE_WEBDAV_URL", (isSecure ? "https://" : "http://") + "\(machine)/")]
        + (host.user.map { [("RCLONE_WEBDAV_USER", $0)] } ?? [])
    case .configured: return []
    }
  }

  /// Whether a variable says what the address itself says.
  func isNaming(_ variable: String) -> Bool {
    switch store {
    case .sftp:
      ["RCLONE_SFTP_HOST", "RCLONE_SFTP_USER", "RCLONE_SFTP_PORT"].contains(variable)
    case .webDAV:
      ["RCLONE_WEBDAV_URL", "RCLONE_WEBDAV_USER"].contains(variable)
    case .s3, .googleCloud, .azure, .configured: false
    }
  }

  /// What tells this address apart from the same text where other services, accounts or configurations are meant.
  func identity(_ environment: [String: String]) -> String {
    let names =
      switch store {
      case .s3: ["RCLONE_S3_ENDPOINT"]
      case .azure: ["RCLONE_AZUREBLOB_ACCOUNT", "RCLONE_AZUREBLOB_ENDPOINT"]
      case .googleCloud: ["RCLONE_GCS_ENDPOINT"]
      case .sftp: ["RCLONE_SFTP_USER", "RCLONE_SFTP_PORT"]
      case .webDAV: ["RCLONE_WEBDAV_USER"]
      case .configured: ["RCLONE_CONFIG"]
      }
    let implied = impliedVariables(environment)
    let values = names.map { name in
      let said = implied.first { $0.name == name }?.value
      return isNaming(name) ? said ?? environment[name] : environment[name] ?? said
    }
    return ([store.prefix + path] + values.map { $0 ?? "" }).joined(separator: "\n")
  }

  private static func endpoint(_ environment: [String: String]) -> String? {
    let value =
      environment["RCLONE_S3_ENDPOINT"] ?? environment["AWS_ENDPOINT_URL_S3"]
      ?? environment["AWS_ENDPOINT_URL"]
    return value?.isEmpty == false ? value : nil
  }
}

extension RemoteHost {
  /// The name; a number of IPv6 as SFTP wants it.
  fileprivate var nameWithoutBrackets: String { name.filter { $0 != "[" && $0 != "]" } }
}
