#include "csys.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/statfs.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

int csys_open(const char *path, int flags, mode_t mode) { return csys_openat(AT_FDCWD, path, flags, mode); }

int csys_openat(int directory, const char *path, int flags, mode_t mode) {
  int fd;
  do fd = openat(directory, path, flags | O_CLOEXEC, mode);
  while (fd < 0 && errno == EINTR);
  return fd < 0 ? -errno : fd;
}

int csys_open_path(const char *path) { return csys_open(path, O_PATH, 0); }

int csys_renameat2_noreplace(int from_directory, const char *from, int to_directory, const char *to) {
  return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE) < 0 ? -errno : 0;
}

const int64_t csys_filesystem_nfs = NFS_SUPER_MAGIC, csys_filesystem_smb = SMB_SUPER_MAGIC,
              csys_filesystem_cifs = 0xFF534D42, csys_filesystem_fuse = 0x65735546;

int64_t csys_filesystem(const char *path) {
  struct statfs found;
  return statfs(path, &found) < 0 ? -(int64_t)errno : (int64_t)(uint32_t)found.f_type;
}

int csys_memfd(const char *name) {
  int fd = memfd_create(name, MFD_CLOEXEC);
  return fd < 0 ? -errno : fd;
}

ssize_t csys_memrchr(const void *bytes, int byte, size_t count) {
  const char *found = memrchr(bytes, byte, count);
  return found ? found - (const char *)bytes : -1;
}

int csys_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int csys_signalfd(const int *signals, size_t count) {
  sigset_t mask;
  sigemptyset(&mask);
  for (size_t i = 0; i < count; i++) sigaddset(&mask, signals[i]);
  int failure = pthread_sigmask(SIG_BLOCK, &mask, NULL);
  if (failure) return -failure;
  int fd = signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
  return fd < 0 ? -errno : fd;
}

int csys_signalfd_read(int fd) {
  struct signalfd_siginfo info;
  return read(fd, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

void csys_stop_job(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  sigset_t stop, go, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &standard, &before);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
  if (sigismember(&mask, SIGCONT)) {
    sigemptyset(&go);
    sigaddset(&go, SIGCONT);
    sigtimedwait(&go, NULL, &(struct timespec){0, 0});
  }
}

int csys_clock_timer(void) {
  int fd = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  return fd < 0 ? -errno : fd;
}

int csys_clock_timer_arm(int fd, int64_t milliseconds) {
  // A time of 0 would disarm the timer; whatever is past fires at once.
  if (milliseconds < 1) milliseconds = 1;
  struct itimerspec when = {.it_value = {milliseconds / 1000, milliseconds % 1000 * 1000000}};
  return timerfd_settime(fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) < 0 ? -errno : 0;
}

int csys_clock_timer_read(int fd) {
  uint64_t times;
  if (read(fd, &times, sizeof times) == (ssize_t)sizeof times) return 1;
  return errno == ECANCELED ? -ECANCELED : 0;
}
