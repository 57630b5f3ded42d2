import Testing

@testable import Experiments

@Suite struct HiddenSecretsTests {
  @Test func secretsAreTakenOutAndTheRestIsMadeVisible() {
    let secrets = HiddenSecrets(["token-1234", "token", "ab"])
    #expect(secrets.text("a token-1234 b token ab\u{1B}") == "a … b … ab\\u{1B}")
    #expect(secrets.text(String(repeating: "x", count: 600)).unicodeScalars.count == 501)
  }

  @Test func valuesOfAQueryAreHiddenAsWrittenAndDecoded() {
    let secrets = HiddenSecrets(
      HiddenSecrets.parts(ofAddress: "/in/T0%2dkey?token=ab%2Bcd+ef&sig=x=yz123;k=Q9Q9#frag1"))
    for secret in [
      "T0%2dkey", "T0-key", "ab%2Bcd+ef", "ab+cd+ef", "ab+cd ef", "x=yz123", "yz123", "Q9Q9", "frag1",
    ] {
      #expect(secrets.text("bad token \(secret)!") == "bad token …!", "\(secret)")
    }
    #expect(HiddenSecrets(HiddenSecrets.parts(ofAddress: "/%zz%4")).text("%zz%4 %") == "… %")
    #expect(HiddenSecrets.parts(ofAddress: "").filter { !$0.isEmpty } == [])
  }

  @Test func thePasswordIsHiddenAlsoAsTheServerWasGivenIt() {
    let secrets = HiddenSecrets(HiddenSecrets.forms(ofPassword: "open-sesame", account: "lab@example.org"))
    // The Base64 of "\0lab@example.org\0open-sesame", and of the password alone.
    for secret in ["AGxhYkBleGFtcGxlLm9yZwBvcGVuLXNlc2FtZQ==", "b3Blbi1zZXNhbWU=", "open-sesame"] {
      #expect(secrets.text("no \(secret) here") == "no … here", "\(secret)")
    }
    #expect(secrets.text("no b3Blbi1zZXNhbWU here") == "no … here")
  }
}
