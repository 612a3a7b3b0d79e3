import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { seriousViolations } from "./accessibility.ts";
import { launch } from "./chromium.ts";
import { ask, choose, messages, said, say } from "./interviewer.ts";
import { join as joinRoom, openRoom, type Visitor, visit } from "./people.ts";
import { type Proofroom, startProofroom } from "./proofroom.ts";

const screenshots = join(import.meta.dirname, "../screenshots");

let proofroom: Proofroom;
let browser: Browser;
let ivy: Visitor;
let carl: Visitor;
/** All that came to Carl's browser: answers and frames, as text. */
const carlReceived: string[] = [];

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  [proofroom, browser] = await Promise.all([startProofroom(), launch()]);
  ivy = await visit(browser, proofroom.url, "dark");
});

afterAll(async () => {
  await browser?.close();
  await proofroom?.[Symbol.asyncDispose]();
});

const shot = (page: Page, name: string) => page.screenshot({ path: join(screenshots, `live-${name}.png`) });
const both = () => [ivy.page, carl.page];
const bothSee = (text: string | RegExp) =>
  Promise.all(both().map((page) => messages(page).getByText(text).first().waitFor()));
const chip = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

function keepAllOf(page: Page): void {
  const keep = (bytes: string | Buffer) => void carlReceived.push(String(bytes));
  page.on("response", (response) => void response.body().then(keep, () => {}));
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => keep(payload)));
}

/** A computer whose clock is minutes ahead; what a page measures with `performance` stays true. */
function runAhead(): void {
  const now = Date.now;
  Date.now = () => now() + 7 * 60_000;
}

test("both see how the AI takes part, from the moment they come in", async () => {
  const links = await openRoom(ivy.page, "Ivy", "URL shortener", "Interviewer");
  carl = await visit(browser, links.candidate);
  keepAllOf(carl.page);
  await carl.context.addInitScript(runAhead);
  await carl.page.reload();
  await joinRoom(carl.page, "Carl");
  await Promise.all(both().map((page) => chip(page, "AI interviews").waitFor()));
  await bothSee("Ivy set the AI interviewer to: interviewer");
});

