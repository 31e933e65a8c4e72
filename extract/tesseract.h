/* extract/tesseract.h - tesseract, which reads text off pictures, loaded when a scan needs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <tesseract/capi.h>

#include "model/library.h"

/* What is used of it, without the Tess in front. */
#define TESSERACT_FUNCTIONS(FUNCTION)                                                              \
  FUNCTION (BaseAPIClear)                                                                          \
  FUNCTION (BaseAPICreate)                                                                         \
  FUNCTION (BaseAPIDelete)                                                                         \
  FUNCTION (BaseAPIEnd)                                                                            \
  FUNCTION (BaseAPIGetIterator)                                                                    \
  FUNCTION (BaseAPIInit4)                                                                          \
  FUNCTION (BaseAPIRecognize)                                                                      \
  FUNCTION (BaseAPISetImage2)                                                                      \
  FUNCTION (BaseAPISetPageSegMode)                                                                 \
  FUNCTION (BaseAPISetSourceResolution)                                                            \
  FUNCTION (BaseAPISetVariable)                                                                    \
  FUNCTION (DeleteText)                                                                            \
  FUNCTION (PageIteratorBoundingBox)                                                               \
  FUNCTION (ResultIteratorConfidence)                                                              \
  FUNCTION (ResultIteratorDelete)                                                                  \
  FUNCTION (ResultIteratorGetPageIteratorConst)                                                    \
  FUNCTION (ResultIteratorGetUTF8Text)                                                             \
  FUNCTION (ResultIteratorNext)

#define TESSERACT_MEMBER(name) __typeof__ (Tess##name) *(name);
typedef struct
{
  TESSERACT_FUNCTIONS (TESSERACT_MEMBER)
} Tesseract;

/* The functions, once tesseract_load() has said TRUE. */
extern Tesseract tesseract;

gboolean tesseract_load (GError **error);
