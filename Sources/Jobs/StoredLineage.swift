import Diagnostics
import FileFormats
import Markup

/// A lineage as JSON, as stores keep it.
///
/// `{"generation":1,"member":3,"parent":"0007","factors":{"batch":"resampled","lr":1.13},"news":["0009"],"outdone":true}`;
/// what is absent, empty or false is left out. `outdone` says that the plan of the search made the job PRUNED; of a job that
/// somebody added, which has no place, it stands alone. Members that nobody knows are passed over.
enum StoredLineage {
  private static let resampled = "resampled"

  /// The lineage as JSON in UTF-8, factors by the order of the bytes of their names; nil where there is nothing to say.
  static func bytes(_ lineage: JobLineage?, isOutdone: Bool = false) -> [UInt8]? {
    guard lineage != nil || isOutdone else { return nil }
    var json = JSONWriter()
    json.object { json in
      if let lineage {
        json.member("generation", lineage.generation)
        json.member("member", lineage.member)
        if let parent = lineage.parent { json.member("parent", parent) }
        if !lineage.factors.isEmpty {
          json.member("factors") { write(lineage.factors, to: &$0) }
        }
        if !lineage.news.isEmpty { json.member("news", lineage.news) }
      }
      if isOutdone { json.member("outdone", true) }
    }
    return json.bytes
  }

  /// Factors as a JSON object, by the order of the bytes of their names.
  static func write(_ factors: [ExactString: JobFactor], to json: inout JSONWriter) {
    json.object { json in
      for name in factors.keys.sorted() {
        switch factors[name] {
        case .times(let factor): json.member(name.text, factor)
        case .resampled: json.member(name.text, resampled)
        case nil: break
        }
      }
    }
  }

  /// What `bytes` hold; nil if they were not written by ``bytes(_:isOutdone:)``.
  static func read(_ bytes: [UInt8]) -> (lineage: JobLineage?, isOutdone: Bool)? {
    guard let document = try? JSONReader.parse(bytes, path: ""), document.diagnostics.isEmpty,
      let object = document.root.object
    else { return nil }
    let outdone = object["outdone"]?.boolean
    guard object["outdone"] == nil || outdone != nil else { return nil }
    if object["generation"] == nil, object["member"] == nil { return outdone == true ? (nil, true) : nil }
    guard let lineage = lineage(object) else { return nil }
    return (lineage, outdone ?? false)
  }

  private static func lineage(_ object: JSONObject) -> JobLineage? {
    guard let generation = whole(object["generation"], from: 0), let member = whole(object["member"], from: 1)
    else { return nil }
    var lineage = JobLineage(generation: generation, member: member)
    if let parent = object["parent"] {
      guard let id = parent.string, JobID.number(id) != nil else { return nil }
      lineage.parent = id
    }
    if let factors = object["factors"] {
      guard let members = factors.object?.members else { return nil }
      for member in members {
        guard let factor = factor(member.value) else { return nil }
        lineage.factors[ExactString(member.name)] = factor
      }
    }
    if let news = object["news"] {
      guard let ids = news.array?.map(\.string) else { return nil }
      for id in ids {
        guard let id, JobID.number(id) != nil else { return nil }
        lineage.news.append(id)
      }
    }
    return lineage
  }

  private static func factor(_ value: JSONValue) -> JobFactor? {
    if let text = value.string { return text.utf8.elementsEqual(resampled.utf8) ? .resampled : nil }
    guard let number = value.number?.value, number.isFinite else { return nil }
    return .times(number)
  }

  private static func whole(_ value: JSONValue?, from low: Int) -> Int? {
    guard let number = value?.number?.value, let whole = Int(exactly: number), whole >= low,
      whole <= JobLimit.jobs
    else { return nil }
    return whole
  }
}
