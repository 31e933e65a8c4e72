/* cli/pages.c - what the report for people asks of the other stages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/pages.h"

#include "check/rule.h"

gboolean
pages_check_images (const char *command, const char *images, GError **error)
{
  return images == NULL || images_from_code (images) >= 0
         || recount_fail (error, RECOUNT_ERROR_USAGE, NULL,
                          "%s: --images '%s' is none of none, findings and all", command, images);
}

static const char *
rule_summary (const char *name)
{
  const CheckRule *rule = check_rule_find (name);
  return rule != NULL ? rule->summary : NULL;
}

HtmlOptions
pages_options (const char *images, Cropper *cropper)
{
  return (HtmlOptions){ .images
                        = images != NULL ? (Images) images_from_code (images) : IMAGES_FINDINGS,
                        .crop = cropper_cut,
                        .crop_data = cropper,
                        .rule_summary = rule_summary };
}
