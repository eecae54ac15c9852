#include "cterm.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "guard.h"

// <term.h> defines `lines`, `columns` and many more as macros; this is all that is needed of it.
extern char *tigetstr(const char *);

static SCREEN *screen;
static WINDOW *keys;  // a pad: wgetch() on the screen itself would repaint it
static FILE *from, *to;
static int tty = -1;     // the line
static int memory = -1;  // the frames
static struct termios shell_modes, our_modes;
static int cursor_shown;
static char palette_reset[32];

const int cterm_key_up = KEY_UP, cterm_key_down = KEY_DOWN, cterm_key_left = KEY_LEFT, cterm_key_right = KEY_RIGHT,
          cterm_key_shift_up = KEY_SR, cterm_key_shift_down = KEY_SF, cterm_key_shift_left = KEY_SLEFT,
          cterm_key_shift_right = KEY_SRIGHT, cterm_key_home = KEY_HOME, cterm_key_end = KEY_END,
          cterm_key_page_up = KEY_PPAGE, cterm_key_page_down = KEY_NPAGE, cterm_key_insert = KEY_IC,
          cterm_key_delete = KEY_DC, cterm_key_backspace = KEY_BACKSPACE, cterm_key_enter = KEY_ENTER,
          cterm_key_shift_tab = KEY_BTAB, cterm_key_pad_home = KEY_A1, cterm_key_pad_page_up = KEY_A3,
          cterm_key_pad_end = KEY_C1, cterm_key_pad_page_down = KEY_C3, cterm_key_function = KEY_F0, cterm_key_paste_begin = 0x4000,
          cterm_key_paste_end = 0x4001;

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int cterm_set_locale(void) {
  const char *all = getenv("LC_ALL");
  int is_explicit = all && *all;
  int is_plain = is_explicit && (!strcmp(all, "C") || !strcmp(all, "POSIX"));
  const char *found = is_plain ? NULL : setlocale(LC_CTYPE, "");
  if (found && is_utf8()) return 1;
  // LANG=C is what ssh often leaves behind, LC_ALL is what someone asked for.
  int names_utf8 = is_explicit && !found && (strcasestr(all, "utf-8") || strcasestr(all, "utf8"));
  if ((!is_explicit || names_utf8) && setlocale(LC_CTYPE, "C.UTF-8")) return 1;
  setlocale(LC_CTYPE, "C");
  return 0;
}

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

// Appends a capability without the padding ($<5>) that terminfo notes in it.
static void append(char *to_text, size_t size, const char *name) {
  const char *text = capability(name);
  size_t length = strlen(to_text);
  while (text && *text && length + 1 < size) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) text = end + 1;
    else to_text[length++] = *text++;
  }
  to_text[length] = 0;
}

// putp() would write to the stdout of stdio.
static void say(const char *name) {
  char text[64] = "";
  append(text, sizeof text, name);
  ssize_t written = write(memory, text, strlen(text));
  (void)written;
}

static void arm_guard(void) {
  char farewell[256] = "";
  static const char *const names[] = {"sgr0", "BD", "rmkx", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) append(farewell, sizeof farewell - 2, names[i]);
  strcat(farewell, "\r\n");
  guard_arm(tty, &shell_modes, farewell);
}

// A description of its own for the line, so that O_NONBLOCK is not shared with the shell.
static int open_line(int output) {
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", output);
  int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
  int line = open(path, flags);
  if (line < 0) line = open("/dev/tty", flags);
  return line < 0 ? fcntl(output, F_DUPFD_CLOEXEC, 3) : line;
}

static void forget(void) {
  if (keys) delwin(keys);
  if (screen) delscreen(screen);
  if (from) fclose(from);
  if (to) fclose(to);
  if (tty >= 0) close(tty);
  if (memory >= 0) close(memory);
  keys = NULL, screen = NULL, from = to = NULL, tty = memory = -1;
}

static int give_up(int reason) {
  forget();
  return reason;
}

static FILE *copy(int fd, const char *mode) {
  int copied = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  return copied < 0 ? NULL : fdopen(copied, mode);
}

