#if PostgreSQL
  import Diagnostics

  /// What went wrong with a statement, and whether trying again is of use.
  struct PostgreSQLFault: Error, Sendable {
    /// The sorts that are dealt with differently.
    enum Kind: Hashable, Sendable {
      /// The connection is gone: of the last statement it is not known whether it was done.
      case cut
      /// The transaction was undone since others were in its way; it may be run again.
      case crossed
      /// The server refused.
      case refused
    }

    /// Which sort.
    var kind: Kind
    /// The five characters by which PostgreSQL says what it is; empty if it said nothing.
    var state = ""
    /// What it is, for the caller.
    var error: JobError

    /// The connection is gone.
    static func cut(_ words: String) -> PostgreSQLFault {
      PostgreSQLFault(
        kind: .cut,
        error: JobError(.unavailable, detail: "The connection to the database was lost (\(words))."))
    }

    /// What the server says, by its state and its words.
    static func server(state: String, words: String) -> PostgreSQLFault {
      switch state {
      case "40001", "40P01", "55P03":
        PostgreSQLFault(
          kind: .crossed, state: state,
          error: JobError(
            .unavailable, detail: "Others kept the records locked for too long (\(words)). Try again."))
      case "57P01", "57P02", "57P03", "25P03", "57P05":
        // The server is stopped, or has ended this connection.
        PostgreSQLFault(kind: .cut, state: state, error: cut(words).error)
      default: PostgreSQLFault(kind: .refused, state: state, error: error(state: state, words: words))
      }
    }

    /// The error that a state is.
    private static func error(state: String, words: String) -> JobError {
      switch state {
      case "42501":
        JobError(
          .unavailable,
          detail:
            "The user may not do this (\(words)). A worker needs USAGE on the schema and SELECT, INSERT, UPDATE "
            + "and DELETE on its tables; who makes the queue needs CREATE on the database.")
      case "25006":
        JobError(
          .unavailable,
          detail:
            "The server is only to be read (\(words)): a standby, perhaps. Name the one that can be written.")
      case "42P01", "42703", "3F000":
        JobError(
          .damaged, detail: "The tables are not those of a queue any more (\(words)). Somebody changed them.")
      case "53100", "53200", "54000":
        JobError(.unavailable, detail: "The server has no room left (\(words)). Nothing was changed.")
      case "XX001", "XX002":
        JobError(.damaged, detail: "The database is damaged (\(words)). Restore it from a copy.")
      default: JobError(.unavailable, detail: "PostgreSQL refused (\(state): \(words)). Nothing was changed.")
      }
    }
  }
#endif
