/* extract/serial.c - the parts that tesseract would do at once, one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/serial.h"

/* libgomp's functions get no argument of ours. */
static _Thread_local struct
{
  unsigned done, count;
} sections;

void
GOMP_parallel (void (*fn) (void *), void *data, unsigned n_threads, unsigned flags)
{
  (void) n_threads, (void) flags;
  fn (data);
}

/* Sections may have sections within. */
void
GOMP_parallel_sections (void (*fn) (void *), void *data, unsigned n_threads, unsigned count,
                        unsigned flags)
{
  unsigned done = sections.done, outer = sections.count;
  (void) n_threads, (void) flags;
  sections.done = 0;
  sections.count = count;
  fn (data);
  sections.done = done;
  sections.count = outer;
}

unsigned
GOMP_sections_next (void)
{
  return sections.done < sections.count ? ++sections.done : 0;
}

void
GOMP_sections_end_nowait (void)
{
}
