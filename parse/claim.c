/* parse/claim.c - what a commentary states of figures, as claims that can be checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. A text is cut into sentences.
 * 2. Each claim of the lexicon is looked for in each sentence.  Words in front of it may cast it
 *    into doubt: then it is passed over.
 * 3. The indicator is the one that the sentence names in front of the claim, else the row that the
 *    text stands in.  If it names another, or one of another unit than the number, nothing is
 *    claimed.
 * 4. The groups of the pattern tell what is claimed, months which figures of it.
 */
#include "parse/claim.h"

#include <string.h>

#include "parse/subject.h"

#define MAX_CLAIMS 64      /* of one text */
#define MAX_SENTENCE 2000  /* bytes; longer ones are none */
#define MAX_ABBREVIATION 3 /* letters before a full stop that may end no sentence */
#define MONTHS_IN_YEAR 12

struct _ClaimReader
{
  const Lexicon *lexicon; /* borrowed, as the next two */
  const Vocabulary *vocabulary;
  MonthReader *months;
  GPtrArray *patterns; /* of Pattern, owned, beside lexicon->claims */
  Pattern *month;      /* owned; a month's name, in group "month" */
};

/* A text that is being read. */
typedef struct
{
  const ClaimReader *reader;
  Report *report;
  Subject subject; /* whom it may be about */
  int page;
  guint n_claims;
} Scope;

/* ---- the reader ---- */

/* Returns (transfer full): what stands before each claim: the parts, for (?&name). */
static char *
define_parts (const Lexicon *lexicon)
{
  GString *head = g_string_new ("(?(DEFINE)");
  for (guint i = 0; i < lexicon->parts->len; i++)
    {
      const LexiconEntry *part = &g_array_index (lexicon->parts, LexiconEntry, i);
      g_string_append_printf (head, "(?<%s>%s)", part->name, part->pattern);
    }
  g_string_append_c (head, ')');
  return g_string_free (head, FALSE);
}

static Pattern *
compile_claim (const Lexicon *lexicon, const char *parts, const LexiconEntry *claim, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *source = g_strconcat (parts, claim->pattern, NULL);
  Pattern *pattern = pattern_new (source, &reason);
  if (pattern == NULL)
    {
      Where where = WHERE_FILE (lexicon->path);
      recount_fail (error, RECOUNT_ERROR_DATA, &where, "line %d, key 'pattern': %s", claim->line,
                    reason->message);
    }
  return pattern;
}

/* Compiles what finds a month's name, if the lexicon has a part for one. */
static Pattern *
compile_month (const char *parts, GError **error)
{
  const char *name = strstr (parts, "(?<monthname>") != NULL ? "(?<month>(?&monthname))" : "(?!)";
  g_autofree char *source = g_strconcat (parts, name, NULL);
  return pattern_new (source, error);
}

ClaimReader *
claim_reader_new (const Lexicon *lexicon, const Vocabulary *vocabulary, MonthReader *months,
                  GError **error)
{
  g_autoptr (ClaimReader) reader = g_new0 (ClaimReader, 1);
  reader->lexicon = lexicon;
  reader->vocabulary = vocabulary;
  reader->months = months;
  reader->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) pattern_free);
  g_autofree char *parts = define_parts (lexicon);
  reader->month = compile_month (parts, error);
  if (reader->month == NULL)
    return NULL;
  for (guint i = 0; i < lexicon->claims->len; i++)
    {
      Pattern *pattern = compile_claim (lexicon, parts,
                                        &g_array_index (lexicon->claims, LexiconEntry, i), error);
      if (pattern == NULL)
        return NULL;
      g_ptr_array_add (reader->patterns, pattern);
    }
  return g_steal_pointer (&reader);
}

void
claim_reader_free (ClaimReader *reader)
{
  if (reader == NULL)
    return;

  g_ptr_array_unref (reader->patterns);
  pattern_free (reader->month);
  g_free (reader);
}

int
claim_find (const ClaimReader *reader, const char *sentence)
{
  for (guint i = 0; i < reader->patterns->len; i++)
    if (pattern_find (g_ptr_array_index (reader->patterns, i), sentence))
      return (int) i;
  return -1;
}

/* ---- whom it is about ---- */

/* Whether words in front of a claim, the indicator's name aside, cast doubt on it. */
static gboolean
is_doubtful (const Scope *scope, const char *before, int indicator)
{
  gsize from = 0, to = 0;
  if (vocabulary_find_span (scope->reader->vocabulary, WORDS_DOUBTS, before, &from, &to) == NULL)
    return FALSE;
  g_autofree char *word = g_utf8_casefold (before + from, (gssize) (to - from));
  g_autofree char *name
      = g_utf8_casefold (report_indicator (scope->report, (guint) indicator)->name, -1);
  return strstr (name, word) == NULL;
}

