/* check/repair.c - what does the arithmetic say of figures that were read off an image?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. For each figure: what do its relations leave for it, the others being as they were read?
 * 2. The figure whose one candidate mends most relations goes first, a doubtful one before a sure
 *    one, and counts as that candidate from then on.  If another figure could mend as much with one
 *    of its own, neither does: nothing tells which of them was misread.  A figure that was read
 *    for sure must mend two relations at least: a publisher errs, too.
 * 3. What is still broken makes suspects of all that could mend it.
 */
#include "check/repair.h"

#include "check/candidate.h"
#include "check/grammar.h"
#include "check/line.h"
#include "check/tie.h"

#define MOST_BROKEN 400 /* so many are no misreadings: what is held is not understood */
#define ENOUGH_FOR_SURE 2
#define ECHO_RULE "twice" /* what is printed twice rests on no finding */

struct _Trial
{
  GArray *confidences; /* of double, by figure */
  guint n_findings, n_coverage;
};

/* A figure that was read off an image, as it stands in relations. */
typedef struct
{
  Figure *figure;
  double confidence; /* as it was read */
  GPtrArray *ties;   /* of Tie, borrowed */
  gboolean is_mended;
} Subject;

/* What the relations of a subject leave for it. */
typedef struct
{
  guint n_ties;   /* that tell anything */
  guint n_broken; /* of these */
  guint n_mends;  /* candidates that mend all */
  Decimal value;  /* the first of them */
} Verdicts;

typedef struct
{
  Check *check;
  Grammar *grammar;
  GPtrArray *subjects; /* of Subject, owned, in document order */
  GHashTable *of;      /* const Figure * to Subject, borrowed */
  GHashTable *repairs; /* const Figure * to Repair */
} Inquiry;

/* ---- the trial ---- */

static gboolean
is_read (const Figure *figure)
{
  return figure->origin == ORIGIN_OCR && figure->has_value;
}

gboolean
repair_is_needed (const Report *report)
{
  gboolean is_needed = FALSE;
  for (guint i = 0; i < report->figures->len && !is_needed; i++)
    is_needed = is_read (report_figure (report, i));
  return is_needed;
}

Trial *
repair_try (Report *report)
{
  Trial *trial = g_new0 (Trial, 1);
  trial->confidences = g_array_sized_new (FALSE, FALSE, sizeof (double), report->figures->len);
  trial->n_findings = report->findings->len;
  trial->n_coverage = report->coverage->len;
  for (guint i = 0; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      g_array_append_val (trial->confidences, figure->confidence);
      if (is_read (figure))
        figure->confidence = 1;
    }
  return trial;
}

static void
subject_free (gpointer data)
{
  Subject *subject = data;
  g_ptr_array_unref (subject->ties);
  g_free (subject);
}

static void
repair_free (gpointer data)
{
  Repair *repair = data;
  g_free (repair->rules);
  g_free (repair);
}

static void
list_subjects (Inquiry *inquiry, const Trial *trial)
{
  Report *report = inquiry->check->report;
  for (guint i = 0; i < report->figures->len; i++)
    {
      Figure *figure = report_figure (report, i);
      figure->confidence = g_array_index (trial->confidences, double, i);
      if (!is_read (figure))
        continue;
      Subject *subject = g_new0 (Subject, 1);
      subject->figure = figure;
      subject->confidence = figure->confidence;
      subject->ties = g_ptr_array_new ();
      g_ptr_array_add (inquiry->subjects, subject);
      g_hash_table_insert (inquiry->of, figure, subject);
    }
}

/* Gives the subjects what they stand in.  Returns: how many relations are broken. */
static guint
list_ties (const Inquiry *inquiry, Roll *ties)
{
  guint n_broken = 0;
  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = ties_at (ties, i);
      n_broken += tie->is_broken && !tie->is_loose;
      for (guint k = 0; k < tie->n_knots && !tie->is_loose; k++)
        {
          const Knot *knot = tie_knot (tie, k);
          Subject *subject = g_hash_table_lookup (inquiry->of, knot->figure);
          if (subject != NULL && knot->role != KNOT_ASIDE)
            g_ptr_array_add (subject->ties, (gpointer) tie);
        }
    }
  return n_broken;
}

