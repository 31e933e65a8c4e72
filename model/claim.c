/* model/claim.c - what a commentary states of an indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/claim.h"

DEFINE_CODES (claim_kind, ClaimKind, CLAIM_KINDS)
