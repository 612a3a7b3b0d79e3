import { mkdirSync } from "node:fs";
import { join as joined } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seriousViolations } from "./accessibility.ts";
import { launch } from "./chromium.ts";
import { mutantApi, paste, reference, saved } from "./documents.ts";
import { join, openRoom, type Visitor, visit } from "./people.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";

const screenshots = joined(import.meta.dirname, "../screenshots");
let proofroom: Proofroom;
let browser: Browser;
let ivy: Visitor;
let carl: Visitor;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  [proofroom, browser] = await Promise.all([startProofroom(), launch()]);
  ivy = await visit(browser, proofroom.url);
  const links = await openRoom(ivy.page, "Ivy", "URL shortener");
  carl = await visit(browser, links.candidate, "dark");
  await join(carl.page, "Carl");
});

afterAll(async () => {
  await browser?.close();
  await proofroom?.[Symbol.asyncDispose]();
});

test("a test that fails is followed to its statements, plans and log lines, and the other is asked along", async () => {
  const { page } = ivy;
  await paste(page, "Schema", reference("Schema"));
  await paste(page, "API", mutantApi("no-idempotency"));
  await paste(page, "Design", reference("Design"));
  await saved(page);
  await page.getByRole("button", { name: "Run the design" }).first().click();
  await page.getByText("Run #1: failed").first().waitFor({ timeout: 120_000 });
  await page
    .getByRole("link", { name: /Follow it to its cause/ })
    .first()
    .click();

  // The invitation is passing news: whoever looks later finds the test in the results.
  await carl.page
    .getByText(/Ivy follows .* to its cause/)
    .first()
    .waitFor();
  await carl.page.getByRole("button", { name: "Look too" }).click();

  const deciding = page.getByRole("region", { name: /^POST / }).first();
  await deciding.getByText("insert into", { exact: false }).first().waitFor();
  await deciding
    .getByText(/Adds a row to urls/)
    .first()
    .waitFor();
  expect(await deciding.getByRole("list", { name: "Plan" }).count()).toBeGreaterThan(0);
  expect(await deciding.getByRole("list", { name: "Timeline" }).getByRole("listitem").count()).toBeGreaterThan(2);
  await page
    .getByText(/POST .* 201 .*\(request \w+\)/)
    .first()
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.screenshot({ path: joined(screenshots, "cause.png"), fullPage: true });

  await carl.page
    .getByText(/Adds a row to urls/)
    .first()
    .waitFor();
  expect(new URL(carl.page.url()).pathname).toBe(new URL(page.url()).pathname);
  await carl.page.setViewportSize({ width: 360, height: 780 });
  const { overflow } = await carl.page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
  }));
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await seriousViolations(carl.page)).toEqual([]);
  await carl.page.screenshot({ path: joined(screenshots, "cause-narrow.png"), fullPage: true });
  expect([...ivy.complaints, ...carl.complaints]).toEqual([]);
});

test("the line of a step opens in the room's editor", async () => {
  const { page } = ivy;
  await page
    .getByRole("link", { name: /^API, line \d+$/ })
    .first()
    .click();
  await page.getByRole("tab", { name: "API", selected: true }).waitFor();
});
