import Diagnostics

extension PostgreSQLAddress {
  /// The most bytes of an address.
  private static let limit = 10_000

  /// Reads an address.
  ///
  /// A password that holds one of `@ / ? # %` has to be encoded; where one is not, the parts cannot be told apart, and
  /// the address is refused rather than a part of the password taken for a host.
  ///
  /// - Throws: ``JobError``, `invalid`, which shows nothing of the address.
  init(_ text: String) throws(JobError) {
    guard Self.isMeant(by: text), let start = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      throw Self.problem("It does not begin with postgres://.")
    }
    guard text.utf8.count <= Self.limit, !text.utf8.contains(0) else {
      throw Self.problem("It holds a NUL or more than \(Self.limit) bytes.")
    }
    let rest = text.utf8[start...].dropFirst(2)
    let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    let (authority, tail) = (rest[..<end], rest[end...])
    guard !tail.contains(UInt8(ascii: "@")), !rest.contains(UInt8(ascii: "#")),
      authority.count(where: { $0 == UInt8(ascii: "@") }) <= 1
    else {
      throw Self.problem(
        "An @ or a # stands where none can be: in a user, a password or a value write %40 and %23.")
    }
    try readAuthority(authority)
    let question = tail.firstIndex(of: UInt8(ascii: "?")) ?? tail.endIndex
    let name = tail[..<question].dropFirst()
    if !name.isEmpty { database = try Self.decoded(name, "database") }
    for pair in tail[question...].dropFirst().split(separator: UInt8(ascii: "&")) { try readOption(pair) }
  }

  private mutating func readAuthority(_ authority: Substring.UTF8View) throws(JobError) {
    var places = authority
    if let at = authority.firstIndex(of: UInt8(ascii: "@")) {
      let names = authority[..<at]
      places = authority[at...].dropFirst()
      let colon = names.firstIndex(of: UInt8(ascii: ":")) ?? names.endIndex
      let name = names[..<colon]
      if !name.isEmpty { user = try Self.decoded(name, "user") }
      if colon < names.endIndex { password = try Self.decoded(names[colon...].dropFirst(), "password") }
    }
    guard !places.isEmpty else { return }
    for place in places.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      hosts.append(try Self.host(place))
    }
  }

  /// `host`, `host:5432`, `[::1]` or `[::1]:5432`.
  private static func host(_ text: Substring.UTF8View) throws(JobError) -> Host {
    var (name, port) = (text, text[text.endIndex...])
    if text.first == UInt8(ascii: "[") {
      guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { throw problem("A [ has no ].") }
      name = text[..<end].dropFirst()
      port = text[end...].dropFirst()
      guard port.isEmpty || port.first == UInt8(ascii: ":") else { throw problem("Behind ] stands no port.") }
      port = port.dropFirst()
    } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      name = text[..<colon]
      port = text[colon...].dropFirst()
    }
    var host = Host(name: try decoded(name, "host"))
    if !port.isEmpty {
      guard let number = Int(Substring(port)), (1...65_535).contains(number),
        port.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else {
        throw problem(
          "The port is no number from 1 to 65535; where a password holds / or ?, write %2F or %3F.")
      }
      host.port = number
    }
    return host
  }

  private mutating func readOption(_ pair: Substring.UTF8View) throws(JobError) {
    guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), equals > pair.startIndex else {
      throw Self.problem("Behind ? stands something else than name=value.")
    }
    let name = try Self.decoded(pair[..<equals], "setting")
    let value = try Self.decoded(pair[equals...].dropFirst(), "value")
    switch name {
    case "user": user = value
    case "password": password = value
    case "dbname": database = value
    case "schema": schema = try Self.schema(value)
    case "host", "port", "hostaddr":
      throw Self.problem("Write host and port before the database, not behind ?.")
    case "replication", "client_encoding", "fallback_application_name":
      throw Self.problem("\(name) cannot be set for a queue.")
    case "ssl" where value == "true": options.append(Option(name: "sslmode", value: "require"))
    default: options.append(Option(name: name, value: value))
    }
  }

  /// A schema's name, of which only such are taken that need no quotes.
  private static func schema(_ text: String) throws(JobError) -> String {
    let isPlain = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "_")
    }
    guard isPlain, (1...40).contains(text.utf8.count),
      text.utf8.first.map({ $0 > UInt8(ascii: "9") }) == true,
      !text.utf8.starts(with: "pg_".utf8)
    else {
      throw problem("A schema's name is 1 to 40 of a–z, 0–9 and _, begins with no digit and not with pg_.")
    }
    return text
  }

  /// A part with `%` and two digits taken for the byte they stand for.
  private static func decoded(_ part: Substring.UTF8View, _ what: String) throws(JobError) -> String {
    var bytes: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
        throw problem(
          "In the \(what) a % is not followed by two hexadecimal digits; write %25 for a % itself.")
      }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw problem("The \(what) holds a NUL or bytes that are no UTF-8.")
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func problem(_ reason: String) -> JobError {
    JobError(
      .invalid, queue: hidden,
      detail:
        "The address cannot be read. \(reason) Expected is postgres://user@host:5432/database; a password is best "
        + "kept in ~/.pgpass.")
  }
}
