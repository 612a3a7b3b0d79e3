import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import * as z from "zod/mini";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeMessages, startFakeMessages } from "../../bench/fake-messages/server.ts";
import { launch } from "./chromium.ts";
import { paste, reference, saved } from "./documents.ts";
import { messages, practise, said, say } from "./interviewer.ts";
import { visit } from "./people.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";

const slowly = { timeout: 120_000 };

let fake: FakeMessages;
let proofroom: Proofroom;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  fake = await startFakeMessages();
  [proofroom, browser] = await Promise.all([
    startProofroom({ env: { ANTHROPIC_API_KEY: fake.key, ANTHROPIC_BASE_URL: fake.url } }),
    launch(),
  ]);
  ({ page } = await visit(browser, proofroom.url));
});

afterAll(async () => {
  await browser?.close();
  await proofroom?.[Symbol.asyncDispose]();
  await fake?.[Symbol.asyncDispose]();
});

/** A sentence, and then more of them, slowly enough to be broken off. */
const atLength = (first: string) => ({
  do: "say" as const,
  text: `${first} ${"And this goes on for a while. ".repeat(6)}What then?`,
  delivery: { bytesPerChunk: 8, pauseMillis: 150 },
});

test("with a key the interviewer is Claude, and says so", async () => {
  await practise(page, "URL shortener", 20, "Ada");
  expect(await said(page, "greeting").innerText()).toContain("Claude");
  expect(await said(page, "greeting").innerText()).not.toContain("rule-based");
});

test("its words are seen as they come and can be stopped; what was said stays", async () => {
  fake.play(atLength("Good that you name a table."));
  await say(page, "I would put the codes into one table and look them up by the code.");
  await page.locator('.msg[data-s="streaming"]').getByText("Good that you name a table.").waitFor(slowly);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await messages(page).getByText("Stopped here.").waitFor(slowly);
  expect(await page.locator(".msg[data-seq]", { hasText: "Stopped here." }).innerText()).toContain(
    "Good that you name",
  );
});

test("one's own next message interrupts it", async () => {
  fake.play(atLength("So the service keeps nothing."));
  await say(page, "The service keeps nothing, so three of them can run side by side.");
  await page.locator('.msg[data-s="streaming"]').getByText("So the service keeps nothing.").waitFor(slowly);
  await say(page, "Wait, do links expire?");
  await messages(page).getByText("Interrupted: somebody spoke.").waitFor(slowly);
  await said(page, "clarification").getByText("lives for good").waitFor(slowly);
});

test("a model that is overloaded costs one line, and the template speaks", async () => {
  fake.play(...Array.from({ length: 3 }, () => ({ do: "fail" as const, status: 529, type: "overloaded_error" })));
  await say(page, "I draw the code at random and let the database refuse a taken one.");
  await said(page, "notice").first().waitFor(slowly);
  await page.locator(".msg[data-seq]", { hasText: "rule-based" }).first().waitFor(slowly);
});

const Exported = z.object({
  report: z.looseObject({
    status: z.literal("ready"),
    voice: z.literal("claude"),
    marks: z.array(z.looseObject({ dimension: z.string(), level: z.union([z.int(), z.literal("not_observed")]) })),
  }),
});

test("the report holds marks with quotes for the person who practised, as data too, and what it cost", async () => {
  await paste(page, "Schema", reference("Schema"));
  await paste(page, "Design", reference("Design"));
  await saved(page);
  await page.getByRole("banner").getByRole("button", { name: "End" }).click();
  await page
    .getByRole("dialog", { name: "End the practice?" })
    .getByRole("button", { name: "End the practice" })
    .click();
  await page.getByText("The report is ready:").waitFor(slowly);
  await page.getByRole("link", { name: "Open the report" }).click();
  await page.getByRole("heading", { name: "Marks" }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "JSON", exact: true }).click(),
  ]);
  const { report } = Exported.parse(JSON.parse(await readFile(await file.path(), "utf8")));
  expect(report.marks.length).toBeGreaterThan(0);
  await page.goto("/");
  await page.getByText(/AI: \d+ turns, \$\d+\.\d\d of/).waitFor();
});
