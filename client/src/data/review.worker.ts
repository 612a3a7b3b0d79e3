import { sketchToOpenApi } from "@proofroom/design/api/sketch/to-openapi";
import { loadReader, readDesign } from "@proofroom/design/read";
import * as z from "zod/mini";
import type { ReviewAnswer, ReviewRequest } from "./review.ts";

z.config({ jitless: true }); // compiled checks need `unsafe-eval`, which the page's policy refuses

const ready = loadReader();

addEventListener("message", ({ data }: MessageEvent<ReviewRequest>) => {
  void answer(data).then((answered) => postMessage(answered));
});

async function answer({ turn, texts, capabilities }: ReviewRequest): Promise<ReviewAnswer> {
  try {
    await ready;
    const { ddl: _ddl, ...model } = readDesign(texts, capabilities);
    return { turn, model, toOpenApi: sketchToOpenApi(texts.api) };
  } catch (error) {
    return { turn, broken: error instanceof Error ? error.message : String(error) };
  }
}
