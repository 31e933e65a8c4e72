/* emit/html_flag.h - which cells of a report's tables findings are about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/report.h"

G_BEGIN_DECLS

typedef struct _Flags Flags;

Flags *flags_new (const Report *report);
void flags_free (Flags *flags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flags, flags_free)

/* Returns: the index of the worst finding about the place of @figure, the first of them; -1 if
 * there is none. */
int flags_of_figure (const Flags *flags, const Figure *figure);

/* Returns (transfer none) (element-type guint) (nullable): the indices of the findings about an
 * indicator and no cell of it. */
const GArray *flags_of_indicator (const Flags *flags, guint indicator);

G_END_DECLS
