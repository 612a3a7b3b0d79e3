import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

export type Tab = "Schema" | "API" | "Design";

const files: Record<Tab, string> = { Schema: "schema.sql", API: "api.yaml", Design: "design.md" };
const problem = join(import.meta.dirname, "../../problems/url-shortener");

export const reference = (tab: Tab): string => readFileSync(join(problem, "reference", files[tab]), "utf8");

export const mutantApi = (name: string): string => readFileSync(join(problem, "mutants", name, "api.yaml"), "utf8");

/** Shows a document and puts the caret into its editor, once Monaco is there. */
export async function focusEditor(page: Page, tab: Tab): Promise<void> {
  await page.getByRole("tab", { name: tab }).click();
  const editor = page.locator(".monaco-editor:visible").first();
  await editor.waitFor();
  await editor.locator(".view-lines").click();
}

/** Replaces a document's whole text as a person does: select all, paste. */
export async function paste(page: Page, tab: Tab, text: string): Promise<void> {
  await focusEditor(page, tab);
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
}

/** Once the author's last edit is committed. */
export const saved = (page: Page): Promise<void> => page.getByText("Saved", { exact: true }).waitFor();

/** The committed text, asked over HTTP with the page's own cookie. */
export async function committed(page: Page, document: "schema" | "api" | "design"): Promise<string> {
  const room = /\/rooms\/([^/]+)/.exec(page.url())?.[1] ?? "";
  const answer = await page.request.get(`/api/rooms/${room}/documents/${document}`);
  const body: { text: string } = await answer.json();
  return body.text;
}
