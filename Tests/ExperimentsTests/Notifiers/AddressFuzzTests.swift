import TestSupport
import Testing

@testable import Experiments

@Suite struct AddressFuzzTests {
  private static let pieces = [
    "https://", "http://", "HTTPS://", "example.org", "localhost", "127.0.0.1", "[::1]", ":443", ":", "/",
    "//", "@",
    "user:pass@", "?", "#", "\\", "%0d%0a", "\r\n", "\u{0}", " ", "\t", "..", "<", ">", "\"", ",", ";", "ä",
    "\u{202E}",
    "a", "Bcc: x@y.org", "hook/SECRET", "\u{2028}",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  @Test func aWebhooksAddressThatIsTakenSaysOneHostAndNothingElse() {
    var generator = SeededGenerator(seed: 71)
    var taken = 0
    for _ in 0..<FuzzDose.rounds(default: 20_000) {
      let text = Self.text(&generator)
      do {
        let address = try WebhookAddress(text, allowsPlainHTTP: false)
        taken += 1
        #expect(HostName.isValid(address.host, allowsPort: true))
        #expect(!address.host.contains("@") && !address.host.contains("/"))
        #expect(text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        #expect(address.isEncrypted || HostName.isLoopback(address.host), "\(text)")
        #expect(text.lowercased().hasPrefix("http") && text.hasSuffix(address.host + address.secret))
      } catch {
        #expect(!error.description.contains("SECRET"), "\(text)")
      }
    }
    #expect(taken > 50)
  }

  @Test func aMailAddressThatIsTakenCanEndNoLineAndNameNobodyElse() {
    var generator = SeededGenerator(seed: 72)
    var taken = 0
    for _ in 0..<FuzzDose.rounds(default: 20_000) {
      let text = Self.text(&generator)
      guard MailAddress.problem(of: text) == nil else { continue }
      taken += 1
      #expect(text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
      #expect(text.utf8.count { $0 == UInt8(ascii: "@") } == 1)
      #expect(!text.contains { "<>,;:\"\\".contains($0) }, "\(text)")
    }
    #expect(taken > 5)
  }
}
