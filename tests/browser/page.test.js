/* tests/browser/page.test.js - a report's page in a browser: it opens, asks for nothing, filters,
 * sorts and is reached by everybody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addressOf, breaches, fixture, open, recount, scratch, write } from "./browser.js";

/* Opens the page of one fixture. */
async function openReport(t, name, ...options) {
  const folder = scratch(t);
  recount("run", fixture(name), "-o", join(folder, "out"), ...options);
  const page = await open(t);
  await page.goto(addressOf(folder, "out", "validation.html"));
  page.folder = folder;
  return page;
}

const shown = (page) => page.locator(".cause:not([hidden])");

test("a page opens from disk, offline, with no request and no complaint", async (t) => {
  const page = await openReport(t, "layout-2019.pdf");
  await assert.doesNotReject(page.getByRole("heading", { level: 1 }).waitFor());
  assert.equal(await page.locator("svg.crop image").count() > 0, true);
  assert.deepEqual(page.requested, [page.url()]);
  assert.deepEqual(page.complaints, []);
});

test("the policy lets no other script and no request through", async (t) => {
  const page = await openReport(t, "southampton-2016-11.txt");
  const went = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.wentThrough = true";
    document.body.append(script);
    const image = new Image();
    image.src = "https://example.org/x.png";
    await new Promise((resolve) => { image.onerror = resolve; });
    return Boolean(globalThis.wentThrough);
  });
  assert.equal(went, false);
  assert.equal(page.complaints.length >= 2, true);
});

test("the page reads whole without a script", async (t) => {
  const folder = scratch(t);
  recount("run", fixture("southampton-2016-11.txt"), "-o", join(folder, "out"));
  const page = await open(t, { javaScriptEnabled: false });
  await page.goto(addressOf(folder, "out", "validation.html"));
  assert.match(await page.locator(".verdict").innerText(), /5 things in this report cannot be true/);
  assert.equal(await page.locator(".cause").count(), 22);
  assert.equal(await page.locator("#tables tbody tr").count(), 56);
  assert.equal(await page.locator("button, input").count(), 0);
});

test("findings are filtered by word, severity and rule, and sorted", async (t) => {
  const page = await openReport(t, "southampton-2016-11.txt");
  assert.equal(await shown(page).count(), 22);
  await page.getByLabel("Search").fill("cp3-ql 50 %");
  assert.equal(await shown(page).count(), 1);
  assert.match(await page.locator(".tools output").innerText(), /^1 cause of 22/);
  await page.getByLabel("Search").fill("");
  await page.getByLabel(/notes?$/).uncheck();
  await page.getByLabel(/warnings?$/).uncheck();
  assert.equal(await shown(page).count(), 5);
  await page.getByRole("combobox", { name: "Rule" }).selectOption("ratio");
  assert.equal(await shown(page).count(), 2);
  await page.getByRole("combobox", { name: "Rule" }).selectOption("");
  await page.getByLabel(/notes?$/).check();
  await page.getByLabel(/warnings?$/).check();
  await page.getByLabel("Order").selectOption("rule");
  const rules = await page.locator(".cause > .finding").evaluateAll((all) => all.map((one) => one.dataset.rule));
  assert.deepEqual(rules, [...rules].sort());
});

test("a flagged cell leads to its finding, and a finding to its row", async (t) => {
  const page = await openReport(t, "southampton-2016-11.txt");
  await page.getByLabel("Search").fill("nothing has these words");
  assert.equal(await shown(page).count(), 0);
  const flag = page.locator("td .flag").first();
  const goal = await flag.getAttribute("href");
  await flag.click();
  await assert.doesNotReject(page.locator(`${goal}:focus`).waitFor());
  assert.equal(await page.locator(goal).isVisible(), true);
});

