/* extract/interpose.h - finds a library's own function where the program has one of the same name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Has *@function, a pointer to a function, point to what a library calls @name, as POSIX has it
 * done.  The library must be linked. */
void interpose_next (const char *name, void *function);
