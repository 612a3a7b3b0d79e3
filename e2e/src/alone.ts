import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./chromium.ts";
import { openRoom, type Visitor, visit } from "./people.ts";
import { startProofroom } from "./proofroom.ts";

export const screenshots = join(import.meta.dirname, "../screenshots");

export interface Alone extends Visitor {
  /** Lets somebody else in, who only looks. */
  observerLink: string;
  visit: (url: string) => Promise<Visitor>;
}

/** Starts the whole product and a browser, in which Ivy is alone in a room of hers. */
export async function ivyAlone(problem: string): Promise<Alone> {
  mkdirSync(screenshots, { recursive: true });
  const [proofroom, browser] = await Promise.all([startProofroom(), launch()]);
  const ivy = await visit(browser, proofroom.url);
  const { observer } = await openRoom(ivy.page, "Ivy", problem);
  return {
    ...ivy,
    observerLink: observer,
    visit: (url) => visit(browser, url),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await proofroom[Symbol.asyncDispose]();
    },
  };
}
