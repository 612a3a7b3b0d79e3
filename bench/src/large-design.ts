import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import { loadCorpus } from "@proofroom/problems/corpus";
import { problemsDir } from "@proofroom/problems/public";

export type Texts = Record<DocumentName, string>;

/** A design of 300 lines: ten tables, thirty endpoints, twenty components, and pages of prose. */
export function largeDesign(): Texts {
  const tables = Array.from({ length: 10 }, (_, n) =>
    [
      `create table part_${n} (`,
      `  id bigint generated always as identity primary key,`,
      `  code varchar(${n + 4}) not null unique,`,
      `  owner_id bigint,`,
      `  long_url text not null,`,
      `  created_at timestamptz not null default now()`,
      `);`,
      `create index part_${n}_by_owner on part_${n} (owner_id, created_at desc);`,
    ].join("\n"),
  );
  const endpoints = Array.from({ length: 10 }, (_, n) =>
    [
      `POST /part-${n} {url: uri} -> 201 {code} | 400`,
      `GET /part-${n}/{code} -> 302 | 404`,
      `GET /part-${n}?owner&limit -> 200`,
    ].join("\n"),
  );
  const edges = Array.from(
    { length: 20 },
    (_, n) => `  gw${n % 4}{{Gateway}} --> api${n}[API service x2] --> db${n % 3}[(Postgres)]`,
  );
  const prose = Array.from(
    { length: 130 },
    (_, n) =>
      `Part ${n} takes ${n * 10} reads a second, keeps them for ${n + 1} days and answers in ${n + 5} ms at p99.${n % 4 === 3 ? "\n" : ""}`,
  );
  return {
    schema: tables.join("\n\n"),
    api: endpoints.join("\n"),
    design: ["# Large", "", "```mermaid", "flowchart LR", ...edges, "```", "", ...prose].join("\n"),
  };
}

/** Its prose after the n-th edit. */
export const edited = (texts: Texts, n: number): Texts => ({
  ...texts,
  design: texts.design.replace("Part 80 takes", `Part 80 (${n}) takes`),
});

/** A design after the n-th key in it: in the schema, the API and the design document in turn, each at its end. */
export function typedInto(texts: Texts, n: number): Texts {
  const document = documentNames[n % documentNames.length] ?? "design";
  const sign = { schema: "--", api: "#", design: "" }[document];
  return { ...texts, [document]: `${texts[document]}\n${sign} after ${"x".repeat(1 + (n % 40))}${n}` };
}

/** The longest designs that people wrote for a problem, the longest first. */
export const longestDesigns = (problem: string, count: number): Texts[] =>
  loadCorpus(problemsDir, problem)
    .map(({ texts }) => texts)
    .toSorted((a, b) => linesOf(b) - linesOf(a))
    .slice(0, count);

export const linesOf = (texts: Texts): number =>
  Object.values(texts).reduce((sum, text) => sum + text.split("\n").length, 0);
