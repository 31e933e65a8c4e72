/* extract/jpeg_note.c - whether the JPEGs that libraries unpack are whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/jpeg_note.h"

#include <stdio.h>

#include <jpeglib.h> /* which wants stdio.h before it */

#include <jerror.h>

#include "extract/interpose.h"

/* A library's error manager has no place for ours. */
static _Thread_local guint n_flaws;

guint
jpeg_note_flaws (void)
{
  return n_flaws;
}

/* Levels below 0 are warnings: most of them of data that is damaged, some of a head that is odd. */
static void
count_flaw (j_common_ptr jpeg, int level)
{
  int code = jpeg->err->msg_code;
  if (level >= 0 || code == JWRN_ADOBE_XFORM || code == JWRN_BOGUS_ICC || code == JWRN_JFIF_MAJOR)
    return;
  jpeg->err->num_warnings++;
  n_flaws++;
}

/* A message before the end of reading, which who reads tells in words of its own. */
static void
print_nothing (G_GNUC_UNUSED j_common_ptr jpeg)
{
}

/* Goes before libjpeg's own, and names its parameter as it does. */
struct jpeg_error_mgr *
jpeg_std_error (struct jpeg_error_mgr *err)
{
  static struct jpeg_error_mgr *(*own) (struct jpeg_error_mgr *) = NULL;
  if (own == NULL)
    interpose_next ("jpeg_std_error", &own);
  own (err);
  err->emit_message = count_flaw;
  err->output_message = print_nothing;
  return err;
}
