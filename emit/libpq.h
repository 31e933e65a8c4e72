/* emit/libpq.h - the client's library of PostgreSQL, loaded when a store needs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libpq-fe.h>

#include "model/library.h"

/* What is used of it, without the PQ in front. */
#define LIBPQ_FUNCTIONS(FUNCTION)                                                                  \
  FUNCTION (clear)                                                                                 \
  FUNCTION (connectdb)                                                                             \
  FUNCTION (conninfoFree)                                                                          \
  FUNCTION (conninfoParse)                                                                         \
  FUNCTION (errorMessage)                                                                          \
  FUNCTION (exec)                                                                                  \
  FUNCTION (execParams)                                                                            \
  FUNCTION (finish)                                                                                \
  FUNCTION (getResult)                                                                             \
  FUNCTION (getisnull)                                                                             \
  FUNCTION (getvalue)                                                                              \
  FUNCTION (ntuples)                                                                               \
  FUNCTION (putCopyData)                                                                           \
  FUNCTION (putCopyEnd)                                                                            \
  FUNCTION (reset)                                                                                 \
  FUNCTION (resultErrorField)                                                                      \
  FUNCTION (resultStatus)                                                                          \
  FUNCTION (setNoticeProcessor)                                                                    \
  FUNCTION (status)

#define LIBPQ_MEMBER(name) __typeof__ (PQ##name) *(name);
typedef struct
{
  LIBPQ_FUNCTIONS (LIBPQ_MEMBER)
} Libpq;

/* The functions, once libpq_load() has said TRUE. */
extern Libpq libpq;

gboolean libpq_load (GError **error);
