#ifndef CTERM_H
#define CTERM_H
// All of ncurses that Leadline uses. One terminal per process. ncurses works out which bytes a frame takes and leaves
// them in memory; the caller moves them to the line, so that a stalled line never holds the program.
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#pragma clang assume_nonnull begin

/// Sets LC_CTYPE: 1 where UTF-8 may be sent, 0 where only ASCII may.
int cterm_set_locale(void);

#define CTERM_UNKNOWN 1
#define CTERM_DUMB 2
/// Takes the terminal; both descriptors stay the caller's. 0, CTERM_UNKNOWN (no description of `name`), CTERM_DUMB (it
/// cannot place the cursor), or -errno; after a failure it may be called again with another name.
int cterm_open(int input, int output, const char *name, int wants_colour);
/// The descriptor the frames go to. Where the terminal could be opened anew it does not block.
int cterm_line(void);
/// Colours the terminal takes, 0 for none.
int cterm_colours(void);
/// What the terminal driver says, 0 where it does not know.
void cterm_measure(int *columns, int *rows);
/// Takes a new size; the next frame draws everything.
void cterm_resize(int columns, int rows);

/// The next byte (0–255) or key (the constants below), -1 where none waits. Waits 25 ms at most, after an Esc.
int cterm_next(void);
extern const int cterm_key_up, cterm_key_down, cterm_key_left, cterm_key_right, cterm_key_shift_up,
    cterm_key_shift_down, cterm_key_shift_left, cterm_key_shift_right, cterm_key_home, cterm_key_end,
    cterm_key_page_up, cterm_key_page_down, cterm_key_insert, cterm_key_delete, cterm_key_backspace, cterm_key_enter,
    cterm_key_shift_tab, cterm_key_pad_home, cterm_key_pad_page_up, cterm_key_pad_end, cterm_key_pad_page_down,
    cterm_key_function, cterm_key_paste_begin, cterm_key_paste_end;

#define CTERM_BOLD 1u
#define CTERM_DIM 2u
#define CTERM_ITALIC 4u
#define CTERM_UNDERLINE 8u
#define CTERM_REVERSE 16u
/// Writes `count` characters into the frame. Colours are palette indexes, -1 is the terminal's own.
void cterm_put(int x, int y, uint32_t attributes, int foreground, int background, const wchar_t *text, int count);
/// Ends the frame with the cursor at x, y, hidden where x is -1, and returns how many bytes it takes.
size_t cterm_render(int x, int y);
/// The next frame draws everything.
void cterm_redraw(void);
void cterm_bell(void);
/// How many bytes wait since they were last collected.
size_t cterm_waiting(void);
/// Takes them, at most as many as waited, and returns how many there are.
size_t cterm_collect(uint8_t *bytes, size_t count);

/// Leaves the screen: collect and send what waits, then call `cterm_release`.
void cterm_leave(void);
/// Gives the terminal's modes and standard error back; what was written to standard error meanwhile appears now.
void cterm_release(void);
/// Takes them again; the next frame draws everything.
void cterm_enter(void);
/// Forgets the terminal, after `cterm_leave` and `cterm_release`, or without them where it is gone.
void cterm_close(void);

/// From now on a crash gives the terminal back before the program dies of the same signal. Replaces Swift's own crash
/// handler, which would ask on the terminal and hold it for 30 seconds.
void cterm_install_guard(void);

#pragma clang assume_nonnull end
#endif
