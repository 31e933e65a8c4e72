/* model/review.c - applies what people decided to a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/review.h"

#include <math.h>

#define NEAR 0.006 /* places are printed with two decimals */

/* ---- what a decision is about ---- */

/* Whether a decision is about a cell, directly or by a finding that it corrects. */
static gboolean
is_about_cell (const Decision *decision)
{
  return decision->is_of_cell || decision->kind == DECISION_CORRECT;
}

static gboolean
is_same_box (Box a, Box b)
{
  return fabs (a.x0 - b.x0) < NEAR && fabs (a.y0 - b.y0) < NEAR && fabs (a.x1 - b.x1) < NEAR
         && fabs (a.y1 - b.y1) < NEAR;
}

/* Whether the decision's indicator is still the one of that reference. */
static gboolean
has_indicator (const Decision *decision, const Report *report)
{
  if (decision->indicator == NO_INDICATOR)
    return TRUE;
  return (guint) decision->indicator < report->indicators->len
         && g_str_equal (report_indicator (report, (guint) decision->indicator)->ref,
                         decision->ref);
}

/* Whether a decision is about @report, as far as its bytes and its rows tell. */
static gboolean
is_of_report (Decision *decision, const Report *report)
{
  if (!g_str_equal (decision->source_sha256, report->source.sha256))
    return FALSE;
  decision->is_of_input = TRUE;
  return has_indicator (decision, report);
}

/* Whether a figure is the cell that a decision is about.  A finding tells no comparator and no
 * component of the figure in its place: there its first one is meant. */
static gboolean
is_cell (const Decision *decision, const Figure *figure)
{
  return figure->indicator == decision->indicator && figure->page == decision->page
         && is_same_box (figure->box, decision->box) && figure->measure == decision->measure
         && period_equal (figure->period, decision->period)
         && (!decision->is_of_cell
             || (figure->comparator == decision->comparator
                 && figure->component == decision->component
                 && g_str_equal (figure->raw, decision->printed)));
}

static gboolean
is_finding (const Decision *decision, const Finding *finding)
{
  return g_str_equal (finding->rule, decision->rule) && finding->indicator == decision->indicator
         && finding->measure == decision->measure
         && period_equal (finding->period, decision->period)
         && g_str_equal (finding->printed, decision->printed) && finding->page == decision->page
         && is_same_box (finding->box, decision->box);
}

/* ---- the note that a decision leaves ---- */

static const char *
rule_of (DecisionKind kind)
{
  static const char *const rules[] = { "accepted", "corrected", "rejected" };
  return rules[kind];
}

/* Returns (transfer full): " by WHO on WHEN: WHY", without what is not told. */
static char *
signature_of (const Decision *decision)
{
  return g_strconcat (decision->who[0] != '\0' ? " by " : "", decision->who,
                      decision->when[0] != '\0' ? " on " : "", decision->when,
                      decision->why[0] != '\0' ? ": " : "", decision->why, NULL);
}

/* What a note says in front of what was there, a reading or the severity of a finding. */
static const char *
words_before (const Decision *decision)
{
  if (!is_about_cell (decision))
    return "the ";
  return decision->kind == DECISION_CORRECT ? "the figure was read as " : "the reading ";
}

/* Returns (transfer full): what it says behind. */
static char *
words_behind (const Decision *decision)
{
  g_autofree char *signature = signature_of (decision);
  if (!is_about_cell (decision))
    return g_strdup_printf (" of rule %s was %s%s", decision->rule, rule_of (decision->kind),
                            signature);
  if (decision->kind != DECISION_CORRECT)
    return g_strdup_printf (" was %s%s", rule_of (decision->kind), signature);
  g_autofree char *value = decimal_format (decision->value);
  return g_strdup_printf (" and corrected to %s%s", value, signature);
}

/* Adds a note at the place that the decision is about; @was is what was there. */
static void
add_note (Report *report, const Decision *decision, const char *was, const char *group)
{
  g_autofree char *behind = words_behind (decision);
  g_autofree char *message = g_strconcat (words_before (decision), was, behind, NULL);
  Finding *note = report_add_finding (report, rule_of (decision->kind), SEVERITY_NOTE);
  note->indicator = decision->indicator;
  note->measure = decision->measure;
  note->period = decision->period;
  note->page = decision->page;
  note->box = decision->box;
  report_set_text (&note->printed, decision->printed);
  report_set_text (&note->message, message);
  report_set_text (&note->group, group);
}

/* Whether a finding is the note that the decision leaves. */
static gboolean
is_note (const Decision *decision, const Finding *finding)
{
  g_autofree char *behind = words_behind (decision);
  return g_str_equal (finding->rule, rule_of (decision->kind))
         && finding->indicator == decision->indicator && finding->measure == decision->measure
         && period_equal (finding->period, decision->period) && finding->page == decision->page
         && is_same_box (finding->box, decision->box)
         && g_str_equal (finding->printed, decision->printed)
         && g_str_has_prefix (finding->message, words_before (decision))
         && g_str_has_suffix (finding->message, behind);
}

