import Diagnostics
import Testing

@testable import RunExchange

struct BlockedLogTests {
  @Test func theCheckSumIsTheOneOfZip() {
    #expect(CyclicRedundancyCheck.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CyclicRedundancyCheck.of([]) == 0)
  }

  @Test func recordsOfAnySizeComeBackInOrder() throws {
    let sizes = [0, 1, 5, 32_740, 32_754, 32_755, 32_761, 7, 100_000, 3, 65_536]
    var file = WandBBytes()
    let records = sizes.enumerated().map { [UInt8](repeating: UInt8($0 + 1), count: $1) }
    for record in records { file.append(record) }
    #expect(try Self.read(file.bytes).records == records)
    #expect(try Self.read(file.bytes).others == [])
  }

  @Test func aBadCheckSumCostsTheRestOfItsBlockOnly() throws {
    var file = WandBBytes()
    for index in 0..<10 { file.append([UInt8](repeating: UInt8(index), count: 10_000)) }
    var bytes = file.bytes
    bytes[12_000] ^= 1
    let (records, others) = try Self.read(bytes)
    // The second record is damaged, the third begins and the fourth begins in the same block.
    #expect(records.compactMap(\.first) == [0, 4, 5, 6, 7, 8, 9])
    #expect(others == ["bytes that do not have their check sum, at byte 10014"])
  }

  @Test func everyCutGivesWholeRecordsAndSaysThatOneIsCutOff() throws {
    var file = WandBBytes()
    for index in 0..<6 { file.append([UInt8](repeating: UInt8(index), count: 40)) }
    for end in 7...file.bytes.count {
      let (records, others) = try Self.read(Array(file.bytes.prefix(end)))
      #expect(records.count == (end - 7) / 47)
      #expect(others == ((end - 7) % 47 == 0 ? [] : ["cut off"]))
    }
  }

  @Test func aLogThatEndsBetweenThePartsOfARecordIsCutOff() throws {
    var file = WandBBytes()
    file.append([1])
    file.append(piece: [2, 3], type: 2)
    let (records, others) = try Self.read(file.bytes)
    #expect(records == [[1]])
    #expect(others == ["cut off"])
  }

  @Test func partsOutOfOrderAreSaidAndTheGoodOnesKept() throws {
    var file = WandBBytes()
    file.append(piece: [1], type: 4)
    file.append(piece: [2], type: 2)
    file.append(piece: [3], type: 1)
    file.append(piece: [4], type: 9)
    file.append(piece: [5], type: 1)
    let (records, others) = try Self.read(file.bytes)
    #expect(records == [[3], [5]])
    #expect(
      others == [
        "a part of a record without its beginning, at byte 7",
        "the beginning of a record within another, at byte 23", "a piece of the type 9, at byte 31",
      ])
  }

  @Test func aLengthBeyondTheBlockIsDamage() throws {
    var file = WandBBytes()
    file.append([1])
    var bytes = file.bytes + [0, 0, 0, 0, 0xFF, 0xFF, 1]
    bytes += [UInt8](repeating: 0, count: BlockedLog.blockSize - bytes.count)
    var tail = WandBBytes()
    tail.append([9])
    bytes += tail.bytes.dropFirst(7)
    let (records, others) = try Self.read(bytes)
    #expect(records == [[1], [9]])
    #expect(others == ["a length that leads out of its block, at byte 15"])
  }

  private static func read(_ bytes: [UInt8]) throws -> (records: [[UInt8]], others: [String]) {
    let files = FileSystem.inMemory(bytes: ["/log": bytes])
    var log = BlockedLog(try files.open("/log"), path: "log", start: 7, end: bytes.count)
    var records: [[UInt8]] = []
    var others: [String] = []
    while let event = try log.next() {
      switch event {
      case .record(let record): records.append(record)
      case .damage(let found): others.append(found)
      case .cutOff: others.append("cut off")
      }
    }
    return (records, others)
  }
}