test("cells tell how they were read, by mouse and by arrow keys", async (t) => {
  const page = await openReport(t, "southampton-2016-11.txt");
  await page.locator('tr[data-ref="CP1"] td[data-b]').first().click();
  const inspector = page.getByRole("complementary", { name: "The cell" });
  assert.match(await inspector.innerText(), /CP1 .*Oct 15[^]*131 count/);
  await page.keyboard.press("ArrowRight");
  assert.match(await inspector.innerText(), /Nov 15[^]*104 count/);
  assert.match(await inspector.locator("dd a").evaluate((link) => link.href),
    /^file:.*southampton-2016-11\.txt#page=1$/);
  await page.keyboard.press("Escape");
  assert.equal(await inspector.isVisible(), false);
});

test("axe finds nothing, of a report, of an open cell, and of the list of reports", async (t) => {
  const page = await openReport(t, "southampton-2016-11.txt");
  assert.deepEqual(await breaches(page), []);
  await page.locator("td[data-b]").first().click();
  await page.locator(".finding").first().focus();
  await page.keyboard.press("c");
  assert.deepEqual(await breaches(page), []);

  recount("run", fixture("layout-2019.pdf"), fixture("unknown-targets.md"), "-o", join(page.folder, "two"));
  for (const name of readdirSync(join(page.folder, "two")).filter((file) => file.endsWith(".html"))) {
    await page.goto(addressOf(page.folder, "two", name));
    assert.deepEqual(await breaches(page), [], name);
  }
});

test("the page fits a phone, and a screen at 400 %", async (t) => {
  const page = await openReport(t, "southampton-2016-11.txt");
  await page.setViewportSize({ width: 320, height: 256 });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.equal(widths[0] <= widths[1], true, `${widths}`);
  assert.deepEqual(await breaches(page), []);
});

test("on a phone the cell in question is what is seen of a crop, and a table keeps its names", async (t) => {
  for (const name of ["southampton-2016-11.txt", "layout-2019.pdf"]) {
    const page = await openReport(t, name);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.reload();
    const mark = page.locator(".crop rect, .crop mark").first();
    const finding = page.locator(".finding", { has: page.locator(".crop rect, .crop mark") }).first();
    await finding.scrollIntoViewIfNeeded();
    await finding.locator(".review").waitFor();
    const { x, width } = await mark.boundingBox();
    assert.equal(x >= 0 && x + width <= 320, true, `${name}: ${x} ${width}`);
    assert.deepEqual(await breaches(page), [], name);

    await page.locator("#tables td[data-b]").last().focus();
    for (const fixed of ["caption > span", "tbody tr:last-child > th", "thead tr:last-child > th"]) {
      const box = await page.locator("#tables .sheet").last().locator(fixed).first().boundingBox();
      assert.equal(box.x >= 0 && box.x < 100, true, `${name}: ${fixed} at ${box.x}`);
    }
  }
});

test("tables fit on paper, A3 across, whatever their columns", async (t) => {
  const page = await openReport(t, "layout-rotherham.pdf");
  await page.setViewportSize({ width: Math.round((420 - 24) / 25.4 * 96), height: 1000 });
  await page.emulateMedia({ media: "print" });
  const widths = await page.locator("#tables table").evaluateAll((tables) => tables.map((table) =>
    [table.tHead.rows[1].cells.length, table.getBoundingClientRect().right - innerWidth]));
  assert.equal(Math.max(...widths.map(([columns]) => columns)) > 20, true, `${widths}`);
  for (const [columns, beyond] of widths) assert.equal(beyond <= 0, true, `${columns} columns: ${beyond}`);
});

test("hostile text comes out as text", async (t) => {
  const folder = scratch(t);
  const words = '<script>alert(1)</script> <img src=x onerror=alert(2)> javascript:alert(3) "\'&amp; </style></table>';
  const source = write(folder, "hostile <b>.txt",
    ["Harnley <script>alert(0)</script> Borough Council", "Ref\tIndicator\tSep 16\tOct 16\tNov 16\tCommentary",
      `A1\tNumber of <b>things</b> "x" onfocus=alert(4)\t5\t7\t9\t${words}`,
      `A2\tNumber of others <svg onload=alert(5)>\t1\t2\t<i>x</i>\t[a](javascript:alert(6)) ${words}`].join("\n") + "\n");
  recount("run", source, "-o", join(folder, "out"));
  const page = await open(t);
  await page.goto(addressOf(folder, "out", "validation.html"));
  await page.locator("td[data-b]").last().click();
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.requested, [page.url()]);
  assert.equal(await page.locator("script").count(), 1);
  assert.equal(await page.locator("img, iframe, object").count(), 0);
  const links = await page.locator("a").evaluateAll((all) => all.map((one) => one.protocol));
  assert.deepEqual([...new Set(links)], ["file:"]);
  const html = readFileSync(join(folder, "out", "validation.html"), "utf8");
  assert.match(html, /&lt;img src=x onerror=alert\(2\)&gt;/);
});

test("several reports make a list and a page each", async (t) => {
  const folder = scratch(t);
  recount("run", fixture("layout-2019.pdf"), fixture("southampton-2016-11.txt"), "-o", join(folder, "out"));
  const page = await open(t);
  await page.goto(addressOf(folder, "out", "validation.html"));
  await page.getByRole("link", { name: "Southampton City Council" }).click();
  assert.match(await page.locator("h1").innerText(), /Southampton City Council, November 2016/);
  await page.getByRole("link", { name: "All reports" }).click();
  assert.equal(await page.locator("tbody tr").count(), 2);
  for (const name of readdirSync(join(folder, "out")).filter((file) => file.endsWith(".html")))
    assert.equal(statSync(join(folder, "out", name)).size < 5e6, true, name);
});
