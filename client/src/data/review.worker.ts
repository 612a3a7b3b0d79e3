import { sketchToOpenApi } from "@proofroom/design/api/sketch/to-openapi";
import { loadReader, readWhole } from "@proofroom/design/read";
import { offersOf } from "@proofroom/design/snippets/offers";
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
    const whole = readWhole(texts, capabilities);
    const { ddl: _ddl, ...model } = whole.read;
    return { turn, model, toOpenApi: sketchToOpenApi(texts.api), offers: offersOf(whole) };
  } catch (error) {
    return { turn, broken: error instanceof Error ? error.message : String(error) };
  }
}
