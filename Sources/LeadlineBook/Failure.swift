import Glibc

/// Something went wrong in the world: what, in doing what, to which file.
package struct Failure: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// ENOSPC, EDQUOT, EFBIG.
    case diskFull
    case readOnly
    case denied
    /// Another process holds the journal's lock; its id where the kernel tells.
    case locked(holder: Int32?)
    case refused(Refusal)
    case missing
    case taken
    /// Too little memory or too many open files: it may go well the next time.
    case exhausted
    /// The file was replaced again and again while it was written to.
    case unsteady
    /// A line above the writer's limit, or a file above the reader's; the limit in bytes.
    case tooLong(limit: Int)
    /// The bytes are not what they must be; what is wrong with them.
    case damaged(String)
    case inputOutput
  }

  /// Why a file that is there is not used.
  package enum Refusal: Hashable, Sendable {
    case link, foreignOwner, notRegular, notDirectory, severalNames, writableByOthers
    /// `--now` on a book whose clock is the real one.
    case pretendedClock
  }

  package let kind: Kind
  /// What was being done, as a verb that the path follows: "append to".
  package let act: String
  package let path: String
  /// The kernel's error number; 0 where the kernel said nothing.
  package let error: Int32
  /// The mount point and type of the file system, for failures that are the file system's own.
  package let fileSystem: String

  package init(_ kind: Kind, _ act: String, _ path: String, error: Int32 = 0) {
    self.kind = kind
    self.act = act
    self.path = path
    self.error = error
    switch kind {
    // The table of mounts is itself a file that may fail.
    case .diskFull, .readOnly, .inputOutput:
      fileSystem = path.hasPrefix("/proc/") ? "" : Mount.holding(path)?.name ?? ""
    case .denied, .locked, .refused, .missing, .taken, .exhausted, .unsteady, .tooLong, .damaged: fileSystem = ""
    }
  }

  /// The failure behind an error number.
  package init(_ act: String, _ path: String, error: Int32) {
    self.init(Failure.kind(of: error), act, path, error: error)
  }

  private static func kind(of error: Int32) -> Kind {
    switch error {
    case ENOSPC, EDQUOT, EFBIG: .diskFull
    case EROFS: .readOnly
    case EACCES, EPERM: .denied
    case ENOENT: .missing
    case EEXIST, ENOTEMPTY: .taken
    case ELOOP: .refused(.link)
    case EISDIR, ENXIO, ENODEV: .refused(.notRegular)
    case ENOTDIR: .refused(.notDirectory)
    case EMFILE, ENFILE, ENOMEM, EAGAIN: .exhausted
    default: .inputOutput
    }
  }

  /// The exit code of a command that ends with this failure.
  package var exitCode: Int32 {
    switch kind {
    case .diskFull, .readOnly, .inputOutput: 74
    case .denied, .refused: 77
    case .locked, .exhausted, .unsteady: 75
    case .missing: 66
    case .taken: 73
    case .tooLong, .damaged: 65
    }
  }

  /// For people: what could not be done, and why.
  package var sentence: String { "cannot \(act) \(path): \(reason)" }

  /// Why, alone.
  package var reason: String {
    let place = fileSystem.isEmpty ? "the file system" : fileSystem
    return switch kind {
    case .diskFull:
      switch error {
      case EDQUOT: "your quota on \(place) is used up"
      case EFBIG: "the file has reached the greatest size allowed on \(place)"
      default: "\(place) is full"
      }
    case .readOnly: "\(place) is mounted read-only"
    case .denied: "permission denied"
    case .locked(let holder):
      if let holder {
        "process \(holder) holds the journal's lock; try again"
      } else {
        "another process holds the journal's lock; try again"
      }
    case .refused(let refusal): Failure.reason(refusal)
    case .missing: "there is no such file"
    case .taken: "it exists already"
    case .exhausted: "\(Kernel.reason(of: error)); try again"
    case .unsteady: "the file was replaced each time it was written to; try again"
    case .tooLong(let limit): "longer than \(limit) bytes"
    case .damaged(let what): what
    case .inputOutput: "\(Kernel.reason(of: error)) on \(place)"
    }
  }

  private static func reason(_ refusal: Refusal) -> String {
    switch refusal {
    case .link: "it is a symbolic link"
    case .foreignOwner: "it belongs to another user"
    case .notRegular: "it is not a regular file"
    case .notDirectory: "it is not a directory"
    case .severalNames: "it has a second name (a hard link)"
    case .pretendedClock: "its clock is the real one, and --now or $LEADLINE_NOW pretends another time; leave them out"
    case .writableByOthers: "others may write to it; take that right away with chmod go-w"
    }
  }
}
