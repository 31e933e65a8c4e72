/* check/grounds.h - how surely was read what a finding rests on?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A contradiction proves that figures cannot be true as they were read.  Where they were read off
 * an image, that the publisher printed them so is as sure as the least sure of the readings.
 */
#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Gives each finding its confidence, and the contradictions that rest on readings of an image the
 * words that say so. */
void grounds_tell (Check *check);

G_END_DECLS