/* ---- what it states ---- */

/* A pattern that was found in a sentence. */
typedef struct
{
  const Pattern *pattern;
  const char *subject; /* the text that it was found in */
} Match;

static gboolean
has_group (const Match *match, const char *group)
{
  gsize from = 0, to = 0;
  return pattern_span (match->pattern, group, &from, &to) && to > from;
}

/* Reads "1,204.5%" of a group.  Returns: FALSE if the group took no part or has too many digits. */
static gboolean
read_number (const Match *match, const char *group, Decimal *value)
{
  g_autofree char *text
      = has_group (match, group) ? pattern_dup_group (match->pattern, match->subject, group) : NULL;
  if (text == NULL)
    return FALSE;
  g_autoptr (GString) digits = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at) || *at == '.')
      g_string_append_c (digits, *at);
  return decimal_parse (digits->str, value);
}

/* Whether a group took part and has a sign of per cent. */
static gboolean
has_percent (const Match *match, const char *group)
{
  g_autofree char *text
      = has_group (match, group) ? pattern_dup_group (match->pattern, match->subject, group) : NULL;
  return text != NULL && strchr (text, '%') != NULL;
}

/* Returns: the month that a group names, the last one of that name up to @until. */
static Period
read_month (const Scope *scope, const Match *match, const char *group, Period until)
{
  g_autofree char *text = pattern_dup_group (match->pattern, match->subject, group);
  Period month = NO_PERIOD, year = period_financial_year (period_year_began (until));
  if (text == NULL || !month_read (scope->reader->months, text, year, &month)
      || month.kind != PERIOD_MONTH)
    return NO_PERIOD;
  gboolean has_year = strpbrk (text, "0123456789") != NULL;
  return !has_year && period_months_between (until, month) > 0
             ? period_add_months (month, -MONTHS_IN_YEAR)
             : month;
}

/* Returns: the last month that @before names; the report's if it names none. */
static Period
find_month_before (const Scope *scope, const char *before)
{
  Pattern *pattern = scope->reader->month;
  Period month = scope->report->period;
  gsize from = 0, to = 0;
  for (const char *rest = before;
       pattern_find (pattern, rest) && pattern_span (pattern, NULL, &from, &to) && to > from;
       rest += to)
    {
      Match match = { pattern, rest };
      month = read_month (scope, &match, "month", scope->report->period);
    }
  return month;
}

/* Returns: the month that the match is about; none if it does not say which, and the words in front
 * of it name another than the report's. */
static Period
find_month (const Scope *scope, const Match *match, const char *before)
{
  Period until = scope->report->period;
  if (has_group (match, "month"))
    return read_month (scope, match, "month", until);
  return period_equal (find_month_before (scope, before), until) ? until : NO_PERIOD;
}

/* Returns: what @month is compared with; none if the text does not say. */
static Period
find_base (const Scope *scope, const Match *match, Period month)
{
  if (month.kind != PERIOD_MONTH)
    return NO_PERIOD;
  if (has_group (match, "base"))
    return read_month (scope, match, "base", period_add_months (month, -1));
  if (has_group (match, "year"))
    return period_add_months (month, -MONTHS_IN_YEAR);
  return has_group (match, "since") ? period_add_months (month, -1) : NO_PERIOD;
}

static int
read_count (const Scope *scope, const Match *match, const char *group)
{
  g_autofree char *text = pattern_dup_group (match->pattern, match->subject, group);
  const LexiconEntry *entry
      = text != NULL ? vocabulary_find (scope->reader->vocabulary, WORDS_COUNTS, text) : NULL;
  return entry == NULL
             ? 0
             : 1 + (int) (entry - &g_array_index (scope->reader->lexicon->counts, LexiconEntry, 0));
}

/* What a group of a claim states. */
static const struct
{
  const char *group;
  ClaimKind kind;
  Measure measure;
  Comparator comparator;
  gboolean is_before; /* of the month that is compared with */
} statements[] = {
  { "now", CLAIM_VALUE, MEASURE_ACTUAL, COMPARATOR_NONE, FALSE },
  { "before", CLAIM_VALUE, MEASURE_ACTUAL, COMPARATOR_NONE, TRUE },
  { "by", CLAIM_CHANGE, MEASURE_ACTUAL, COMPARATOR_NONE, FALSE },
  { "mean", CLAIM_VALUE, MEASURE_MEAN_12M, COMPARATOR_NONE, FALSE },
  { "max", CLAIM_VALUE, MEASURE_MAX_12M, COMPARATOR_NONE, FALSE },
  { "sn", CLAIM_VALUE, MEASURE_BENCHMARK, COMPARATOR_SN, FALSE },
  { "national", CLAIM_VALUE, MEASURE_BENCHMARK, COMPARATOR_NATIONAL, FALSE },
  { "region", CLAIM_VALUE, MEASURE_BENCHMARK, COMPARATOR_REGION, FALSE },
};

