#ifndef CSYS_H
#define CSYS_H
// What the Glibc module of Swift leaves out: it is compiled without _GNU_SOURCE and knows neither signalfd nor timerfd.
// Functions that can fail return a value >= 0, or -errno.
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

// Files
/// open(2) with O_CLOEXEC; EINTR is retried.
int csys_open(const char *path, int flags, mode_t mode);
/// openat(2) with O_CLOEXEC; EINTR is retried.
int csys_openat(int directory, const char *path, int flags, mode_t mode);
/// open(2) with O_PATH: a handle on the place, also where nothing may be read.
int csys_open_path(const char *path);
/// renameat2(2) with RENAME_NOREPLACE: -EEXIST where `to` exists.
int csys_renameat2_noreplace(int from_directory, const char *from, int to_directory, const char *to);
/// f_type of statfs(2), the magic number of the file system.
int64_t csys_filesystem(const char *path);
extern const int64_t csys_filesystem_nfs, csys_filesystem_smb, csys_filesystem_cifs, csys_filesystem_fuse;
static inline int csys_is_regular(mode_t mode) { return (mode & 0170000) == 0100000; }
static inline int csys_is_directory(mode_t mode) { return (mode & 0170000) == 0040000; }
static inline int csys_is_symlink(mode_t mode) { return (mode & 0170000) == 0120000; }
/// An anonymous file in memory, closed on exec.
int csys_memfd(const char *name);

// Bytes
/// Offset of the last `byte`, or -1.
ssize_t csys_memrchr(const void *bytes, int byte, size_t count);
/// Columns of one scalar under the LC_CTYPE in force; -1 where it is not printable.
int csys_wcwidth(uint32_t scalar);

// Signals
/// Blocks `signals` in this thread and returns a descriptor that delivers them. A program started later inherits the
/// blocked mask unless POSIX_SPAWN_SETSIGMASK clears it.
int csys_signalfd(const int *signals, size_t count);
/// The next signal number, 0 where none waits.
int csys_signalfd_read(int fd);
/// Stops the whole job as the terminal driver would, and returns once it goes on. Where nobody could wake it (an
/// orphaned process group) the kernel discards the stop and this returns at once. A SIGCONT that is blocked is consumed.
void csys_stop_job(void);

// Wall clock
/// A timer on CLOCK_REALTIME.
int csys_clock_timer(void);
/// Arms it for an absolute time in milliseconds since 1970; setting the clock cancels it.
int csys_clock_timer_arm(int fd, int64_t milliseconds);
/// 1: it has fired; 0: not yet; -ECANCELED: the clock was set, arm it anew.
int csys_clock_timer_read(int fd);

#pragma clang assume_nonnull end
#endif