test("the owner starts the clock; the candidate sees it and cannot move it", async () => {
  await carl.page.getByText("The clock has not started. Ivy starts it.").waitFor();
  await ivy.page.getByRole("button", { name: "20 min" }).click();
  await ivy.page.getByRole("button", { name: "Start the clock" }).click();
  await Promise.all(both().map((page) => said(page, "goal").first().waitFor()));
  await carl.page.getByRole("timer").waitFor();
  expect(await carl.page.getByRole("button", { name: "Pause the clock" }).count()).toBe(0);
  await carl.page.getByRole("button", { name: "Clock and interviewer" }).click();
  expect(await carl.page.getByRole("menuitem").allInnerTexts()).toEqual(["Check this phase", "Mute the interviewer"]);
  await carl.page.keyboard.press("Escape");
  const moves = ["next", "pause", "extend", "start"].map((move) =>
    carl.page.evaluate(
      ([room, what]) =>
        fetch(`/api${room}/interview/${what}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ minutes: 20 }),
        }).then(({ status }) => status),
      [new URL(carl.page.url()).pathname, move] as const,
    ),
  );
  expect(await Promise.all(moves)).toEqual([404, 404, 404, 404]);
});

/** When, by the one true clock, the page's face showed each of the next seconds. */
const secondsOf = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const face = document.querySelector(".clock > span[aria-hidden]");
        const seen: Record<string, number> = {};
        let before = face?.textContent;
        const watch = new MutationObserver(() => {
          const text = face?.textContent ?? "";
          if (text === before) return;
          before = text;
          seen[text] = performance.timeOrigin + performance.now();
          if (Object.keys(seen).length < 4) return;
          watch.disconnect();
          resolve(seen);
        });
        if (face !== null) watch.observe(face, { childList: true, subtree: true, characterData: true });
      }),
  );

test("both screens show the same second, also where a computer's own clock is minutes wrong", async () => {
  const [owner, candidate] = await Promise.all([secondsOf(ivy.page), secondsOf(carl.page)]);
  const apart = Object.entries(owner).flatMap(([second, at]) => {
    const other = candidate[second];
    return other === undefined ? [] : [Math.abs(at - other)];
  });
  // A busy machine draws one of them late; clocks that differ do so each time.
  expect(Math.min(...apart)).toBeLessThan(250);
});

test("it is silent while they talk, and answers whoever writes to it by name", async () => {
  await say(carl.page, "I would begin with how many reads a second there are?");
  await messages(ivy.page).getByText("I would begin with").waitFor();
  await say(ivy.page, "What do you expect?");
  await messages(carl.page).getByText("What do you expect?").waitFor();
  await say(carl.page, "Ten thousand at the peak.");
  expect(await ask(carl.page, "@interviewer how many opens a second?", "clarification")).toContain("10,000");
  await bothSee(/10,000 opens a second/);
  const kinds = async (page: Page) => {
    const all = await page.locator(".msg").evaluateAll((seen) => seen.map((one) => one.getAttribute("data-kind")));
    return all.slice(all.indexOf(null));
  };
  const talk = [null, null, null, null, "clarification"];
  expect(await Promise.all(both().map(kinds))).toEqual([talk, talk]);
  await shot(carl.page, "answered");
});

const StaffEvents = z.object({ events: z.array(z.looseObject({ type: z.string(), text: z.optional(z.string()) })) });

test("a change is announced to both; an advisor is read by staff alone, and no byte of it reaches the candidate", async () => {
  await chip(ivy.page, "AI interviews").click();
  await ivy.page.getByRole("group", { name: "The AI interviewer" }).getByRole("button", { name: "Change" }).click();
  const dialog = ivy.page.getByRole("dialog", { name: "How the AI interviewer takes part" });
  await dialog.getByRole("radio", { name: "Private advisor" }).check();
  expect(await seriousViolations(ivy.page)).toEqual([]);
  await dialog.getByRole("button", { name: "Set" }).click();
  await bothSee("Ivy set the AI interviewer to: private advisor");
  await Promise.all(both().map((page) => chip(page, "AI advises staff").waitFor()));

  await ivy.page.getByRole("tab", { name: /^Staff/ }).click();
  const staff = ivy.page.getByRole("log", { name: "Staff chat" });
  await ivy.page.getByLabel("Message to staff").fill("@interviewer do links expire?");
  await ivy.page.keyboard.press("Enter");
  await staff.getByText("a link lives for good").waitFor();
  await ivy.page.getByRole("region", { name: "Hints" }).getByRole("button", { name: "Hints" }).click();
  await ivy.page.getByRole("button", { name: /^Show/ }).click();
  await staff.getByText(/^Ivy took a hint/).waitFor();
  await choose(ivy.page, "Go to High level");
  await staff.getByText("Next: High level.").waitFor();
  await shot(ivy.page, "advisor");
  await messages(carl.page).getByText("Ivy went on to High level").waitFor();
  await say(carl.page, "Shall I draw it now?");
  await carl.page.locator(".msg:not([data-s])", { hasText: "Shall I draw it now?" }).waitFor();

  const answer = await ivy.page.request.get(`/api${new URL(ivy.page.url()).pathname}/staff-events`);
  const secret = StaffEvents.parse(await answer.json()).events.flatMap(({ text }) => text ?? []);
  expect(secret.length).toBeGreaterThanOrEqual(4);
  const received = carlReceived.join("\n");
  expect(received).toContain("Shall I draw it now?");
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  expect(secret.filter((text) => received.includes(inJson(text)))).toEqual([]);
  expect(await carl.page.getByRole("tab", { name: /^Staff/ }).count()).toBe(0);
});

test("no page complained", () => {
  expect([...ivy.complaints, ...carl.complaints]).toEqual([]);
});
