/* tests/emit/server.h - a PostgreSQL server of a test's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It listens on a socket in its temporary folder alone, and ends with the test.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* all that it has */
  char *uri;    /* of its database */
} Server;

/* Returns (transfer full): a server that runs, its database empty. */
Server *server_start (void);

/* Stops it, as a machine that goes down would, and starts it again. */
void server_halt (const Server *server);
void server_resume (const Server *server);

/* Makes its database empty again. */
void server_empty (const Server *server);

void server_stop (Server *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Server, server_stop)

G_END_DECLS
