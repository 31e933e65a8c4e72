/* batch/journal.h - what became of each input of a batch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stdio.h>

#include "model/page.h"

G_BEGIN_DECLS

typedef enum
{
  FATE_READ,          /* now, and is in the store */
  FATE_DONE,          /* was in the store already */
  FATE_REPEATED,      /* has the bytes of another input of the batch */
  FATE_ELSEWHERE,     /* is of another shard */
  FATE_LEFT_OUT,      /* is neither report nor archive */
  FATE_FAILED,        /* cannot be read */
  FATE_FAILED_BEFORE, /* could not be read when it was tried last, and is not tried again */
  FATE_UNREAD,        /* was not read to its end, for the batch was stopped */
  N_FATES
} Fate;

typedef struct
{
  const Source *source; /* its sha256 may be NULL */
  Fate fate;
  const char *reason;    /* why it cannot be read; NULL if it can */
  gboolean is_retryable; /* whether it may be read another time */
  int n_pages;
  guint n_contradictions;
  double seconds;
} JournalEntry;

typedef struct
{
  char *path, *sha256, *reason; /* owned; the checksum is "" if nobody knows it */
  gboolean is_retryable;
} JournalFailure;

typedef struct
{
  guint n[N_FATES];
  guint n_retryable;   /* of those that failed */
  guint64 n_pages;     /* of those that were read */
  GPtrArray *failures; /* of JournalFailure, owned */
  FILE *log;           /* (nullable) borrowed; a JSON line an input */
  FILE *listing;       /* (nullable) borrowed; a line an input, for people */
} Journal;

Journal *journal_new (FILE *log, FILE *listing);
void journal_free (Journal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Journal, journal_free)

/* Says why an input that failed did so, if nobody has said it yet. */
void journal_explain (Journal *journal, const char *sha256, const char *reason);

void journal_add (Journal *journal, const JournalEntry *entry);

/* Writes what happened to the batch itself to the log. */
void journal_note (Journal *journal, const char *event, const char *message);

/* Sorts the failures by path. */
void journal_sort (Journal *journal);

/* Returns: the inputs whose fate is known, but for those that are no matter of this batch. */
guint journal_n_settled (const Journal *journal);

/* Returns (transfer full): what people are told at the end, lines each ended. */
char *journal_summary (const Journal *journal, double seconds);

G_END_DECLS
