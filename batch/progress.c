/* batch/progress.c - how far a batch is, for who watches it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "batch/progress.h"

#include "batch/duration.h"

#define TERMINAL_USEC (G_USEC_PER_SEC / 5)
#define PLAIN_USEC (10 * (gint64) G_USEC_PER_SEC)

#define RED "\033[31m"
#define PLAIN "\033[0m"
#define CLEAR_LINE "\r\033[K"

struct _Progress
{
  const Journal *journal;
  FILE *out;
  gboolean is_terminal, has_colour;
  gint64 begun, shown; /* of the monotonic clock */
};

Progress *
progress_new (const Journal *journal, FILE *out, gboolean is_terminal, gboolean has_colour)
{
  Progress *progress = g_new0 (Progress, 1);
  gint64 now = g_get_monotonic_time ();
  *progress = (Progress){ journal, out, is_terminal, has_colour, now, now };
  return progress;
}

void
progress_free (Progress *progress)
{
  g_free (progress);
}

double
progress_seconds (const Progress *progress)
{
  return (double) (g_get_monotonic_time () - progress->begun) / G_USEC_PER_SEC;
}

char *
progress_text (const Journal *journal, guint n_left, double seconds, gboolean has_colour)
{
  guint n_settled = journal_n_settled (journal);
  guint n_failed = journal->n[FATE_FAILED] + journal->n[FATE_FAILED_BEFORE];
  guint n_worked = journal->n[FATE_READ] + journal->n[FATE_FAILED];
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%u of %u inputs, %.1f pages a second", n_settled,
                          n_settled + n_left, (double) journal->n_pages / MAX (seconds, 0.001));
  if (n_failed > 0)
    g_string_append_printf (text, ", %s%u failed%s", has_colour ? RED : "", n_failed,
                            has_colour ? PLAIN : "");
  if (n_worked > 0 && n_left > 0)
    {
      g_autofree char *time = duration_text (seconds * n_left / n_worked);
      g_string_append_printf (text, ", %s left", time);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_time (Progress *progress)
{
  gint64 now = g_get_monotonic_time ();
  if (now - progress->shown < (progress->is_terminal ? TERMINAL_USEC : PLAIN_USEC))
    return FALSE;
  progress->shown = now;
  return TRUE;
}

static void
show (const Progress *progress, const char *text)
{
  if (progress->is_terminal)
    fprintf (progress->out, CLEAR_LINE "%s", text);
  else
    fprintf (progress->out, "%s\n", text);
  fflush (progress->out);
}

void
progress_show (Progress *progress, guint n_left)
{
  if (!is_time (progress))
    return;
  g_autofree char *text = progress_text (progress->journal, n_left, progress_seconds (progress),
                                         progress->has_colour);
  show (progress, text);
}

void
progress_show_comparing (Progress *progress, guint n_left)
{
  if (!is_time (progress))
    return;
  g_autofree char *text
      = g_strdup_printf ("comparing reports with each other, of %u authorities still", n_left);
  show (progress, text);
}

void
progress_end (Progress *progress)
{
  if (progress->is_terminal)
    fprintf (progress->out, CLEAR_LINE);
  fflush (progress->out);
}
