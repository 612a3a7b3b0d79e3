import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { seriousViolations } from "./accessibility.ts";
import { launch } from "./chromium.ts";
import { mutantApi, paste, reference, saved } from "./documents.ts";
import { ask, asked, choose, messages, practise, said, startPractice } from "./interviewer.ts";
import { type Visitor, visit } from "./people.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";

const screenshots = join(import.meta.dirname, "../screenshots");
const slowly = { timeout: 120_000 };

let proofroom: Proofroom;
let browser: Browser;
let ada: Visitor;
let page: Page;
let room: string;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  [proofroom, browser] = await Promise.all([startProofroom(), launch()]);
  ada = await visit(browser, proofroom.url);
  ({ page } = ada);
});

afterAll(async () => {
  await browser?.close();
  await proofroom?.[Symbol.asyncDispose]();
});

const shot = (name: string, fullPage = false) =>
  page.screenshot({ path: join(screenshots, `practice-${name}.png`), fullPage });
const section = (name: string | RegExp): Locator => page.getByRole("region", { name });
const press = (within: Locator, name: string | RegExp) => within.getByRole("button", { name }).click();

/** A code of five characters everywhere, and a retry that makes a second row. */
const schema = reference("Schema").replace("code text", "code varchar(5)");
const api = mutantApi("no-idempotency").replace("base62: 7", "base62: 5");
const design = reference("Design").replace(/^Seven characters.*$/m, "Five characters of base 62.");

test("from Home, a name and a length are all that a practice needs", async () => {
  await practise(page, "URL shortener", 20, "Ada");
  room = new URL(page.url()).pathname;
  expect(await said(page, "greeting").innerText()).toMatch(/rule-based interviewer.*recorded.*cannot/s);
  expect(await said(page, "goal").innerText()).toMatch(/^(.*\n)*Clarify, 3 minutes/);
  await page.getByText("Ada started the clock: 20 minutes").waitFor();
  await section("Phases").getByText("Wrap-up").waitFor();
});

test("what the brief leaves open is told, what is to be found is not", async () => {
  expect(await ask(page, "How many opens a second, and how many new links?", "clarification")).toMatch(/10,000.*100/s);
  expect(await ask(page, "Do links expire?", "clarification")).toContain("lives for good");
  expect(await ask(page, "Just give me the whole solution", "decline")).toMatch(/nudge/);
});

test("a pause after a table is written brings a question about a line of it, marked in the editor", async () => {
  await paste(page, "Schema", schema);
  const question = said(page, "question").first();
  await question.waitFor(slowly);
  expect(await question.innerText()).toMatch(/Schema, line 3\n\s*code varchar\(5\) not null unique,[^]*106 days/);
  await page.locator(".monaco-editor:visible .quoted-line").waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await shot("asked");
});

test("a question is put in other words and answered by a line, the next is put off, another skipped", async () => {
  await press(asked(page), "Rephrase");
  const again = said(page, "reply").first();
  await again.getByText("code varchar(5)").first().waitFor();
  await press(again, "Point at a line");
  await page.getByRole("group", { name: "Point at a line" }).waitFor();
  await page.locator(".monaco-editor:visible .view-line", { hasText: "varchar(5)" }).click();
  await again.getByText(/Ada pointed at/).waitFor();
  await page.locator(".msg p", { hasText: "Noted: schema 3" }).waitFor();

  expect(await ask(page, "Each code is drawn at random", "reply")).toContain("how often is a drawn code taken");
  await press(asked(page), "Later");
  await page.getByText("put off, it comes back once").waitFor();

  expect(await ask(page, "A cache in front takes the hottest links", "reply")).toContain("How large must it be");
  await press(asked(page), "Skip");
  await page.getByText("skipped, the report says so").waitFor();
});

test("a hint names its price before it is taken, and is shown", async () => {
  const hints = section("Hints");
  await hints.getByText("lowers no mark").waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await press(hints, /^Show/);
  await hints.getByText("1 of 3 shown").waitFor();
  await page.getByText(/^Ada took a hint/).waitFor();
  await shot("hint");
});

test("a person moves the clock on; the phase left behind and the one under way are summed up", async () => {
  await choose(page, "Go to High level");
  await said(page, "goal").nth(1).waitFor();
  const left = await said(page, "recap").first().innerText();
  expect(left).toMatch(/Settled:.*\n.*Open:.*\n.*Next: High level\./s);
  await choose(page, "Check this phase");
  await said(page, "recap").nth(1).waitFor();
});

test("a run that fails is asked about, at the line that could have prevented it", async () => {
  await paste(page, "Design", design);
  await paste(page, "API", api);
  await saved(page);
  await page.getByRole("button", { name: "Run the design" }).first().click();
  await messages(page).getByText("Run #1: failed").waitFor(slowly);
  // On a slow machine something else is asked before the run is over, and a mend named; each takes a minute to itself.
  // Edits are asked about too, also with the header's name: what is looked for is the question on the second request.
  const question = said(page, "question").filter({
    hasText: /Idempotency-Key.*(stopped the second row|learn of the first|remembers the first one)/,
  });
  await question.waitFor({ timeout: 210_000 });
  expect(await question.innerText()).toMatch(/API, line \d+\n/);
  await shot("run-question");
});

test("the next run passes what the first one failed", async () => {
  await paste(page, "Schema", reference("Schema").replace("code text", "code varchar(7)"));
  await paste(page, "Design", reference("Design"));
  await paste(page, "API", reference("API"));
  await saved(page);
  await page.getByRole("button", { name: "Run the design" }).first().click();
  await messages(page).getByText("Run #2: passed").waitFor(slowly);
});

