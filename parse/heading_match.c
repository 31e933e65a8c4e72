/* parse/heading_match.c - the same columns in the headings of two parts of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/heading_match.h"

#define MAX_COLUMNS 500 /* of headings that are compared: a wider table is read by place alone */

static gboolean
says_the_same (const Column *a, const Column *b)
{
  return a->role != ROLE_NONE && a->role == b->role && a->comparator == b->comparator
         && period_equal (a->period, b->period);
}

/* Returns (transfer full): how many columns behind @a of @own and @b of @other can say the same in
 * order, at a * (columns of @other + 1) + b. */
static guint *
count_common (const Heading *own, const Heading *other)
{
  guint width = other->columns->len + 1;
  guint *n = g_new0 (guint, (own->columns->len + 1) * width);
  for (guint a = own->columns->len; a-- > 0;)
    for (guint b = other->columns->len; b-- > 0;)
      n[a * width + b] = says_the_same (heading_column (own, a), heading_column (other, b))
                             ? n[(a + 1) * width + b + 1] + 1
                             : MAX (n[(a + 1) * width + b], n[a * width + b + 1]);
  return n;
}

int *
heading_match (const Heading *own, const Heading *other)
{
  int *matches = g_new (int, own->columns->len);
  guint n_other = other->columns->len, width = n_other + 1;
  gboolean is_wide = MAX (own->columns->len, n_other) > MAX_COLUMNS;
  g_autofree guint *n = is_wide ? NULL : count_common (own, other);
  for (guint a = 0, b = is_wide ? n_other : 0; a < own->columns->len; a++)
    {
      const Column *column = heading_column (own, a);
      while (b < n_other && !says_the_same (column, heading_column (other, b))
             && n[a * width + b + 1] > n[(a + 1) * width + b])
        b++;
      gboolean is_same = b < n_other && says_the_same (column, heading_column (other, b));
      matches[a] = is_same ? (int) b++ : a > 0 ? matches[a - 1] + 1 : 0;
    }
  return matches;
}
