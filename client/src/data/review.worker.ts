import { loadReader, readDesign } from "@proofroom/design/read";
import * as z from "zod/mini";
import type { ReviewAnswer, ReviewRequest } from "./review.ts";

z.config({ jitless: true }); // compiled checks need `unsafe-eval`, which the page's policy refuses

const ready = loadReader();

addEventListener("message", async ({ data }: MessageEvent<ReviewRequest>) => {
  const { turn, texts, capabilities } = data;
  let answer: ReviewAnswer;
  try {
    await ready;
    const { ddl: _ddl, ...model } = readDesign(texts, capabilities);
    answer = { turn, model };
  } catch (error) {
    answer = { turn, broken: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
});
