/// One part of a key.
struct TOMLKey: Hashable {
  var name: String
  var spot: TOMLSpot
}

/// The tables of a document while it is read. Nodes are kept in one array and name each other by number, so that a
/// table can grow at any time without being copied.
struct TOMLTree {
  /// How a node came to be decides what may still be added to it.
  enum Origin {
    /// The `a` of `[a.b]`: its own header may still come.
    case implied
    /// A header, the document itself, or an element of `[[…]]`.
    case header
    /// The `a` of `a.b = 1`.
    case dotted
    /// The list of `[[…]]`.
    case list
    /// A value, inline tables among them: nothing is added to it.
    case value(TOMLValue)
  }

  struct Node {
    var spot: TOMLSpot
    var origin: Origin
    /// Tables and arrays around what stands in it; an element of `[[…]]` is as deep as the list.
    var depth: Int
    var children: [(key: TOMLKey, node: Int)] = []
    var index: [[UInt8]: Int] = [:]
    var elements: [Int] = []
  }

  static let root = 0
  private var nodes: [Node]

  init(spot: TOMLSpot, depth: Int = 0) { nodes = [Node(spot: spot, origin: .header, depth: depth)] }

  func depth(of node: Int) -> Int { nodes[node].depth }

  /// A table that is no part of the document.
  mutating func detached(at spot: TOMLSpot) -> Int { add(Node(spot: spot, origin: .header, depth: 0)) }

  /// `[a.b.c]`: the node of the table.
  mutating func openTable(_ keys: [TOMLKey]) throws(TOMLFault) -> Int {
    let parent = try enter(keys.dropLast(), from: Self.root)
    guard let last = keys.last else { return parent }
    guard let node = child(last, of: parent) else { return try addTable(last, to: parent, .header) }
    guard case .implied = nodes[node].origin else { throw .defined(last, at: nodes[node].spot) }
    nodes[node].origin = .header
    nodes[node].spot = last.spot
    return node
  }

  /// `[[a.b.c]]`: the node of the new element.
  mutating func appendTable(to keys: [TOMLKey]) throws(TOMLFault) -> Int {
    let parent = try enter(keys.dropLast(), from: Self.root)
    guard let last = keys.last else { return parent }
    let list = if let node = child(last, of: parent) { node } else { try addTable(last, to: parent, .list) }
    guard case .list = nodes[list].origin else { throw .noList(last, at: nodes[list].spot) }
    let element = add(Node(spot: last.spot, origin: .header, depth: nodes[list].depth))
    nodes[list].elements.append(element)
    return element
  }

  /// `a.b.c = value` in the table `start`.
  mutating func insert(_ value: TOMLValue, at keys: [TOMLKey], from start: Int) throws(TOMLFault) {
    guard let last = keys.last else { return }
    var parent = start
    for key in keys.dropLast() {
      guard let node = child(key, of: parent) else {
        parent = try addTable(key, to: parent, .dotted)
        continue
      }
      guard case .dotted = nodes[node].origin else { throw .closed(key, at: nodes[node].spot) }
      parent = node
    }
    if let node = child(last, of: parent) { throw .defined(last, at: nodes[node].spot) }
    add(Node(spot: last.spot, origin: .value(value), depth: nodes[parent].depth), to: parent, as: last)
  }

  /// Goes down a header's path, making what is not there.
  private mutating func enter(_ keys: ArraySlice<TOMLKey>, from start: Int) throws(TOMLFault) -> Int {
    var parent = start
    for key in keys {
      guard let node = child(key, of: parent) else {
        parent = try addTable(key, to: parent, .implied)
        continue
      }
      switch nodes[node].origin {
      case .implied, .header, .dotted: parent = node
      case .list: parent = nodes[node].elements.last ?? node
      case .value: throw .closed(key, at: nodes[node].spot)
      }
    }
    return parent
  }

  private func child(_ key: TOMLKey, of node: Int) -> Int? { nodes[node].index[Array(key.name.utf8)] }

  private mutating func addTable(_ key: TOMLKey, to parent: Int, _ origin: Origin) throws(TOMLFault) -> Int {
    let depth = nodes[parent].depth + 1
    guard depth <= TOMLLimit.depth else { throw .tooDeep(key.spot) }
    return add(Node(spot: key.spot, origin: origin, depth: depth), to: parent, as: key)
  }

  @discardableResult
  private mutating func add(_ node: Node, to parent: Int, as key: TOMLKey) -> Int {
    let number = add(node)
    nodes[parent].children.append((key, number))
    nodes[parent].index[Array(key.name.utf8)] = number
    return number
  }

  private mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  /// The document as a value.
  func table(in file: String) -> TOMLTable { table(Self.root, file) }

  private func table(_ node: Int, _ file: String) -> TOMLTable {
    TOMLTable(
      place: nodes[node].spot.place(in: file),
      entries: nodes[node].children.map {
        TOMLEntry(key: $0.key.name, place: $0.key.spot.place(in: file), value: value($0.node, file))
      })
  }

  private func value(_ node: Int, _ file: String) -> TOMLValue {
    switch nodes[node].origin {
    case .value(let value): value
    case .implied, .header, .dotted: .table(table(node, file))
    case .list:
      .array(
        nodes[node].elements.map { TOMLElement(place: nodes[$0].spot.place(in: file), value: .table(table($0, file))) })
    }
  }
}

extension TOMLFault {
  static func defined(_ key: TOMLKey, at first: TOMLSpot) -> TOMLFault {
    TOMLFault(key.spot, "\(key.name) is already defined in line \(first.line)", "keep one of the two")
  }

  static func closed(_ key: TOMLKey, at first: TOMLSpot) -> TOMLFault {
    TOMLFault(
      key.spot, "\(key.name) was completed in line \(first.line) and cannot be added to", "write the new key there")
  }

  static func noList(_ key: TOMLKey, at first: TOMLSpot) -> TOMLFault {
    TOMLFault(
      key.spot, "\(key.name), defined in line \(first.line), is no list of tables",
      "write [[\(key.name)]] there too, or choose another name")
  }
}
