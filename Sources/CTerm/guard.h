#ifndef GUARD_H
#define GUARD_H
#include <termios.h>

/// What a crash has to do with the terminal `line`: send `farewell`, restore `modes`. `farewell` is copied.
void guard_arm(int line, const struct termios *modes, const char *farewell);
void guard_disarm(void);

/// Keeps standard error in memory where it would write over the screen.
void guard_hold_errors(void);
/// Gives it back and sends what was held.
void guard_release_errors(void);
#endif