/* ---- what relations leave for a figure ---- */

static gboolean
is_doubtful (const Subject *subject)
{
  return subject->confidence < CONFIDENCE_TRUSTED;
}

static gboolean
is_broken (const Inquiry *inquiry, const Tie *tie)
{
  return tie_judge (inquiry->check, tie) == VERDICT_OFF;
}

static void
clear_interval (gpointer data)
{
  interval_clear (data);
}

/* Returns (transfer full) (element-type Interval): what each relation that tells anything leaves.
 */
static GArray *
list_domains (const Inquiry *inquiry, const Subject *subject)
{
  GArray *domains = g_array_new (FALSE, FALSE, sizeof (Interval));
  g_array_set_clear_func (domains, clear_interval);
  for (guint i = 0; i < subject->ties->len; i++)
    {
      const Tie *tie = subject->ties->pdata[i];
      Interval possible = tie_possible (inquiry->check, tie, tie_find (tie, subject->figure));
      if (possible.is_unbounded)
        interval_clear (&possible);
      else
        g_array_append_val (domains, possible);
    }
  return domains;
}

/* Returns: how many of @domains the figure would break if it were @value. */
static guint
count_broken (const Inquiry *inquiry, const Subject *subject, const GArray *domains, Decimal value)
{
  Decimal printed = subject->figure->value; /* the figure itself is asked: a copy is in no report */
  subject->figure->value = value;
  g_auto (Interval) stands_for = tie_interval (inquiry->check, subject->figure);
  subject->figure->value = printed;
  guint n = 0;
  for (guint i = 0; i < domains->len; i++)
    n += !interval_meets (&stands_for, &g_array_index (domains, Interval, i));
  return n;
}

static GArray *
candidates_of (const Inquiry *inquiry, const Subject *subject, CandidateRange range)
{
  const Knowledge *knowledge = inquiry->check->knowledge;
  int scale = grammar_scale (inquiry->grammar, subject->figure);
  return candidate_list (knowledge->lexicon, subject->figure, scale, range);
}

/* Returns: how many candidates mend all that @domains are of; @first gets the first of them. */
static guint
count_mends (const Inquiry *inquiry, const Subject *subject, const GArray *domains,
             CandidateRange range, Decimal *first)
{
  g_autoptr (GArray) candidates = candidates_of (inquiry, subject, range);
  guint n = 0;
  for (guint i = 0; i < candidates->len; i++)
    {
      Decimal value = g_array_index (candidates, Decimal, i);
      if (count_broken (inquiry, subject, domains, value) == 0 && n++ == 0)
        *first = value;
    }
  return n;
}

/* A candidate that mends all counts as single only if no unlikelier one would do, too. */
static Verdicts
ask (const Inquiry *inquiry, const Subject *subject)
{
  g_autoptr (GArray) domains = list_domains (inquiry, subject);
  Verdicts verdicts
      = { .n_ties = domains->len,
          .n_broken = count_broken (inquiry, subject, domains, subject->figure->value) };
  if (verdicts.n_broken == 0)
    return verdicts;
  verdicts.n_mends = count_mends (inquiry, subject, domains, CANDIDATES_LIKELY, &verdicts.value);
  if (verdicts.n_mends == 1)
    {
      Decimal any;
      verdicts.n_mends = count_mends (inquiry, subject, domains, CANDIDATES_ALL, &any);
    }
  return verdicts;
}

/* ---- who was misread ---- */

/* Returns (transfer full): the subjects of the broken relations of @subject, but itself. */
static GPtrArray *
list_rivals (const Inquiry *inquiry, const Subject *subject)
{
  GPtrArray *rivals = g_ptr_array_new ();
  for (guint i = 0; i < subject->ties->len; i++)
    {
      const Tie *tie = subject->ties->pdata[i];
      if (!is_broken (inquiry, tie))
        continue;
      for (guint k = 0; k < tie->n_knots; k++)
        {
          Subject *other = g_hash_table_lookup (inquiry->of, tie_knot (tie, k)->figure);
          if (other != NULL && other != subject && !other->is_mended
              && !g_ptr_array_find (rivals, other, NULL))
            g_ptr_array_add (rivals, other);
        }
    }
  return rivals;
}