static Direction
direction_of (const Match *match)
{
  return has_group (match, "up")     ? DIRECTION_UP
         : has_group (match, "down") ? DIRECTION_DOWN
                                     : DIRECTION_NONE;
}

static Claim *
add_claim (Scope *scope, const Match *match, int indicator, ClaimKind kind)
{
  gsize from = 0, to = 0;
  pattern_span (match->pattern, NULL, &from, &to);
  g_autofree char *words = g_strndup (match->subject + from, to - from);
  Claim *claim = report_add_claim (scope->report);
  claim->indicator = indicator;
  claim->kind = kind;
  claim->page = scope->page;
  claim->direction = direction_of (match);
  report_set_text (&claim->words, words);
  scope->n_claims++;
  return claim;
}

/* Whether @claim, the last of the report, says what an earlier one of its text does. */
static gboolean
is_said (const Scope *scope, const Claim *claim)
{
  guint last = scope->report->claims->len - 1;
  for (guint i = last - (scope->n_claims - 1); i < last; i++)
    {
      const Claim *other = report_claim (scope->report, i);
      if (other->indicator == claim->indicator && other->kind == claim->kind
          && other->measure == claim->measure && other->comparator == claim->comparator
          && period_equal (other->period, claim->period) && period_equal (other->base, claim->base)
          && other->n_months == claim->n_months && other->has_value == claim->has_value
          && decimal_compare (other->value, claim->value) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
drop_if_said (Scope *scope, const Claim *claim)
{
  if (!is_said (scope, claim))
    return;
  report_cut (scope->report, REPORT_CLAIMS, scope->report->claims->len - 1);
  scope->n_claims--;
}

/* Whom a number of the match is of: a count may change by per cents too. */
static int
find_owner (const Scope *scope, const char *before, gsize statement, gboolean is_percent,
            Period period)
{
  int indicator = subject_find (&scope->subject, before, is_percent, period);
  if (indicator == NO_INDICATOR && statements[statement].kind == CLAIM_CHANGE)
    indicator = subject_find (&scope->subject, before, !is_percent, period);
  gboolean is_of_row = statements[statement].measure == MEASURE_ACTUAL;
  return indicator != NO_INDICATOR && is_of_row && is_doubtful (scope, before, indicator)
             ? NO_INDICATOR
             : indicator;
}

/* Adds what one group of the match states; without words that name an indicator, of @by_figures. */
static void
read_statement (Scope *scope, const Match *match, const char *before, gsize statement,
                gboolean is_percent, Period period, int by_figures)
{
  Decimal value = { 0, 0 };
  if (period.kind != PERIOD_MONTH || !read_number (match, statements[statement].group, &value))
    return;
  int indicator = find_owner (scope, before, statement, is_percent, period);
  if (indicator == NO_INDICATOR && statements[statement].kind == CLAIM_VALUE
      && statements[statement].measure == MEASURE_ACTUAL)
    indicator = by_figures;
  if (indicator == NO_INDICATOR)
    return;

  Claim *claim = add_claim (scope, match, indicator, statements[statement].kind);
  claim->measure = statements[statement].measure;
  claim->comparator = statements[statement].comparator;
  claim->period = claim->measure == MEASURE_BENCHMARK ? NO_PERIOD : period;
  claim->has_value = TRUE;
  claim->value = value;
  claim->unit = is_percent ? UNIT_PERCENT : UNIT_NONE;
}

/* Returns: the indicator of a page of analysis that the two figures of the match are told by. */
static int
find_by_figures (const Scope *scope, const Match *match, gboolean is_percent, Period month,
                 Period base)
{
  SubjectFigure figures[] = { { month, { 0, 0 } }, { base, { 0, 0 } } };
  if (!read_number (match, "now", &figures[0].value)
      || !read_number (match, "before", &figures[1].value))
    return NO_INDICATOR;
  return subject_find_by_figures (&scope->subject, figures, is_percent);
}

/* Adds what the numbers of the match state. */
static void
read_numbers (Scope *scope, const Match *match, const char *before, Period month, Period base)
{
  gboolean is_share = FALSE; /* "from 96 to 98%": the sign stands behind the last one */
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    is_share |= statements[i].kind == CLAIM_VALUE && has_percent (match, statements[i].group);

  int by_figures = find_by_figures (scope, match, is_share, month, base);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      gboolean is_change = statements[i].kind == CLAIM_CHANGE;
      Period own = statements[i].is_before ? base : month;
      Period period = statements[i].measure == MEASURE_ACTUAL ? own : scope->report->period;
      guint n_before = scope->n_claims;
      read_statement (scope, match, before, i, is_change ? has_percent (match, "by") : is_share,
                      period, by_figures);
      if (scope->n_claims == n_before)
        continue;
      Claim *claim = report_claim (scope->report, scope->report->claims->len - 1);
      claim->base = is_change ? base : NO_PERIOD;
      drop_if_said (scope, claim);
    }
}

/* Adds what the words of the match state without a number: runs, and that a figure moved. */
static void
read_moves (Scope *scope, const Match *match, const char *before, Period month, Period base)
{
  int run = read_count (scope, match, "run"), highest = read_count (scope, match, "highest");
  gboolean is_move = direction_of (match) != DIRECTION_NONE && base.kind == PERIOD_MONTH;
  if (month.kind != PERIOD_MONTH || (run == 0 && highest == 0 && !is_move))
    return;
  gboolean is_share
      = scope->subject.row != NO_INDICATOR
            ? report_indicator (scope->report, (guint) scope->subject.row)->unit == UNIT_PERCENT
            : has_percent (match, "now") || has_percent (match, "before");
  int indicator = subject_find (&scope->subject, before, is_share, month);
  if (indicator == NO_INDICATOR || is_doubtful (scope, before, indicator))
    return;

  Claim *claim = add_claim (scope, match, indicator,
                            run > 0       ? CLAIM_RUN
                            : highest > 0 ? CLAIM_HIGHEST
                                          : CLAIM_MOVE);
  claim->period = month;
  claim->base = run > 0 || highest > 0 ? NO_PERIOD : base;
  claim->n_months = run > 0 ? run : highest;
  drop_if_said (scope, claim);
}

static void
read_match (Scope *scope, const Match *match, const char *before)
{
  Period month = find_month (scope, match, before);
  Period base = find_base (scope, match, month);
  read_numbers (scope, match, before, month, base);
  read_moves (scope, match, before, month, base);
}

/* Whether the claim of that index states a number. */
static gboolean
states_number (const ClaimReader *reader, guint claim)
{
  return strstr (g_array_index (reader->lexicon->claims, LexiconEntry, claim).pattern, "(?&num)")
         != NULL;
}

static void
read_sentence (Scope *scope, const char *sentence)
{
  gboolean has_number = strpbrk (sentence, "0123456789") != NULL;
  for (guint i = 0; i < scope->reader->patterns->len; i++)
    {
      if (!has_number && states_number (scope->reader, i))
        continue;
      Pattern *pattern = g_ptr_array_index (scope->reader->patterns, i);
      gsize from = 0, to = 0;
      for (const char *rest = sentence; scope->n_claims < MAX_CLAIMS && pattern_find (pattern, rest)
                                        && pattern_span (pattern, NULL, &from, &to) && to > from;
           rest += to)
        {
          Match match = { pattern, rest };
          g_autofree char *before = g_strndup (sentence, (gsize) (rest - sentence) + from);
          read_match (scope, &match, before);
        }
    }
}

/* ---- sentences ---- */

/* Whether the full stop at @dot follows a short word ("inc.", "No."), which may end no sentence. */
static gboolean
is_abbreviation (const char *text, const char *dot)
{
  const char *from = dot;
  while (from > text && g_ascii_isalpha (from[-1]))
    from--;
  return dot > from && dot - from <= MAX_ABBREVIATION;
}

/* Returns: the end of the sentence that begins at @text. */
static const char *
find_end (const char *text)
{
  const char *at = text;
  for (; *at != '\0'; at++)
    if (strchr (".!?", *at) != NULL && at[1] == ' ' && !g_ascii_islower (at[2])
        && !is_abbreviation (text, at))
      return at + 1;
  return at;
}

static void
read_text (Scope *scope, const char *text)
{
  while (*text != '\0')
    {
      const char *end = find_end (text);
      g_autofree char *sentence = g_strndup (text, (gsize) (end - text));
      if (end - text <= MAX_SENTENCE)
        read_sentence (scope, g_strstrip (sentence));
      text = end + strspn (end, " ");
    }
}

void
claim_read_all (const ClaimReader *reader, Report *report)
{
  if (report->period.kind != PERIOD_MONTH)
    return;
  g_autoptr (SubjectIndex) index = subject_index_new (reader->vocabulary, report);
  for (guint i = 0; i < report->texts->len; i++)
    {
      const Text *text = report_text (report, i);
      Subject subject
          = { reader->vocabulary, report, index, text->indicator, text->section, text->page };
      Scope scope = { reader, report, subject, text->page, 0 };
      if (text->kind == TEXT_COMMENTARY || text->kind == TEXT_ANALYSIS)
        read_text (&scope, text->text);
    }
}
