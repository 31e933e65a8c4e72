/* tests/model/test_stream.c - JSON Lines between the stages: lines and blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/stream.h"

#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>

#define DOCUMENT "{\"type\":\"document\",\"path\":\"a.txt\",\"sha256\":\"00\"}\n"
#define REPORT "{\"type\":\"report\",\"path\":\"b.txt\",\"sha256\":\"00\"}\n"
#define PAGE "{\"type\":\"page\",\"number\":1,\"width\":80,\"height\":66}\n"
#define INDICATOR "{\"type\":\"indicator\"}\n"
#define FAILURE "{\"type\":\"failure\",\"path\":\"c.txt\",\"message\":\"locked\"}\n"
#define END "{\"type\":\"end\"}\n"

/* A reader of a text, and the file that it reads. */
typedef struct
{
  FILE *in;
  StreamReader *reader;
  StreamItem item;
} Reading;

static Reading
read_text (const char *text)
{
  Reading reading = { .in = tmpfile () };
  fputs (text, reading.in);
  rewind (reading.in);
  reading.reader = stream_reader_new (reading.in, "input");
  return reading;
}

static Reading
read_bytes (const char *text)
{
  return (Reading){ .reader = stream_reader_new_bytes (text, strlen (text), "input") };
}

static void
reading_clear (Reading *reading)
{
  stream_item_clear (&reading->item);
  stream_reader_free (reading->reader);
  if (reading->in != NULL)
    fclose (reading->in);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
next (Reading *reading)
{
  g_autoptr (GError) error = NULL;
  gboolean found = stream_reader_next (reading->reader, &reading->item, &error);
  cr_assert_null (error, "%s", error->message);
  return found;
}

static void
assert_fails (Reading *reading, const char *message)
{
  g_autoptr (GError) error = NULL;
  cr_assert (not(stream_reader_next (reading->reader, &reading->item, &error)));
  cr_assert (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_STREAM));
  cr_expect_str_eq (error->message, message);
  cr_expect_null (reading->item.document);
  cr_expect_null (reading->item.report);
  cr_expect_null (reading->item.failure);
}

Test (stream, blocks_of_all_kinds_come_in_their_order)
{
  g_auto (Reading) reading
      = read_text (DOCUMENT PAGE END REPORT INDICATOR END FAILURE DOCUMENT END);

  cr_assert (next (&reading));
  cr_expect (eq (uint, reading.item.document->pages->len, 1));
  cr_assert (next (&reading));
  cr_expect (eq (uint, reading.item.report->indicators->len, 1));
  cr_expect_null (reading.item.document);
  cr_assert (next (&reading));
  cr_expect_str_eq (reading.item.failed_path, "c.txt");
  cr_expect_str_eq (reading.item.failure, "locked");
  cr_assert (next (&reading));
  cr_expect_str_eq (reading.item.document->source.path, "a.txt");
  cr_expect (not(next (&reading)));
  cr_expect (not(next (&reading)));
}

Test (stream, bytes_are_read_as_a_file_is)
{
  g_auto (Reading) reading = read_bytes (DOCUMENT PAGE END FAILURE);

  cr_assert (next (&reading));
  cr_expect (eq (uint, reading.item.document->pages->len, 1));
  cr_assert (next (&reading));
  cr_expect_str_eq (reading.item.failed_path, "c.txt");
  cr_expect (not(next (&reading)));
  cr_expect (not(next (&reading)));
}

Test (stream, an_empty_stream_has_no_blocks)
{
  g_auto (Reading) of_file = read_text (""), of_bytes = read_bytes ("");
  cr_expect (not(next (&of_file)));
  cr_expect (not(next (&of_bytes)));
}

Test (stream, the_last_line_may_lack_its_end)
{
  static const char text[] = "{\"type\":\"failure\",\"path\":\"\",\"message\":\"\"}";
  g_auto (Reading) of_file = read_text (text), of_bytes = read_bytes (text);
  cr_expect (next (&of_file));
  cr_expect (next (&of_bytes));
}

typedef struct
{
  char text[200];
  char message[80];
} WrongCase;

