import Markup
import Testing

struct HTMLFragmentTests {
  @Test func textIsEscaped() {
    #expect(HTMLFragment.text("a < b").string == "a &lt; b")
  }

  @Test func verbatimMarkupStaysAsItStandsInTheSource() {
    #expect(HTMLFragment.verbatim("<!DOCTYPE html>").string == "<!DOCTYPE html>")
  }

  @Test func fragmentsAreJoinedWithoutEscapingAgain() {
    let parts = ["<", "&", "x"].map(HTMLFragment.text)
    #expect(parts.joined(separator: .verbatim("<br>")).string == "&lt;<br>&amp;<br>x")
    #expect((parts[0] + parts[1]).string == "&lt;&amp;")
    #expect([HTMLFragment]().joined().isEmpty)
  }
}
