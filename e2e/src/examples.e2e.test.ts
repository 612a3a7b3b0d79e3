import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Alone, ivyAlone, screenshots } from "./alone.ts";
import { seriousViolations } from "./accessibility.ts";
import { committed, focusEditor, paste, saved } from "./documents.ts";

let ivy: Alone;

/** Somebody who builds what the happy path needs: a repeated send makes a second link. */
const schema = `CREATE TABLE "urls" (
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "shortCode" character varying NOT NULL,
  "originalUrl" character varying NOT NULL,
  "clickCount" integer NOT NULL DEFAULT 0,
  "expiresAt" timestamptz,
  CONSTRAINT "UQ_shortCode" UNIQUE ("shortCode"),
  CONSTRAINT "PK_urls" PRIMARY KEY ("id")
);
`;
const api = `POST /urls {originalUrl: uri} -> 201 {shortCode} | 400
`;
const design = `# Links

\`\`\`mermaid
flowchart LR
  people([People]) --> gw{{Gateway}} --> api[API x2] --> db[(Postgres)]
  api -.-> clicks[[Click queue]] -.-> counter[Click worker]
\`\`\`
`;

beforeAll(async () => {
  ivy = await ivyAlone("URL shortener");
});

afterAll(() => ivy?.[Symbol.asyncDispose]());

const bindings = (page: Page) => page.getByRole("region", { name: "Binding table" });

async function insertExample(page: Page, endpoint: string, label: RegExp): Promise<void> {
  await bindings(page)
    .getByRole("button", { name: `Insert example for ${endpoint}` })
    .click();
  await page.getByRole("menuitem", { name: label }).click();
}

test("an endpoint that is missing is inserted with the table's own names, and one undo takes it back", async () => {
  const { page } = ivy;
  await paste(page, "Schema", schema);
  await paste(page, "Design", design);
  await paste(page, "API", api);
  await saved(page);
  await page.getByRole("tab", { name: /Bindings/ }).click();
  await bindings(page).getByText("No endpoint can open a short code").waitFor();
  await page.screenshot({ path: join(screenshots, "examples-missing.png") });
  expect(await seriousViolations(page)).toEqual([]);
  const insert = bindings(page).getByRole("button", { name: "Insert an endpoint" });
  await insert.click();
  await insert.waitFor({ state: "detached" });
  await saved(page);
  const whole = `${api}GET /{shortCode} -> 302 | 404\n  x-capability: resolve\n`;
  expect(await committed(page, "api")).toBe(whole);
  await focusEditor(page, "API");
  await page.keyboard.press("ControlOrMeta+z");
  await insert.waitFor();
  await saved(page);
  expect(await committed(page, "api")).toBe(api);
  await insert.click();
  await insert.waitFor({ state: "detached" });
});

test("the design fails for what its row says is missing", async () => {
  const { page } = ivy;
  await bindings(page)
    .getByRole("list", { name: "What is missing of POST /urls" })
    .getByText("may be sent twice under one Idempotency-Key")
    .waitFor();
  await page.getByRole("button", { name: "Run the design" }).first().click();
  await page.getByText("Run #1: failed").first().waitFor({ timeout: 120_000 });
});

test("by the keyboard alone an example is found, read and inserted, and what was missing is gone", async () => {
  const { page } = ivy;
  const opener = bindings(page).getByRole("button", { name: "Insert example for POST /urls" });
  await opener.press("Enter");
  const item = page.getByRole("menuitem", { name: /^Idempotent insert into urls/ });
  await item.waitFor();
  await page.screenshot({ path: join(screenshots, "examples-menu.png") });
  await page.keyboard.press("Escape");
  await item.waitFor({ state: "detached" });
  // The focus comes back to where the menu was opened.
  await opener.and(page.locator(":focus")).waitFor();
  await opener.press("Enter");
  await item.waitFor();
  await item.press("Enter");
  await bindings(page).getByRole("list", { name: "What is missing of POST /urls" }).waitFor({ state: "detached" });
  await saved(page);
  expect(await committed(page, "api")).toContain("POST /urls [Idempotency-Key] {originalUrl: uri} -> 201");
  expect(await committed(page, "schema")).toContain("idem_key text unique");
});

test("with that and with clicks that are counted and published it passes", async () => {
  const { page } = ivy;
  await insertExample(page, "GET /{shortCode}", /^Counter urls.clickCount/);
  await bindings(page).getByText("Adds 1 to urls.clickCount").waitFor();
  await insertExample(page, "GET /{shortCode}", /^Publish to Click queue, in place of its x-operation/);
  await bindings(page).getByText("Publishes to the queue clicks").waitFor();
  await insertExample(page, "GET /{shortCode}", /^Expiry by urls.expiresAt, in place of its x-operation/);
  await bindings(page).getByText("expiresAt is at least the time now").waitFor();
  await saved(page);
  await page.screenshot({ path: join(screenshots, "examples-inserted.png") });
  await page.getByRole("button", { name: "Run the design" }).first().click();
  await page.getByText("Run #2: passed").first().waitFor({ timeout: 120_000 });
});

test("on a phone and in the dark the menu stays within the screen", async () => {
  const { page } = ivy;
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("navigation").getByRole("button", { name: "Diagram" }).click();
  expect(await seriousViolations(page)).toEqual([]);
  await bindings(page).getByRole("button", { name: "Insert example for POST /urls" }).click();
  const box = await page.getByRole("menu").boundingBox();
  expect(await seriousViolations(page)).toEqual([]);
  await page.screenshot({ path: join(screenshots, "examples-phone.png") });
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 361)).toBeLessThanOrEqual(360);
});
