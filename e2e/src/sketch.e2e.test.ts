import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Alone, ivyAlone, screenshots } from "./alone.ts";
import { committed, paste, reference, saved } from "./documents.ts";

let ivy: Alone;

const sketch = `# Short links

POST /links {url: uri, owner?: string} [Idempotency-Key] -> 201 {code: string} | 400
GET /{code} -> 302 | 404
GET /links?owner&limit=20 -> 200 [{code: string, long_url: uri}]
`;

beforeAll(async () => {
  ivy = await ivyAlone("URL shortener");
});

afterAll(() => ivy?.[Symbol.asyncDispose]());

test("an API of one endpoint a line is bound beside the editor and passes its run", async () => {
  const { page } = ivy;
  await paste(page, "Schema", reference("Schema"));
  await paste(page, "Design", reference("Design"));
  await paste(page, "API", sketch);
  await saved(page);
  await page.getByRole("tab", { name: /Bindings/ }).click();
  const table = page.getByRole("region", { name: "Binding table" });
  await table.getByRole("listitem").nth(2).waitFor();
  expect(await table.getByRole("group", { name: "Open question" }).count()).toBe(0);
  await page.screenshot({ path: join(screenshots, "sketch.png") });
  await page.getByRole("button", { name: "Run the design" }).first().click();
  await page.getByText("Run #1: passed").first().waitFor({ timeout: 120_000 });
});

test("one button turns it into OpenAPI, which means the same", async () => {
  const { page } = ivy;
  const rows = page.getByRole("region", { name: "Binding table" }).getByRole("listitem");
  const before = await rows.allInnerTexts();
  await page.getByRole("button", { name: "Convert to OpenAPI" }).click();
  await page.getByRole("button", { name: "Convert to OpenAPI" }).waitFor({ state: "detached" });
  await saved(page);
  expect(await committed(page, "api")).toMatch(/^openapi: 3\.1\.0\ninfo:\n {2}title: Short links\n/);
  expect(await rows.allInnerTexts()).toEqual(before);
});
