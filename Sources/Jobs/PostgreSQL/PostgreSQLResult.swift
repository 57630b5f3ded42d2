#if PostgreSQL
  import CPostgreSQL
  import Diagnostics

  /// The rows that a statement gave.
  ///
  /// Rows are of unknown origin like those of a file: a value of another type than was asked for is no value.
  final class PostgreSQLResult {
    private let result: OpaquePointer
    /// How many rows there are.
    let count: Int
    private let columns: [String: Int32]

    /// The rows of a result of libpq, which this value frees.
    init(_ result: OpaquePointer) {
      self.result = result
      count = Int(PQntuples(result))
      var columns: [String: Int32] = [:]
      for column in 0..<max(0, PQnfields(result)) {
        if let name = PQfname(result, column) { columns[String(cString: name)] = column }
      }
      self.columns = columns
    }

    deinit {
      PQclear(result)
    }

    /// What was done, in the server's words: `COMMIT`.
    var command: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    /// The value in a row and a column.
    func value(_ row: Int, _ column: String) -> StoredValue {
      guard let row = Int32(exactly: row), (0..<Int32(clamping: count)).contains(row),
        let column = columns[column]
      else {
        return .other
      }
      if PQgetisnull(result, row, column) != 0 { return .null }
      guard let start = PQgetvalue(result, row, column) else { return .other }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(max(0, PQgetlength(result, row, column))))
      // What a script gives is in letters.
      if PQfformat(result, column) == 0 {
        return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .other
      }
      switch PQftype(result, column) {
      case PostgreSQLType.bytes: return .bytes(Array(bytes))
      case PostgreSQLType.text: return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .other
      case PostgreSQLType.integer where bytes.count == 8:
        return .integer(bytes.reduce(0) { $0 << 8 | Int64($1) })
      case PostgreSQLType.boolean where bytes.count == 1: return .integer(Int64(bytes[0]))
      default: return .other
      }
    }

    /// The rows, to be read column by column.
    var rows: [StoredRow] { (0..<count).map { row in StoredRow { self.value(row, $0) } } }

    /// The first row.
    var first: StoredRow? { count > 0 ? StoredRow { self.value(0, $0) } : nil }
  }
#endif
