import type { Locator, Page } from "playwright-core";

/** What the interviewer said of one kind, oldest first. */
export const said = (page: Page, kind: string): Locator => page.locator(`.msg[data-kind="${kind}"]`);

/** The newest question that waits for an answer, with its buttons. */
export const asked = (page: Page): Locator =>
  page.locator(".msg", { has: page.getByRole("group", { name: "Answer this question" }) }).last();

export const messages = (page: Page): Locator => page.getByRole("log", { name: "Chat" });

/** Says something in the room, where everybody reads it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator("#say").fill(text);
  await page.keyboard.press("Enter");
}

/** Says something and reads what the interviewer answers, which is of this kind. */
export async function ask(page: Page, text: string, kind: string): Promise<string> {
  await say(page, text);
  const mine = page.locator(".msg:not([data-kind])", { hasText: text }).last();
  return mine.locator(`xpath=following-sibling::article[@data-kind="${kind}"]`).first().innerText();
}

/** Presses what stands in the menu of clock and interviewer. */
export async function choose(page: Page, item: RegExp | string): Promise<void> {
  await page.getByRole("button", { name: "Clock and interviewer" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** From Home: a problem, a length, Start. Resolves once the interviewer has said what the first phase is for. */
export async function practise(page: Page, problem: string, minutes: 20 | 45 | 60, name?: string): Promise<void> {
  await page.getByRole("button", { name: `Practice ${problem}` }).click();
  await startPractice(page, minutes, name);
}

export async function startPractice(page: Page, minutes: 20 | 45 | 60, name?: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  if (name !== undefined) await dialog.getByLabel("Your name").fill(name);
  await dialog.getByRole("radio", { name: `${minutes} minutes` }).check();
  await dialog.getByRole("button", { name: "Start" }).click();
  await said(page, "goal").first().waitFor();
}
