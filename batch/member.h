/* batch/member.h - what an archive holds, on its way from the process that unpacks it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A member is its kind (one byte), the lengths of its name (4 bytes) and of its content (8 bytes),
 * least byte first, then both.
 */
#pragma once

#include <stdio.h>

#include "model/error.h"

G_BEGIN_DECLS

#define MEMBER_MAX_NAME 4096

typedef enum
{
  MEMBER_FILE = 'F',         /* with its content */
  MEMBER_LEFT_OUT = 'L',     /* neither report nor archive */
  MEMBER_FAILURE = 'E',      /* why there is no more; as its name */
  MEMBER_OUT_OF_REACH = 'R', /* the same, if there may be another time */
} MemberKind;

typedef struct
{
  MemberKind kind;
  char *name;      /* owned; UTF-8 */
  GBytes *content; /* owned */
} Member;

void member_clear (Member *member);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Member, member_clear)

/* Writes a member; a name is cut at MEMBER_MAX_NAME. */
void member_write (FILE *out, MemberKind kind, const char *name, gconstpointer content,
                   gsize n_bytes);

/**
 * member_take:
 * @bytes: (inout): what has come so far; a whole member is taken out of it
 * @max_bytes: the most that a member's content may have
 * @member: (out caller-allocates): the member
 * @error: return location for a #RecountError
 *
 * Returns: whether there was a whole member; %FALSE with %RECOUNT_ERROR_STREAM for bytes that are
 * no member's
 */
gboolean member_take (GByteArray *bytes, gsize max_bytes, Member *member, GError **error);

G_END_DECLS
