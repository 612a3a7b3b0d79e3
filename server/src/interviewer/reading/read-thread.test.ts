import type { DocumentName } from "@proofroom/domain/document/document";
import { expect, test } from "vitest";
import { createReadThread } from "./read-thread.ts";
import type { DocumentNews, ReadRequest } from "./read-worker.ts";

const nothing: DocumentNews = { base: { epoch: 1, seq: 0, updates: [] }, before: null, rows: [] };
const empty: Record<DocumentName, DocumentNews> = { schema: nothing, api: nothing, design: nothing };
const read = (room: string, news = empty): ReadRequest => ({ ask: "read", room, capabilities: {}, news });

test("when the thread dies, only the question it was at is refused; the others go to the next thread", async () => {
  const thread = createReadThread(() => {});
  const asked = ["one", "two", "three"].map((room) => thread.ask(read(room)));
  await thread.kill();
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  await thread.close();
});

test("a document that the thread does not have, or no longer has, is asked for", async () => {
  const thread = createReadThread(() => {});
  const later = { base: null, before: null, rows: [] };
  const again = read("one", { schema: later, api: nothing, design: later });
  expect(await thread.ask(again)).toEqual({ outcome: "lacks", documents: ["schema", "design"] });
  expect(await thread.ask(read("one"))).toMatchObject({ outcome: "read", changed: [] });
  await thread.ask({ ask: "forget", room: "one" });
  expect(await thread.ask(again)).toMatchObject({ outcome: "lacks" });
  await thread.close();
});

test("bytes that are no update are an error of their own room, and the thread goes on", async () => {
  const thread = createReadThread(() => {});
  const broken = { base: { epoch: 1, seq: 1, updates: [new Uint8Array([9, 9, 9])] }, before: null, rows: [] };
  const spoilt = read("one", { ...empty, schema: broken });
  expect(await thread.ask(spoilt)).toMatchObject({ outcome: "failed" });
  expect(await thread.ask(read("two"))).toMatchObject({ outcome: "read" });
  await thread.close();
});
