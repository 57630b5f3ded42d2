import Diagnostics
import FileFormats
import TestSupport
import Testing

@Suite struct NumPyArrayTests {
  private func array(_ bytes: [UInt8]) throws -> NumPyArray {
    try NumPyArray(try FileSystem.inMemory(bytes: ["/a.npy": bytes]).open("/a.npy"), path: "a.npy")
  }

  private func fixture(_ name: String) throws -> NumPyArray {
    try array(try Fixture.bytes("numpy/\(name)"))
  }

  private func error(_ bytes: [UInt8]) -> String {
    do {
      let array = try array(bytes)
      _ = array.element.isText ? [] : try array.numbers(in: 0..<array.rowCount)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func arrays(in name: String) throws -> [(name: String, array: NumPyArray)] {
    let archive = try ZipArchive(try FileSystem.disk.open(Fixture.path("numpy/\(name)")), path: name)
    return try archive.entries.map {
      ($0.name, try NumPyArray(archive.content(of: $0), path: name, name: $0.name))
    }
  }

  private func texts(_ array: NumPyArray) throws -> [String?] {
    var texts: [String?] = []
    try array.texts(in: 0..<array.rowCount) { texts.append($0.map { String(decoding: $0, as: UTF8.self) }) }
    return texts
  }

  @Test func everyNumberThatNumPyWritesComesBack() throws {
    let arrays = try arrays(in: "numbers.npz")
    #expect(arrays.count == 59)
    for (name, array) in arrays {
      let expected: [Double] =
        name.hasPrefix("b1")
        ? [0, 1, 0, 1, 1, 0] : name.contains("negative") ? [-3, -4, -5] : [0, 1, 2, 3, 4, 5]
      #expect(try array.numbers(in: 0..<array.rowCount) == expected, "\(name)")
      if array.element.isWhole {
        #expect(try array.integers(in: 0..<array.rowCount).map { Double($0) } == expected, "\(name)")
      }
      if array.axisCount == 2 {
        #expect(try array.numbers(in: 1..<2) == Array(expected[3...]), "\(name)")
      }
    }
  }

  @Test func everyTextThatNumPyWritesComesBack() throws {
    for (name, array) in try arrays(in: "texts.npz") {
      #expect(try texts(array) == ["", "cat", "é", "日本", "🦊 x"], "\(name)")
      var second: [String] = []
      try array.texts(in: 1..<2) { second.append($0.map { String(decoding: $0, as: UTF8.self) } ?? "") }
      #expect(second == ["cat"])
    }
  }

  @Test func numbersAreTextsWithTheFewestDigits() throws {
    #expect(try texts(fixture("floats.npy")) == ["0.1", "1e-05", "1e+16", "2.0", "nan", "-inf", "5e-324"])
    #expect(try texts(array(NumPyBytes.integers([-3, 0, .max]))) == ["-3", "0", "9223372036854775807"])
    let booleans = NumPyBytes.array("|b1", shape: "(2,)", data: [1, 0])
    #expect(try texts(array(booleans)) == ["True", "False"])
    let single = NumPyBytes.array("<f4", shape: "(1,)", data: NumPyBytes.bytes(of: Float(0.1).bitPattern))
    #expect(try texts(array(single)) == ["0.1"])
  }

  @Test func singlesAndHalvesAreConvertedExactly() throws {
    let single = NumPyBytes.array(
      ">f4", shape: "(1,)", data: NumPyBytes.bytes(of: Float(0.1).bitPattern).reversed())
    #expect(try array(single).numbers(in: 0..<1) == [0.100000001490116119384765625])
    let halves = try fixture("halves.npy").numbers(in: 0..<7)
    #expect(halves[..<5] == [0.0999755859375, 5.9604644775390625e-08, 65504, -0.0, .infinity])
    #expect(halves[3].sign == .minus)
    #expect(halves[5].isNaN)
    #expect(halves[6] == 6.103515625e-05)
  }

  @Test(arguments: ["version-2.npy", "version-3.npy"]) func laterVersionsAreRead(_ name: String) throws {
    #expect(try fixture(name).numbers(in: 0..<4) == [0, 1, 2, 3])
  }

  @Test func zerosWithinATextStay() throws {
    let bytes = NumPyBytes.array("|S4", shape: "(1,)", data: [0x61, 0, 0x62, 0])
    #expect(try texts(array(bytes)) == ["a\0b"])
  }

  @Test func whatIsNoTextIsNone() throws {
    let bytes = NumPyBytes.array("|S2", shape: "(2,)", data: [0xFF, 0, 0x61, 0])
    #expect(try texts(array(bytes)) == [nil, "a"])
    let data: [UInt32] = [0xD800, 0x11_0000, 0x61]
    let scalars = NumPyBytes.array("<U1", shape: "(3,)", data: data.flatMap { NumPyBytes.bytes(of: $0) })
    #expect(try texts(array(scalars)) == [nil, nil, "a"])
  }

  @Test func pickledObjectsAreRefusedUnread() throws {
    #expect(
      error(try Fixture.bytes("numpy/objects.npy"))
        == "a.npy: found an array of Python objects, which are never opened because they may hold a program; expected "
        + "texts, whole numbers, booleans or floats: write it with `.astype(str)` or a numeric type")
  }

  @Test(arguments: [
    ("structured.npy", "a structured array"), ("complex.npy", "“<c16”"), ("dates.npy", "“<M8[D]”"),
  ])
  func otherTypesAreRefusedByName(_ name: String, _ words: String) throws {
    #expect(error(try Fixture.bytes("numpy/\(name)")).contains(words))
  }

  @Test(arguments: [
    "(9223372036854775807, 2)", "(4611686018427387904, 2)", "(2305843009213693952,)",
    "(99999999999999999999,)",
    "(-1,)", "(1, -1)", "(1, 0)", "(9223372036854775807, 0)", "()", "(1, 1, 1)", "(2,)", "(0,)", "(0x1,)",
    "(1.0,)",
    "(1", "1", "(,)", "[1]",
  ]) func shapesThatTheBytesDoNotHaveAreRefused(_ shape: String) {
    #expect(error(NumPyBytes.array("<f8", shape: shape, data: Array(repeating: 0, count: 8))) != "no error")
  }

  @Test func aShapeWithoutBytesNeedsNone() throws {
    #expect(try array(NumPyBytes.array("<f8", shape: "(0,)", data: [])).rowCount == 0)
    #expect(error(NumPyBytes.array("<U0", shape: "(1000000000000,)", data: [])) != "no error")
    #expect(error(NumPyBytes.array("|S0", shape: "(1000000000000,)", data: [])) != "no error")
  }

  @Test(arguments: [
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}",
    "{\"shape\":(1L,),'fortran_order':False,'descr':'<f8'}",
    "{ 'descr' : '=f8' , 'fortran_order' : True , 'shape' : ( 1 , ) , }",
  ]) func headersMayBeSpacedAndOrderedOtherwise(_ header: String) throws {
    #expect(error(NumPyBytes.file(header, data: Array(repeating: 0, count: 8))) == "no error")
  }