ParameterizedTestParameters (stream, what_makes_no_sense_is_named_by_its_line)
{
  static WrongCase cases[] = {
    { "\n", "input: line 1: no JSON object" },
    { "[]\n", "input: line 1: no JSON object" },
    { END, "input: line 1, member 'type': 'end' begins no block" },
    { PAGE, "input: line 1, member 'type': 'page' begins no block" },
    { "{\"type\":\"document\"}\n", "input: line 1, member 'path': is missing" },
    { "{\"type\":\"failure\",\"path\":\"a\"}\n", "input: line 1, member 'message': is missing" },
    { DOCUMENT, "input: line 1: the stream ends within a block" },
    { DOCUMENT PAGE, "input: line 2: the stream ends within a block" },
    { DOCUMENT INDICATOR, "input: line 2, member 'type': 'indicator' is no part of a document" },
    { DOCUMENT FAILURE, "input: line 2, member 'type': 'failure' is no part of a document" },
    { DOCUMENT "\n", "input: line 2: no JSON object" },
    { REPORT PAGE, "input: line 2, member 'type': 'page' is no part of a report" },
    { REPORT REPORT, "input: line 2, member 'type': 'report' is no part of a report" },
  };
  return cr_make_param_array (WrongCase, cases, G_N_ELEMENTS (cases));
}

ParameterizedTest (WrongCase *wrong, stream, what_makes_no_sense_is_named_by_its_line)
{
  g_auto (Reading) of_file = read_text (wrong->text), of_bytes = read_bytes (wrong->text);
  assert_fails (&of_file, wrong->message);
  assert_fails (&of_bytes, wrong->message);
}

Test (stream, a_failure_comes_back_as_it_was)
{
  g_auto (Reading) reading = read_text ("");
  cr_assert (stream_write_failure (reading.in, "a \"b\".pdf", "locked\nby £", NULL));
  rewind (reading.in);

  cr_assert (next (&reading));
  cr_expect_str_eq (reading.item.failed_path, "a \"b\".pdf");
  cr_expect_str_eq (reading.item.failure, "locked\nby £");
}

Test (stream, a_full_disk_is_an_error)
{
  g_autoptr (GError) error = NULL;
  FILE *full = fopen ("/dev/full", "w");
  cr_assert_not_null (full);

  cr_expect (not(stream_write_failure (full, "a.pdf", "locked", &error)));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_OUTPUT));
  fclose (full);
}

static void
note_page (Page *page, gpointer data)
{
  g_string_append_printf (data, "%d ", page->number);
  page_free (page);
}

Test (stream, pages_are_handed_on_before_their_document_has_ended)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_auto (Reading) reading = read_text (DOCUMENT PAGE PAGE END DOCUMENT PAGE);
  stream_reader_hand_on (reading.reader, note_page, numbers);

  cr_assert (next (&reading));
  cr_expect_str_eq (numbers->str, "1 1 ");
  cr_expect (eq (int, reading.item.document->n_pages, 2));
  cr_expect (zero (uint, reading.item.document->pages->len));
  assert_fails (&reading, "input: line 6: the stream ends within a block");
  cr_expect_str_eq (numbers->str, "1 1 1 ");
}

Test (stream, a_file_that_cannot_be_read_is_an_error)
{
  g_autoptr (GError) error = NULL;
  g_auto (Reading) reading = { .in = fopen ("/", "r") };
  reading.reader = stream_reader_new (reading.in, "input");

  cr_expect (not(stream_reader_next (reading.reader, &reading.item, &error)));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_STREAM));
}

Test (stream, an_endless_line_is_beyond_a_limit)
{
  g_autoptr (GError) error = NULL;
  g_auto (Reading) reading = { .in = fopen ("/dev/zero", "r") };
  reading.reader = stream_reader_new (reading.in, "input");

  cr_expect (not(stream_reader_next (reading.reader, &reading.item, &error)));
  cr_expect (g_error_matches (error, RECOUNT_ERROR, RECOUNT_ERROR_LIMIT));
}

/* Puts another value in the place of each byte in turn, so that each member is wrong once. */
static void
try_each_mutation (const char *text, char with)
{
  for (gsize i = 0; i < strlen (text); i++)
    {
      g_autofree char *broken = g_strdup (text);
      broken[i] = with;
      g_auto (Reading) reading = read_text (broken);
      g_autoptr (GError) error = NULL;
      while (stream_reader_next (reading.reader, &reading.item, &error))
        ;
    }
}

Test (stream, no_broken_byte_makes_json_glib_complain)
{
  static const char text[]
      = DOCUMENT "{\"type\":\"page\",\"number\":1,\"width\":80,\"height\":66,"
                 "\"words\":[[\"a\",0,1,2,3,-1,90,7.5,true,0.5,\"ocr\"]],\"rules\":[[0,0,1,1]],"
                 "\"fills\":[[0,0,1,1,\"#00ff7f\"]]}\n" END REPORT INDICATOR
                 "{\"type\":\"figure\",\"indicator\":0,\"value\":\"35.80\",\"box\":[1,2,3,4],"
                 "\"period\":\"2016-11\",\"confidence\":0.5}\n" END;
  static const char with[] = "0\"[]{},:x\\ -\n\xff";
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  for (gsize i = 0; i < strlen (with); i++)
    try_each_mutation (text, with[i]);
}
