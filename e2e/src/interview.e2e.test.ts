import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seriousViolations } from "./accessibility.ts";
import { launch } from "./chromium.ts";
import { committed, focusEditor, mutantApi, paste, reference, saved } from "./documents.ts";
import { join as joinRoom, openRoom, type Visitor, visit } from "./people.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";

const screenshots = join(import.meta.dirname, "../screenshots");
const told = { timeout: 30_000 };

let proofroom: Proofroom;
let browser: Browser;
let ivy: Visitor;
let carl: Visitor;
let links: Awaited<ReturnType<typeof openRoom>>;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  [proofroom, browser] = await Promise.all([startProofroom(), launch()]);
  ivy = await visit(browser, proofroom.url, "dark");
});

afterAll(async () => {
  await browser?.close();
  await proofroom?.[Symbol.asyncDispose]();
});

const shot = (page: Page, name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });
const run = (page: Page) => page.getByRole("region", { name: "Run" });
const both = () => [ivy.page, carl.page];

async function pressRun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run the design" }).first().click();
}

/** Waits on every page until the run panel's head says it. */
async function bothSee(text: RegExp | string): Promise<void> {
  await Promise.all(both().map((page) => run(page).getByText(text).first().waitFor({ timeout: 90_000 })));
}

test("the interviewer signs in by name, opens a room and copies the candidate's link", async () => {
  await shot(ivy.page, "home-dark");
  links = await openRoom(ivy.page, "Ivy", "URL shortener");
  expect(links.candidate).toMatch(/\/j#[\w-]+$/);
  expect(new Set(Object.values(links)).size).toBe(3);
});

test("the candidate opens the link in another browser, gives a name and is in", async () => {
  carl = await visit(browser, links.candidate, "light");
  await carl.page.getByLabel("Your name").waitFor();
  await shot(carl.page, "join-light");
  await joinRoom(carl.page, "Carl");
  await ivy.page.getByText("Carl joined as candidate").waitFor();
});

test("both chat in one order", async () => {
  const say = async (page: Page, text: string) => {
    await page.getByLabel("Message", { exact: true }).fill(text);
    await page.keyboard.press("Enter");
  };
  await say(ivy.page, "Where would you start?");
  await carl.page.locator(".msg p", { hasText: "Where would you start?" }).waitFor();
  await say(carl.page, "With the reads.");
  await ivy.page.locator(".msg p", { hasText: "With the reads." }).waitFor();
  const order = (page: Page) => page.locator(".msg p").allInnerTexts();
  expect(await order(ivy.page)).toEqual(await order(carl.page));
});

test("an empty document offers an example, and one inserts it for both", async () => {
  await carl.page.getByRole("button", { name: "Insert example" }).first().click();
  await ivy.page.locator(".monaco-editor:visible", { hasText: "create table" }).first().waitFor(told);
  await saved(carl.page);
  expect(await committed(carl.page, "schema")).toContain("create table");
});

test("one sees the other's named cursor", async () => {
  await focusEditor(carl.page, "Schema");
  await carl.page.keyboard.press("ControlOrMeta+End");
  await carl.page.keyboard.type("\n-- here");
  const caret = ivy.page.locator(".remote-caret").first();
  await caret.waitFor({ state: "attached" });
  await expect.poll(() => caret.evaluate((element) => getComputedStyle(element, "::after").content)).toContain("Carl");
});

test("a table without a key is found at its line, for both", async () => {
  await paste(carl.page, "Schema", "create table links (\n  code text\n);\n");
  await Promise.all(
    both().map((page) =>
      page
        .getByText(/primary key/i)
        .first()
        .waitFor(told),
    ),
  );
});

test("what is broken ends a run with its findings, and Run stays pressable", async () => {
  await paste(carl.page, "Schema", "create table links (\n  code text,,\n);\n");
  await saved(carl.page);
  await pressRun(carl.page);
  await bothSee(/cannot run yet/);
  await shot(ivy.page, "validation-failed-dark");
  expect(
    await carl.page.getByRole("button", { name: "Run the design" }).first().getAttribute("aria-disabled"),
  ).not.toBe("true");
});

test("what is written offline is kept, and comes back", async () => {
  await carl.context.setOffline(true);
  await carl.page
    .getByText(/reconnecting/i)
    .first()
    .waitFor({ timeout: 60_000 });
  await paste(carl.page, "Schema", "-- written offline\n");
  await carl.page
    .getByText(/Saved on this device/)
    .first()
    .waitFor();
  await carl.context.setOffline(false);
  await ivy.page.locator(".monaco-editor:visible", { hasText: "written offline" }).first().waitFor({ timeout: 60_000 });
  await saved(carl.page);
  expect(await committed(carl.page, "schema")).toBe("-- written offline\n");
});

test("the topology is drawn and the endpoints are bound as they are written", async () => {
  await paste(carl.page, "Schema", reference("Schema"));
  await paste(carl.page, "API", reference("API"));
  await paste(carl.page, "Design", reference("Design"));
  await ivy.page.locator("svg.diagram .node").nth(2).waitFor(told);
  await ivy.page.getByRole("tab", { name: /Bindings/ }).click();
  await ivy.page.getByRole("region", { name: "Binding table" }).getByText("shorten").first().waitFor(told);
  await shot(ivy.page, "bindings-dark");
  await ivy.page.getByRole("tab", { name: "Diagram" }).click();
  await saved(carl.page);
});

test("the design runs, both watch, and the reference passes", async () => {
  await pressRun(carl.page);
  await bothSee(/shorten then resolve/);
  await shot(ivy.page, "running-dark");
  await bothSee(/Passed|passes/);
  await shot(ivy.page, "room-dark");
  await shot(carl.page, "room-light");
});

test("nothing on the screens bars people who use assistive technology", async () => {
  expect(await seriousViolations(ivy.page)).toEqual([]);
  expect(await seriousViolations(carl.page)).toEqual([]);
});

test("a third person who joins late sees the whole run", async () => {
  await using olga = await visit(browser, links.observer, "light");
  await joinRoom(olga.page, "Olga");
  await run(olga.page).getByText("shorten then resolve").first().waitFor(told);
  await run(olga.page)
    .getByText(/unknown code is 404/)
    .first()
    .waitFor(told);
  expect(olga.complaints).toEqual([]);
});

test("a design with a fault fails with the request, the answer and what it teaches", async () => {
  await paste(carl.page, "API", mutantApi("no-redirect"));
  await saved(carl.page);
  await pressRun(ivy.page);
  await bothSee(/followed only when|A browser follows a short link/);
  await bothSee(/Failed|fails/);
  await shot(carl.page, "failed-light");
});

test("the invite dialog shows who used a link; revoking it ends the visit", async () => {
  await ivy.page.getByRole("button", { name: "Invite" }).click();
  const dialog = ivy.page.getByRole("dialog", { name: "Invite" });
  await dialog.getByRole("cell", { name: /Carl/ }).waitFor();
  await shot(ivy.page, "invite-dark");
  await dialog
    .getByRole("row", { name: /Olga/ })
    .getByRole("button", { name: /Revoke/ })
    .click();
  await dialog
    .getByRole("row", { name: /Observer/ })
    .getByText("Revoked")
    .waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("the owner ends the room; the documents are read-only, and both read the results", async () => {
  await ivy.page.getByRole("button", { name: "End", exact: true }).click();
  await ivy.page.getByRole("button", { name: "End the interview" }).click();
  await carl.page.getByText("Ended", { exact: true }).first().waitFor();
  const before = await committed(carl.page, "api");
  await focusEditor(carl.page, "API");
  await carl.page.keyboard.type("too late");
  expect(await committed(carl.page, "api")).toBe(before);
  for (const [page, name] of [
    [ivy.page, "results-dark"],
    [carl.page, "results-light"],
  ] as const) {
    await page.getByRole("link", { name: "Results" }).click();
    await page.getByRole("heading", { name: "Functional, failed first" }).waitFor();
    await shot(page, name);
  }
});

test("everybody finds the way back from Home, with role and last run", async () => {
  await carl.page.goto(proofroom.url);
  await carl.page.getByText(/You are candidate, with Ivy/).waitFor();
  await carl.page.getByText(/Run #3/).waitFor();
  await shot(carl.page, "home-light");
  expect(await seriousViolations(carl.page)).toEqual([]);
});

test("no page complained", () => {
  expect([...ivy.complaints, ...carl.complaints]).toEqual([]);
});
