/* check/rule.h - what a rule is: a name, what it says, and the function that checks it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules are the table in rules.c.  To add one: write its function in a file of its own, declare
 * it below, add its row, and describe it with its mathematics in docs/rules.md.
 */
#pragma once

#include "model/knowledge.h"
#include "model/report.h"

G_BEGIN_DECLS

typedef struct LineIndex LineIndex; /* check/line.h */

/* One report under check.  Rules add findings to the report, and to the ties (check/tie.h) what
 * they held; they change nothing else. */
typedef struct
{
  Report *report;             /* borrowed */
  const Knowledge *knowledge; /* borrowed */
  GPtrArray *series;          /* of Series, by the index of its indicator */
  const LineIndex *lines;     /* check/line.h */
  GHashTable *rows;           /* of GArray of guint, by canonical id; check/line.h */
  GArray *grains;             /* check/grain.h */
  GPtrArray *bonds;           /* of Bond, check/bond.h */
  Roll *ties;                 /* of Tie, check/tie.h */
  Roll *echoes;               /* of Tie: what is printed twice; NULL but where readings are tried */
  GHashTable *wrong;          /* a set of const Figure: those that check/slip.h found */
  GPtrArray *columns;         /* of changes, check/change.c; NULL until a rule asks for them */
  GHashTable *repairs;        /* (nullable) const Figure * to Repair, check/repair.h */
  int n_checked;              /* by the rule that runs, so far; -1 if it does not count */
} Check;

typedef struct
{
  const char *name;           /* stands in findings.csv: never rename, only retire */
  const char *summary;        /* one line */
  const char *explains;       /* the formula and its limits, for `recount explain` */
  void (*run) (Check *check); /* (nullable): NULL if parse/ notes it while reading */
} CheckRule;

/* Returns: the rules in the order in which they run; @n_rules gets how many. */
const CheckRule *check_rules (gsize *n_rules);

/* Returns (nullable): the rule of that name. */
const CheckRule *check_rule_find (const char *name);

/* Says that @n figures, rows or claims were held against the rule that runs. */
void check_held (Check *check, guint n);

/* The rules, each family in a file of its name. */
void check_mean_12m (Check *check);     /* mean.c */
void check_max_12m (Check *check);      /* max.c */
void check_heading_base (Check *check); /* change.c */
void check_change_prev (Check *check);
void check_change_year (Check *check);
void check_arrow (Check *check);  /* arrow.c */
void check_ratio (Check *check);  /* ratio.c */
void check_shares (Check *check); /* sum.c */
void check_complement (Check *check);
void check_sum (Check *check);
void check_part (Check *check);
void check_population (Check *check);   /* population.c */
void check_ytd (Check *check);          /* ytd.c */
void check_rolling_12m (Check *check);  /* rolling.c */
void check_whole_number (Check *check); /* whole.c */
void check_flow (Check *check);         /* flow.c */
void check_dot (Check *check);          /* dot.c */
void check_rag (Check *check);          /* rag.c */
void check_twice (Check *check);        /* twice.c */
void check_duplicate (Check *check);    /* duplicate.c */
void check_prose (Check *check);        /* prose.c */
void check_prose_direction (Check *check);
void check_range (Check *check);        /* range.c */
void check_not_computed (Check *check); /* computed.c */
void check_new_measure (Check *check);  /* novelty.c */
void check_outlier (Check *check);      /* outlier.c */
void check_benchmark (Check *check);    /* benchmark.c */
void check_unplaced (Check *check);     /* recovery.c */
void check_nameless (Check *check);     /* recovery.c */
void check_alike (Check *check);        /* alike.c */
void check_absent (Check *check);       /* absent.c */
void check_unreadable (Check *check);
void check_doubtful (Check *check);
void check_repaired (Check *check);

G_END_DECLS
