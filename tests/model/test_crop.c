/* tests/model/test_crop.c - tests model/crop.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/crop.h"

#include <criterion/criterion.h>

Test (crop, begins_without_image_and_lines)
{
  g_autoptr (Crop) crop = crop_new ((Box){ 1, 2, 3, 4 });
  cr_expect_null (crop->png);
  cr_expect_eq (crop->lines->len, 0);
  cr_expect (crop->view.x0 == 1 && crop->view.y1 == 4);
  crop_free (NULL);
}
