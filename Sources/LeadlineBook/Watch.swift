import Glibc

/// Tells that the journal's directory has changed. A hint for a waiting program: a network file system is silent, so
/// each tick surveys the segments besides.
package struct Watch: ~Copyable {
  private let descriptor: Descriptor

  /// For `poll`: readable when there is something to drain.
  package var number: Int32 { descriptor.number }

  package init(directory: String) throws(Failure) {
    let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard number >= 0 else { throw Failure("watch", directory, error: errno) }
    let watching = Descriptor(number: number, path: directory)
    let changes =
      IN_CREATE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
    let result = Kernel.watch(number, directory, events: UInt32(changes))
    guard result >= 0 else { throw Failure("watch", directory, error: -result) }
    descriptor = watching
  }

  package enum Change: Hashable, Sendable {
    case none
    case some
    /// The directory itself is gone or was replaced: nothing more will come from this watch.
    case lost
  }

  /// Takes everything that has been told so far.
  package func drain() -> Change {
    var change = Change.none
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = Kernel.read(number, into: &buffer, at: 0, count: buffer.count, from: nil)
      guard count > 0 else { return change }
      for event in Kernel.watchEvents(in: buffer, count: count) {
        if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) != 0 { return .lost }
        if event.name != Lock.name { change = .some }
      }
    }
  }
}
