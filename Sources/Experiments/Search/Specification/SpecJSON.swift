import Diagnostics
import Jobs
import Markup
import RunModel
import ScalarFormats

/// A part of a specification as JSON.
enum SpecJSON: JSONWritable {
  /// A text.
  case text(String)
  /// Any value.
  case scalar(Scalar)
  /// A value that our own reader gets back with its kind also where it is not finite.
  case bare(Scalar)
  /// A list.
  case list([SpecJSON])
  /// An object, in this order.
  case members([Member])

  /// A member of an object.
  struct Member {
    /// Its name.
    var name: String
    /// Its value.
    var value: SpecJSON
  }

  /// An object of names with values, in this order.
  static func object(_ members: [(String, SpecJSON)]) -> SpecJSON {
    .members(members.map { Member(name: $0, value: $1) })
  }

  /// The same for our own reader; others get numbers that are not finite as texts.
  var forReadingAgain: SpecJSON {
    switch self {
    case .scalar(let scalar): .bare(scalar)
    case .list(let elements): .list(elements.map(\.forReadingAgain))
    case .members(let members):
      .members(members.map { Member(name: $0.name, value: $0.value.forReadingAgain) })
    case .text, .bare: self
    }
  }

  /// A whole number.
  static func integer(_ value: Int) -> SpecJSON { .scalar(.integer(value)) }
  /// A finite number.
  static func number(_ value: Double) -> SpecJSON { .scalar(.real(value)) }

  /// Names with values, sorted by name.
  init(values: [ExactString: Scalar]) {
    self = .object(values.sorted { $0.key < $1.key }.map { ($0.key.text, .scalar($0.value)) })
  }

  /// Names with texts, sorted by name.
  init(texts: [ExactString: String]) {
    self = .object(texts.sorted { $0.key < $1.key }.map { ($0.key.text, .text($0.value)) })
  }

  /// Factors by their names: numbers, or `"resampled"`.
  init(factors: [ExactString: JobFactor]) {
    self = .object(
      factors.sorted { $0.key < $1.key }.map { name, factor in
        switch factor {
        case .times(let factor): (name.text, .number(factor))
        case .resampled: (name.text, .text("resampled"))
        }
      })
  }

  /// A place in a lineage; `pruned` says whether the plan of the search made the job PRUNED.
  init(lineage: JobLineage, isOutdone: Bool) {
    self = .object([
      ("generation", .integer(lineage.generation)), ("member", .integer(lineage.member)),
      ("parent", lineage.parent.map { .text($0) } ?? .scalar(Scalar(.null, text: "null"))),
      ("factors", SpecJSON(factors: lineage.factors)), ("pruned", .scalar(.boolean(isOutdone))),
    ])
  }

  /// How hyperparameters are changed, as specifications write it, sorted by name.
  init(explore: [ExactString: Exploration]) {
    self = .object(
      explore.sorted { $0.key < $1.key }.map { name, exploration in
        var members: [(String, SpecJSON)] = []
        switch exploration.factor {
        case .range(let low, let high):
          members.append(("perturb", .object([("min", .number(low)), ("max", .number(high))])))
        case .oneOf(let factors): members.append(("perturb", .list(factors.map { .number($0) })))
        case nil: break
        }
        if exploration.resampling > 0 { members.append(("resample", .number(exploration.resampling))) }
        return (name.text, .object(members))
      })
  }

  /// The rungs of successive halving, as specifications write them.
  init(resource settings: HalvingSettings) {
    self = .object([
      ("name", .text(settings.resource.text)), ("min", .number(settings.low)),
      ("max", .number(settings.high)),
      ("factor", .number(settings.factor)),
    ])
  }

  /// A distribution as specifications write it.
  init(_ distribution: Distribution) {
    func bounds(_ name: String, _ values: [(String, SpecJSON)]) -> SpecJSON {
      .object([(name, .object(values))])
    }
    switch distribution {
    case .uniform(let low, let high):
      self = bounds("uniform", [("low", .number(low)), ("high", .number(high))])
    case .logUniform(let low, let high):
      self = bounds("loguniform", [("low", .number(low)), ("high", .number(high))])
    case .quantisedUniform(let low, let high, let step):
      self = bounds("quniform", [("low", .number(low)), ("high", .number(high)), ("step", .number(step))])
    case .quantisedLogUniform(let low, let high, let step):
      self = bounds("qloguniform", [("low", .number(low)), ("high", .number(high)), ("step", .number(step))])
    case .integer(let low, let high, let isLogarithmic):
      self = bounds(
        "integer",
        [("low", .integer(low)), ("high", .integer(high)), ("log", .scalar(.boolean(isLogarithmic)))])
    case .normal(let mean, let deviation):
      self = bounds("normal", [("mean", .number(mean)), ("std", .number(deviation))])
    case .choice(let values, let weights):
      let list = SpecJSON.list(values.map { .scalar($0) })
      let weights = weights.map { [("weights", SpecJSON.list($0.map { .number($0) }))] } ?? []
      self = bounds("choice", [("values", list)] + weights)
    case .constant(let value):
      self = .object([("const", .scalar(value))])
    }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .text(let text): text.write(to: &json)
    case .scalar(let scalar): scalar.typedJSON.write(to: &json)
    case .bare(let scalar): scalar.bareJSON.write(to: &json)
    case .list(let elements): elements.write(to: &json)
    case .members(let members):
      json.object { json in
        for member in members { json.member(member.name, member.value) }
      }
    }
  }
}
