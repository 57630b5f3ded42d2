import Diagnostics
import FileFormats
import Markup
import RunModel
import ScalarFormats

extension ParameterGrid {
  /// The grid that a JSON object of lists is, such as the `param_grid` of an experiment's metadata.
  ///
  /// - Parameters:
  ///   - json: The object.
  ///   - document: The file that it stands in, for the message.
  /// - Throws: ``ClassificationExperimentError`` if it is no object, or a value is no list: text above all, whose
  ///   letters are not values.
  init(_ json: JSONValue, in document: JSONDocument) throws(ClassificationExperimentError) {
    guard let object = json.object else {
      throw ClassificationExperimentError(
        .metadata(
          place: document.place(of: json), found: json.kindInWords, expected: "an object of lists of values"))
    }
    var values: [ExactString: [Scalar]] = [:]
    for member in object.members {
      guard let list = member.value.array else {
        throw ClassificationExperimentError(
          .metadata(
            place: document.place(of: member.value), found: member.value.kindInWords,
            expected: "a list of the values of \(VisibleText.quoting(member.name)), even of one"))
      }
      // What is not finite is written in another way than Swift's own, which programs would be given.
      values[ExactString(member.name)] = list.map { value in
        value.number.flatMap { $0.value.isFinite ? nil : .real($0.value) } ?? Scalar(value)
      }
    }
    try self.init(values)
  }

  /// Writes the grid as a JSON object of lists, parameters sorted by name.
  func write(to json: inout JSONWriter) {
    json.object { json in
      for name in names {
        json.member(name.text) { json in
          json.array { json in
            for value in values[name, default: []] { json.element(value.bareJSON) }
          }
        }
      }
    }
  }
}
