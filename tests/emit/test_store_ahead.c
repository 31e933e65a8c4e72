/* tests/emit/test_store_ahead.c - tests of emit/store_ahead.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/store_ahead.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "emit/store_report.h"
#include "tests/emit/sample.h"

#define N_REPORTS 9
#define RUN 1

/* A store of reports whose checksums begin with '1' to '9', and their readings. */
typedef struct
{
  char *folder;
  Store *store;
  GArray *readings; /* of StoreReading */
} Shop;

static void
open_shop (Shop *shop)
{
  const StoreSettings settings = { "1.0", "", "0" };
  shop->folder = sample_make_folder ();
  shop->readings = g_array_new (FALSE, FALSE, sizeof (StoreReading));
  g_autofree char *uri = g_strdup_printf ("sqlite:%s/store.db", shop->folder);
  shop->store = store_open (uri, STORE_WRITE, NULL);
  cr_assert (store_begin_run (shop->store, &settings, NULL));
  for (int i = 1; i <= N_REPORTS; i++)
    {
      g_autoptr (Report) report = sample_new ();
      g_autofree char *sha256 = g_strdup (SAMPLE_SHA256);
      sha256[0] = (char) ('0' + i);
      report_set_text (&report->source.sha256, sha256);
      cr_assert (store_add_report (shop->store, report, FALSE, NULL, NULL));
      const StoreReading reading = { i, RUN };
      g_array_append_val (shop->readings, reading);
    }
}

static void
close_shop (Shop *shop)
{
  store_close (shop->store);
  g_array_unref (shop->readings);
  sample_remove_folder (shop->folder);
  g_free (shop->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shop, close_shop)

/* Returns: the first digit of the checksum of the report that is taken for the reading of that
 * number; '-' if none is. */
static int
take (StoreAhead *ahead, gint64 number)
{
  const StoreReading reading = { number, RUN };
  g_autoptr (Report) report = store_ahead_take (ahead, &reading);
  return report == NULL ? '-' : report->source.sha256[0];
}

Test (store_ahead, each_is_the_report_that_was_asked_for)
{
  for (guint n_threads = 1; n_threads <= 3; n_threads++)
    {
      g_auto (Shop) shop;
      open_shop (&shop);
      g_autoptr (StoreAhead) ahead
          = store_ahead_new (shop.store, store_read_report, shop.readings, n_threads);
      for (int i = 1; i <= N_REPORTS; i++)
        cr_expect (eq (int, take (ahead, i), '0' + i));
    }
}

Test (store_ahead, those_that_are_passed_over_do_not_come_back)
{
  g_auto (Shop) shop;
  open_shop (&shop);
  g_autoptr (StoreAhead) ahead = store_ahead_new (shop.store, store_read_report, shop.readings, 2);
  cr_expect (eq (int, take (ahead, 7), '7'));
  cr_expect (eq (int, take (ahead, 6), '-'));
  cr_expect (eq (int, take (ahead, 7), '-'));
  cr_expect (eq (int, take (ahead, 8), '8'));
}

Test (store_ahead, a_reading_of_another_run_is_not_that_of_its_id)
{
  g_auto (Shop) shop;
  open_shop (&shop);
  g_autoptr (StoreAhead) ahead = store_ahead_new (shop.store, store_read_report, shop.readings, 1);
  const StoreReading newer = { 1, RUN + 1 };
  cr_expect_null (store_ahead_take (ahead, &newer));
  cr_expect (eq (int, take (ahead, 1), '1'));
}

Test (store_ahead, what_cannot_be_read_is_left_to_who_wants_it)
{
  g_auto (Shop) shop;
  open_shop (&shop);
  cr_assert (store_do (shop.store, "UPDATE report SET report_period = '?' WHERE reading_id = 3",
                       NULL, 0, NULL));
  g_autoptr (StoreAhead) ahead = store_ahead_new (shop.store, store_read_report, shop.readings, 1);
  cr_expect (eq (int, take (ahead, 3), '-'));
  cr_expect (eq (int, take (ahead, 4), '4'));
}

Test (store_ahead, without_a_store_nothing_is_read)
{
  g_auto (Shop) shop;
  open_shop (&shop);
  g_free (shop.store->uri);
  shop.store->uri = g_strdup ("sqlite:/no/such/store.db");
  g_autoptr (StoreAhead) ahead = store_ahead_new (shop.store, store_read_report, shop.readings, 2);
  cr_expect (eq (int, take (ahead, 1), '-'));
}

static gint n_read;

/* A StoreReadFunc that counts. */
static Report *
count_and_read (Store *store, gint64 reading, GError **error)
{
  g_atomic_int_inc (&n_read);
  return store_read_report (store, reading, error);
}

Test (store_ahead, few_are_held_at_once)
{
  g_auto (Shop) shop;
  open_shop (&shop);
  g_autoptr (StoreAhead) ahead = store_ahead_new (shop.store, count_and_read, shop.readings, 1);
  for (int i = 0; i < 100 && g_atomic_int_get (&n_read) < 2; i++)
    g_usleep (50000);
  g_usleep (100000);
  cr_expect (eq (int, g_atomic_int_get (&n_read), 2));
  cr_expect (eq (int, take (ahead, 1), '1'));
}
