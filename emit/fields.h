/* emit/fields.h - columns that several tables have, to stand in an array of Column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "emit/column.h"

#define FIELD_REPORT_ID                                                                            \
  {                                                                                                \
    .name = "report_id", .type = COLUMN_TEXT, .print = column_print_report_id,                     \
    .is_required = TRUE, .pattern = "[0-9a-f]{12}",                                                \
    .about = "The report: the first 12 digits of its input's SHA-256"                              \
  }

/* The number of what the item's `indicator` is the index of. */
#define FIELD_INDICATOR_NO(Type, is_required_)                                                     \
  {                                                                                                \
    .name = "indicator_no", .type = COLUMN_INTEGER, .print = column_print_ordinal,                 \
    .offset = offsetof (Type, indicator), .is_required = (is_required_),                           \
    .about = "The indicator: its number in indicators.csv"                                         \
  }

/* A text under the name that it has in the structure Type. */
#define FIELD_TEXT(Type, member, about_)                                                           \
  {                                                                                                \
    .name = #member, .type = COLUMN_TEXT, .print = column_print_text,                              \
    .offset = offsetof (Type, member), .about = (about_)                                           \
  }

#define FIELD_CODE(Type, member, codes_, is_required_, about_)                                     \
  {                                                                                                \
    .name = #member, .type = COLUMN_CODE, .print = column_print_code,                              \
    .offset = offsetof (Type, member), .codes = &(codes_), .is_required = (is_required_),          \
    .about = (about_)                                                                              \
  }

#define FIELD_PERIOD_PATTERN "([0-9]{4}-(0[1-9]|1[0-2])|[0-9]{4}-Q[1-4]|(FY|YTD)[0-9]{4}-[0-9]{2})"
#define FIELD_PERIOD(Type, name_, about_)                                                          \
  {                                                                                                \
    .name = (name_), .type = COLUMN_CODE, .print = column_print_period,                            \
    .offset = offsetof (Type, period), .pattern = FIELD_PERIOD_PATTERN, .about = (about_)          \
  }

#define FIELD_PAGE(Type)                                                                           \
  {                                                                                                \
    .name = "page", .type = COLUMN_INTEGER, .print = column_print_int,                             \
    .offset = offsetof (Type, page), .about = "The page, from 1"                                   \
  }

#define FIELD_EDGE(Type, edge_, about_)                                                            \
  {                                                                                                \
    .name = #edge_, .type = COLUMN_REAL, .print = column_print_edge,                               \
    .offset = offsetof (Type, box), .edge = offsetof (Box, edge_),                                 \
    .unit = "PDF points; columns and lines in a text file", .about = (about_)                      \
  }

/* Page and box. */
#define FIELDS_PLACE(Type)                                                                         \
  FIELD_PAGE (Type), FIELD_EDGE (Type, x0, "The left edge of its box, from the page's left"),      \
      FIELD_EDGE (Type, y0, "The upper edge, from the page's top"),                                \
      FIELD_EDGE (Type, x1, "The right edge, from the page's left"),                               \
      FIELD_EDGE (Type, y1, "The lower edge, from the page's top")
