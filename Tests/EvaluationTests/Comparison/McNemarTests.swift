import Foundation
import Testing

@testable import Evaluation

struct McNemarTests {
  @Test func theExampleOfTheDocumentation() {
    #expect(abs(McNemarTest(broken: 11, fixed: 59).pValue / 4.466174729063311e-09 - 1) < 1e-9)
  }

  @Test func handWorkedTails() {
    // Of 5 rows 1 or none on the one side: 2 (1 + 5) / 32.
    #expect(abs(McNemarTest(broken: 1, fixed: 4).pValue - 12.0 / 32) < 1e-15)
    // 2 (1 + 6 + 15) / 64, and none of six.
    #expect(abs(McNemarTest(broken: 4, fixed: 2).pValue - 44.0 / 64) < 1e-15)
    #expect(abs(McNemarTest(broken: 0, fixed: 6).pValue - 2.0 / 64) < 1e-15)
  }

  @Test func withoutDiscordantRowsAndWithAsManyOnBothSidesPIsOne() {
    #expect(McNemarTest(broken: 0, fixed: 0).pValue == 1)
    #expect(McNemarTest(broken: 7, fixed: 7).pValue == 1)
    #expect(McNemarTest(broken: 5_000_000, fixed: 5_000_000).pValue == 1)
  }

  @Test func itIsTheSameFromEitherSide() {
    for (b, c) in [(3, 9), (0, 40), (500, 560), (1_000_000, 1_002_000)] {
      #expect(McNemarTest(broken: b, fixed: c).pValue == McNemarTest(broken: c, fixed: b).pValue)
    }
  }

  @Test func itAgreesWithSciPyFromFewRowsToTenMillion() throws {
    struct File: Decodable {
      struct Case: Decodable {
        var b: Int
        var c: Int
        var p: Double
      }
      var binomial: [Case]
    }
    let cases = try GoldenCase.load("comparison.json", as: File.self).binomial
    #expect(cases.count >= 20)
    for golden in cases {
      let p = McNemarTest(broken: golden.b, fixed: golden.c).pValue
      #expect(abs(p - golden.p) <= 1e-9 * golden.p, "\(golden) \(p)")
    }
  }
}
