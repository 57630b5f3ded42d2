/// The names of jobs: short, safe in file names and shells, and in the order in which the jobs were added.
///
/// The queue counts from 1. A number of up to four digits is written with four; each digit more is announced by a
/// letter in front, so that byte order stays the order of adding.
///
/// ```swift
/// JobID.text(7)       // "0007"
/// JobID.text(9999)    // "9999"
/// JobID.text(10_000)  // "a10000"
/// ```
enum JobID {
  /// The name of the job of this number, which is at least 1.
  static func text(_ number: Int64) -> String {
    let digits = String(max(number, 0))
    let length = digits.utf8.count
    if length <= 4 { return String(repeating: "0", count: 4 - length) + digits }
    let letter = UInt8(ascii: "a") + UInt8(length - 5)
    return String(decoding: [letter], as: UTF8.self) + digits
  }

  /// The number of the job of this name; nil for a text that names none.
  static func number(_ text: String) -> Int64? {
    let digits = text.utf8.drop { (UInt8(ascii: "a")...UInt8(ascii: "o")).contains($0) }
    guard text.utf8.count <= 20, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int64(Substring(digits)), number > 0, self.text(number).utf8.elementsEqual(text.utf8)
    else { return nil }
    return number
  }
}
