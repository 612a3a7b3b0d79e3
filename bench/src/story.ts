import { rm } from "node:fs/promises";
import { launch } from "@proofroom/e2e/chromium";
import { focusEditor, paste, reference } from "@proofroom/e2e/documents";
import { join as joinRoom, openRoom, visit } from "@proofroom/e2e/people";
import { newHome, startProofroom } from "@proofroom/e2e/proofroom";
import type { Page } from "playwright-core";

const keystrokes = 60;

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now();
  return [await work(), performance.now() - began];
};

/** Warm start, keystroke to the other browser, and how long a run of the reference takes to its first and last word. */
export async function measureStory(print: (line: string) => void): Promise<void> {
  const home = await newHome();
  const first = await startProofroom({ home });
  await first[Symbol.asyncDispose]();
  const [proofroom, warm] = await timed(() => startProofroom({ home }));
  print(`  warm start to ready: ${(warm / 1_000).toFixed(1)} s`);
  const browser = await launch();
  try {
    await using ivy = await visit(browser, proofroom.url);
    const links = await openRoom(ivy.page, "Ivy", "URL shortener");
    await using carl = await visit(browser, links.candidate);
    await joinRoom(carl.page, "Carl");
    const millis = await typed(carl.page, ivy.page);
    const at = (share: number): string => (millis[Math.floor((millis.length - 1) * share)] ?? 0).toFixed(0);
    print(`  keystroke to the other browser: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (n = ${millis.length})`);

    await paste(carl.page, "Schema", reference("Schema"));
    await paste(carl.page, "API", reference("API"));
    await paste(carl.page, "Design", reference("Design"));
    await carl.page.getByText("Saved", { exact: true }).waitFor();
    const run = ivy.page.getByRole("region", { name: "Run" });
    const began = performance.now();
    await carl.page.getByRole("button", { name: "Run the design" }).first().click();
    await run.getByText("shorten then resolve").first().waitFor({ timeout: 60_000 });
    print(`  press Run → first functional result: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    await run.getByText(/Run #1: Passed/).waitFor({ timeout: 120_000 });
    print(`  press Run → verdict of the reference: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  } finally {
    await browser.close();
    await proofroom[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  }
}

/** Sorted milliseconds from a key pressed in one browser to its letter drawn in the other. Both clocks are one machine's. */
async function typed(writer: Page, reader: Page): Promise<number[]> {
  await focusEditor(writer, "Schema");
  await reader.locator(".monaco-editor:visible").first().waitFor();
  await writer.keyboard.type("-- ");
  await writer.evaluate(() => {
    const pressed: number[] = [];
    Object.assign(globalThis, { pressed });
    addEventListener("keydown", () => pressed.push(performance.timeOrigin + performance.now()), true);
  });
  await reader.evaluate(() => {
    const drawn: number[] = [];
    Object.assign(globalThis, { drawn });
    const lines = document.querySelector(".monaco-editor .view-lines");
    const count = () => (lines?.textContent ?? "").split("x").length - 1;
    const watch = new MutationObserver(() => {
      while (drawn.length < count()) drawn.push(performance.timeOrigin + performance.now());
    });
    if (lines !== null) watch.observe(lines, { childList: true, subtree: true, characterData: true });
  });
  for (let n = 1; n <= keystrokes; n += 1) {
    await writer.keyboard.press("x");
    await reader.waitForFunction((wanted) => Reflect.get(globalThis, "drawn").length >= wanted, n);
  }
  const pressed: number[] = await writer.evaluate(() => Reflect.get(globalThis, "pressed"));
  const drawn: number[] = await reader.evaluate(() => Reflect.get(globalThis, "drawn"));
  return drawn.map((at, n) => at - (pressed[n] ?? at)).toSorted((a, b) => a - b);
}
