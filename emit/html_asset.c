/* emit/html_asset.c - the style and the script that stand in each HTML page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_asset.h"

#include <string.h>

/* Made by the Makefile, with a zero at the end. */
extern const unsigned char report_css[], report_js[];

const char *
html_asset_style (void)
{
  return (const char *) report_css;
}

const char *
html_asset_script (void)
{
  return (const char *) report_js;
}

char *
html_asset_hash (const char *text)
{
  guint8 digest[32];
  gsize length = sizeof digest;
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  g_checksum_free (checksum);
  g_autofree char *base64 = g_base64_encode (digest, length);
  return g_strdup_printf ("'sha256-%s'", base64);
}
