import Diagnostics
import FileFormats
import RunModel

/// What a run logged over its steps.
struct WandBHistory {
  /// The media of each name, those of the last step.
  private(set) var media: [ExactString: WandBMedia] = [:]
  /// The longest time that wandb says had passed, in seconds.
  private(set) var runtime: Double?
  /// How many values could not be read as JSON.
  private(set) var unreadCount = 0
  /// How many points were left out because there are too many.
  private(set) var leftOutCount = 0

  private var count = 0
  /// Where the points of each metric are in ``lists``.
  private var slots: [ExactString: Int] = [:]
  private var lists: [[MetricPoint]] = []
  /// Which lists have the latest point at their end because there was no room.
  private var full: Set<Int> = []
  private let limit: (metric: Int, run: Int)

  /// The most points of all metrics of a run together.
  static let pointLimit = 4_000_000
  /// The most metrics of a run, and the most names of media.
  static let nameLimit = 20_000

  /// Nothing logged yet; of each metric, and of all, so many points are kept, the latest always among them.
  init(historyLimit: Int = ImportLimit.historyPoints, pointLimit: Int = pointLimit) {
    limit = (historyLimit, pointLimit)
  }

  /// A value, and the names that lead to it.
  private typealias Entry = (path: [ExactString], value: JSONValue)

  /// The metrics with their points, in the order in which they were logged.
  var points: some Sequence<(name: ExactString, points: [MetricPoint])> {
    slots.lazy.map { (name: $0.key, points: lists[$0.value]) }
  }

  /// Whether a metric of this name was logged.
  func hasPoints(of name: ExactString) -> Bool { slots[name] != nil }

  /// Adds what was logged at one step.
  ///
  /// Numbers become points; texts and truth values belong to the summary, which holds the last of each.
  mutating func add(_ items: [WandBItem], step: Int?) {
    var entries: [Entry] = []
    for item in items {
      guard let value = item.value else {
        unreadCount += 1
        continue
      }
      Self.append(value, at: item.path, to: &entries)
    }
    var step = step
    var time: UTCTimestamp?
    for entry in entries where entry.path.count == 1 && Self.isInternal(entry.path) {
      guard let number = entry.value.number?.value else { continue }
      switch entry.path[0] {
      case "_step": step = Int(exactly: number) ?? step
      case "_timestamp": time = UTCTimestamp(epoch: number)
      case "_runtime" where number.isFinite: runtime = max(runtime ?? 0, number)
      default: break
      }
    }
    for entry in takingMedia(out: entries, step: step ?? 0) where !Self.isInternal(entry.path) {
      guard let value = entry.value.historyValue else { continue }
      add(MetricPoint(step: step, timestamp: time, value: value), to: WandBItem.name(entry.path))
    }
  }

  /// Whether a value is wandb's own: its step, times and settings.
  static func isInternal(_ path: [ExactString]) -> Bool {
    guard let name = path.first else { return true }
    guard name.text.utf8.first == UInt8(ascii: "_") else { return false }
    return ["_step", "_timestamp", "_runtime", "_wandb"].contains(name)
  }

  private mutating func add(_ point: MetricPoint, to name: ExactString) {
    let slot = slots[name] ?? lists.count
    guard slot < Self.nameLimit else {
      leftOutCount += 1
      return
    }
    guard slot == lists.count || (count < limit.run && lists[slot].count < limit.metric) else {
      leftOutCount += 1
      if full.insert(slot).inserted { LatestPoint.logged.moveToEnd(of: &lists[slot]) }
      return LatestPoint.logged.replace(point, in: &lists[slot])
    }
    if slot == lists.count {
      slots[name] = slot
      lists.append([])
    }
    lists[slot].append(point)
    count += 1
  }

  /// Keeps the media among the values; returns what is none.
  private mutating func takingMedia(out entries: [Entry], step: Int) -> [Entry] {
    guard entries.contains(where: { $0.path.count > 1 }) else { return entries }
    let parents = Set(
      entries.filter { $0.path.count > 1 && $0.path.last == "_type" && $0.value.string != nil }
        .map { Array($0.path.dropLast()) })
    guard !parents.isEmpty else { return entries }
    var members: [[ExactString]: [ExactString: JSONValue]] = [:]
    var others: [Entry] = []
    for entry in entries {
      let parent = Array(entry.path.dropLast())
      if parents.contains(parent), let name = entry.path.last {
        members[parent, default: [:]][name] = entry.value
      } else {
        others.append(entry)
      }
    }
    for (parent, members) in members {
      let name = WandBItem.name(parent)
      guard let new = WandBMedia(members, step: step), media[name] != nil || media.count < Self.nameLimit,
        new.step >= media[name]?.step ?? .min
      else { continue }
      media[name] = new
    }
    return others
  }

  /// Appends a value, an object's members one by one.
  private static func append(_ value: JSONValue, at path: [ExactString], to entries: inout [Entry]) {
    guard let object = value.object, path.count < ImportLimit.depth else {
      entries.append((path, value))
      return
    }
    for member in object.members {
      append(member.value, at: path + [ExactString(member.name)], to: &entries)
    }
  }
}
