/* extract/trailer.c - what the end of a PDF tells of its being whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. The file ends in "startxref", the table's offset and "%%EOF".
 * 2. At the offset stands "xref", or an object that holds the table as a stream.
 * 3. Behind "xref" stand sections: their first object's number, how many there are, and for each
 *    object a line of twenty bytes with its offset, and whether it is in use.
 *
 * Offsets count from the file's mark, "%PDF-", or from its first byte if that is not the same.
 */
#include "extract/trailer.h"

#include <string.h>

#include "extract/bytes.h"

#define MARK_BYTES 1024 /* at the file's ends, within which its marks stand */
#define ENTRY_BYTES 20
#define USE_COLUMN 17     /* of an entry, where 'n' says that the object is in use */
#define MAX_HEAD_BYTES 40 /* of an object: two numbers and a word */

typedef struct
{
  const char *start, *end; /* borrowed */
  gsize n_before;          /* bytes before the file's mark */
} File;

static File
file_of (GBytes *bytes)
{
  gsize n_bytes = 0;
  const char *start = g_bytes_get_data (bytes, &n_bytes);
  const char *mark = bytes_find (start, start + MIN (n_bytes, MARK_BYTES), "%PDF-");
  return (File){ start, start + n_bytes, mark == NULL ? 0 : (gsize) (mark - start) };
}

gboolean
trailer_is_cut (GBytes *bytes)
{
  File file = file_of (bytes);
  gssize n_tail = MIN (file.end - file.start, MARK_BYTES);
  return bytes_find (file.end - n_tail, file.end, "%%EOF") == NULL;
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
  return at;
}

/* Reads a number behind blanks.  Returns: what is behind it; NULL if there is none. */
static const char *
take_number (const char *at, const char *end, gsize *number)
{
  const char *digits = skip_blanks (at, end);
  *number = 0;
  for (at = digits; at < end && g_ascii_isdigit (*at); at++)
    *number = MIN (*number * 10 + (gsize) (*at - '0'), G_MAXSIZE / 100);
  return at > digits ? at : NULL;
}

/* Whether "xref" or the like stands behind blanks. */
static gboolean
begins (const char *at, const char *end, const char *word)
{
  at = skip_blanks (at, end);
  return (gsize) (end - at) >= strlen (word) && memcmp (at, word, strlen (word)) == 0;
}

/* Whether an object begins there: "12 0 obj". */
static gboolean
is_object (const char *at, const char *end)
{
  gsize number = 0;
  const char *stop = at + MIN (end - at, MAX_HEAD_BYTES);
  at = take_number (at, stop, &number);
  at = at == NULL ? NULL : take_number (at, stop, &number);
  return at != NULL && begins (at, stop, "obj");
}

/* Returns (nullable): what is @offset bytes from where offsets count. */
static const char *
at_offset (const File *file, gsize offset, gsize n_before)
{
  gsize n_bytes = (gsize) (file->end - file->start);
  return n_before + offset < n_bytes ? file->start + n_before + offset : NULL;
}

/* Whether each object in use stands where the table at @at says. */
static gboolean
check_table (const File *file, const char *at, gsize n_before)
{
  gsize first = 0, n = 0, offset = 0;
  for (at = skip_blanks (at, file->end) + strlen ("xref"); !begins (at, file->end, "trailer");)
    {
      at = take_number (at, file->end, &first);
      at = at == NULL ? NULL : take_number (at, file->end, &n);
      if (at == NULL)
        return FALSE;
      for (at = skip_blanks (at, file->end); n > 0; n--, at += ENTRY_BYTES)
        {
          if (file->end - at < ENTRY_BYTES || take_number (at, file->end, &offset) == NULL)
            return FALSE;
          const char *object = at_offset (file, offset, n_before);
          if (at[USE_COLUMN] == 'n' && offset > 0
              && (object == NULL || !is_object (object, file->end)))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_offset (const File *file, gsize offset, gsize n_before)
{
  const char *at = at_offset (file, offset, n_before);
  if (at == NULL)
    return FALSE;
  return begins (at, file->end, "xref") ? check_table (file, at, n_before)
                                        : is_object (at, file->end);
}

gboolean
trailer_is_damaged (GBytes *bytes)
{
  File file = file_of (bytes);
  gsize offset = 0;
  const char *word = bytes_find_last (file.start, file.end, "startxref");
  if (word == NULL || take_number (word + strlen ("startxref"), file.end, &offset) == NULL)
    return TRUE;
  return !check_offset (&file, offset, file.n_before) && !check_offset (&file, offset, 0);
}
