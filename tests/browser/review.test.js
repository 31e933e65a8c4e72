/* tests/browser/review.test.js - decisions made on the page come back to the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addressOf, fixture, open, recount, scratch } from "./browser.js";

const report = fixture("southampton-2016-11.txt");

async function openReport(t) {
  const folder = scratch(t);
  recount("run", report, "-o", join(folder, "out"));
  const page = await open(t);
  await page.goto(addressOf(folder, "out", "validation.html"));
  page.folder = folder;
  return page;
}

/* Saves the decisions.  Returns: the path of the file. */
async function save(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save decisions" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "decisions.csv");
  const path = join(page.folder, "decisions.csv");
  await download.saveAs(path);
  return path;
}

test("decisions made with the keyboard are saved, applied and told", async (t) => {
  const page = await openReport(t);
  const ratios = page.locator('.finding[data-rule="ratio"]');
  await ratios.nth(0).focus();
  await page.keyboard.press("c");
  await page.keyboard.type("50.0");
  await page.keyboard.press("Tab");
  await page.keyboard.type('a slip, says the "office"');
  await ratios.nth(0).focus();
  await page.keyboard.press("j");
  assert.equal(await ratios.nth(1).evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press("r");
  await page.getByLabel("Your name").fill("Ada Muster");
  const path = await save(page);

  recount("run", report, "-o", join(page.folder, "again"), "--decisions", path);
  const observations = readFileSync(join(page.folder, "again", "observations.csv"), "utf8");
  assert.match(observations, /,CP3-QL,.*,2016-04,.*,value,50\.0,percent,ok,22\.3%,1,corrected,/);
  const findings = readFileSync(join(page.folder, "again", "findings.csv"), "utf8");
  assert.match(findings, /,corrected,note,7,CP3-QL,.*corrected to 50\.0 by Ada Muster on .*: a slip, says the ""office""/);
  assert.match(findings, /,ratio,note,7,CP3-QL,actual,2016-05,/);
  assert.match(findings, /,rejected,note,7,CP3-QL,actual,2016-05,/);
});

test("decisions made with the mouse about cells are saved and applied", async (t) => {
  const page = await openReport(t);
  const cells = page.locator('tr[data-ref="CP1"] td[data-b]');
  const inspector = page.getByRole("complementary", { name: "The cell" });
  await cells.nth(0).click();
  await inspector.getByRole("button", { name: "Correct" }).click();
  await inspector.getByLabel("should read").fill("132");
  await cells.nth(1).click();
  await inspector.getByRole("button", { name: "Reject" }).click();
  await cells.nth(2).click();
  await inspector.getByRole("button", { name: "Accept" }).click();
  const path = await save(page);

  recount("run", report, "-o", join(page.folder, "again"), "--decisions", path);
  const rows = readFileSync(join(page.folder, "again", "observations.csv"), "utf8").split("\n");
  assert.match(rows[1], /,2015-10,.*,value,132,count,ok,131,1,corrected,/);
  assert.match(rows[2], /,2015-11,.*,value,,count,unreadable,104,1,corrected,/);
  assert.match(rows[3], /,2015-12,.*,value,86,count,ok,86,1,text,/);
});

test("a correction without a number is not saved, and says so", async (t) => {
  const page = await openReport(t);
  await page.locator('.finding[data-rule="ratio"]').first().focus();
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "Save decisions" }).click();
  assert.match(await page.locator(".saver p").innerText(), /lacks its value/);
  assert.equal(await page.locator('input[aria-invalid="true"]').count(), 1);
});

test("findings that are decided about can be filtered by that, and a decision undone", async (t) => {
  const page = await openReport(t);
  await page.locator(".finding").first().focus();
  await page.keyboard.press("a");
  await page.getByRole("combobox", { name: "Decision" }).selectOption("done");
  assert.equal(await page.locator(".cause:not([hidden])").count(), 1);
  await page.locator(".finding").first().focus();
  await page.keyboard.press("a");
  assert.equal(await page.locator(".saver").isVisible(), false);
});
