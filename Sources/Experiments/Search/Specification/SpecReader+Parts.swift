import Diagnostics
import FileFormats
import RunModel
import RunRegistry
import ScalarFormats

extension SpecReader {
  /// A name that becomes a folder of the registry; with slashes, several folders.
  mutating func identifier(_ node: YAMLNode) -> String? {
    guard let text = text(node, as: "a name") else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isVisible = parts.allSatisfy { $0.count <= 255 && $0.first != UInt8(ascii: ".") }
    guard isVisible, text.utf8.count <= 1000, SafeName.problem(ofID: text) == nil else {
      refuse(
        node,
        expected:
          "a name that can be a folder: no part of it empty, too long, led by “.” or a file of the registry's"
      )
      return nil
    }
    return text
  }

  /// A command: a list of words, or one line that ``CommandWords`` cuts.
  ///
  /// Its percent signs are checked.
  mutating func command(_ node: YAMLNode) -> [String] {
    var words: [String] = []
    if let elements = node.sequence {
      words = elements.compactMap { element in
        guard let text = element.scalar?.text, !text.utf8.contains(0) else {
          refuse(element, expected: "a word")
          return nil
        }
        return text
      }
    } else if let line = text(node, as: "a command") {
      do throws(CommandWords.Problem) {
        words = try CommandWords.split(line)
      } catch {
        report(node, found: error.found, expected: error.expected)
        return []
      }
    }
    guard let first = words.first, !first.isEmpty else {
      if problems.isEmpty { report(node, found: "no program", expected: "the program and its arguments") }
      return []
    }
    for word in words {
      if let problem = CommandTemplate.problem(of: word) {
        report(node, found: problem, expected: CommandTemplate.expected)
        return []
      }
    }
    return words
  }

  /// Hyperparameters of jobs: a list of mappings.
  mutating func jobs(_ node: YAMLNode) -> [[ExactString: Scalar]] {
    guard let elements = node.sequence else {
      refuse(node, expected: "a list of mappings of hyperparameters")
      return []
    }
    return elements.map { element in
      var job: [ExactString: Scalar] = [:]
      eachName(of: element) { _, name, value in job[name] = Scalar(value) }
      return job
    }
  }

  /// Names with texts.
  mutating func texts(_ node: YAMLNode) -> [ExactString: String] {
    var texts: [ExactString: String] = [:]
    eachName(of: node) { reader, name, value in
      guard let text = value.scalar?.text else { return reader.refuse(value, expected: "a text") }
      texts[name] = value.isNull ? "" : text
    }
    return texts
  }

  /// Variables of the environment; one that no program can be given is a problem.
  mutating func environment(_ node: YAMLNode) -> [ExactString: String] {
    let variables = texts(node)
    for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
      if let problem = Program(["true"], variables: [name.text: value]).problem {
        report(node, found: "a variable that cannot be", expected: "names of variables", consequence: problem)
      } else if name.text.hasPrefix("ASSAY_") {
        report(
          node, found: "the variable \(VisibleText.quoting(name.text))",
          expected: "names that do not begin with ASSAY_, which are Assay's own")
      }
    }
    return variables
  }
}
