#include "cbare.h"

#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>

int cbare_open(void) {
  setlocale(LC_ALL, "");
  if (!newterm(NULL, stdout, stdin)) return -1;
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  set_escdelay(25);
  curs_set(0);
  start_color();
  use_default_colors();
  init_pair(1, COLOR_BLACK, COLOR_CYAN);
  return 0;
}

int cbare_rows(void) { return LINES; }

int cbare_columns(void) { return COLS; }

void cbare_put(int row, int is_selected, const char *text) {
  attr_set(is_selected ? A_BOLD : A_NORMAL, is_selected ? 1 : 0, NULL);
  mvprintw(row, 0, "%-*.*s", COLS, COLS, text);
}

void cbare_refresh(void) { refresh(); }

int cbare_key(void) {
  wint_t key = 0;
  int kind = get_wch(&key);
  if (kind == ERR) return -1;
  return kind == KEY_CODE_YES && key == KEY_RESIZE ? -2 : (int)key;
}

int cbare_has_key(void) {
  struct pollfd line = {.fd = 0, .events = POLLIN};
  return poll(&line, 1, 0) > 0;
}

void cbare_close(void) { endwin(); }
