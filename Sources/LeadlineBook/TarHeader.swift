/// The head of a member in an archive of the POSIX ustar kind, written in one way only: one that was read and does not
/// come out the same when it is written again is refused.
struct TarHeader: Hashable {
  static let block = 512

  /// Path below the book.
  let name: String
  let isDirectory: Bool
  /// Bytes of content.
  let size: Int64
  /// Seconds since 1970.
  let time: Int64

  init(name: String, isDirectory: Bool, size: Int64, time: Int64) {
    self.name = name
    self.isDirectory = isDirectory
    self.size = size
    self.time = time
  }

  /// The header in a block, or nil where the block is not one that `bytes` gives.
  init?(_ block: [UInt8]) {
    guard block.count == TarHeader.block else { return nil }
    let prefix = TarHeader.text(block[345..<500])
    let name = TarHeader.text(block[0..<100])
    guard let size = TarHeader.number(block[124..<135]), let time = TarHeader.number(block[136..<147]) else {
      return nil
    }
    self.init(
      name: prefix.isEmpty ? name : prefix + "/" + name, isDirectory: block[156] == UInt8(ascii: "5"), size: size,
      time: time)
    guard bytes == block else { return nil }
  }

  /// The block, or nil where the name or the size does not fit the format.
  var bytes: [UInt8]? {
    guard TarHeader.isSafe(name), let split = split, (0..<1 << 33).contains(size), (0..<1 << 33).contains(time)
    else { return nil }
    var block = [UInt8](repeating: 0, count: TarHeader.block)
    func put(_ bytes: some Collection<UInt8>, at start: Int) {
      for (index, byte) in bytes.enumerated() { block[start + index] = byte }
    }
    put(split.name, at: 0)
    put((isDirectory ? "0000700" : "0000600").utf8, at: 100)
    put("0000000".utf8, at: 108)
    put("0000000".utf8, at: 116)
    put(TarHeader.octal(size, digits: 11), at: 124)
    put(TarHeader.octal(time, digits: 11), at: 136)
    block[156] = UInt8(ascii: isDirectory ? "5" : "0")
    put("ustar".utf8, at: 257)
    put("00".utf8, at: 263)
    put(split.prefix, at: 345)
    // The checksum counts its own field as blanks.
    let sum = block.reduce(8 * 0x20) { $0 + Int64($1) }
    put(TarHeader.octal(sum, digits: 6), at: 148)
    block[155] = 0x20
    return block
  }

  /// Zero bytes that fill the last block of the content.
  var padding: Int { Int((Int64(TarHeader.block) - size % Int64(TarHeader.block)) % Int64(TarHeader.block)) }

  /// Whether a path stays below the directory that it is unpacked into.
  static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
      // By bytes: a combining mark behind a slash makes another character of it, but not another path.
      && name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }

  /// The name in 100 bytes, what is more in 155 bytes before its first fitting `/`.
  private var split: (prefix: ArraySlice<UInt8>, name: ArraySlice<UInt8>)? {
    let path = Array(name.utf8)
    if path.count <= 100 { return ([], path[...]) }
    let slash = path.indices.first { path[$0] == UInt8(ascii: "/") && path.count - $0 - 1 <= 100 }
    guard let slash, slash <= 155 else { return nil }
    return (path[..<slash], path[(slash + 1)...])
  }

  private static func octal(_ number: Int64, digits: Int) -> [UInt8] {
    (0..<digits).map { UInt8(truncatingIfNeeded: 0x30 + (number >> Int64(3 * (digits - 1 - $0)) & 7)) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int64($1 - 0x30) }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}
