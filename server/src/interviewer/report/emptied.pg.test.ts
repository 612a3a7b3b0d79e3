import { Report } from "@proofroom/domain/interview/report/report";
import { lineOfQuote } from "@proofroom/domain/interview/report/report-proof";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { practise } from "../../test-interview.ts";
import { type TestDatabase, startTestServer, type TestServer } from "../../test-server.ts";
import { heard } from "../../test-sockets.ts";
import { loadPacks } from "../packs.ts";

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await freshDatabase();
  server = await startTestServer({}, { packs: loadPacks(["url-shortener"]) }, database);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const Text = z.object({ text: z.string() });

test("of a design that was emptied before the end the report says what stood there, with quotes that are found at their version", async () => {
  const ada = await practise(server);
  await ada.press("interview/start", { minutes: 45 });
  await ada.hears("goal");
  await ada.say("I expect 10,000 reads a second.");
  await ada.writes("schema", "create table links (\n  code varchar(7) primary key,\n  url text not null\n);\n");
  await ada.writes("design", "# Links\n\nReads: 10,000 a second.\n\nWithout the database, cached links still open.\n");
  await ada.writes("design", "");
  await ada.press("end");
  await heard(ada.ears, "event", (event) => event.type === "report" && event.status === "ready");
  const { body } = await ada.client.ask("GET", `/api/rooms/${ada.room.id}/report`);
  const { facts } = Report.parse(body);
  const ofDesign = facts.filter(({ kind, source }) => kind === "coverage" && source?.document === "design");
  expect(ofDesign.length).toBeGreaterThan(0);
  for (const { text, state } of ofDesign)
    expect([text, state]).toEqual([expect.stringContaining("no longer in the final text"), "touched"]);
  expect(facts.filter(({ state }) => state === "covered").map(({ source }) => source?.document)).toContain("schema");
  for (const { quote, source } of facts) {
    if (quote === undefined || source?.kind !== "document") continue;
    const at = `documents/${source.document}?version=${source.version}`;
    const { text } = Text.parse((await ada.client.ask("GET", `/api/rooms/${ada.room.id}/${at}`)).body);
    expect([quote, lineOfQuote(text, quote, source.line)]).toEqual([quote, source.line]);
  }
  ada.leave();
});
