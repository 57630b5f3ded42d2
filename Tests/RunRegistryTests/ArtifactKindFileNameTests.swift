import RunModel
import RunRegistry
import Testing

@Suite struct ArtifactKindFileNameTests {
  @Test(arguments: [
    ("a/roc.png", Artifact.Kind.png), ("photo.jpg", .jpg), ("photo.jpeg", .jpg), ("page.htm", .html),
    ("bar.Plotly.JSON", .plotlyJSON), ("bar.json", .binary), ("png", .binary), ("", .binary),
  ])
  func theEndingTellsTheKind(name: String, kind: Artifact.Kind) {
    #expect(Artifact.Kind(fileName: name) == kind)
  }
}
