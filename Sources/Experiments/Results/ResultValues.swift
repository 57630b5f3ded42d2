public import Diagnostics
public import RunModel

/// Named values in their order, each name once: parameters or metadata of a result.
///
/// The order is kept since it decides the columns of a table. Names are compared by their bytes.
///
/// ```swift
/// var values: ResultValues = ["lr": 0.01, "batch_size": 32]
/// values["lr"] = 0.02  // keeps its place
/// values.names  // lr, batch_size
/// ```
public struct ResultValues: Sendable {
  /// A value with its name.
  public struct Entry: Hashable, Sendable {
    /// The name.
    public let name: ExactString
    /// The value.
    public fileprivate(set) var value: Scalar
  }

  /// The values, in their order.
  public private(set) var entries: [Entry] = []
  private var places: [ExactString: Int] = [:]

  /// No values.
  public init() {}

  /// Values in this order; of two with one name the later counts, in the place of the earlier.
  public init(_ values: some Sequence<(name: ExactString, value: Scalar)>) {
    for (name, value) in values { self[name] = value }
  }

  /// Values that have no order of their own, in natural order of their names.
  public init(_ values: [ExactString: Scalar]) {
    self.init(
      values.sorted { NaturalOrder.precedes($0.key, $1.key) }.map { (name: $0.key, value: $0.value) })
  }

  /// The value of a name; nil where there is none.
  ///
  /// A new name comes last.
  ///
  /// - Complexity: Constant, but removing is linear.
  public subscript(_ name: ExactString) -> Scalar? {
    get { places[name].map { entries[$0].value } }
    set {
      switch (places[name], newValue) {
      case (let place?, let value?): entries[place].value = value
      case (nil, let value?):
        places[name] = entries.count
        entries.append(Entry(name: name, value: value))
      case (let place?, nil):
        entries.remove(at: place)
        places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0) })
      case (nil, nil): break
      }
    }
  }

  /// The names, in their order.
  public var names: [ExactString] { entries.map(\.name) }

  /// Whether there are no values.
  public var isEmpty: Bool { entries.isEmpty }

  /// How many values there are.
  public var count: Int { entries.count }

  /// The values without their order.
  public var byName: [ExactString: Scalar] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.value) })
  }
}

extension ResultValues: Hashable {
  /// Whether names, values and order are the same.
  public static func == (left: ResultValues, right: ResultValues) -> Bool { left.entries == right.entries }

  /// Hashes names and values in their order.
  public func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}

extension ResultValues: ExpressibleByDictionaryLiteral {
  /// Values in the order of the literal.
  public init(dictionaryLiteral elements: (ExactString, Scalar)...) {
    self.init(elements.map { (name: $0.0, value: $0.1) })
  }
}
