import type { DesignModel } from "@proofroom/domain/design/model";
import type { Offer } from "@proofroom/domain/design/offer";
import type { Capability } from "@proofroom/domain/problem/problem";
import { loadReader, readWhole } from "@proofroom/design/read";
import { offersOf } from "@proofroom/design/snippets/offers";
import { type CorpusDesign, loadCorpus } from "@proofroom/problems/corpus";
import { loadPublicProblems, problemsDir } from "@proofroom/problems/public";
import { beforeAll, describe, expect, test } from "vitest";

beforeAll(() => loadReader());

const problems = loadPublicProblems().map((problem) => ({ ...problem, corpus: loadCorpus(problemsDir, problem.id) }));

describe.each(problems)("$id", ({ capabilities, corpus }) => {
  const named = corpus.map((design) => [design.slug, design] as const);

  test.each(named.map(([slug, { texts }], n) => [slug, texts, blank[n % blank.length] ?? ""] as const))(
    "%s: endpoints that are inserted for what nothing serves serve it",
    (_slug, { schema, design }, api) => {
      let texts = { schema, api, design };
      for (const [name] of Object.entries(capabilities).filter(([, { required }]) => required)) {
        const offer = offersOf(readWhole(texts, capabilities)).capabilities[name];
        texts = offer === undefined ? texts : applied(texts, offer);
      }
      const { operations, unbound, findings } = readWhole(texts, capabilities).read;
      expect(unbound).toEqual([]);
      expect(operations.flatMap(({ capability }) => capability ?? []).toSorted()).toEqual(
        Object.keys(capabilities)
          .filter((name) => capabilities[name]?.required === true)
          .toSorted(),
      );
      expect(findings.filter((found) => found.document === "api" && found.severity === "error")).toEqual([]);
      expect(findings.filter(({ rule }) => rule === "which-field")).toEqual([]);
    },
  );

  test.each(named)("%s: an endpoint for something else joins the others, and leaves them what they were", (_slug, { texts }) => {
    const more = { ...capabilities, archive };
    const before = readWhole(texts, more);
    const offer = offersOf(before).capabilities["archive"];
    // What cannot be read is left to be mended, and what is asked about is not missing.
    if (!before.read.unbound.includes("archive") || before.bound.length === 0) return;
    if (offer === undefined) return expect.fail("nothing is offered");
    const after = applied(texts, offer);
    expect(isJson(after.api)).toBe(isJson(texts.api));
    const { read } = readWhole(after, more);
    const served = ({ operations }: DesignModel) =>
      operations.flatMap(({ capability, opId }) => (capability === undefined ? [] : [`${capability}: ${opId}`]));
    expect(served(read).filter((one) => !one.startsWith("archive: "))).toEqual(served(before.read));
    expect(served(read).filter((one) => one.startsWith("archive: "))).toHaveLength(1);
    expect(told(read.findings).filter((finding) => !told(before.read.findings).includes(finding))).toEqual([]);
  });

  test.each(named)("%s: whatever is inserted reads, and is done by the endpoint that took it", (_slug, { texts }) => {
    const before = readWhole(texts, capabilities);
    const old = told(before.read.findings);
    for (const [opId, offers] of Object.entries(offersOf(before).endpoints))
      for (const offer of offers.filter(({ needs }) => needs === undefined)) {
        const after = applied(texts, offer);
        expect(isJson(after.api), offer.label).toBe(isJson(texts.api));
        const { read } = readWhole(after, capabilities);
        expect(told(read.findings).filter((finding) => !old.includes(finding)), offer.label).toEqual([]);
        const then = read.operations.find((operation) => operation.opId === opId);
        const was = before.read.operations.find((operation) => operation.opId === opId);
        expect(then?.words, offer.label).not.toEqual(was?.words);
        expect(then?.capability, offer.label).toBe(was?.capability);
      }
  });
});

/** What none of these problems asks for. */
const archive: Capability = {
  title: "Put a drawer away",
  required: true,
  in: { drawer: "string" },
  out: { shelf: "string" },
  writes: true,
  find: { methods: ["POST"], words: ["drawer"], fields: {}, redirects: false },
};

/** An API document before its first endpoint, in every form. */
const blank = [
  "",
  "# Notes\n\nWe sell things.\n",
  "openapi: 3.1.0\ninfo: { title: x, version: '1' }\n",
  "openapi: 3.0.3\npaths:\n",
  'swagger: "2.0"\npaths:\n  /health:\n    get: { responses: { 200: { description: ok } } }\n',
  '{"openapi": "3.1.0", "paths": {}}',
  '{"swagger": "2.0", "paths": {\n  "/health": {"get": {"responses": {"200": {"description": "ok"}}}}\n}}',
  '{"endpoints": []}',
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const told = (findings: { severity: string; rule: string; message: string }[]): string[] =>
  findings.flatMap(({ severity, rule, message }) => (severity === "error" ? [`${rule}: ${message}`] : []));

const applied = (texts: CorpusDesign["texts"], { edits }: Offer): CorpusDesign["texts"] =>
  edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, { document, from, to, insert }) => {
      const text = all[document];
      return { ...all, [document]: text.slice(0, from) + insert + text.slice(to) };
    }, texts);
