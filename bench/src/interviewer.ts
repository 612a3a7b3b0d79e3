import { launch } from "@proofroom/e2e/chromium";
import { visit } from "@proofroom/e2e/people";
import { startProofroom } from "@proofroom/e2e/proofroom";
import type { Page } from "playwright-core";
import { startFakeMessages } from "../fake-messages/server.ts";

/** Messages to which no fixed answer belongs, so that Claude's voice words the reply. */
const said = [
  "I would put the codes into one table and look them up by the code.",
  "The service keeps nothing, so three of them can run side by side.",
  "I draw the code at random and let the database refuse a taken one.",
  "If the database stops, nothing can be shortened, but cached links still open.",
];
const questions = ["How many reads a second?", "Do links expire?"];
const rooms = 6;

/** A question to its answer, a turn of Claude's voice to its first words, and the report after End, as a browser sees them. */
export async function measureInterviewer(print: (line: string) => void): Promise<void> {
  await using fake = await startFakeMessages();
  await using proofroom = await startProofroom({
    env: { ANTHROPIC_API_KEY: fake.key, ANTHROPIC_BASE_URL: fake.url },
  });
  const browser = await launch();
  try {
    const fixed: number[] = [];
    const worded: number[] = [];
    for (let n = 0; n < rooms; n += 1) {
      await using ada = await visit(browser, proofroom.url);
      await practise(ada.page);
      for (const text of questions) fixed.push(await answered(ada.page, text, "sent"));
      for (const text of said) worded.push(await answered(ada.page, text, "thinking"));
    }
    print(`  question → its fixed answer on screen: ${shares(fixed)}`);
    print(`  turn of Claude's voice → first words on screen, the model answering at once: ${shares(worded)}`);
  } finally {
    await browser.close();
  }
  await using keyless = await startProofroom();
  const visitor = await launch();
  try {
    await using ada = await visit(visitor, keyless.url);
    await practise(ada.page);
    const room = ada.page.url().split("/").at(-1) ?? "";
    const took = await ada.page.evaluate(async (id) => {
      const began = performance.now();
      await fetch(`/api/rooms/${id}/end`, { method: "POST" });
      for (;;) {
        const report = await fetch(`/api/rooms/${id}/report`).then((answer) => answer.json());
        if (report.status === "ready") return performance.now() - began;
      }
    }, room);
    print(`  End → report without a key: ${(took / 1_000).toFixed(1)} s`);
  } finally {
    await visitor.close();
  }
}

async function practise(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Practice URL shortener" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your name").fill("Ada");
  await dialog.getByRole("button", { name: "Start" }).click();
  await page.locator(".msg").getByText("Clarify").first().waitFor();
  // Only when the room has connected is a message answered as fast as it can be.
  await answered(page, "Who may make a link?", "sent");
}

function shares(millis: number[]): string {
  const sorted = millis.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (n = ${sorted.length})`;
}

/**
 * Milliseconds until the first words of the message after one's own are drawn: from Enter, or from when the turn began. The
 * pace of a chat allows five messages in ten seconds.
 */
async function answered(page: Page, text: string, from: "sent" | "thinking"): Promise<number> {
  const times = page.evaluate((mine) => {
    return new Promise<Record<"sent" | "thinking" | "words", number>>((resolve) => {
      const sent = performance.now();
      let thinking = 0;
      const look = () => {
        const messages = [...document.querySelectorAll(".thread .msg")];
        const own = messages.findIndex((message) => message.textContent?.includes(mine) === true);
        const next = own < 0 ? undefined : messages[own + 1];
        if (next === undefined) return;
        if (thinking === 0) thinking = performance.now();
        if ((next.querySelector("p")?.textContent ?? "").trim() === "") return;
        watch.disconnect();
        resolve({ sent, thinking, words: performance.now() });
      };
      const watch = new MutationObserver(look);
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, text);
  await page.locator("#say").fill(text);
  await page.locator("#say").press("Enter");
  const seen = await times;
  const own = page.locator(".thread .msg", { hasText: text }).first();
  await own.locator("xpath=following-sibling::article[@data-seq]").first().waitFor();
  return seen.words - seen[from];
}
