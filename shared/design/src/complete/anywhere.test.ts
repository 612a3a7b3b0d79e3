import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { hardTexts } from "../hard-texts.ts";
import { mangledTexts } from "../mangled-texts.ts";
import { loadReader, readDesign } from "../read.ts";
import { completeApi } from "./complete-api.ts";
import { hoverApi } from "./hover-api.ts";

beforeAll(() => loadReader());

const schema = "create table links (code text primary key, url text not null);";
const sketch = `POST /links {url: uri} -> 201 {code} | 409
  x-capability: shorten
  x-operation:
    - {insert: links, values: {code: {base62: 7}, url: $body.url}}
    - return: {status: 201, body: {code: $row.code}}
`;
const texts = [sketch, ...Object.values(mangledTexts.api), ...Object.values(hardTexts)].map((text) =>
  text.slice(0, 20_000),
);

test("wherever a text is asked about, what is offered and explained lies in that line and around that place", () => {
  const { operations, tables } = readDesign({ schema, api: sketch, design: "" }, {});
  const place = fc.record({
    text: fc.constantFrom(...texts),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    typed: fc.constantFrom("", "\n  ", "$", "$row.", "{", "- ", '"', "x-operation: [{", "\n  x-capability:", "|", "\r"),
  });
  const check = ({ text: whole, at, typed }: { text: string; at: number; typed: string }) => {
    const cut = Math.floor(at * whole.length);
    const text = whole.slice(0, cut) + typed + whole.slice(cut);
    const offset = cut + typed.length;
    const asking = { text, offset, model: { operations, tables }, capabilities: {} };
    const explained = hoverApi(asking);
    for (const { from, to } of [...completeApi(asking), ...(explained === null ? [] : [explained])]) {
      expect(from).toBeLessThanOrEqual(offset);
      expect(to).toBeGreaterThanOrEqual(offset);
      expect(text.slice(from, to)).not.toMatch(/[\r\n]/);
    }
  };
  fc.assert(fc.property(place, check), { seed: 20, numRuns: 1_000 });
});
