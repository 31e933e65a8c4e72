/* extract/deadline.c - the time that reading an input may take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "extract/deadline.h"

#include <time.h>

#define NANOSECONDS 1000000000
#define PIECES_AT_ONCE 16 /* of an input that take memory while it is read */

gint64
deadline_clock (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * NANOSECONDS + now.tv_nsec;
}

Deadline
deadline_in (guint seconds)
{
  return (Deadline){ deadline_clock () + (gint64) seconds * NANOSECONDS, FALSE };
}

gboolean
deadline_is_over (Deadline *deadline)
{
  deadline->is_over = deadline->is_over || deadline_clock () >= deadline->end;
  return deadline->is_over;
}

/* ---- the stream: one in memory, but for its reading ---- */

typedef struct
{
  GMemoryInputStream parent;
  const Input *input; /* borrowed */
  Deadline *deadline; /* borrowed */
  goffset piece;      /* that was read last */
  guint n_pieces;     /* that were turned to since the input gave its memory back */
} TimedStream;

typedef GMemoryInputStreamClass TimedStreamClass;

GType timed_stream_get_type (void);
G_DEFINE_TYPE (TimedStream, timed_stream, G_TYPE_MEMORY_INPUT_STREAM)

/* Notes that a piece is read; if too many have been, all give their memory back first. */
static void
turn_to (TimedStream *timed, goffset piece)
{
  if (piece == timed->piece)
    return;
  timed->piece = piece;
  if (++timed->n_pieces < PIECES_AT_ONCE)
    return;
  input_rest (timed->input);
  timed->n_pieces = 0;
}

static gssize
timed_stream_read (GInputStream *stream, void *buffer, gsize n_bytes, GCancellable *cancellable,
                   GError **error)
{
  TimedStream *timed = (TimedStream *) stream;
  if (deadline_is_over (timed->deadline))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "out of time");
      return -1;
    }
  turn_to (timed, g_seekable_tell (G_SEEKABLE (stream)) / SHELF_AROUND_BYTES);
  return G_INPUT_STREAM_CLASS (timed_stream_parent_class)
      ->read_fn (stream, buffer, n_bytes, cancellable, error);
}

static void
timed_stream_class_init (TimedStreamClass *class)
{
  G_INPUT_STREAM_CLASS (class)->read_fn = timed_stream_read;
}

static void
timed_stream_init (G_GNUC_UNUSED TimedStream *stream)
{
}

GInputStream *
deadline_stream (const Input *input, Deadline *deadline)
{
  TimedStream *stream = g_object_new (timed_stream_get_type (), NULL);
  stream->input = input;
  stream->deadline = deadline;
  g_memory_input_stream_add_bytes (G_MEMORY_INPUT_STREAM (stream), input->bytes);
  return G_INPUT_STREAM (stream);
}
