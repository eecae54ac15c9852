#ifndef CPTY_H
#define CPTY_H
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

#pragma clang assume_nonnull begin

/// A new pty of that size: its master, nonblocking and closed on exec, or -errno.
int cpty_open(int columns, int rows);
/// Starts argv[0] as the leader of a session on it. Signals are as they are at login. 0 or -errno.
int cpty_spawn(int master, char *_Nonnull const *_Nonnull argv, char *_Nonnull const *_Nonnull envp, pid_t *pid);
int cpty_resize(int master, int columns, int rows);
/// The modes the program on the pty sees. 0 or -errno.
int cpty_modes(int master, struct termios *modes);
/// Exit status, or 128 + signal; -1 while it runs. The processor time it took goes to `microseconds`.
int cpty_reap(pid_t pid, int64_t *microseconds);

#pragma clang assume_nonnull end
#endif
