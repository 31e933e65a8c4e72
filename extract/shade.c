/* extract/shade.c - the shaded and coloured areas of a picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 1. In the coarse picture, strokes and rules are closed in each colour.
 * 2. The paper is the colour that most of it has.
 * 3. Neighbours of nearly one colour that is not the paper's are an area.
 * 4. An area is cut into boxes where its rows begin or end elsewhere than the row above.
 */
#include "extract/shade.h"

#include <string.h>

#define STROKE_POINTS 7.0 /* rules and the letters of text are no larger */
#define MIN_POINTS 7.0    /* of a box's width and height */
#define SAME 14           /* of 255, that one area's colour differs from pixel to its mean */
#define PAPER 12          /* that a colour differs from the paper's at least */
#define SAME_EDGE 1       /* pixels that rows of one box begin or end apart */
#define N_CHANNELS 3

#define NONE 0 /* the area of a pixel that has none */

typedef struct
{
  int width, height;
  guint8 *channels[N_CHANNELS]; /* owned; red, green, blue of each pixel */
  guint8 paper[N_CHANNELS];
  guint *areas; /* owned; of each pixel, the number of its area */
  GArray *todo; /* owned; of int: pixels whose neighbours are to be looked at */
} Sheet;

/* ---- colours ---- */

/* Returns (transfer full): an 8-bit image's bytes, its strokes closed. */
static guint8 *
close_strokes (PIX *pix, int stroke)
{
  g_autoptr (PixOwned) closed = pixCloseGray (pix, stroke, stroke);
  int width = pixGetWidth (pix), height = pixGetHeight (pix);
  guint8 *bytes = g_malloc0 ((gsize) width * height + 1);
  for (int y = 0; y < height; y++)
    {
      const l_uint32 *line = pixGetData (closed) + (gsize) y * pixGetWpl (closed);
      for (int x = 0; x < width; x++)
        bytes[(gsize) y * width + x] = GET_DATA_BYTE (line, x);
    }
  return bytes;
}

/* Returns: the value that most of @n bytes have. */
static guint8
usual (const guint8 *bytes, gsize n)
{
  gsize counts[256] = { 0 };
  int best = 255;
  for (gsize i = 0; i < n; i++)
    counts[bytes[i]]++;
  for (int i = 0; i < 256; i++)
    if (counts[i] > counts[best])
      best = i;
  return (guint8) best;
}

static gboolean
sheet_init (Sheet *sheet, const Picture *picture)
{
  static const int colours[N_CHANNELS] = { COLOR_RED, COLOR_GREEN, COLOR_BLUE };
  int stroke = 2 * (int) (STROKE_POINTS * picture->dpi / 72 / PICTURE_SHRINK / 2) + 1;
  g_autoptr (PixOwned) gray
      = picture->colour != NULL
            ? NULL
            : pixScaleAreaMap (picture->gray, 1.0F / PICTURE_SHRINK, 1.0F / PICTURE_SHRINK);
  PIX *first = picture->colour != NULL ? picture->colour : gray;
  if (first == NULL)
    return FALSE;
  sheet->width = pixGetWidth (first);
  sheet->height = pixGetHeight (first);
  gsize n = (gsize) sheet->width * sheet->height;
  for (int i = 0; i < N_CHANNELS; i++)
    {
      g_autoptr (PixOwned) channel
          = gray != NULL ? pixClone (gray) : pixGetRGBComponent (picture->colour, colours[i]);
      sheet->channels[i] = close_strokes (channel, stroke);
      sheet->paper[i] = usual (sheet->channels[i], n);
    }
  sheet->areas = g_new0 (guint, n);
  sheet->todo = g_array_new (FALSE, FALSE, sizeof (int));
  return TRUE;
}

