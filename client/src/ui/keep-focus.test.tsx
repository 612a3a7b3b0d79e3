import { afterEach, beforeEach, expect, test } from "vitest";
import { focusNear, keepFocus, pathOf } from "./keep-focus.ts";
import { matchMedia } from "./test-media.ts";

let stop: () => void;
beforeEach(() => {
  matchMedia("(pointer: fine)");
  stop = keepFocus(document);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const show = (html: string): void => void (document.body.innerHTML = html);
const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing is called ${id}`);
  return found;
};
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Presses a button that takes away what stands around it, and answers where one is then. */
async function pressAndLose(button: string, around = button): Promise<string | undefined> {
  element(button).focus();
  element(around).remove();
  await nextFrame();
  return document.activeElement?.id;
}

const thread = `<div id="log" tabindex="0" data-focus-next="say"><p id="message"><button id="skip">Skip</button></p></div>`;

test("who presses a button that takes itself away goes on in the field that its part of the page names", async () => {
  show(`${thread}<textarea id="say"></textarea>`);
  expect(await pressAndLose("skip", "message")).toBe("say");
});

test("where that field takes nothing, or a finger would open the keyboard, the part itself holds the focus", async () => {
  show(`${thread}<textarea id="say" disabled></textarea>`);
  expect(await pressAndLose("skip")).toBe("log");
  matchMedia();
  show(`${thread}<textarea id="say"></textarea>`);
  expect(await pressAndLose("skip")).toBe("log");
});

test("a banner that goes with its buttons leaves the focus in the main part", async () => {
  show(
    `<div id="banner"><button id="continue">Continue</button></div><main><section id="pane" tabindex="-1"></section></main>`,
  );
  expect(await pressAndLose("continue", "banner")).toBe("pane");
});

test("what already moved the focus on keeps it, and who left a button by a click on nothing is not brought back", async () => {
  show(`${thread}<textarea id="say"></textarea><button id="else">Else</button>`);
  element("skip").focus();
  element("skip").remove();
  element("else").focus();
  await nextFrame();
  expect(document.activeElement?.id).toBe("else");
  element("else").blur();
  await nextFrame();
  element("else").remove();
  await nextFrame();
  expect(document.activeElement).toBe(document.body);
});

test("a dialog that closes gives the focus back near an opener that is gone", () => {
  show(`${thread}<textarea id="say"></textarea>`);
  const opener = pathOf(element("skip"));
  element("message").remove();
  focusNear(opener);
  expect(document.activeElement?.id).toBe("say");
});
