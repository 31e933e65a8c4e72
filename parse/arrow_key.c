/* parse/arrow_key.c - the key to a report's arrows: how large a change has one?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key has two halves, for rises and for falls, in one line or in lines near each other:
 *
 *      Increase 10% or more ↑   Similar →   Decrease 10% or less ↓
 *
 * A fall of "-10% or less" is as large as a rise of "10% or more"; one of "10% or less" is not.
 */
#include "parse/arrow_key.h"

#include <string.h>

#include "parse/pattern.h"

#define MOST_APART                                                                                 \
  6 /* lines or cells from one half to the other: those between tell of no change */

struct _ArrowKeyReader
{
  Pattern *half;
};

/* One half, as printed. */
typedef struct
{
  int line; /* -1 if there is none */
  int threshold;
  char *text; /* owned: "Decrease 10% or less" */
  gboolean is_less, is_more;
} Half;

static void
half_clear (Half *half)
{
  g_free (half->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Half, half_clear)

ArrowKeyReader *
arrow_key_reader_new (void)
{
  ArrowKeyReader *reader = g_new0 (ArrowKeyReader, 1);
  reader->half = pattern_new ("\\b(?<way>in|de)crease:? ?(?:of )?(?<threshold>\\d{1,2}) ?% or "
                              "(?:(?<less>less)|(?<more>more))?",
                              NULL);
  g_assert (reader->half != NULL);
  return reader;
}

void
arrow_key_reader_free (ArrowKeyReader *reader)
{
  if (reader == NULL)
    return;
  pattern_free (reader->half);
  g_free (reader);
}

/* Takes the last match, in @text, as the first half of its way that was found so far. */
static void
take_half (const ArrowKeyReader *reader, const char *text, int line, Half *rise, Half *fall)
{
  gsize from = 0, to = 0;
  g_autofree char *way = pattern_dup_group (reader->half, text, "way");
  g_autofree char *threshold = pattern_dup_group (reader->half, text, "threshold");
  Half *half = g_ascii_strcasecmp (way, "in") == 0 ? rise : fall;
  if (half->line >= 0 || !pattern_span (reader->half, NULL, &from, &to))
    return;
  half->line = line;
  half->threshold = (int) g_ascii_strtoll (threshold, NULL, 10);
  half->text = g_strndup (text + from, to - from);
  half->is_less = pattern_span (reader->half, "less", &from, &to);
  half->is_more = pattern_span (reader->half, "more", &from, &to);
}

static void
find_halves (const ArrowKeyReader *reader, const char *const *lines, Half *rise, Half *fall)
{
  for (int i = 0; lines[i] != NULL; i++)
    {
      gsize from = 0, to = 0;
      for (const char *rest = lines[i]; pattern_find (reader->half, rest); rest += to)
        {
          take_half (reader, rest, i, rise, fall);
          pattern_span (reader->half, NULL, &from, &to);
        }
    }
}

/* Whether the halves, which stand near each other, do not tell of changes of one size. */
static gboolean
are_contradictory (const Half *rise, const Half *fall)
{
  return rise->line >= 0 && fall->line >= 0 && ABS (rise->line - fall->line) <= MOST_APART
         && (rise->threshold != fall->threshold || (rise->is_less && fall->is_more)
             || (rise->is_more && fall->is_less));
}

static void
warn (Report *report, const Half *rise, const Half *fall)
{
  const Half *wrong = rise->is_less ? rise : fall;
  Finding *finding = report_add_finding (report, "arrow", SEVERITY_WARNING);
  g_autofree char *message = g_strdup_printf (
      "the key to the arrows contradicts itself: '%s', but '%s'", rise->text, fall->text);
  report_set_text (&finding->message, message);
  report_set_text (&finding->printed, wrong->text);
  if (rise->threshold != fall->threshold || !wrong->is_less)
    return;
  g_autofree char *start = g_strndup (wrong->text, strlen (wrong->text) - strlen ("less"));
  g_autofree char *meant = g_strconcat (start, "more", NULL);
  report_set_text (&finding->suggestion, meant);
}

void
arrow_key_read (ArrowKeyReader *reader, const char *const *lines, Report *report)
{
  g_auto (Half) rise = { .line = -1 }, fall = { .line = -1 };
  find_halves (reader, lines, &rise, &fall);
  gboolean is_rise = rise.line >= 0 && (fall.line < 0 || rise.line <= fall.line);
  report->arrow_threshold = is_rise ? rise.threshold : fall.threshold;
  if (are_contradictory (&rise, &fall))
    warn (report, &rise, &fall);
}
