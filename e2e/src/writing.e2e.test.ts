import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type Tab, committed, paste, reference, saved } from "./documents.ts";
import { join, openRoom, type Visitor, visit } from "./people.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";

let proofroom: Proofroom;
let browser: Browser;
let ivy: Visitor;
let carl: Visitor;

beforeAll(async () => {
  [proofroom, browser] = await Promise.all([startProofroom(), launch()]);
  ivy = await visit(browser, proofroom.url);
  const links = await openRoom(ivy.page, "Ivy", "URL shortener");
  carl = await visit(browser, links.candidate);
  await join(carl.page, "Carl");
});

afterAll(async () => {
  await browser?.close();
  await proofroom?.[Symbol.asyncDispose]();
});

async function drop(page: Page, tab: Tab, name: string, text: string): Promise<void> {
  await page.getByRole("tab", { name: tab }).click();
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file));
      return data;
    },
    [name, text] as const,
  );
  const editor = page.locator(".editor:visible").first();
  await editor.dispatchEvent("dragover", { dataTransfer: transfer });
  await editor.dispatchEvent("drop", { dataTransfer: transfer });
}

test("a file dropped on an empty document becomes its text", async () => {
  await drop(carl.page, "Schema", "schema.sql", reference("Schema"));
  await carl.page.locator(".view-line:visible", { hasText: "create table urls" }).waitFor();
  await saved(carl.page);
  expect(await committed(carl.page, "schema")).toBe(reference("Schema"));
});

test("a file dropped on a written document asks before it replaces anything", async () => {
  await drop(carl.page, "Schema", "other.sql", "create table other (id int primary key);\n");
  await carl.page.getByText(/other\.sql/).waitFor();
  expect(await committed(carl.page, "schema")).toBe(reference("Schema"));
  await carl.page.keyboard.press("Escape");
});

test("a document can be downloaded as it stands", async () => {
  const [download] = await Promise.all([
    carl.page.waitForEvent("download"),
    carl.page.locator("[aria-label='Download the document']:visible").first().click(),
  ]);
  expect(download.suggestedFilename()).toBe("schema.sql");
  expect(await readFile(await download.path(), "utf8")).toBe(reference("Schema"));
});

test("where an endpoint could serve two ends the room asks, and one click writes the answer into the API", async () => {
  await paste(carl.page, "API", ambiguous);
  await saved(carl.page);
  await carl.page.getByRole("tab", { name: /Bindings/ }).click();
  const question = carl.page.getByRole("group", { name: "Open question" }).filter({ hasText: "shorten" }).first();
  await question.getByRole("button").last().click();
  await question.waitFor({ state: "detached" });
  await saved(carl.page);
  expect(await committed(carl.page, "api")).toContain("x-capability: shorten");
});

test("a question with three answers names them to a screen reader, and leaves its own words more than half of the note", async () => {
  const boxes = ["users([Users]) --> api[API service]", "api --> tally[Click counter]", "api --> db[(Postgres)]"];
  await paste(carl.page, "Design", ["```mermaid", "flowchart LR", ...boxes, "```", ""].join("\n"));
  const note = carl.page.locator(".finding-zone .finding", { hasText: "Click counter" });
  await note.waitFor();
  const widthOf = async (part: Locator) => (await part.boundingBox())?.width ?? 0;
  expect(await note.getByRole("button").count()).toBe(4);
  expect(await widthOf(note.locator("span").first())).toBeGreaterThan((await widthOf(note)) / 2);
});

test("a message that cannot be sent waits, says so, and is said once when the network is back", async () => {
  await carl.context.setOffline(true);
  await carl.page.getByLabel("Message", { exact: true }).fill("Are you there?");
  await carl.page.keyboard.press("Enter");
  await carl.page.locator(".msg[data-s]", { hasText: "Are you there?" }).waitFor();
  await carl.context.setOffline(false);
  await ivy.page.locator(".msg:not([data-s]) p", { hasText: "Are you there?" }).waitFor({ timeout: 60_000 });
  await carl.page.locator(".msg:not([data-s]) p", { hasText: "Are you there?" }).waitFor();
  expect(await ivy.page.locator(".msg p", { hasText: "Are you there?" }).count()).toBe(1);
});

test("a message written before the room has connected goes out with the connection", async () => {
  const connects = Promise.withResolvers<void>();
  await carl.page.routeWebSocket(/socket\.io/, async (socket) => {
    await connects.promise;
    socket.connectToServer();
  });
  await carl.page.reload();
  await carl.page.getByLabel("Message", { exact: true }).fill("Early bird");
  await carl.page.keyboard.press("Enter");
  await carl.page.locator(".msg[data-s]", { hasText: "still connecting" }).waitFor();
  connects.resolve();
  await ivy.page.locator(".msg:not([data-s]) p", { hasText: "Early bird" }).waitFor();
});

/** Two endpoints that take a URL and answer a code. */
const ambiguous = `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  /links:
    post:
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }
      responses: { "201": { description: Made, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } } }
  /short-links:
    post:
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }
      responses: { "201": { description: Made, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } } }
  /{code}:
    get:
      parameters: [{ name: code, in: path, required: true, schema: { type: string } }]
      responses: { "302": { description: There }, "404": { description: Nobody made it } }
`;

test("a text that a document cannot take is not called Saving, and no run judges another one than is shown", async () => {
  const { page } = carl;
  await paste(page, "Design", "[".repeat(300_000));
  await page.getByRole("button", { name: "Not kept – document full" }).waitFor();
  const run = page.getByRole("button", { name: "Run the design" }).first();
  expect(await run.getAttribute("aria-disabled")).toBe("true");
  expect(await run.getAttribute("title")).toMatch(/design document is full.*Remove some text, then run/);
  // A colour for each of them would take the tab's time.
  expect(await page.locator(".monaco-editor:visible [class*='bracket-highlighting']").count()).toBe(0);

  await paste(page, "Design", reference("Design"));
  await saved(page);
  expect(await committed(page, "design")).toBe(reference("Design"));
  expect(await run.getAttribute("aria-disabled")).toBe("false");
});
