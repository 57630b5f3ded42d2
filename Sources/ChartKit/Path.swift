/// An outline: pieces of straight lines.
package struct Path: Hashable, Sendable {
  /// A chain of points, joined in order.
  package struct Chain: Hashable, Sendable {
    /// The points.
    package var points: [Point]
    /// Whether the last is joined to the first.
    package var isClosed: Bool
  }

  /// The chains, each drawn by itself.
  package var chains: [Chain]

  /// A path of no chains.
  package init() {
    chains = []
  }

  /// One open chain.
  package init(_ points: [Point]) {
    chains = [Chain(points: points, isClosed: false)]
  }

  /// Rectangles, as one path: a thousand cells of one colour are then one mark.
  package init(rectangles: [Rectangle]) {
    chains = rectangles.map { rectangle in
      Chain(
        points: [
          Point(rectangle.x, rectangle.y), Point(rectangle.maxX, rectangle.y),
          Point(rectangle.maxX, rectangle.maxY), Point(rectangle.x, rectangle.maxY),
        ],
        isClosed: true)
    }
  }

  /// Adds an open chain.
  package mutating func append(_ points: [Point]) {
    chains.append(Chain(points: points, isClosed: false))
  }
}
