/// The number that tells runs of one second apart, as text whose order is that of the numbers.
enum RunNumber {
  /// `0002` for 2: four digits, or as many as it takes.
  static func text(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
