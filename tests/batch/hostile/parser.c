/* tests/batch/hostile/parser.c - a PDF library that was taken over, for tests: loaded before the
 * real one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Once a document is open, its number of pages is asked for.  What happens then, $HOSTILE says.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int poppler_document_get_n_pages (void *document);

static void
say (const char *what, int result)
{
  fprintf (stderr, "%s: %s\n", what, result >= 0 ? "it is done" : strerror (errno));
  _exit (result >= 0 ? 99 : 9);
}

static void
call_out (void)
{
  struct sockaddr_in address
      = { .sin_family = AF_INET, .sin_port = htons (9), .sin_addr = { htonl (INADDR_LOOPBACK) } };
  int line = socket (AF_INET, SOCK_STREAM, 0);
  say ("connecting",
       connect (line, (struct sockaddr *) &address, sizeof address) == 0 || errno == ECONNREFUSED
           ? 0
           : -1);
}

int
poppler_document_get_n_pages (void *document)
{
  (void) document;
  const char *wish = getenv ("HOSTILE");
  const char *file = getenv ("HOSTILE_FILE");
  if (wish == NULL || file == NULL)
    return 0;
  if (strcmp (wish, "open") == 0)
    say ("opening", open (file, O_RDONLY));
  if (strcmp (wish, "write") == 0)
    say ("writing", open (file, O_WRONLY | O_TRUNC));
  if (strcmp (wish, "make") == 0)
    say ("making", open ("made", O_WRONLY | O_CREAT, 0600));
  if (strcmp (wish, "fork") == 0)
    say ("forking", fork ());
  if (strcmp (wish, "connect") == 0)
    call_out ();
  for (volatile unsigned i = 0;; i++) /* endless */
    ;
}
