import { claimOf, claimsOf, rowSizeOf, secondsAYear } from "../arithmetic.ts";
import { type Claim, claimsIn } from "../../language/claims.ts";
import { placeOf, type DesignView } from "../design-view.ts";
import { endpointOf, fieldsOf } from "../facts/api.ts";
import type { FactName } from "../../facts.ts";
import { byteWords, countWords } from "../figures.ts";
import { meaningOf } from "../../language/claim-meaning.ts";
import { numbersIn } from "../../language/numbers.ts";
import type { Place } from "../../place.ts";
import type { TopicKind } from "./kind.ts";
import { cited, tick, where } from "./words.ts";

const compared: readonly [Claim["quantity"], FactName][] = [
  ["reads", "read-rate-stated"],
  ["writes", "write-rate-stated"],
  ["latency", "latency-goal-stated"],
  ["retention", "retention-stated"],
  ["rows", "volume-stated"],
  ["users", "volume-stated"],
  ["ratio", "read-rate-stated"],
];

/** By the room's clock: a time of day, or, where it counts from the start, minutes and seconds. */
function clockWords(at: number): string {
  const isDay = at > 100_000_000_000;
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "earlier";
  const two = (n: number): string => String(n).padStart(2, "0");
  if (isDay) return `at ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
  const seconds = Math.max(0, Math.floor(at / 1_000));
  return `at ${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

const placeOfClaim = (view: DesignView, { source }: Claim): Place | null =>
  source.kind === "document" && source.document !== undefined && source.line !== undefined
    ? placeOf(view, source.document, source.line)
    : null;

const shortened = new WeakMap<Claim, string>();

/** The number as it was written, with what it counts: `10,000 redirects a second`. A claim stays the same between edits. */
function short(claim: Claim): string {
  const known = shortened.get(claim) ?? shortOf(claim);
  shortened.set(claim, known);
  return known;
}

function shortOf({ quote, value, quantity }: Claim): string {
  for (const { value: number, at, end } of numbersIn(quote)) {
    const meaning = meaningOf(quote, at, end, number);
    if (meaning?.quantity !== quantity || meaning.value !== value) continue;
    const tail = /^[^,;:|()!?]*?(?=[,;:|()!?]|\.\s|\.$| and | but | with |$)/.exec(quote.slice(end))?.[0] ?? "";
    return cited(quote.slice(at, end) + tail, 45);
  }
  return cited(quote, 50);
}

/** The chat says one number and the design another. */
export const rate: TopicKind = {
  name: "rate",
  source: "contradiction",
  find({ view, claims }) {
    return compared.flatMap(([quantity, fact]) => {
      const of = claimsOf(claims, quantity);
      const said = of
        .filter(({ source }) => source.kind === "message")
        .reduce<Claim | null>((best, one) => (best === null || one.at >= best.at ? one : best), null);
      const written = of.filter(({ source }) => source.kind === "document");
      if (said === null || written.length === 0) return [];
      const isSame = (one: Claim) => Math.max(one.value, said.value) / Math.min(one.value, said.value) < 1.5;
      const [other] = written;
      if (
        other === undefined ||
        written.some(isSame) ||
        claims.some((one) => one.source.kind === "document" && said.unit === "requests a second" && isSame(one))
      )
        return [];
      const place = placeOfClaim(view, other);
      if (place === null) return [];
      const [chat, text] = [short(said), short(other)];
      const times = Math.max(other.value, said.value) / Math.min(other.value, said.value);
      return [
        {
          subject: quantity,
          facts: [fact],
          place,
          strength: 0.88,
          wordings: [
            `${capital(clockWords(said.at))} you said ${chat}; design ${place.line} says ${text}. Which one holds?`,
            `Design ${place.line} has ${text}, and ${clockWords(said.at)} it was ${chat}. Which of the two do your other numbers rest on?`,
            `${chat} in the chat (${clockWords(said.at).replace("at ", "")}) and ${text} in design ${place.line} differ by ${countWords(Number(times.toPrecision(2)))} times. Which one is meant?`,
          ],
        },
      ];
    });
  },
  mended(quantity, { view }) {
    const { texts, versions } = view.reading;
    const source = (line: number) =>
      ({ kind: "document", document: "design", version: versions.design, line }) as const;
    const now = claimsIn(texts.design, source, 0).find((claim) => claim.quantity === quantity);
    return now === undefined ? "" : `Design ${now.source.line ?? 1} says ${short(now)} now, as the chat does.`;
  },
};

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** A stated ratio that the stated rates don't give. */
export const ratio: TopicKind = {
  name: "ratio",
  source: "contradiction",
  find({ view, claims }) {
    const said = claimOf(claims, "ratio");
    const reads = claimOf(claims, "reads");
    const writes = claimOf(claims, "writes");
    if (said === null || reads === null || writes === null || reads.unit === "requests a second") return [];
    const real = reads.value / writes.value;
    if (Math.max(real, said.value) / Math.min(real, said.value) < 2) return [];
    const place = placeOfClaim(view, said) ?? placeOfClaim(view, reads);
    const rates = `${countWords(reads.value)} reads and ${countWords(writes.value)} writes a second`;
    return [
      {
        subject: "reads-writes",
        facts: ["read-rate-stated", "write-rate-stated"],
        place,
        strength: 0.7,
        wordings: [
          `You say ${short(said)}${where(place)}, and ${rates} are ${countWords(real)} to 1. Which of the numbers moves?`,
          `${rates} give ${countWords(real)} to 1, not ${countWords(said.value)} to 1${where(place)}. Which one do you build for?`,
          `From ${rates} follows another ratio than ${short(said)}${where(place)}. What did you start from?`,
        ],
      },
    ];
  },
  mended: () => "The rates and their ratio agree now.",
};

const spansOf: Record<string, number> = {
  "bytes a year": secondsAYear,
  "bytes a month": 2_592_000,
  "bytes a day": 86_400,
  "bytes a second": 1,
};

/** A volume that is ten times off from what types and rates give. */
export const volume: TopicKind = {
  name: "volume",
  source: "contradiction",
  find({ view, claims }) {
    const table = view.lookup?.table ?? null;
    if (table === null) return [];
    const row = rowSizeOf(table);
    const writes = claimOf(claims, "writes");
    const rows = claimOf(claims, "rows");
    const said = claimsOf(claims, "bytes").filter(({ unit }) => unit !== "bytes a row");
    for (const claim of said) {
      const span = spansOf[claim.unit];
      const count = span === undefined ? rows?.value : writes === null ? undefined : writes.value * span;
      if (count === undefined || claim.value < 1e6) continue;
      const real = count * row.bytes;
      if (Math.max(real, claim.value) / Math.min(real, claim.value) < 10) continue;
      const place = placeOfClaim(view, claim) ?? placeOf(view, "schema", table.line);
      const one = `a row of ${tick(table.name)} (schema ${table.line}) is about ${row.bytes} bytes`;
      return [
        {
          subject: table.name,
          facts: ["volume-stated"],
          place,
          strength: 0.75,
          wordings: [
            `You reckon with ${short(claim)}${where(place)}; ${one}, and ${countWords(count)} of them are ${byteWords(real)}. Where is the factor?`,
            `${countWords(count)} rows at ${row.bytes} bytes (schema ${table.line}) make ${byteWords(real)}, not ${byteWords(claim.value)}${where(place)}. Which number was wrong?`,
            `How did you get to ${short(claim)}${where(place)} when ${one}?`,
          ],
        },
      ];
    }
    return [];
  },
  mended: (name) => `The volume of ${tick(name)} agrees with its types now.`,
};

/** A field is taken and never kept. */
export const dropped: TopicKind = {
  name: "dropped",
  source: "contradiction",
  find({ view }) {
    return view.operations
      .flatMap(({ operation, acts }) => {
        const insert = acts.find(({ kind }) => kind === "insert");
        const table = view.tables.get(insert?.table ?? "");
        if (insert === undefined || table === undefined) return [];
        const used = JSON.stringify(operation.steps);
        return fieldsOf(operation.body).flatMap(([field]) => {
          if (used.includes(`$body.${field}`) || used.includes('"$body"')) return [];
          const place = placeOf(view, "api", lineOfField(view, operation.line, field));
          const endpoint = tick(endpointOf(operation));
          return [
            {
              subject: `${endpointOf(operation)}.${field}`,
              facts: ["every-endpoint-has-table" as const],
              place,
              strength: 0.7,
              wordings: [
                `${endpoint} takes ${tick(field)}${where(place)}, and no column of ${tick(table.name)} (schema ${table.line}) keeps it. What becomes of it?`,
                `A client sends ${tick(field)} to ${endpoint}${where(place)}. Where can it be read again?`,
                `What changes in the data when ${tick(field)} is left out of ${endpoint}${where(place)}?`,
              ],
            },
          ];
        });
      })
      .slice(0, 3);
  },
  mended: (subject) => `${tick(subject.split(".").at(-1) ?? subject)} is kept now.`,
};

/** The line below the endpoint that names the field. */
function lineOfField({ lines }: DesignView, from: number, field: string): number {
  const found = lines.api
    .slice(from - 1, from + 60)
    .findIndex((line) => line.includes(`${field}:`) || line.includes(`"${field}"`) || line.includes(`${field}?`));
  return found < 0 ? from : from + found;
}
