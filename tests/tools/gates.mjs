// What a browser says about pages: node gates.mjs <folder>, paths of pages on stdin, one a line; prints JSON.
// For every page, light and dark, at 360 and 1280 pixels: axe-core (WCAG 2.2 AA and best practice, all details open),
// horizontal overflow, console and policy reports, requests to other addresses; once: keyboard focus, work without script.
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [[360, "light"], [1280, "light"], [360, "dark"], [1280, "dark"]];
const STOPS = 200;
const [folder] = process.argv.slice(2);
const pages = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
const result = { axe: [], overflow: [], focus: [], console: [], runs: 0, stops: 0 };

/* in an isolated world, because the page's own policy forbids foreign scripts */
async function runAxe(context, page, label) {
  const cdp = await context.newCDPSession(page);
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const world = { frameId: frameTree.frame.id, worldName: "axe" };
  const { executionContextId: contextId } = await cdp.send("Page.createIsolatedWorld", world);
  await cdp.send("Runtime.evaluate", { expression: axe, contextId });
  const expression = `axe.run(document, { preload: false, runOnly: ${JSON.stringify(RULES)} }).then((r) => JSON.stringify(
    r.violations.map((v) => ({ id: v.id, impact: v.impact, count: v.nodes.length, nodes: v.nodes.slice(0, 4).map(
      (n) => n.html.slice(0, 200) + " :: " + [...n.any, ...n.all, ...n.none].map((c) => c.message)[0]) }))))`;
  const call = { contextId, awaitPromise: true, returnByValue: true, expression };
  const { result: answer, exceptionDetails } = await cdp.send("Runtime.evaluate", call);
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails).slice(0, 400));
  result.runs += 1;
  for (const violation of JSON.parse(answer.value)) result.axe.push({ label, ...violation });
}

/* every stop of the keyboard shows an outline, lies inside the window, and the focus is never lost */
async function tabThrough(page, label) {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const state = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const look = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const outlined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
      return { html: element.outerHTML.slice(0, 160), ok: outlined && box.height > 0 && box.bottom > 0 && box.top < innerHeight };
    });
    if (!state) return;
    result.stops += 1;
    if (!state.ok) result.focus.push({ label, html: state.html });
  }
}

function listen(page, address, label) {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) result.console.push(`${label}: ${message.text().slice(0, 200)}`);
  });
  page.on("pageerror", (error) => result.console.push(`${label}: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address && !url.startsWith("data:")) result.console.push(`${label}: asks for ${url.slice(0, 200)}`);
  });
}

async function look(browser, address, name, width, colorScheme) {
  const label = `${name} ${width} ${colorScheme}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  listen(page, address, label);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if ((await excess()) > 0) result.overflow.push(`${label}: ${await excess()} px`);
  if (width === 1280 && colorScheme === "light") await tabThrough(page, label);
  page.removeAllListeners("console"); // what follows is ours
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  if ((await excess()) > 0) result.overflow.push(`${label}, details open: ${await excess()} px`);
  await runAxe(context, page, label);
  await context.close();
}

async function withoutScript(browser, address, name) {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  if (!(await page.locator("main").isVisible())) result.console.push(`${name}: no text without script`);
  await context.close();
}

const executablePath = process.env.CHROMIUM ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
for (const name of pages) {
  const address = pathToFileURL(path.resolve(folder, name)).href;
  for (const [width, scheme] of VIEWS) await look(browser, address, name, width, scheme);
  await withoutScript(browser, address, name);
}
await browser.close();
console.log(JSON.stringify(result));
