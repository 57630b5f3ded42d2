import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct MailHeadersTests {
  @Test func headersAreEncodedAsMailReadersExpect() {
    #expect(MailHeaders.encoded("Läuft") == "=?UTF-8?B?TMOkdWZ0?=")
    #expect(MailHeaders.encoded("Plain words") == "Plain words")
    #expect(MailHeaders.encoded("=?UTF-8?B?eA==?=") == "=?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?=")
    #expect(MailHeaders.date(UTCTimestamp(microseconds: 0)) == "Thu, 1 Jan 1970 00:00:00 +0000")
    #expect(MailHeaders.date(UTCTimestamp(microseconds: -1)) == "Wed, 31 Dec 1969 23:59:59 +0000")
  }

  @Test func base64IsFoundationsForAnyBytes() {
    var generator = SeededGenerator(seed: 5)
    for length in 0..<100 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(MailHeaders.base64(bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test func longSubjectsAreFoldedAtWholeCharacters() throws {
    let subject = String(repeating: "Größe🙂 ", count: 30)
    let lines = MailHeaders.encoded(subject).components(separatedBy: "\r\n ")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let decoded = try lines.map { line in
      let word = try #require(line.split(separator: "?").dropFirst(3).first)
      return try #require(Data(base64Encoded: String(word)).flatMap { String(data: $0, encoding: .utf8) })
    }
    #expect(decoded.joined() == subject)
  }
}
