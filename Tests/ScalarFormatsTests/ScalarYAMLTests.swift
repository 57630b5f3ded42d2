import FileFormats
import RunModel
import ScalarFormats
import Testing

struct ScalarYAMLTests {
  @Test func aPlainScalarMeansWhatItSaysAndAQuotedOneIsText() throws {
    let cases: [(yaml: String, scalar: Scalar)] = [
      ("3", .integer(3)), ("-3", .integer(-3)), ("0.10", Scalar(.real, text: "0.10")),
      ("true", .boolean(true)),
      ("~", Scalar(.null, text: "null")), (".inf", .real(.infinity)), ("'3'", .text("3")),
      ("yes", .text("yes")),
      ("!!python/object:os.system x", .text("x")),
    ]
    for (yaml, scalar) in cases {
      let node = try #require(try YAMLReader.parse(Array(yaml.utf8), path: "a.yaml").root)
      #expect(Scalar(node) == scalar, "\(yaml)")
    }
  }

  @Test func listsAndMappingsBecomeTheirJSON() throws {
    let node = try #require(
      try YAMLReader.parse(Array("{a: [1, x, null], b: {c: .nan}}".utf8), path: "a.yaml").root)
    #expect(Scalar(node) == Scalar(.json, text: #"{"a": [1, "x", null], "b": {"c": "NaN"}}"#))
  }
}
