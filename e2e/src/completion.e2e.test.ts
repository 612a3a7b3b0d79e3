import { join as path } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Alone, ivyAlone, screenshots } from "./alone.ts";
import { committed, focusEditor, paste, saved } from "./documents.ts";
import { join } from "./people.ts";

let ivy: Alone;

beforeAll(async () => {
  ivy = await ivyAlone("URL shortener");
});

afterAll(() => ivy?.[Symbol.asyncDispose]());

const offered = (label: string) => ivy.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: label });

async function take(typed: string, label: string): Promise<void> {
  await ivy.page.keyboard.type(typed);
  await offered(label).first().waitFor();
  await ivy.page.keyboard.press("Enter");
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path(screenshots, `${name}-${colorScheme}.png`) });
  }
}

test("what stands below an endpoint is written by a few letters and Enter, in the words of the problem and the schema", async () => {
  const { page } = ivy;
  await paste(page, "Schema", "create table links (code text primary key, url text not null);");
  await paste(page, "API", "GET /{code} -> 302 | 404\n");
  await saved(page);
  await focusEditor(page, "API");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("  x-cap");
  await offered("x-capability").waitFor();
  await photograph(page, "completion");
  await page.keyboard.press("Enter");
  await take("res", "resolve");
  await page.keyboard.press("Enter");
  await take("x-op", "x-operation");
  await offered("insert").waitFor();
  await photograph(page, "completion-steps");
  await take("ge", "get");
  await page.locator(".view-line:visible", { hasText: "$path.code" }).waitFor();
  await saved(page);
  expect((await committed(page, "api")).split("\n")).toEqual([
    "GET /{code} -> 302 | 404",
    "  x-capability: resolve",
    "  x-operation:",
    "    - {get: links, by: {code: $path.code}}",
  ]);
});

test("a word is explained under the pointer, and by keys", async () => {
  const { page } = ivy;
  const hover = page.locator(".monaco-hover:visible");
  await page.locator(".view-line:visible").getByText("x-capability").hover();
  await hover.getByText("Says which capability of the problem this endpoint serves.").waitFor();
  await photograph(page, "explanation");
  await page.locator(".view-line:visible").getByText("get", { exact: true }).click();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.press("ControlOrMeta+i");
  await hover.getByText("Reads one row and answers 404").waitFor();
  expect(ivy.complaints).toEqual([]);
});

test("whoever may only read is explained the words and offered none", async () => {
  await using guest = await ivy.visit(ivy.observerLink);
  const { page } = guest;
  await join(page, "Olga");
  await focusEditor(page, "API");
  // The finding stands between the lines: once it is there, they stay where they are.
  await page.getByText("No endpoint can shorten a URL").waitFor();
  await page.locator(".view-line:visible").getByText("x-capability").hover();
  await page.locator(".monaco-hover:visible").getByText("Says which capability of the problem").waitFor();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Control+Space");
  await page.keyboard.type("$");
  expect(await page.locator(".suggest-widget.visible").count()).toBe(0);
});

test("in JSON the quotes that the editor closes itself become the word's own", async () => {
  const { page } = ivy;
  await paste(page, "API", '{"openapi": "3.1.0", "paths": {"/{code}": {\n  "get": {\n    \n  }\n}}}\n');
  await saved(page);
  for (const key of ["ControlOrMeta+Home", "ArrowDown", "ArrowDown", "End"]) await page.keyboard.press(key);
  await take('"x-cap', "x-capability");
  await take("res", "resolve");
  await page.keyboard.type(",\n");
  await take('"x-op', "x-operation");
  await page.keyboard.type("[");
  await take("ge", "get");
  await page.locator(".view-line:visible", { hasText: "$path.code" }).waitFor();
  await saved(page);
  expect(JSON.parse(await committed(page, "api"))).toMatchObject({
    paths: {
      "/{code}": {
        get: { "x-capability": "resolve", "x-operation": [{ get: "links", by: { code: "$path.code" } }] },
      },
    },
  });
});