/* ---- cells ---- */

static Figure *
find_cell (const Decision *decision, const Report *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    if (is_cell (decision, report_figure (report, i)))
      return report_figure (report, i);
  return NULL;
}

static void
set_value (Figure *figure, gboolean has_value, Decimal value)
{
  figure->has_value = has_value;
  figure->value = value;
  figure->has_lower = figure->has_upper = FALSE;
  figure->status = has_value ? STATUS_OK : STATUS_UNREADABLE;
  figure->origin = ORIGIN_CORRECTED;
  figure->confidence = 1;
}

static void
apply_to_cell (Decision *decision, Report *report, Figure *figure)
{
  g_autofree char *was = figure->has_value ? decimal_format (figure->value)
                                           : g_strdup (status_code (figure->status));
  switch (decision->kind)
    {
    case DECISION_ACCEPT:
      figure->confidence = 1;
      break;
    case DECISION_CORRECT:
      set_value (figure, TRUE, decision->value);
      break;
    case DECISION_REJECT:
      set_value (figure, FALSE, (Decimal){ 0, 0 });
      break;
    }
  decision->is_applied = TRUE;
  add_note (report, decision, was, "");
}

void
review_cells (Decisions *decisions, Report *report)
{
  for (guint i = 0; i < decisions->decisions->len; i++)
    {
      Decision *decision = g_ptr_array_index (decisions->decisions, i);
      if (!is_about_cell (decision) || !is_of_report (decision, report))
        continue;
      Figure *figure = find_cell (decision, report);
      if (figure != NULL && figure->origin != ORIGIN_CORRECTED)
        apply_to_cell (decision, report, figure);
    }
}

/* ---- findings ---- */

/* Puts the finding and the note to come into one group, a new one if the finding was rejected: the
 * others of its cause were not. */
static void
set_group (Finding *finding, const Decision *decision, guint number)
{
  g_autofree char *group = g_strdup_printf ("decision-%u", number);
  if (decision->kind == DECISION_REJECT || finding->group[0] == '\0')
    report_set_text (&finding->group, group);
}

static void
apply_to_finding (Decision *decision, guint number, Report *report, guint index)
{
  Finding *finding = report_finding (report, index);
  set_group (finding, decision, number);
  g_autofree char *group = g_strdup (finding->group);
  const char *was = severity_code (finding->severity);
  if (decision->kind == DECISION_REJECT)
    finding->severity = SEVERITY_NOTE;
  decision->is_applied = TRUE;
  add_note (report, decision, was, group);
}

void
review_findings (Decisions *decisions, Report *report)
{
  guint n_findings = report->findings->len;
  for (guint i = 0; i < decisions->decisions->len; i++)
    {
      Decision *decision = g_ptr_array_index (decisions->decisions, i);
      if (is_about_cell (decision) || !is_of_report (decision, report))
        continue;
      for (guint k = 0; k < n_findings; k++)
        if (is_finding (decision, report_finding (report, k)))
          apply_to_finding (decision, i + 1, report, k);
    }
}

/* ---- what was done before ---- */

void
review_recognise (Decisions *decisions, const Report *report)
{
  for (guint i = 0; i < decisions->decisions->len; i++)
    {
      Decision *decision = g_ptr_array_index (decisions->decisions, i);
      if (!g_str_equal (decision->source_sha256, report->source.sha256))
        continue;
      decision->is_of_input = TRUE;
      for (guint k = 0; k < report->findings->len && !decision->is_applied; k++)
        decision->is_applied = is_note (decision, report_finding (report, k));
    }
}

/* ---- what is left ---- */

/* Returns: why a decision was applied to nothing. */
static const char *
reason_of (const Decision *decision)
{
  if (!decision->is_of_input)
    return "no report that could be read has the bytes that it was made about";
  return is_about_cell (decision) ? "there is no such cell, or it is corrected already"
                                  : "there is no such finding";
}

/* Whether a decision was to be applied by this run, and was to nothing yet. */
static gboolean
is_left (const Decision *decision)
{
  return !decision->is_applied && !decision->is_elsewhere;
}

GPtrArray *
review_inputs_left (const Decisions *decisions)
{
  GPtrArray *inputs = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < decisions->decisions->len; i++)
    {
      const Decision *decision = g_ptr_array_index (decisions->decisions, i);
      if (is_left (decision) && g_hash_table_add (seen, decision->source_sha256))
        g_ptr_array_add (inputs, decision->source_sha256);
    }
  return inputs;
}

GPtrArray *
review_left (const Decisions *decisions)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < decisions->decisions->len; i++)
    {
      const Decision *decision = g_ptr_array_index (decisions->decisions, i);
      if (is_left (decision))
        g_ptr_array_add (left,
                         g_strdup_printf ("%s: line %d: no longer applies: %s", decision->file,
                                          decision->line, reason_of (decision)));
    }
  return left;
}
