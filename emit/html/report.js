/* emit/html/report.js - filter, sort and review of the report for people, which is complete without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page says is only ever moved, hidden and read as text: nothing of it becomes mark-up.
 */
"use strict";

(() => {
  const root = document.documentElement;
  const list = document.querySelector(".causes");
  const sha256 = document.body.dataset.sha256;
  if (!sha256) return; // the list of reports has nothing to review
  root.classList.add("js");

  /* Makes an element; `parts` are its children, texts or elements. */
  const make = (name, attributes = {}, ...parts) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes))
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (typeof value === "boolean") element.toggleAttribute(key, value);
      else element.setAttribute(key, value);
    element.append(...parts);
    return element;
  };
  const plural = (n, noun) => `${n.toLocaleString("en-GB")} ${noun}${n === 1 ? "" : "s"}`;

  /* ---- filter and sort ---- */

  const causes = list ? [...list.children] : [];
  const facts = causes.map((element, index) => {
    const findings = [...element.querySelectorAll(".finding")];
    const place = (findings[0].dataset.b || "999999,0,0").split(",").map(Number);
    return {
      element, index, findings,
      severity: element.dataset.s,
      rules: new Set(findings.map((finding) => finding.dataset.rule)),
      rule: findings[0].dataset.rule,
      indicator: Number(findings[0].dataset.n || 1e9),
      place,
      text: null, // read when something is sought for the first time
    };
  });
  const textOf = (fact) => (fact.text ??= fact.element.textContent.toLowerCase());

  const orders = {
    worst: (a, b) => a.index - b.index,
    page: (a, b) => a.place[0] - b.place[0] || a.place[2] - b.place[2] || a.place[1] - b.place[1],
    row: (a, b) => a.indicator - b.indicator,
    rule: (a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  };

  const count = make("output", { "aria-live": "polite" });
  const search = make("input", { type: "search", oninput: () => filter() });
  const rule = make("select", { onchange: () => filter() }, make("option", { value: "" }, "every rule"));
  const state = make("select", { onchange: () => filter() },
    make("option", { value: "" }, "decided or not"),
    make("option", { value: "open" }, "not decided"),
    make("option", { value: "done" }, "decided"));
  const order = make("select", { onchange: () => sort() },
    make("option", { value: "worst" }, "worst first"),
    make("option", { value: "page" }, "as on the pages"),
    make("option", { value: "row" }, "by indicator"),
    make("option", { value: "rule" }, "by rule"));
  const severities = ["contradictions", "warnings", "notes"].map((name, value) =>
    make("input", { type: "checkbox", checked: true, value: String(value), "data-name": name,
      onchange: () => filter() }));

  function matches(fact, wanted, shown) {
    if (!shown.has(fact.severity)) return false;
    if (rule.value && !fact.rules.has(rule.value)) return false;
    if (state.value) {
      const isDone = fact.findings.every((finding) => decisions.has(finding));
      if (isDone !== (state.value === "done")) return false;
    }
    return wanted.every((word) => textOf(fact).includes(word));
  }

  function filter() {
    const shown = new Set(severities.filter((box) => box.checked).map((box) => box.value));
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const fact of facts) {
      const isShown = matches(fact, wanted, shown);
      n += isShown;
      if (fact.element.hidden === isShown) fact.element.hidden = !isShown;
    }
    count.textContent = `${plural(n, "cause")} of ${facts.length.toLocaleString("en-GB")} shown`;
  }

  function sort() {
    const sorted = [...facts].sort((a, b) => orders[order.value](a, b) || a.index - b.index);
    list.append(...sorted.map((fact) => fact.element));
  }

  function addTools() {
    const rules = new Map();
    for (const fact of facts)
      for (const name of fact.rules) rules.set(name, (rules.get(name) || 0) + 1);
    for (const [name, n] of [...rules].sort())
      rule.append(make("option", { value: name }, `${name} (${n})`));
    const kinds = make("fieldset", {}, make("legend", { class: "vh" }, "Severity"));
    severities.forEach((box, value) => {
      const n = facts.filter((fact) => fact.severity === String(value)).length;
      if (n > 0) kinds.append(make("label", {}, box, `${n} ${n === 1 ? box.dataset.name.slice(0, -1) : box.dataset.name}`));
    });
    list.before(make("div", { class: "tools", role: "search", "aria-label": "Findings" },
      make("label", {}, "Search", search), kinds,
      make("label", {}, "Rule", rule),
      make("label", {}, "Decision", state),
      make("label", {}, "Order", order), count));
    filter();
  }

  /* A link may lead to a finding that is filtered out or folded away. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const cause = target.closest(".cause");
    if (cause && cause.hidden) {
      search.value = rule.value = state.value = "";
      severities.forEach((box) => { box.checked = true; });
      filter();
    }
    const details = target.parentElement.closest("details");
    if (details) details.open = true;
    target.scrollIntoView({ block: "center" });
    if (target.classList.contains("finding")) target.focus({ preventScroll: true });
  }

  /* ---- decisions ---- */

  /* From a finding's or a cell's element to { decision, value, why }. */
  const decisions = new Map();
  const verbs = { accept: "Accept", correct: "Correct", reject: "Reject" };
  const keys = { a: "accept", c: "correct", r: "reject" };
  const who = make("input", { autocomplete: "name", size: "14" });
  const tally = make("p", { role: "status" });
  const saver = make("div", { class: "saver", role: "region", "aria-label": "Decisions", hidden: true },
    tally, make("label", {}, "Your name", who),
    make("button", { type: "button", onclick: () => save() }, "Save decisions"));
  let isSaved = true;

  function changed(element) {
    isSaved = decisions.size === 0;
    element.classList.toggle("decided", decisions.has(element));
    saver.hidden = decisions.size === 0;
    root.classList.toggle("deciding", !saver.hidden);
    tally.textContent = plural(decisions.size, "decision") + ", not saved yet";
    for (const bar of document.querySelectorAll(".review"))
      if (bar.target === element) showDecision(bar);
  }

  function decide(element, decision) {
    const before = decisions.get(element);
    if (before && before.decision === decision) decisions.delete(element);
    else decisions.set(element, { value: "", why: "", ...before, decision,
      when: new Date().toISOString().slice(0, 19) + "Z" });
    changed(element);
  }

  function showDecision(bar) {
    const decision = decisions.get(bar.target);
    for (const button of bar.buttons)
      button.setAttribute("aria-pressed", String(Boolean(decision) && decision.decision === button.value));
    bar.value.parentElement.hidden = !decision || decision.decision !== "correct";
    bar.why.parentElement.hidden = !decision;
    bar.value.value = decision ? decision.value : "";
    bar.why.value = decision ? decision.why : "";
    bar.value.removeAttribute("aria-invalid");
  }

  /* Makes the buttons and fields that decide about `target`. */
  function reviewBar(target) {
    const field = (name) => (event) => {
      const decision = decisions.get(bar.target);
      if (decision) decision[name] = event.target.value;
      isSaved = false;
    };
    const bar = make("div", { class: "review", role: "group", "aria-label": "Decide" });
    bar.target = target;
    bar.buttons = Object.entries(verbs).map(([value, verb]) =>
      make("button", { type: "button", value, "aria-pressed": "false", onclick: () => {
        decide(bar.target, value);
        if (value === "correct" && decisions.has(bar.target)) bar.value.focus();
      } }, verb, make("kbd", { "aria-hidden": "true" }, verb[0])));
    bar.value = make("input", { inputmode: "decimal", size: "10", oninput: field("value") });
    bar.why = make("input", { oninput: field("why") });
    bar.append(...bar.buttons, make("label", {}, "should read", bar.value),
      make("label", { class: "why" }, "because", bar.why));
    showDecision(bar);
    return bar;
  }

  /* Whether a finding is about one cell, so that there is something to correct. */
  const isOfCell = (finding) => {
    const row = finding.dataset.n && document.getElementById(`i${finding.dataset.n}`);
    return Boolean(row) && [...row.parentElement.cells].some((cell) => cell.dataset.b === finding.dataset.b);
  };

  function addBar(finding) {
    if (finding.lastElementChild.classList.contains("review")) return;
    const bar = reviewBar(finding);
    bar.buttons[1].disabled = !isOfCell(finding);
    finding.append(bar);
    showPlace(finding);
  }

  /* Where there is no room for all of the crop, the cell is what is seen of it, and keys move it. */
  function showPlace(finding) {
    const mark = finding.querySelector(".crop rect, .crop mark");
    const scroller = mark && mark.closest("pre, figure");
    if (!scroller || scroller.scrollWidth <= scroller.clientWidth) return;
    const cell = mark.getBoundingClientRect(), frame = scroller.getBoundingClientRect();
    scroller.scrollLeft += (cell.left + cell.right - frame.left - frame.right) / 2;
    scroller.tabIndex = 0;
  }

  /* ---- saving ---- */

  const header = ["source_sha256", "about", "decision", "rule", "indicator_no", "ref", "measure",
    "comparator", "period", "component", "page", "x0", "y0", "x1", "y1", "printed", "value", "who",
    "when", "why"];
  const quote = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const oneLine = (text) => text.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();

  function aboutFinding(finding) {
    const row = finding.dataset.n && document.getElementById(`i${finding.dataset.n}`);
    return { about: "finding", rule: finding.dataset.rule, indicator_no: finding.dataset.n || "",
      ref: row ? row.parentElement.dataset.ref : "", measure: finding.dataset.m,
      period: finding.dataset.p, printed: finding.dataset.v, place: finding.dataset.b || "" };
  }

  function aboutCell(cell) {
    const [measure, comparator, period, component] = headingOf(cell).dataset.k.split("|");
    return { about: "cell", indicator_no: cell.parentElement.dataset.n,
      ref: cell.parentElement.dataset.ref, measure, comparator, period, component,
      printed: cell.dataset.raw ?? cell.firstElementChild.textContent, place: cell.dataset.b };
  }

  function rowOf(element, decision) {
    const about = element.matches("td") ? aboutCell(element) : aboutFinding(element);
    const [page, x0, y0, x1, y1] = about.place.split(",");
    const row = { ...about, source_sha256: sha256, decision: decision.decision, page, x0, y0, x1, y1,
      value: decision.decision === "correct" ? oneLine(decision.value) : "",
      who: oneLine(who.value), when: decision.when, why: oneLine(decision.why) };
    return header.map((name) => quote(row[name] ?? "")).join(",");
  }

  /* Returns: a decision that cannot be saved: a correction without a number. */
  const findUnfinished = () => [...decisions].find(([, decision]) =>
    decision.decision === "correct" && !/^-?\d+(\.\d+)?$/.test(decision.value.trim()));

  function save() {
    const unfinished = findUnfinished();
    if (unfinished) {
      tally.textContent = "A correction lacks its value: a plain number such as 95.8";
      complain(unfinished[0]);
      return;
    }
    const lines = [header.join(","), ...[...decisions].map(([element, decision]) => rowOf(element, decision))];
    const file = new Blob([lines.join("\n") + "\n"], { type: "text/csv" });
    const link = make("a", { href: URL.createObjectURL(file), download: "decisions.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    isSaved = true;
    tally.textContent = `${plural(decisions.size, "decision")} saved: run again with --decisions decisions.csv`;
  }

  function complain(element) {
    if (element.matches("td")) {
      element.focus();
      inspect(element);
    } else {
      addBar(element);
      const details = element.closest("details");
      if (details) details.open = true;
      element.closest(".cause").hidden = false;
    }
    const bar = [...document.querySelectorAll(".review")].find((one) => one.target === element);
    bar.value.setAttribute("aria-invalid", "true");
    bar.value.focus();
  }

  addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });

  /* ---- tables: arrow keys move between cells, the focus shows what a cell was read as ---- */

  const inspector = make("aside", { class: "inspector", "aria-label": "The cell", hidden: true });
  let inspected = null;

  const headingOf = (cell) => cell.closest("table").tHead.rows[1].cells[cell.cellIndex];

  function inspect(cell) {
    inspected = cell;
    const row = cell.parentElement;
    const name = row.cells[0].cloneNode(true);
    for (const flag of name.querySelectorAll(".flag")) flag.remove();
    const [reading, confidence = "1", origin = "text"] = cell.dataset.t.split("; ");
    const [page, ...box] = cell.dataset.b.split(",");
    const source = document.querySelector(".read a");
    const link = source ? make("a", { href: `${source.getAttribute("href")}#page=${page}` }, page) : page;
    const facts = [["Printed", cell.firstElementChild.textContent], ["Read as", reading],
      ["Confidence", confidence.replace("confidence ", "")], ["From", origin.replace("from ", "")],
      ["Page", link], ["Place", box.join(", ")]];
    const flag = cell.querySelector(".flag");
    const bar = reviewBar(cell);
    inspector.replaceChildren(
      make("h3", {}, `${name.textContent.trim()} · ${headingOf(cell).textContent}`),
      make("button", { type: "button", class: "close", onclick: () => closeInspector(true) },
        "Close", make("kbd", { "aria-hidden": "true" }, "Esc")),
      make("dl", {}, ...facts.map(([term, fact]) => make("div", {}, make("dt", {}, term), make("dd", {}, fact)))),
      ...(flag ? [make("p", {}, make("a", { href: flag.hash }, flag.title))] : []), bar);
    inspector.hidden = false;
  }

  function closeInspector(goesBack) {
    inspector.hidden = true;
    if (goesBack && inspected) inspected.focus();
  }

  const isCell = (element) => element instanceof HTMLTableCellElement && "b" in element.dataset;

  /* Returns: the next cell with a figure in a direction. */
  function neighbour(cell, key) {
    const table = cell.closest("tbody");
    const step = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      let next = cell;
      do next = step < 0 ? next.previousElementSibling : next.nextElementSibling;
      while (next && !isCell(next));
      return next;
    }
    for (let i = cell.parentElement.sectionRowIndex + step; table.rows[i]; i += step)
      if (isCell(table.rows[i].cells[cell.cellIndex])) return table.rows[i].cells[cell.cellIndex];
    return null;
  }

  function enterCell(cell) {
    const table = cell.closest("table");
    for (const other of table.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    inspect(cell);
  }

  function addTables() {
    for (const table of document.querySelectorAll("#tables table")) {
      table.setAttribute("role", "grid");
      const first = table.querySelector("td[data-b]");
      if (first) first.tabIndex = 0;
      // the cells are reached by the keyboard, and scroll with it
      table.parentElement.removeAttribute("tabindex");
    }
    document.addEventListener("focusin", (event) => {
      if (isCell(event.target)) enterCell(event.target);
      else if (!inspector.contains(event.target)) closeInspector(false);
    });
  }

  /* ---- keyboard ---- */

  const isTyping = (element) => element.matches("input, select, textarea");

  function moveToFinding(from, step) {
    const all = [...list.querySelectorAll(".finding")].filter((finding) =>
      !finding.closest(".cause").hidden && !finding.closest("details:not([open])"));
    const next = all[all.indexOf(from) + step];
    if (next) next.focus();
  }

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
      if (event.key === "Escape" && inspector.contains(event.target)) closeInspector(true);
      return;
    }
    const finding = event.target.closest(".finding");
    const cell = isCell(event.target) ? event.target : inspector.contains(event.target) ? inspected : null;
    const target = finding || cell;
    if (!target) return;
    if (event.key === "Escape" && cell) closeInspector(true);
    else if (event.key.startsWith("Arrow") && isCell(event.target)) {
      const next = neighbour(event.target, event.key);
      if (next) next.focus();
    } else if (finding && (event.key === "j" || event.key === "k")) moveToFinding(finding, event.key === "j" ? 1 : -1);
    else if (event.key === "s" && decisions.size > 0) save();
    else if (event.key in keys) {
      if (finding) addBar(finding);
      const bar = (finding || inspector).querySelector(".review");
      const button = bar.buttons.find((one) => one.value === keys[event.key]);
      if (button.disabled) return;
      button.click();
    } else return;
    event.preventDefault();
  }

  /* On paper nothing can be unfolded. */
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".cause details")) details.open = true;
  });

  /* ---- all of it ---- */

  if (list) {
    list.before(make("p", { class: "lead keys" },
      "Decide about each: accept what holds, correct a cell that should read otherwise, reject what does not hold. ",
      make("span", {}, "While a finding has the focus, ", make("kbd", {}, "A"), ", ", make("kbd", {}, "C"), " and ",
        make("kbd", {}, "R"), " do so, ", make("kbd", {}, "J"), " and ", make("kbd", {}, "K"),
        " go to the next and the one before, and ", make("kbd", {}, "S"), " saves what was decided.")));
    addTools();
    const watcher = new IntersectionObserver((entries) => {
      for (const entry of entries)
        if (entry.isIntersecting) {
          addBar(entry.target);
          watcher.unobserve(entry.target);
        }
    }, { rootMargin: "800px" });
    for (const fact of facts)
      for (const finding of fact.findings) {
        finding.tabIndex = 0;
        watcher.observe(finding);
      }
  }
  document.querySelector("main").prepend(saver);
  document.body.append(inspector);
  addTables();
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