  @Test(arguments: [
    "", "{}", "{'descr': '<f8', 'fortran_order': False}",
    "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}",
    "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': 1}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} + 1",
    "{'descr': '<f\\x38', 'fortran_order': False, 'shape': (1,)}",
    "{'descr': '<f99999999999999999999', 'fortran_order': False, 'shape': (1,)}",
    "__import__('os').system('true')", "{'descr': [('a', '<f8'), 'fortran_order': False, 'shape': (1,)}",
  ]) func otherHeadersAreRefused(_ header: String) {
    #expect(error(NumPyBytes.file(header, data: Array(repeating: 0, count: 8))) != "no error")
  }

  @Test func versionsLengthsAndSizesAreChecked() {
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}"
    let eight = [UInt8](repeating: 0, count: 8)
    #expect(error(NumPyBytes.file(header, version: (4, 0), data: eight)).contains("version 4.0"))
    let whole = NumPyBytes.file(header, data: eight)
    for count in 0..<whole.count { #expect(error(Array(whole[..<count])) != "no error", "\(count) bytes") }
    #expect(error(whole + [0]).contains("9 bytes for the shape (1); expected 8, 8 for each element"))
    #expect(
      error(NumPyBytes.file(String(repeating: " ", count: 70_000), version: (2, 0))).contains(
        "a description of"))
  }

  @Test func wholeNumbersBeyondTheLargestAreRefused() throws {
    let bytes = NumPyBytes.array("<u8", shape: "(1,)", data: Array(repeating: 255, count: 8))
    let array = try array(bytes)
    #expect(throws: FormatError.self) { try array.integers(in: 0..<1) }
    #expect(try array.numbers(in: 0..<1) == [0x1p64])
  }

  @Test func brokenFilesNeverCrash() throws {
    var generator = SeededGenerator(seed: 53)
    let valid = [
      NumPyBytes.doubles(rows: [[0.5, 0.5], [1, 0]]), NumPyBytes.texts(["cat", "é"]),
      try Fixture.bytes("numpy/halves.npy"),
      NumPyBytes.array(">i2", shape: "(2, 2)", isFortranOrder: true, data: [0, 1, 0, 2, 0, 3, 0, 4]),
    ]
    for round in 0..<FuzzDose.rounds(default: 2000) {
      let special = Array("(){}'\",: 0123456789<>|=biufSUOTrueFals".utf8) + [0, 255]
      let bytes = Mutation.mutate(valid[round % valid.count], with: special, using: &generator)
      guard let array = try? array(bytes) else { continue }
      let rows = 0..<array.rowCount
      if array.columnCount == 1 { try? array.texts(in: rows) { _ in } }
      if !array.element.isText { _ = try? array.numbers(in: rows) }
      if array.element.isWhole { _ = try? array.integers(in: rows) }
    }
  }
}
