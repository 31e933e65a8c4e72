/* tests/emit/server.c - a PostgreSQL server of a test's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/emit/server.h"

#include <unistd.h>

#include <criterion/criterion.h>

#include "tests/emit/sample.h"

/* A server refuses to run as root: then it runs as the user that its package made. */
#define AS_SERVER                                                                                  \
  "as_server () { if [ $(id -u) -eq 0 ]; then runuser -u postgres -- \"$@\"; else \"$@\"; fi; }; "
#define PROGRAMS "PATH=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH; "

/* Runs a shell's command for the server; it must succeed. */
static void command (const Server *server, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
command (const Server *server, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *script = g_strdup_printf ("cd '%s' && { " PROGRAMS AS_SERVER
                                             " %s ; } >>/dev/null 2>errors </dev/null",
                                             server->folder, what);
  char *words[] = { "/bin/sh", "-c", script, NULL };
  int status = -1;
  cr_assert (
      g_spawn_sync (NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
  g_autofree char *errors_path = g_build_filename (server->folder, "errors", NULL);
  g_autofree char *errors = NULL;
  g_file_get_contents (errors_path, &errors, NULL, NULL);
  cr_assert_eq (status, 0, "%s: %s", what, errors);
}

/* A test that fails never comes to stop it. */
static void
watch (const Server *server)
{
  command (server,
           "(while kill -0 %d; do sleep 1; done; as_server pg_ctl -D data -m immediate stop; "
           "rm -rf \"$PWD\") >/dev/null 2>&1 & :",
           (int) getpid ());
}

Server *
server_start (void)
{
  Server *server = g_new0 (Server, 1);
  server->folder = sample_make_folder ();
  server->uri = g_strdup_printf ("postgresql:///store?host=%s&user=recount", server->folder);
  command (server, "if [ $(id -u) -eq 0 ]; then chown postgres . && chmod 755 .; fi");
  command (server, "as_server initdb -D data -U recount -A trust -E UTF8 --locale=C --no-sync");
  server_resume (server);
  watch (server);
  command (server, "as_server createdb -h \"$PWD\" -U recount store");
  return server;
}

void
server_resume (const Server *server)
{
  command (server,
           "as_server pg_ctl -D data -w -l log "
           "-o \"-c listen_addresses= -c unix_socket_directories='$PWD' -c fsync=off\" start");
}

void
server_halt (const Server *server)
{
  command (server, "as_server pg_ctl -D data -w -m immediate stop");
}

void
server_empty (const Server *server)
{
  command (server, "as_server psql -q -h \"$PWD\" -U recount store "
                   "-c 'DROP SCHEMA public CASCADE' -c 'CREATE SCHEMA public'");
}

void
server_stop (Server *server)
{
  if (server == NULL)
    return;

  command (server, "as_server pg_ctl -D data -w -m immediate stop || :");
  sample_remove_folder (server->folder);
  g_free (server->folder);
  g_free (server->uri);
  g_free (server);
}
