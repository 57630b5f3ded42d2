import FileFormats

/// Takes the fields that must be there from a JSON document, or says where which is missing.
struct JSONFields {
  private let document: JSONDocument

  init(_ document: JSONDocument) {
    self.document = document
  }

  /// That something else was found at a value.
  func error(_ value: JSONValue, found: String, expected: String) -> ClassificationExperimentError {
    ClassificationExperimentError(
      .metadata(place: document.place(of: value), found: found, expected: expected))
  }

  /// The member `name`, an object.
  func object(_ name: String, of json: JSONValue) throws(ClassificationExperimentError) -> JSONValue {
    try value(name, of: json, "an object") { $0.object == nil ? nil : $0 }
  }

  /// The member `name`, text.
  func text(_ name: String, of json: JSONValue) throws(ClassificationExperimentError) -> String {
    try value(name, of: json, "text") { $0.string }
  }

  /// The member `name`, a whole number.
  func integer(_ name: String, of json: JSONValue) throws(ClassificationExperimentError) -> Int {
    try value(name, of: json, "a whole number") { $0.number?.integer }
  }

  /// The member `name`, true or false.
  func boolean(_ name: String, of json: JSONValue) throws(ClassificationExperimentError) -> Bool {
    try value(name, of: json, "true or false") { $0.boolean }
  }

  /// The member `name`, a list of numbers.
  func numbers(_ name: String, of json: JSONValue) throws(ClassificationExperimentError) -> [Double] {
    try value(name, of: json, "a list of numbers") { json in
      guard let list = json.array else { return nil }
      let numbers = list.compactMap { $0.number?.value }
      return numbers.count == list.count ? numbers : nil
    }
  }

  private func value<Value>(
    _ name: String, of json: JSONValue, _ kind: String, _ read: (JSONValue) -> Value?
  ) throws(ClassificationExperimentError) -> Value {
    guard let member = json[name] else {
      throw error(json, found: "no “\(name)”", expected: "\(kind) of that name")
    }
    guard let value = read(member) else {
      throw error(member, found: member.kindInWords, expected: "\(kind) as “\(name)”")
    }
    return value
  }
}