/* Whether another figure may as well be the one that was misread. */
static gboolean
has_rival (const Inquiry *inquiry, const Subject *subject, const Verdicts *own)
{
  g_autoptr (GPtrArray) rivals = list_rivals (inquiry, subject);
  for (guint i = 0; i < rivals->len; i++)
    {
      const Subject *rival = rivals->pdata[i];
      Verdicts verdicts = ask (inquiry, rival);
      if (verdicts.n_mends == 0 || verdicts.n_broken < own->n_broken)
        continue;
      gboolean is_less_doubtful = is_doubtful (subject) && !is_doubtful (rival);
      if (!is_less_doubtful || verdicts.n_broken > own->n_broken)
        return TRUE;
    }
  return FALSE;
}

/* Returns (transfer full): the rules of the broken relations of @subject, each once. */
static char *
describe_rules (const Inquiry *inquiry, const Subject *subject)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  for (guint i = 0; i < subject->ties->len; i++)
    {
      const Tie *tie = subject->ties->pdata[i];
      if (!is_broken (inquiry, tie))
        continue;
      const char *rule = tie->finding < 0
                             ? ECHO_RULE
                             : report_finding (inquiry->check->report, (guint) tie->finding)->rule;
      if (!g_ptr_array_find_with_equal_func (rules, rule, g_str_equal, NULL))
        g_ptr_array_add (rules, (gpointer) rule);
    }
  g_ptr_array_add (rules, NULL);
  return g_strjoinv (", ", (char **) rules->pdata);
}

static void
keep_repair (const Inquiry *inquiry, const Subject *subject, const Verdicts *verdicts,
             gboolean is_single)
{
  Repair *repair = g_new0 (Repair, 1);
  repair->read = subject->figure->value;
  repair->value = verdicts->value;
  repair->is_single = is_single;
  repair->rules = describe_rules (inquiry, subject);
  g_hash_table_insert (inquiry->repairs, subject->figure, repair);
}

/* Mends what can be mended best.  Returns: FALSE if there is nothing. */
static gboolean
mend_next (const Inquiry *inquiry)
{
  Subject *best = NULL;
  Verdicts best_verdicts = { 0 };
  for (guint i = 0; i < inquiry->subjects->len; i++)
    {
      Subject *subject = inquiry->subjects->pdata[i];
      Verdicts verdicts = subject->is_mended ? best_verdicts : ask (inquiry, subject);
      if (subject->is_mended || verdicts.n_mends != 1
          || verdicts.n_broken < (is_doubtful (subject) ? 1 : ENOUGH_FOR_SURE))
        continue;
      gboolean is_better = verdicts.n_broken > best_verdicts.n_broken
                           || (verdicts.n_broken == best_verdicts.n_broken && is_doubtful (subject)
                               && !is_doubtful (best));
      if (is_better && !has_rival (inquiry, subject, &verdicts))
        {
          best = subject;
          best_verdicts = verdicts;
        }
    }
  if (best == NULL)
    return FALSE;
  keep_repair (inquiry, best, &best_verdicts, TRUE);
  best->figure->value = best_verdicts.value;
  best->is_mended = TRUE;
  return TRUE;
}

/* Whether a doubtful figure of one of the broken relations of @subject could mend them. */
static gboolean
is_cleared (const Inquiry *inquiry, const Subject *subject)
{
  g_autoptr (GPtrArray) rivals = list_rivals (inquiry, subject);
  for (guint i = 0; i < rivals->len; i++)
    if (is_doubtful (rivals->pdata[i]) && ask (inquiry, rivals->pdata[i]).n_mends > 0)
      return TRUE;
  return FALSE;
}