test("after the end the report is written, and read with a quote at its version and line", async () => {
  await press(page.getByRole("banner"), "End");
  await press(page.getByRole("dialog", { name: "End the practice?" }), "End the practice");
  await page.getByText("The report is ready:").waitFor(slowly);
  await page.getByRole("link", { name: "Open the report" }).click();
  await page.getByRole("heading", { name: /points were covered/ }).waitFor();
  await page.getByText("coverage facts, no judgement").first().waitFor();
  await page
    .getByText(/Run 2 mended what run 1 had failed/)
    .first()
    .waitFor();
  await section("What was mended")
    .getByText(/is `?varchar\(7\)`? now/)
    .waitFor();
  await section("Hints taken").getByText("Where to look").waitFor();
  await section("Questions skipped").getByText("How large must it be").waitFor();
  expect(await page.getByRole("heading", { name: "Marks" }).count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
  await shot("report", true);

  await page
    .getByRole("button", { name: /^Schema, line 3\s+code varchar\(5\)/ })
    .first()
    .click();
  const source = page.getByRole("dialog", { name: "Schema, line 3" });
  await source.locator("mark", { hasText: "code varchar(5) not null unique," }).waitFor();
  await source.getByText(/As it stood at version \d+\.\d+/).waitFor();
  await shot("source");
  await press(source, "Close");
});

test("on paper an area that is higher than a page breaks between its statements, and nothing is there to press", async () => {
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  const breaks = (selector: string) =>
    page.locator(selector).evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).breakInside))]);
  expect(await breaks(".coverage tr, .fact-cards > .card")).toEqual(["auto"]);
  expect(await breaks(".coverage li")).toEqual(["avoid"]);
  await page.emulateMedia({ media: "screen" });
});

const debriefOf = (item: string): Locator => section("Debrief").locator("details", { hasText: item });

test("the debrief shows what a strong answer touches, and keeps one's own mark", async () => {
  const point = debriefOf("106 days");
  await point.locator("summary").click();
  await point.getByText("Seven signs of base 62").waitFor();
  await point.getByRole("radio", { name: /3/ }).check();
  await point.getByText("you: 3 of 4").waitFor();
  await page.reload();
  await debriefOf("106 days").getByText("you: 3 of 4").waitFor();
});

async function download(name: string): Promise<{ name: string; path: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: await readFile(path, "utf8") };
}

const Exported = z.object({
  format: z.literal("proofroom-report"),
  problem: z.literal("url-shortener"),
  mode: z.literal("practice"),
  report: z.object({
    status: z.literal("ready"),
    voice: z.literal("rules"),
    facts: z.array(z.looseObject({ text: z.string(), quote: z.optional(z.string()) })),
    marks: z.array(z.never()),
    hints: z.array(z.object({ level: z.literal("nudge"), text: z.string() })),
    skips: z.array(z.object({ text: z.string() })),
    debrief: z.array(z.looseObject({ item: z.string(), selfMark: z.nullable(z.int()) })),
    results: z.tuple([
      z.looseObject({ verdict: z.literal("failed") }),
      z.looseObject({ verdict: z.literal("passed") }),
    ]),
  }),
});

test("the report is taken along, as data and as a page that needs nothing else", async () => {
  const json = await download("JSON");
  expect(json.name).toMatch(/^proofroom-url-shortener-\w+\.json$/);
  const { report } = Exported.parse(JSON.parse(json.text));
  expect(report.debrief.filter(({ selfMark }) => selfMark === 3)).toHaveLength(1);
  expect([report.hints.length, report.skips.length]).toEqual([1, 1]);

  const html = await download("Export HTML");
  expect(html.name).toMatch(/\.html$/);
  await using reader = await visit(browser, pathToFileURL(html.path).href);
  const asksFor: string[] = [];
  reader.page.on("request", (request) => asksFor.push(request.url()));
  await reader.page.setContent(html.text);
  await reader.page.getByRole("heading", { level: 1 }).waitFor();
  for (const { text } of report.facts) expect(await reader.page.getByText(text).count()).toBeGreaterThan(0);
  expect(asksFor).toEqual([]);
  expect(await seriousViolations(reader.page)).toEqual([]);
});

test("it is found again from Home, and the next attempt is compared with it", async () => {
  await page.goto("/");
  await page.getByRole("link", { name: "Report" }).click();
  await page.waitForURL(`**${room}/report`);
  await press(section("Debrief"), "Try again");
  await startPractice(page, 45);
  expect(new URL(page.url()).pathname).not.toBe(room);
  await press(page.getByRole("banner"), "End");
  await press(page.getByRole("dialog"), "End the practice");
  await page.getByRole("link", { name: "Open the report" }).click();
  await page.getByText(/\d+ covered last time, 0 now/).waitFor(slowly);
});

test("the chip of a muted interviewer is cut inside its pane, on a phone as on a desk", async () => {
  await page.goto("/");
  await practise(page, "URL shortener", 20);
  await choose(page, /^Mute/);
  const chip = page.getByRole("button", { name: /^muted, rule-based/ });
  const rightOf = (part: Locator) => part.evaluate((one) => one.getBoundingClientRect().right);
  for (const width of [1440, 1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    if (width === 360) await page.locator(".bottombar").getByRole("button", { name: "Chat" }).click();
    await chip.waitFor();
    expect(await rightOf(chip)).toBeLessThanOrEqual((await rightOf(page.locator("#side"))) - 8);
    expect(await page.getByRole("tab", { name: "People" }).evaluate((tab) => tab.scrollWidth <= tab.clientWidth)).toBe(
      true,
    );
  }
});

test("no page complained", () => {
  expect(ada.complaints).toEqual([]);
});
