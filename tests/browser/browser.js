/* tests/browser/browser.js - runs the program, and opens the pages that it writes in Chromium.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const fixture = (name) => join(root, "fixtures", name);
const program = process.env.RECOUNT ?? join(root, "recount");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/* A folder for a test's files, removed at its end. */
export function scratch(t) {
  const folder = mkdtempSync(join(tmpdir(), "recount-browser-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/* Runs the program.  Returns: what it prints. */
export function recount(...args) {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

export function write(folder, name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

export const addressOf = (...parts) => pathToFileURL(join(...parts)).href;

/* Opens a browser that reaches no network. */
export async function open(t, options = {}) {
  const profile = mkdtempSync(join(tmpdir(), "recount-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    offline: true,
    acceptDownloads: true,
    viewport: { width: 1280, height: 800 },
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ...options,
  });
  t.after(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.complaints = [];
  page.requested = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    dialog.accept();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) page.requested.push(request.url());
  });
  return page;
}

/* Returns: what axe finds against WCAG 2.2 AA and its own good practice, in words, of all that the
 * page has, folded or out of sight. */
export async function breaches(page) {
  // the page's own policy keeps foreign scripts out, so that axe comes through the debugger
  await page.evaluate(readFileSync(axe, "utf8"));
  await page.evaluate(() => {
    document.styleSheets[0].insertRule(".cause, .sheet { content-visibility: visible !important }");
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const result = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)} (${node.failureSummary})`));
}
