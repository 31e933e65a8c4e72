/* batch/libarchive.h - the library that unpacks archives, loaded when there is one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include "model/library.h"

/* What is used of it, without the archive_ in front. */
#define LIBARCHIVE_FUNCTIONS(FUNCTION)                                                             \
  FUNCTION (entry_filetype)                                                                        \
  FUNCTION (entry_pathname)                                                                        \
  FUNCTION (entry_pathname_utf8)                                                                   \
  FUNCTION (error_string)                                                                          \
  FUNCTION (filter_bytes)                                                                          \
  FUNCTION (read_data)                                                                             \
  FUNCTION (read_free)                                                                             \
  FUNCTION (read_new)                                                                              \
  FUNCTION (read_next_header)                                                                      \
  FUNCTION (read_open_fd)                                                                          \
  FUNCTION (read_open_memory)                                                                      \
  FUNCTION (read_support_filter_bzip2)                                                             \
  FUNCTION (read_support_filter_compress)                                                          \
  FUNCTION (read_support_filter_gzip)                                                              \
  FUNCTION (read_support_filter_lzip)                                                              \
  FUNCTION (read_support_filter_lzma)                                                              \
  FUNCTION (read_support_filter_xz)                                                                \
  FUNCTION (read_support_filter_zstd)                                                              \
  FUNCTION (read_support_format_tar)                                                               \
  FUNCTION (read_support_format_zip)

#define LIBARCHIVE_MEMBER(name) __typeof__ (archive_##name) *(name);
typedef struct
{
  LIBARCHIVE_FUNCTIONS (LIBARCHIVE_MEMBER)
  __typeof__ (archive_errno) *error_number; /* behind the list, for `errno` is a macro */
} Libarchive;

/* The functions, once libarchive_load() has said TRUE. */
extern Libarchive libarchive;

gboolean libarchive_load (GError **error);
