import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentName } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import { loadCorpus } from "@proofroom/problems/corpus";
import { problemsDir } from "@proofroom/problems/public";

export type Texts = Record<DocumentName, string>;

/** The problem that it solves. */
export const ofProblem = "ticket-booking";

/** A design as somebody brings it who has thought of all: 13 tables, 29 endpoints, most with their statements, a drawing, and the reasons. */
export const largeDesign = (): Texts => ({
  schema: written("schema.sql"),
  api: written("api.txt"),
  design: written("design.md"),
});

const written = (file: string): string => readFileSync(join(import.meta.dirname, "../large-design", file), "utf8");

/** What somebody adds to each document, key by key, and behind what. */
const additions: Record<DocumentName, { behind: string; keys: string }> = {
  schema: {
    behind: "  holder_name varchar(120),",
    keys: "\n  gate text, -- printed beside the barcode, as the organiser calls that entrance; the scanner of another gate shows it",
  },
  api: {
    behind: "PATCH /tickets/{ticketId} {holder_name} -> 200 {id, holder_name} | 404",
    keys: "\nGET /tickets/{ticketId} [X-User-Id] -> 200 {id, barcode, holder_name, gate} | 404  # what the buyer sees at the door",
  },
  design: {
    behind: "whether or not somebody has taken the seat since.",
    keys: "\n*Another card.* The buyer of a refused card may try with another while the hold lasts; `attempt` goes up by one each time.",
  },
};

/** As many keys as there are to press: then all is added. */
export const mostKeys = documentNames.length * Math.min(...documentNames.map((one) => additions[one].keys.length));

/** Keys are pressed in the schema, the API and the design document in turn. */
const turnOf = (key: number): DocumentName => documentNames[(key - 1) % documentNames.length] ?? "design";

/** The design after so many keys. */
export function edited(texts: Texts, keys: number): Texts {
  const after = { ...texts };
  for (const [turn, document] of documentNames.entries()) {
    const { behind, keys: added } = additions[document];
    const pressed = Math.ceil((keys - turn) / documentNames.length);
    after[document] = texts[document].replace(behind, behind + added.slice(0, pressed));
  }
  return after;
}

/** The document and the line at which the last of so many keys was pressed. */
export function placeOf(texts: Texts, keys: number): { document: DocumentName; line: number } {
  const document = turnOf(keys);
  const [before = "", ...rest] = texts[document].split(additions[document].behind);
  return { document, line: rest.length === 0 ? 1 : before.split("\n").length + 1 };
}

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
