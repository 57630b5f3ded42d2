/// Writes the commands of a path.
struct PathPen {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// A place in hundredths.
  private struct Place: Hashable {
    var x = 0
    var y = 0

    init() {}

    init(_ point: Point) {
      // Far outside of any drawing, and safe to add up.
      let most = 1e11
      x = Int(min(max((point.x * 100).rounded(), -most), most))
      y = Int(min(max((point.y * 100).rounded(), -most), most))
    }
  }

  private var place = Place()
  /// Where the chain began, to which closing it leads back.
  private var start = Place()
  /// Whether the command before was a line, whose letter holds for the next one too.
  private var isLine = false

  /// Begins a chain.
  mutating func move(to point: Point) {
    let next = Place(point)
    append(bytes.isEmpty ? "M" : "m", next.x - place.x, next.y - place.y)
    (place, start) = (next, next)
    isLine = false
  }

  /// Draws a line; none to where the pen is.
  mutating func draw(to point: Point) {
    let next = Place(point)
    let (across, down) = (next.x - place.x, next.y - place.y)
    if next == place { return }
    if down == 0 {
      append("h", across)
    } else if across == 0 {
      append("v", down)
    } else if isLine {
      if across >= 0 { bytes.append(UInt8(ascii: " ")) }
      append(across, down)
    } else {
      append("l", across, down)
    }
    isLine = across != 0 && down != 0
    place = next
  }

  /// Closes the chain.
  mutating func close() {
    bytes.append(UInt8(ascii: "z"))
    place = start
    isLine = false
  }

  private mutating func append(_ command: Unicode.Scalar, _ number: Int) {
    bytes.append(UInt8(ascii: command))
    append(number)
  }

  private mutating func append(_ command: Unicode.Scalar, _ first: Int, _ second: Int) {
    bytes.append(UInt8(ascii: command))
    append(first, second)
  }

  private mutating func append(_ first: Int, _ second: Int) {
    append(first)
    if second >= 0 { bytes.append(UInt8(ascii: " ")) }
    append(second)
  }

  /// Hundredths as a number without zeros that say nothing: `-.5`, `12`, `0`.
  private mutating func append(_ hundredths: Int) {
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if whole > 0 || part == 0 { bytes.append(contentsOf: String(whole).utf8) }
    guard part > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(part / 10))
    if part % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(part % 10)) }
  }
}
