import Testing

@testable import Evaluation

struct PythonNumberTests {
  struct File: Decodable {
    var numbers: [Entry]
    struct Entry: Decodable {
      var value: Double
      var repr: String
      var twoDecimals: String?
    }
  }

  @Test func numbersAreWrittenAsPythonWritesThem() throws {
    let numbers = try GoldenCase.load("python-numbers.json", as: File.self).numbers
    #expect(numbers.count == 110)
    for number in numbers {
      #expect(PythonNumber.repr(number.value) == number.repr)
      guard let twoDecimals = number.twoDecimals else { continue }
      #expect(PythonNumber.twoDecimals(number.value) == twoDecimals, "\(number.repr)")
    }
  }

  @Test func whatIsNoFiniteNumberHasPythonsNames() {
    #expect(PythonNumber.repr(.nan) == "nan")
    #expect(PythonNumber.repr(.infinity) == "inf")
    #expect(PythonNumber.repr(-.infinity) == "-inf")
    #expect(PythonNumber.twoDecimals(.nan) == "nan")
  }

  @Test func theExamplesOfTheDocumentationHold() {
    #expect(PythonNumber.repr(1) == "1.0")
    #expect(PythonNumber.repr(1.5e-7) == "1.5e-07")
    #expect(PythonNumber.twoDecimals(0.125) == "0.12")
  }
}
