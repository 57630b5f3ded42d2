/// A value that knows how to write itself as one JSON value.
package protocol JSONWritable {
  /// Writes exactly one value.
  func write(to json: inout JSONWriter)
}

extension String: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.separate(key: "")
    json.quoted(self)
  }
}

extension Bool: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.separate(key: "")
    json.append(self ? "true" : "false")
  }
}

extension Int: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.separate(key: "")
    json.append(digits: String(self))
  }
}

extension Int64: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.separate(key: "")
    json.append(digits: String(self))
  }
}

extension Double: JSONWritable {
  /// The shortest digits that read back as the same number; a string for what is not finite.
  package func write(to json: inout JSONWriter) {
    json.separate(key: "")
    if isFinite {
      json.append(digits: description)
    } else {
      json.quoted(isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity")
    }
  }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  /// `null` for nothing.
  package func write(to json: inout JSONWriter) {
    if let self {
      self.write(to: &json)
    } else {
      json.separate(key: "")
      json.append("null")
    }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.array { json in
      for element in self { element.write(to: &json) }
    }
  }
}
