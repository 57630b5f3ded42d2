#if PostgreSQL
  import Foundation

  /// What a connection is set to, unless the address says otherwise.
  enum PostgreSQLSettings {
    /// What libpq is given, in its words; the last of a name counts.
    ///
    /// A link that is dead is noticed in about 15 s: what was sent and is not acknowledged by then (`tcp_user_timeout`) or,
    /// where nothing is sent, three unanswered probes 3 s apart after 5 s of quiet.
    static func all(for address: PostgreSQLAddress) -> [PostgreSQLAddress.Option] {
      typealias Option = PostgreSQLAddress.Option
      var settings = [
        Option(name: "fallback_application_name", value: "assay"),
        Option(name: "client_encoding", value: "UTF8"),
        Option(name: "keepalives", value: "1"), Option(name: "keepalives_idle", value: "5"),
        Option(name: "keepalives_interval", value: "3"), Option(name: "keepalives_count", value: "3"),
        Option(name: "tcp_user_timeout", value: "15000"),
      ]
      if ProcessInfo.processInfo.environment["PGCONNECT_TIMEOUT"] == nil {
        settings.append(Option(name: "connect_timeout", value: "10"))
      }
      if let user = address.user { settings.append(Option(name: "user", value: user)) }
      if let password = address.password { settings.append(Option(name: "password", value: password)) }
      if let database = address.database { settings.append(Option(name: "dbname", value: database)) }
      if !address.hosts.isEmpty {
        settings.append(Option(name: "host", value: address.hosts.map(\.name).joined(separator: ",")))
        let ports = address.hosts.map { $0.port.map(String.init) ?? "" }
        if ports.contains(where: { !$0.isEmpty }) {
          settings.append(Option(name: "port", value: ports.joined(separator: ",")))
        }
      }
      return settings + address.options
    }

    /// What the session is set to: names mean PostgreSQL's own things, a lock is waited for at most 30 s, and a transaction
    /// whose worker is silent for 10 s, or whose link is dead, is undone so that it keeps nobody waiting.
    static let session = """
      SET search_path TO pg_catalog, pg_temp; SET lock_timeout TO '30s'; SET statement_timeout TO 0; SET standard_conforming_strings TO on; \
      SET idle_in_transaction_session_timeout TO '10s'; SET client_min_messages TO error; \
      SET tcp_keepalives_idle TO 5; SET tcp_keepalives_interval TO 3; SET tcp_keepalives_count TO 3; \
      SET tcp_user_timeout TO 15000
      """
  }
#endif
