/* model/crop.c - a piece of a page as people see it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/crop.h"

Crop *
crop_new (Box view)
{
  Crop *crop = g_new0 (Crop, 1);
  crop->view = view;
  crop->lines = g_ptr_array_new_with_free_func (g_free);
  return crop;
}

void
crop_free (Crop *crop)
{
  if (crop == NULL)
    return;

  g_clear_pointer (&crop->png, g_bytes_unref);
  g_ptr_array_unref (crop->lines);
  g_free (crop);
}
