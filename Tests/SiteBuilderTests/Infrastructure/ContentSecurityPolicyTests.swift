import Markup
import SiteBuilder
import Testing

@Suite struct ContentSecurityPolicyTests {
  @Test func aSitesPageLoadsFromTheSiteOnly() {
    #expect(
      ContentSecurityPolicy.site.meta.string
        == "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
        + "style-src &#39;self&#39;; script-src &#39;self&#39;; img-src &#39;self&#39; data:; "
        + "base-uri &#39;none&#39;; form-action &#39;none&#39;\">")
  }

  @Test func aSingleFileAllowsJustItsSheets() {
    #expect(
      ContentSecurityPolicy.singleFile([InlineStyleSheet(Array("abc".utf8))]).directives
        == "default-src 'none'; style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; "
        + "img-src data:; base-uri 'none'; form-action 'none'")
    #expect(ContentSecurityPolicy.singleFile([]).directives.contains("style-src 'none'"))
  }
}
