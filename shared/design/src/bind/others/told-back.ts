import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { denying } from "../../text/denial.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import { isParameter, segmentsOf } from "../../api/path.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import type { Known } from "../convention/convention.ts";
import { keyOf } from "../convention/key-of.ts";
import { inPath } from "../table-of.ts";
import { stems } from "../names.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { deedOf, takesBack } from "./deed.ts";
import { setBack, type Taking, takingsOf, withSetBack } from "./set-back.ts";

/**
 * What an endpoint that serves nothing of the problem takes back, `DELETE /holds/{token}` of a seat that is held: the row as it was
 * before, where that is told, else asked. Null of what takes nothing back, or deletes the very rows that its path speaks of.
 */
export function toldBack(about: Asked, known: Known): Conventional | null {
  const { endpoint } = about;
  if (deedOf(endpoint).said !== takesBack) return null;
  const asked = { ...about, table: takenBy(about, known) ?? about.table };
  const { table } = asked;
  const last = segmentsOf(endpoint.path).at(-1) ?? "";
  const isOther = inPath(endpoint.path, table) === 0 && !known.written.has(table.name);
  if (!isOther && isParameter(last)) return null;
  const [taking] = takingsOf(table, known.serving);
  const steps = taking === undefined ? null : setBack(asked, taking);
  if (taking === undefined || steps === null) return null;
  const told = sentenceBack(textsOf(endpoint, known), taking, []);
  if (told !== null) return { steps, gaps: [], because: [`it is told: ${told}`] };
  // A deed at a row is asked about as any other.
  if (!isParameter(last)) return null;
  const { state, from, to } = taking;
  const label = `It sets ${state.name} of the row of ${table.name} back from ${to} to ${from}`;
  return { steps: null, why: `nothing says what becomes of the row of ${table.name}`, likely: [{ label, steps }] };
}

/** Of `/holds/{token}` the table whose rows get their token when they are taken, where no table is called as the path speaks. */
const takenBy = (about: Asked, { tables, serving }: Known): Table | undefined =>
  inPath(about.endpoint.path, about.table) > 0
    ? undefined
    : tables.find((table) => {
        const { where } = keyOf({ ...about, table });
        const [key] = Object.keys(where);
        return key !== undefined && takingsOf(table, serving).some(({ step }) => Object.hasOwn(step.set, key));
      });

/** What deleting a row sets back in the one that it refers to, where that is told: "cancelling deletes the booking and frees its seat". */
export function withToldBack(found: Conventional, { endpoint, table }: Asked, known: Known): Conventional {
  if (found.steps === null || endpoint.method !== "DELETE") return found;
  const parents = table.foreignKeys.flatMap((key) => known.tables.filter(({ name }) => name === key.table));
  for (const parent of parents) {
    const [taking] = takingsOf(parent, known.serving);
    const told = taking === undefined ? null : sentenceBack(textsOf(endpoint, known), taking, stems(parent.name));
    const steps: Step[] | null = told === null ? null : withSetBack(found.steps, table, parent, known.serving);
    if (steps !== null) return { ...found, steps, because: [...(found.because ?? []), `it is told: ${told}`] };
  }
  return found;
}

/** What is written about an endpoint; its own route tells nothing. */
const textsOf = ({ line }: Endpoint, { besideOf, design }: Known): string[] => [
  besideOf(line).replaceAll(/\/[^\s`]{1,200}/g, " "),
  doneIn(design.slice(0, longest)),
];

/** More than anybody writes; each endpoint looks through it. */
const longest = 60_000;

/** The sentence that tells of taking back, and that a row of this name is free again then; null where none does. */
function sentenceBack(texts: readonly string[], { from, state }: Taking, names: readonly string[]): string | null {
  const first = from.replaceAll(/[^\p{L}\p{N}]/gu, ".");
  const back = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${first}|${freed})(?![\\p{L}\\p{N}_])`, "iu");
  const said = texts
    .flatMap(withNext)
    .find(
      (one) =>
        (one.split(/[.;!?]\s/)[0] ?? one).search(takesBack) >= 0 &&
        back.test(one.replaceAll(takesBack, (word) => (isFreeing.test(word) ? word : " "))) &&
        !denied.test(one) &&
        !byItself.test(one) &&
        !others(state, from).some((value) => new RegExp(`=\\s?'${value}'`).test(one)) &&
        names.every((name) => stems(one.slice(0, 300)).includes(name)),
    );
  return said === undefined ? null : asSaid(said);
}

/** Each sentence, with the clause or the short sentence behind it: "A user can let go of a seat; it is free again." */
function withNext(text: string): string[] {
  const sentences = sentencesIn(text).map((one) => one.trim());
  return sentences.map((one, n) => {
    const next = sentences[n + 1] ?? "";
    return one !== "" && next.length < 120 && !/^(?:[-*+#|]|\d+[.)]|$)/.test(next) ? `${one} ${next}` : one;
  });
}

/** `releases the seat` says by itself that it is free. */
const isFreeing = /^(?:releas|freig|gibt|liber|libér|rilasc|vrijgev|zwoln)/iu;

const freed =
  "free|frees|freed|available|on sale|for sale|releas\\p{L}{1,4}|frei|freigegeben|freigeb\\p{L}{1,3}|verfügbar|libres?|disponib\\p{L}{1,4}|disponív\\p{L}{1,3}|liber\\p{L}{1,5}|libér\\p{L}{1,4}|livres?|liber[oai]|vrij|beschikbaar|woln\\p{L}{1,2}|dostępn\\p{L}{1,2}";

const denied = new RegExp(denying(["not", "no"], "ne"), "iu");

/** What frees rows by itself, for nobody who asks. */
const byItself =
  /(?<!\p{L})(?:cron|job|sweep\p{L}{0,3}|expir\p{L}{1,4}|worker|abgelaufen\p{L}{0,2}|caduc\p{L}{1,4}|vencid\p{L}{1,2})(?!\p{L})/iu;

const others = ({ values = [] }: { values?: readonly string[] }, first: string): string[] =>
  values.filter((value) => value !== first && /^\w+$/.test(value));
