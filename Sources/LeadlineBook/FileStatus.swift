import Glibc

/// What the kernel says of a file.
package struct FileStatus: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
  package let links: UInt64
  package let owner: UInt32
  /// The low twelve bits of the mode.
  package let permissions: UInt32
  /// Bytes.
  package let size: Int64
  /// Nanoseconds since 1970. A hint to look again, never a proof that nothing changed.
  package let modified: Int64
  private let type: UInt32

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    links = UInt64(status.st_nlink)
    owner = status.st_uid
    permissions = status.st_mode & 0o7777
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    type = status.st_mode & S_IFMT
  }

  package var isRegular: Bool { type == S_IFREG }
  package var isDirectory: Bool { type == S_IFDIR }
  package var isLink: Bool { type == S_IFLNK }
  package var isOurs: Bool { owner == geteuid() }
  package var isWritableByOthers: Bool { permissions & 0o022 != 0 }
  package var isOpenToOthers: Bool { permissions & 0o077 != 0 }

  package func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
