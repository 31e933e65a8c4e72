/* emit/html_page.c - the frame of an HTML page: head, policy, style and script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "emit/html_page.h"

#include "emit/html_asset.h"
#include "emit/html_escape.h"

void
html_page_begin (GString *html, const char *title, const char *attributes)
{
  g_autofree char *style = html_asset_hash (html_asset_style ());
  g_autofree char *script = html_asset_hash (html_asset_script ());
  html_raw (html, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "img-src data:; style-src ");
  html_raw (html, style);
  html_raw (html, "; script-src ");
  html_raw (html, script);
  html_raw (html, "; base-uri 'none'; form-action 'none'\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n"
                  "<meta name=\"generator\" content=\"Recount " RECOUNT_VERSION "\">\n<title>");
  html_text (html, title);
  html_raw (html, "</title>\n<style>");
  html_raw (html, html_asset_style ());
  html_raw (html, "</style>\n</head>\n<body");
  html_raw (html, attributes != NULL ? attributes : "");
  html_raw (html, ">\n<a class=\"skip\" href=\"#main\">To the content</a>\n");
}

void
html_page_end (GString *html)
{
  html_raw (html, "<footer><p>Made by Recount " RECOUNT_VERSION
                  ". This page is complete in itself: it asks for nothing from any network.</p>"
                  "</footer>\n<script>");
  html_raw (html, html_asset_script ());
  html_raw (html, "</script>\n</body>\n</html>\n");
}
