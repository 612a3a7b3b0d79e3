import type { FunctionalTest } from "@proofroom/domain/judge/functional-test";
import type { Value } from "@proofroom/domain/design/step";
import { expect, test } from "vitest";
import { inOtherCase } from "./other-case.ts";
import { type Handler, judged, operations, shortener } from "./test-judged.ts";

const shorten = (name: string, more = {}) => ({
  call: "shorten",
  with: { url: `https://example.com/${name}` },
  keep: { [name]: "$out.code" },
  expect: {},
  ...more,
});
const opens = (name: string, more = {}) => ({
  call: "resolve",
  with: { code: `$${name}` },
  expect: { redirectOnly: `https://example.com/${name}` },
  ...more,
});
const apart: FunctionalTest = {
  name: "apart",
  teaches: "code-space",
  steps: [
    shorten("one"),
    shorten("other", { drawAgain: "$one", swapCase: true }),
    opens("one"),
    opens("other", { ifKept: "other" }),
  ],
};

const drawing = (value: Value) =>
  operations.map((one) =>
    one.opId === "shorten" ? { ...one, steps: [{ insert: "urls", values: { code: value } }] } : one,
  );

/** A shortener that draws what it is told to; `opened` is the code that it takes a request's for, `taken` what it says to a code that it draws. */
async function drawn(opened: (codes: string[], code: string) => string | undefined, taken?: Handler) {
  const urls = new Map<string, string>();
  const told: (string | null)[] = [];
  const serve = shortener(urls, () => told.at(-1) ?? "aB3");
  const result = await judged(
    apart,
    (request, response, body) => {
      if (request.method === "POST" && typeof told.at(-1) === "string" && taken !== undefined)
        return taken(request, response, body);
      if (request.method === "POST") return serve(request, response, body);
      const url = urls.get(opened([...urls.keys()], (request.url ?? "").slice(1)) ?? "");
      response.writeHead(url === undefined ? 404 : 302, url === undefined ? {} : { location: url }).end();
    },
    {
      operations: drawing({ coalesce: ["$body.alias", { base62: 3 }] }),
      repeatDraw: async (text) => told.push(text),
    },
  );
  return { ...result, told };
}

const lower = (text: string) => text.toLowerCase();

test("two codes that differ in their case alone are opened apart, or a design fails with the URL that it took for the other", async () => {
  const exact = await drawn((_, code) => code);
  expect(exact).toMatchObject({ status: "passed", told: ["Ab3", null] });
  const folded = {
    status: "failed",
    attribution: "design",
    threshold: "GET /{code} redirects nowhere but to https://example.com/other.",
    observed: "GET /Ab3 redirects to https://example.com/one, which is behind another code.",
  };
  expect(await drawn((codes, code) => codes.find((one) => lower(one) === lower(code)))).toMatchObject(folded);
  const latest = await drawn((codes, code) => codes.findLast((one) => lower(one) === lower(code)));
  expect(latest).toMatchObject({
    status: "failed",
    observed: "GET /aB3 redirects to https://example.com/other, which is behind another code.",
  });
});

test("who answers with something else than a redirect has not taken one code for the other", async () => {
  expect(await drawn(() => undefined)).toMatchObject({ status: "passed" });
});

test("who gives out one of them only may open it in any case", async () => {
  const refused = await drawn(
    (codes, code) => codes.find((one) => lower(one) === lower(code)),
    (_, response) => void response.writeHead(409).end(),
  );
  expect(refused).toMatchObject({ status: "passed" });
});

test("only letters that are drawn in both cases are drawn in the other one", () => {
  const swapped = (text: string, value: Value) =>
    inOtherCase(text, { operation: { steps: [{ insert: "urls", values: { code: value } }] }, later: [] });
  expect(swapped("aB3z", { base62: 4 })).toBe("Ab3Z");
  expect(swapped("aB3i", { base62: 4, of: "23abABi" })).toBe("Ab3i");
  for (const value of [{ base62: 4, of: "ab3B" } as const, { base62: 5 } as const, { hash: "$body.url", first: 4 }])
    expect(swapped("aa3c", value)).toBeUndefined();
});
