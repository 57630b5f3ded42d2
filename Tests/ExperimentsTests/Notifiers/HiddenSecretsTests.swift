import Testing

@testable import Experiments

@Suite struct HiddenSecretsTests {
  @Test func secretsAreTakenOutAndTheRestIsMadeVisible() {
    let secrets = HiddenSecrets(["token-1234", "token", "ab"])
    #expect(secrets.text("a token-1234 b token ab\u{1B}") == "a … b … ab\\u{1B}")
    #expect(secrets.text(String(repeating: "x", count: 600)).unicodeScalars.count == 501)
  }
}
