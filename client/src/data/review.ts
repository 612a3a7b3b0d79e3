import type { Fix } from "@proofroom/domain/design/finding";
import type { DesignModel } from "@proofroom/domain/design/model";
import type { Offers } from "@proofroom/domain/design/offer";
import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import type { Capability } from "@proofroom/domain/problem/problem";
import { type Accessor, createEffect, createMemo, createSignal, onCleanup, untrack } from "solid-js";
import type { RoomDocument } from "./document.ts";

export type Texts = Record<DocumentName, string>;

/**
 * What goes to the worker and what comes back; `turn` tells an answer that came too late. The problem's capabilities go once, and again
 * where they are others: what is worked out of their many names is kept beside them.
 */
export interface ReviewRequest {
  turn: number;
  texts: Texts;
  capabilities?: Record<string, Capability>;
}
export type ReviewAnswer = ({ turn: number } & Omit<Review, "texts">) | { turn: number; broken: string };

/** The three documents as read just now: the offsets of the model's fixes count in `texts`, not in what has been typed since. */
export interface Review {
  model: DesignModel;
  texts: Texts;
  /** What turns a sketched API into OpenAPI; null for every other form. */
  toOpenApi: Fix | null;
  /** What could be inserted as an example. */
  offers: Offers;
}

const quietMillis = 120;

const nothing: DesignModel = { components: [], edges: [], tables: [], operations: [], unbound: [], findings: [] };
/** Before the first reading nothing is known of the documents, not even that they are empty. */
export const unread: Review = {
  model: nothing,
  texts: { schema: "", api: "", design: "" },
  toOpenApi: null,
  offers: { endpoints: {}, capabilities: {} },
};

export const isRead = (review: Review): boolean => review !== unread;

/** The one worker that holds the design's code: it reads, and it answers what an editor asks about a place. */
export const createReader = (): Worker =>
  new Worker(new URL("./review.worker.ts", import.meta.url), { type: "module" });

/**
 * Reads the three documents in a worker as people type: at most one reading at a time, the latest text wins. Each browser
 * reads for itself; equal texts give equal models.
 */
export function createReview(
  reader: Worker,
  documents: Record<DocumentName, Pick<RoomDocument, "text" | "saved">>,
  capabilities: Accessor<Record<string, Capability>>,
): Accessor<Review> {
  const [review, setReview] = createSignal<Review>(unread);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let reading: ReviewRequest | null = null;
  let told: Record<string, Capability> | undefined;
  let isStale = false;

  function read(): void {
    if (reading !== null) {
      isStale = true;
      return;
    }
    const texts = {
      schema: documents.schema.text.toJSON(),
      api: documents.api.text.toJSON(),
      design: documents.design.text.toJSON(),
    };
    isStale = false;
    turn += 1;
    const asked = capabilities();
    reading = { turn, texts, ...(asked === told ? {} : { capabilities: asked }) };
    told = asked;
    reader.postMessage(reading);
  }

  // What is still being fetched is not empty: nothing is said of it.
  const isOpening = createMemo(() => documentNames.some((name) => documents[name].saved().pill === "opening"));
  const soon = () => {
    clearTimeout(timer);
    if (untrack(isOpening)) return;
    timer = setTimeout(read, quietMillis);
  };

  reader.addEventListener("message", ({ data }: MessageEvent<ReviewAnswer>) => {
    const asked = reading;
    if (asked === null || data.turn !== asked.turn) return;
    reading = null;
    if ("model" in data) {
      const { turn: _turn, ...read } = data;
      setReview({ ...read, texts: asked.texts });
    }
    if ("broken" in data) console.warn(`The documents could not be read: ${data.broken}`);
    if (isStale) read();
  });

  const texts = [documents.schema.text, documents.api.text, documents.design.text];
  for (const text of texts) text.observe(soon);
  createEffect(() => {
    capabilities();
    if (!isOpening()) soon();
  });
  onCleanup(() => {
    clearTimeout(timer);
    for (const text of texts) text.unobserve(soon);
    reader.terminate();
  });
  return review;
}