int cterm_open(int input, int output, const char *name, int wants_colour) {
  if (screen) return -EBUSY;
  if (tcgetattr(input, &shell_modes) < 0) return -errno;
  from = copy(input, "r"), to = copy(output, "w"), tty = open_line(output);
  memory = memfd_create("frame", MFD_CLOEXEC);
  if (!from || !to || tty < 0 || memory < 0) return give_up(-errno);

  screen = newterm(name, to, from);  // initscr() would exit() on an unknown name
  if (!screen) return give_up(CTERM_UNKNOWN);
  raw(), noecho(), nonl();
  if (!capability("cup") || !capability("clear")) {
    tcsetattr(input, TCSANOW, &shell_modes);
    return give_up(CTERM_DUMB);
  }
  // The modes are set; from here on ncurses writes into memory.
  tcgetattr(input, &our_modes);
  if (dup2(memory, fileno(to)) < 0) return give_up(-errno);

  set_escdelay(25), typeahead(-1), intrflush(stdscr, FALSE);
  if (wants_colour && has_colors()) start_color(), use_default_colors();
  else wants_colour = 0;
  keys = newpad(1, 1);
  if (!keys) return give_up(-ENOMEM);
  keypad(keys, TRUE), nodelay(keys, TRUE);
  define_key(NULL, KEY_SUSPEND);  // the console's description has it for C-z
  define_key(NULL, KEY_MOUSE);  // a mouse left on by another program is read and dropped as a sequence
  define_key("\033[200~", cterm_key_paste_begin);
  define_key("\033[201~", cterm_key_paste_end);
  palette_reset[0] = 0;
  append(palette_reset, sizeof palette_reset, "oc");
  say("BE");
  cursor_shown = 1;
  arm_guard();
  guard_hold_errors();
  return 0;
}

int cterm_line(void) { return tty; }

// start_color() alone sets COLORS.
int cterm_colours(void) { return COLORS > 0 ? COLORS : 0; }

void cterm_measure(int *columns, int *rows) {
  struct winsize window = {0};
  ioctl(tty, TIOCGWINSZ, &window);
  *columns = window.ws_col, *rows = window.ws_row;
}

// resizeterm() would queue a KEY_RESIZE among the keys.
void cterm_resize(int columns, int rows) {
  resize_term(rows, columns);
  cterm_redraw();
}

int cterm_next(void) {
  int code = wgetch(keys);
  return code == ERR ? -1 : code;
}

static int pair_of(int foreground, int background) {
  if (cterm_colours() == 0 || (foreground < 0 && background < 0)) return 0;
  if (foreground >= COLORS) foreground &= 7;
  if (background >= COLORS) background &= 7;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void cterm_put(int x, int y, uint32_t attributes, int foreground, int background, const wchar_t *text, int count) {
  attr_t shown = (attributes & CTERM_BOLD ? WA_BOLD : 0) | (attributes & CTERM_DIM ? WA_DIM : 0) |
                 (attributes & CTERM_ITALIC ? WA_ITALIC : 0) | (attributes & CTERM_UNDERLINE ? WA_UNDERLINE : 0) |
                 (attributes & CTERM_REVERSE ? WA_REVERSE : 0);
  int pair = pair_of(foreground, background);
  wattr_set(stdscr, shown, (short)pair, &pair);  // the last argument carries pairs over 255
  mvwaddnwstr(stdscr, y, x, text, count);
}

size_t cterm_render(int x, int y) {
  if (cursor_shown != (x >= 0)) cursor_shown = x >= 0, curs_set(cursor_shown);
  wmove(stdscr, x < 0 ? 0 : y, x < 0 ? 0 : x);
  wnoutrefresh(stdscr);
  doupdate();
  return cterm_waiting();
}

void cterm_redraw(void) { clearok(curscr, TRUE); }

void cterm_bell(void) { beep(); }

size_t cterm_waiting(void) {
  off_t end = lseek(memory, 0, SEEK_CUR);
  return end < 0 ? 0 : (size_t)end;
}

// ncurses resets the palette when it comes back from another program. The palette is the person's own.
static size_t keep_palette(uint8_t *bytes, size_t count) {
  size_t length = strlen(palette_reset);
  uint8_t *found = bytes;
  while (length && (found = memmem(found, count - (size_t)(found - bytes), palette_reset, length))) {
    count -= length;
    memmove(found, found + length, count - (size_t)(found - bytes));
  }
  return count;
}

size_t cterm_collect(uint8_t *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t got = pread(memory, bytes + done, count - done, (off_t)done);
    if (got <= 0) break;
    done += (size_t)got;
  }
  if (ftruncate(memory, 0) == 0) lseek(memory, 0, SEEK_SET);
  return keep_palette(bytes, done);
}

void cterm_leave(void) {
  say("BD");
  endwin();
}

void cterm_release(void) {
  tcsetattr(tty, TCSANOW, &shell_modes);
  guard_disarm();
  guard_release_errors();
}

void cterm_enter(void) {
  tcsetattr(tty, TCSANOW, &our_modes);
  arm_guard();
  guard_hold_errors();
  keypad(keys, TRUE);
  say("BE");
  cursor_shown = 1;
  cterm_redraw();
}

void cterm_close(void) {
  guard_disarm();
  guard_release_errors();
  forget();
}
