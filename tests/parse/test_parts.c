/* tests/parse/test_parts.c - where the tables of indicators stand in a document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "parse/parts.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "tests/parse/desk.h"

#define HEADINGS "Ref|Indicator|Oct 16|Nov 16\n"

/* Blocks of a grid each, and the parts in them. */
typedef struct
{
  Desk *desk;
  Report *report;
  GPtrArray *grids, *blocks, *parts;
} Tray;

/* A BlockFunc. */
static const Block *
look_at_block (gpointer blocks, guint index)
{
  return g_ptr_array_index ((const GPtrArray *) blocks, index);
}

/* Returns: the grids that are told, up to NULL, and the parts in them. */
static Tray
tray_with (const char *const *texts)
{
  Tray tray = { .desk = desk_new (), .report = desk_report () };
  tray.grids = g_ptr_array_new_with_free_func ((GDestroyNotify) grid_free);
  tray.blocks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      Block *block = g_new0 (Block, 1);
      block->page = 1;
      block->grid = desk_grid (texts[i]);
      g_ptr_array_add (tray.grids, block->grid);
      g_ptr_array_add (tray.blocks, block);
    }
  Reader reader = desk_reader (tray.desk, tray.report);
  tray.parts = parts_list (&reader, look_at_block, tray.blocks, tray.blocks->len);
  return tray;
}

static void
tray_clear (Tray *tray)
{
  g_ptr_array_unref (tray->parts);
  g_ptr_array_unref (tray->blocks);
  g_ptr_array_unref (tray->grids);
  report_free (tray->report);
  desk_free (tray->desk);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tray, tray_clear)

static const Scorecard *
part (const Tray *tray, guint i)
{
  cr_assert (lt (uint, i, tray->parts->len));
  return g_ptr_array_index (tray->parts, i);
}

Test (parts, a_grid_with_headings_is_a_part)
{
  const char *const texts[] = { HEADINGS "CP1|Contacts|12|13", NULL };
  g_auto (Tray) tray = tray_with (texts);
  cr_assert (eq (uint, tray.parts->len, 1));
  cr_expect (eq (int, part (&tray, 0)->table, 1));
  cr_expect (eq (uint, part (&tray, 0)->end, 2));
  cr_expect (parts_has (tray.parts, g_ptr_array_index (tray.grids, 0)));
  cr_expect_not (parts_carries_on (tray.parts, g_ptr_array_index (tray.grids, 0)));
}

Test (parts, a_grid_without_headings_is_none)
{
  const char *const texts[] = { "CP1|Contacts|12|13", NULL };
  g_auto (Tray) tray = tray_with (texts);
  cr_expect (eq (uint, tray.parts->len, 0));
  cr_expect_not (parts_has (tray.parts, g_ptr_array_index (tray.grids, 0)));
}

Test (parts, rows_on_the_next_page_carry_a_table_on)
{
  const char *const texts[] = { HEADINGS "CP1|Contacts|12|13", "CP2|Referrals|14|15", NULL };
  g_auto (Tray) tray = tray_with (texts);
  cr_assert (eq (uint, tray.parts->len, 2));
  cr_expect (eq (int, part (&tray, 1)->table, 1));
  cr_expect (parts_carries_on (tray.parts, g_ptr_array_index (tray.grids, 1)));
}

Test (parts, rows_with_labels_on_the_next_page_carry_a_table_on)
{
  const char *const texts[]
      = { "Ref|Indicator||Oct 16|Nov 16\nCP1|Plans reviewed in time|%|50%|25%\n",
          "||Numerator|1|2\n||Denominator|2|8\nCP2|Visits in time|%|40%|30%", NULL };
  g_auto (Tray) tray = tray_with (texts);
  cr_assert (eq (uint, tray.parts->len, 2));
}

Test (parts, what_does_not_suit_the_columns_carries_nothing_on)
{
  const char *const texts[] = { HEADINGS "CP1|Contacts|12|13", "Status:|Issue 1", NULL };
  g_auto (Tray) tray = tray_with (texts);
  cr_expect (eq (uint, tray.parts->len, 1));
}

Test (parts, the_same_headings_again_are_the_same_table)
{
  const char *const texts[]
      = { HEADINGS "CP1|Contacts|12|13", HEADINGS "CP2|Referrals|14|15",
          "Ref|Indicator|Good performance is|Target\nCP1|Contacts|high|12", NULL };
  g_auto (Tray) tray = tray_with (texts);
  cr_assert (eq (uint, tray.parts->len, 3));
  cr_expect (eq (int, part (&tray, 1)->table, 1));
  cr_expect (eq (int, part (&tray, 2)->table, 2));
  cr_expect (eq (int, tray.report->n_tables, 2));
}

Test (parts, a_grid_may_have_headings_twice)
{
  const char *const texts[]
      = { HEADINGS "CP1|Contacts|12|13\n" HEADINGS "CP2|Referrals|14|15", NULL };
  g_auto (Tray) tray = tray_with (texts);
  cr_assert (eq (uint, tray.parts->len, 2));
  cr_expect (eq (uint, part (&tray, 0)->end, 2));
  cr_expect (eq (uint, part (&tray, 1)->end, 4));
}
