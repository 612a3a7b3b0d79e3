import { openApiOf } from "@proofroom/design/api/sketch/to-openapi";
import { completeApi } from "@proofroom/design/complete/complete-api";
import { hoverApi } from "@proofroom/design/complete/hover-api";
import { loadReader, readWhole } from "@proofroom/design/read";
import { offersOf } from "@proofroom/design/snippets/offers";
import type { DesignModel } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import * as z from "zod/mini";
import type { AssistAnswer, AssistQuestion } from "./assist.ts";
import type { ReviewAnswer, ReviewRequest } from "./review.ts";

z.config({ jitless: true }); // compiled checks need `unsafe-eval`, which the page's policy refuses

const ready = loadReader();

/** What was read last. A line that is half typed may make the whole unreadable: then the endpoints of before still help. */
let read: Pick<DesignModel, "operations" | "tables" | "components" | "edges"> = {
  operations: [],
  tables: [],
  components: [],
  edges: [],
};

/** The problem's, as they were last sent. */
let capabilities: Record<string, Capability> = {};

addEventListener("message", ({ data, ports: [port] }: MessageEvent<ReviewRequest | AssistQuestion>) => {
  if ("about" in data) port?.postMessage(assist(data));
  else void answer(data).then((answered) => postMessage(answered));
});

async function answer({ turn, texts, capabilities: sent }: ReviewRequest): Promise<ReviewAnswer> {
  if (sent !== undefined) capabilities = sent;
  try {
    await ready;
    const whole = readWhole(texts, capabilities);
    const { ddl: _ddl, ...model } = whole.read;
    const operations = model.operations.length > 0 ? model.operations : read.operations;
    const { tables, components, edges } = model;
    read = { operations, tables, components, edges };
    const toOpenApi = whole.sketch === null ? null : openApiOf(texts.api, whole.sketch);
    return { turn, model, toOpenApi, offers: offersOf(whole) };
  } catch (error) {
    return { turn, broken: error instanceof Error ? error.message : String(error) };
  }
}

function assist({ about, ...place }: AssistQuestion): AssistAnswer {
  const asking = { ...place, model: read, capabilities };
  return about === "completion"
    ? { suggestions: completeApi(asking), explanation: null }
    : { suggestions: [], explanation: hoverApi(asking) };
}