static void
suspect (const Inquiry *inquiry)
{
  for (guint i = 0; i < inquiry->subjects->len; i++)
    {
      const Subject *subject = inquiry->subjects->pdata[i];
      Verdicts verdicts = { 0 };
      if (!subject->is_mended)
        verdicts = ask (inquiry, subject);
      if (verdicts.n_mends > 0 && (is_doubtful (subject) || !is_cleared (inquiry, subject)))
        keep_repair (inquiry, subject, &verdicts, FALSE);
    }
}

/* ---- what is confirmed ---- */

/* Whether all relations hold, and no other figure that it may have been would let them. */
static gboolean
is_confirmed (const Inquiry *inquiry, const Subject *subject)
{
  g_autoptr (GArray) domains = list_domains (inquiry, subject);
  if (domains->len == 0 || count_broken (inquiry, subject, domains, subject->figure->value) > 0)
    return FALSE;
  g_autoptr (GArray) candidates = candidates_of (inquiry, subject, CANDIDATES_WIDE);
  for (guint i = 0; i < candidates->len; i++)
    if (count_broken (inquiry, subject, domains, g_array_index (candidates, Decimal, i)) == 0)
      return FALSE;
  return TRUE;
}

static void
confirm (const Inquiry *inquiry)
{
  for (guint i = 0; i < inquiry->subjects->len; i++)
    {
      const Subject *subject = inquiry->subjects->pdata[i];
      if (is_doubtful (subject) && !subject->is_mended && is_confirmed (inquiry, subject))
        subject->figure->confidence = REPAIR_CONFIRMED;
    }
}

/* ---- the conclusion ---- */

static void
settle (const Inquiry *inquiry, gboolean applies)
{
  for (guint i = 0; i < inquiry->subjects->len; i++)
    {
      Figure *figure = ((const Subject *) inquiry->subjects->pdata[i])->figure;
      const Repair *repair = g_hash_table_lookup (inquiry->repairs, figure);
      if (repair == NULL)
        continue;
      gboolean is_applied = applies && repair->is_single;
      figure->value = is_applied ? repair->value : repair->read;
      figure->origin = is_applied ? ORIGIN_REPAIRED : figure->origin;
      figure->confidence = is_applied ? REPAIR_MENDED : MIN (figure->confidence, REPAIR_SUSPECTED);
    }
}

GHashTable *
repair_conclude (Check *check, Trial *trial, gboolean applies)
{
  Inquiry inquiry = { .check = check,
                      .grammar = grammar_new (check->report),
                      .subjects = g_ptr_array_new_with_free_func (subject_free),
                      .of = g_hash_table_new (NULL, NULL),
                      .repairs = g_hash_table_new_full (NULL, NULL, NULL, repair_free) };
  list_subjects (&inquiry, trial);
  if (list_ties (&inquiry, check->ties) + list_ties (&inquiry, check->echoes) <= MOST_BROKEN)
    {
      while (mend_next (&inquiry))
        ;
      suspect (&inquiry);
      confirm (&inquiry);
      settle (&inquiry, applies);
    }
  report_cut (check->report, REPORT_FINDINGS, trial->n_findings);
  report_cut (check->report, REPORT_COVERAGE, trial->n_coverage);
  grammar_free (inquiry.grammar);
  g_hash_table_unref (inquiry.of);
  g_ptr_array_unref (inquiry.subjects);
  g_array_unref (trial->confidences);
  g_free (trial);
  return inquiry.repairs;
}

char *
repair_describe (const Check *check, const Figure *figure, const Repair *repair)
{
  g_autofree char *period = period_format (figure->period);
  g_autofree char *read = decimal_format (repair->read);
  g_autofree char *value = decimal_format (repair->value);
  gboolean is_statistic = line_slot_of (check, figure).measure == MEASURE_NONE;
  return g_strdup_printf ("%s %s%s: %s, not %s", line_label (check, line_of (figure)),
                          is_statistic ? "" : "in ",
                          is_statistic ? measure_code (figure->measure) : period, value, read);
}
