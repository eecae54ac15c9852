#include "guard.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cterm.h"

static volatile sig_atomic_t armed;
static int tty = -1, held = -1, errors = -1;
static struct termios before;
static char goodbye[256];

void guard_arm(int line, const struct termios *modes, const char *farewell) {
  tty = line;
  before = *modes;
  strncpy(goodbye, farewell, sizeof goodbye - 1);
  armed = 1;
}

void guard_disarm(void) { armed = 0; }

void guard_hold_errors(void) {
  if (errors >= 0 || !isatty(2)) return;
  if (held < 0) held = memfd_create("stderr", MFD_CLOEXEC);
  if (held < 0) return;
  errors = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (errors >= 0) dup2(held, 2);
}

// Called from a signal handler too: only functions that POSIX allows there.
void guard_release_errors(void) {
  if (errors < 0) return;
  dup2(errors, 2);
  close(errors);
  errors = -1;
  char block[1024];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(held, block, sizeof block, at)) > 0) {
    if (write(2, block, (size_t)count) < 0) break;
    at += count;
  }
  if (ftruncate(held, 0) == 0) lseek(held, 0, SEEK_SET);
}

static void crash(int signal_number) {
  if (armed) {
    armed = 0;
    ssize_t sent = write(tty, goodbye, strlen(goodbye));
    (void)sent;
    tcsetattr(tty, TCSANOW, &before);
  }
  guard_release_errors();
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void cterm_install_guard(void) {
  static char stack[65536];
  static const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS};
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
}
