/* extract/serial.h - the parts that tesseract would do at once, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tesseract shares each line of text out to threads, of which a report gains little, and other
 * workers lose their processors.  Even of a single thread libgomp calls the kernel some hundred
 * times a line.  So serial.c defines the functions that tesseract calls of it: a program's own
 * function of a name goes before a library's, if the linker is told to show it.
 */
#pragma once

/* Do @fn once, all of its work; the number of threads and the flags are libgomp's. */
void GOMP_parallel (void (*fn) (void *), void *data, unsigned n_threads, unsigned flags);

/* The same of a @fn that takes up its sections, of which there are @count. */
void GOMP_parallel_sections (void (*fn) (void *), void *data, unsigned n_threads, unsigned count,
                             unsigned flags);

/* Returns: the next section, from 1; 0 if there is none left. */
unsigned GOMP_sections_next (void);
void GOMP_sections_end_nowait (void);
