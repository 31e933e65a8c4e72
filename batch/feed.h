/* batch/feed.h - the inputs of a batch one after the other: files, and what archives hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file's bytes are read by this process, which does nothing with them; an archive is unpacked by
 * a worker, as fast as its members are wanted, so that no more than one of them is in memory.
 */
#pragma once

#include "batch/limits.h"
#include "batch/walk.h"

G_BEGIN_DECLS

typedef struct
{
  Source source;   /* owned; a member's path is its archive's, a slash and its name */
  GBytes *content; /* owned */
} Input;

void input_free (Input *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Input, input_free)

typedef enum
{
  FEED_INPUT,    /* there is one */
  FEED_FAILURE,  /* there is a name behind which nothing can be read, and why */
  FEED_LEFT_OUT, /* there is a name of what is no report */
  FEED_WAIT,     /* an archive's next member is on its way */
  FEED_END,
} FeedState;

typedef struct
{
  FeedState state;
  Input *input;          /* owned */
  char *path, *reason;   /* owned; of what failed or was left out */
  gboolean is_retryable; /* whether it may be there another time */
} FeedItem;

void feed_item_clear (FeedItem *item);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FeedItem, feed_item_clear)

typedef struct _Feed Feed;

/* @walk, @limits and @sandbox are borrowed. */
Feed *feed_new (const Walk *walk, const BatchLimits *limits, const Sandbox *sandbox);
void feed_free (Feed *feed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Feed, feed_free)

/* Finds out what comes next, without waiting; @item is cleared first. */
void feed_next (Feed *feed, FeedItem *item);

/* Stores what to wait for if feed_next() said FEED_WAIT, in WORKER_POLLS places, else -1. */
void feed_fill_poll (const Feed *feed, GPollFD *polls);

/* Nobody asks for the next input for now. */
void feed_pause (Feed *feed);

/* Returns: the files that have not been looked at. */
guint feed_n_left (const Feed *feed);

G_END_DECLS