static void
sheet_clear (Sheet *sheet)
{
  for (int i = 0; i < N_CHANNELS; i++)
    g_free (sheet->channels[i]);
  g_free (sheet->areas);
  if (sheet->todo != NULL)
    g_array_unref (sheet->todo);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* Whether the pixel's colour is within @most of @colour. */
static gboolean
is_near (const Sheet *sheet, int pixel, const guint8 *colour, int most)
{
  for (int i = 0; i < N_CHANNELS; i++)
    if (ABS (sheet->channels[i][pixel] - colour[i]) > most)
      return FALSE;
  return TRUE;
}

/* ---- areas ---- */

typedef struct
{
  guint number, n; /* n pixels */
  guint64 sums[N_CHANNELS];
  int x0, y0, x1, y1;
} Area;

static void
add_pixel (Sheet *sheet, Area *area, int pixel)
{
  int x = pixel % sheet->width, y = pixel / sheet->width;
  sheet->areas[pixel] = area->number;
  for (int i = 0; i < N_CHANNELS; i++)
    area->sums[i] += sheet->channels[i][pixel];
  area->n++;
  area->x0 = MIN (area->x0, x);
  area->y0 = MIN (area->y0, y);
  area->x1 = MAX (area->x1, x + 1);
  area->y1 = MAX (area->y1, y + 1);
  g_array_append_val (sheet->todo, pixel);
}

/* Returns: the area around a pixel, whose pixels get its number. */
static Area
spread (Sheet *sheet, int start, guint number)
{
  Area area = { .number = number, .x0 = G_MAXINT, .y0 = G_MAXINT };
  add_pixel (sheet, &area, start);
  while (sheet->todo->len > 0)
    {
      int pixel = g_array_index (sheet->todo, int, sheet->todo->len - 1);
      int x = pixel % sheet->width, y = pixel / sheet->width;
      const int steps[] = { x > 0 ? -1 : 0, x + 1 < sheet->width ? 1 : 0, y > 0 ? -sheet->width : 0,
                            y + 1 < sheet->height ? sheet->width : 0 };
      guint8 mean[N_CHANNELS];
      g_array_set_size (sheet->todo, sheet->todo->len - 1);
      for (int i = 0; i < N_CHANNELS; i++)
        mean[i] = (guint8) (area.sums[i] / area.n);
      for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
        if (sheet->areas[pixel + steps[i]] == NONE && is_near (sheet, pixel + steps[i], mean, SAME)
            && !is_near (sheet, pixel + steps[i], sheet->paper, PAPER))
          add_pixel (sheet, &area, pixel + steps[i]);
    }
  return area;
}

/* Returns: the area's colour on white paper, 0xRRGGBB. */
static guint32
colour_of (const Sheet *sheet, const Area *area)
{
  guint32 rgb = 0;
  for (int i = 0; i < N_CHANNELS; i++)
    {
      guint64 value = area->sums[i] * 255 / area->n / MAX (1, sheet->paper[i]);
      rgb = rgb << 8 | (guint32) MIN (255, value);
    }
  return rgb;
}

/* ---- boxes ---- */

typedef struct
{
  int x0, y0, x1, y1;
} Cut;

static void
append_fill (const Picture *picture, Page *page, const Cut *cut, guint32 rgb)
{
  double k = PICTURE_SHRINK;
  Box box = { picture_points (picture, cut->x0 * k), picture_points (picture, cut->y0 * k),
              picture_points (picture, cut->x1 * k), picture_points (picture, cut->y1 * k) };
  Fill fill = { box, rgb };
  if (box.x1 - box.x0 >= MIN_POINTS && box.y1 - box.y0 >= MIN_POINTS)
    g_array_append_val (page->fills, fill);
}

/* Returns: the longest run of the area in a row, from @x0 to before @x1; empty if there is none. */
static Cut
longest_run (const Sheet *sheet, const Area *area, int y)
{
  Cut best = { 0, y, 0, y + 1 };
  for (int x = area->x0; x < area->x1;)
    {
      int start = x;
      while (x < area->x1 && sheet->areas[y * sheet->width + x] == area->number)
        x++;
      if (x - start > best.x1 - best.x0)
        best = (Cut){ start, y, x, y + 1 };
      x++;
    }
  return best;
}

/* Appends the boxes of an area: rows whose longest runs are alike are of one. */
static void
append_boxes (const Sheet *sheet, const Picture *picture, const Area *area, Page *page)
{
  guint32 rgb = colour_of (sheet, area);
  Cut open = longest_run (sheet, area, area->y0);
  for (int y = area->y0 + 1; y < area->y1; y++)
    {
      Cut run = longest_run (sheet, area, y);
      if (ABS (run.x0 - open.x0) <= SAME_EDGE && ABS (run.x1 - open.x1) <= SAME_EDGE)
        open.y1 = y + 1;
      else
        {
          append_fill (picture, page, &open, rgb);
          open = run;
        }
    }
  append_fill (picture, page, &open, rgb);
}

void
shades_find (const Picture *picture, Page *page)
{
  g_auto (Sheet) sheet = { 0 };
  guint number = NONE;
  if (!sheet_init (&sheet, picture))
    return;
  double least = MIN_POINTS * picture->dpi / 72 / PICTURE_SHRINK;
  for (int pixel = 0; pixel < sheet.width * sheet.height; pixel++)
    if (sheet.areas[pixel] == NONE && !is_near (&sheet, pixel, sheet.paper, PAPER))
      {
        Area area = spread (&sheet, pixel, ++number);
        if (area.n >= least * least)
          append_boxes (&sheet, picture, &area, page);
      }
}
