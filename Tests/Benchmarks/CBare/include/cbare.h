#ifndef CBARE_H
#define CBARE_H
// As little of ncurses as a list of rows takes: the reference that the screen is measured against.

#pragma clang assume_nonnull begin

/// Takes the terminal of standard input and output. 0, or -1 where there is none.
int cbare_open(void);
int cbare_rows(void);
int cbare_columns(void);
/// One row, padded with blanks to the width of the screen.
void cbare_put(int row, int is_selected, const char *text);
void cbare_refresh(void);
/// Waits for a key. -2 for a new size.
int cbare_key(void);
/// Whether another key waits already.
int cbare_has_key(void);
void cbare_close(void);

#pragma clang assume_nonnull end
#endif
