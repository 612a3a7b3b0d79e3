import type { DocumentName } from "@proofroom/domain/document/document";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { createVirtualRoom } from "./virtual-room.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

const openApi = `openapi: 3.1.0
info: { title: Links, version: "1" }
paths:
  /links:
    post:
      responses: { "201": { description: Made } }`;
const table = `create table links (
  id bigint primary key,
  url text not null
);`;
const diagram = ["```mermaid", "flowchart LR", "  client([Browser]) --> api[API service]", "```"].join("\n");

/** What stood there, what was added, and what of it the question says. */
const written: [string, DocumentName, string, string, RegExp][] = [
  ["a table", "schema", "", table, /`(?:links|id bigint|url text)`/],
  ["a column", "schema", table, table.replace("url text not null", "url text not null,\n  owner text"), /`owner text`/],
  ["an index", "schema", table, `${table}\ncreate index links_by_url on links (url);`, /`links_by_url`/],
  ["a constraint", "schema", table, table.replace("not null\n", "not null,\n  check (id > 0)\n"), /`check \(id > 0\)/],
  ["an endpoint in OpenAPI", "api", "", openApi, /`POST \/links`/],
  ["another endpoint", "api", openApi, `${openApi}\n    get: {}`, /`GET \/links`/],
  ["a sketched line", "api", "", "POST /links {url} -> 201 {code}", /`POST \/links`/],
  ["a sketch in a list", "api", "# API\n", "# API\n- `GET /{code}` → 302 or 404", /GET \/\{code\}/],
  ["a sketch beside an endpoint", "api", openApi, `${openApi}\n# DELETE /links/{code} -> 204`, /`(?:#|POST|DELETE)/],
  ["a node", "design", diagram, diagram.replace("\n```", "\n  cache[(Redis)]\n```"), /`cache`/],
  ["an edge", "design", diagram, diagram.replace("\n```", "\n  api --> db[(Postgres)]\n```"), /`(?:api|db)`/],
  [
    "a paragraph",
    "design",
    "# Design\n",
    "# Design\n\nA visitor is sent on by the first machine that answers.",
    /"A visitor/,
  ],
  ["two words", "design", "# Design\n", "# Design\n\nAlice decides.", /"Alice decides"/],
  ["a paragraph in another language", "design", "", "Jeder Aufruf geht an den nächsten Rechner.", /"Jeder Aufruf/],
  ["an item of a list", "design", "- One thing\n", "- One thing\n- Names are made by the service", /"Names are made/],
  ["a heading and a sentence", "design", "", "## Codes\n\nCodes are short and easy to read out.", /"Codes are short/],
  ["a row of a table", "design", "", "| Part | Why |\n| --- | --- |\n| Edge | near to people |", /"(?:Edge|Part)/],
];

test.each(written)(
  "%s is asked about after ten seconds, whatever is open",
  async (_, document, before, after, quote) => {
    for (const seed of ["one", "two", "three"]) {
      const room = await createVirtualRoom({ pack, capabilities, seed });
      room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
      room.write(2, document, before);
      room.write(3, document === "design" ? "api" : "design", "GET /status");
      room.until(60_000);
      expect(room.state().said.at(-1)?.question).not.toBeNull();
      room.write(130_000, document, after);
      const known = room.acts.length;
      room.until(139_999);
      expect(room.acts.slice(known)).toEqual([]);
      room.until(140_000);
      const act = room.acts.slice(known).find(({ did }) => did === "said");
      if (act?.did !== "said") throw new Error(`nothing was asked in room ${seed}`);
      expect(act.say.text).toMatch(quote);
      expect(act.say.place?.document).toBe(document);
      expect(act.say.text).not.toContain("does not say this yet");
    }
  },
);
