import { keyReference } from "@proofroom/domain/design/key-words";
import type { Step } from "@proofroom/domain/design/step";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isDrawn } from "../code/drawn.ts";
import { saidOfRow } from "../steps/said-row.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { tableNamed } from "../ways/told/statement/statement.ts";

/** That the answer is what was drawn, whatever became of the row. */
const answers =
  /(?<!\p{L})(?:answer|respon[ds]|return|repl(?:y|ies)|sen[dt]|gets?|carr(?:y|ies)|antwort|responde|devuelv|renvo)\p{L}*/iu;
const drawn =
  /\b(?:code|slug|alias)\b[^.;]{0,30}\b(?:drew|drawn|drawing|generated?|rolled|just made|just created)\b|\b(?:drawn|generated|new|fresh(?:ly)?|own)\s(?:\w{3,10}\s)?(?:code|slug)\b/i;
const anyway =
  /\bwhether or not\b|\beven (?:if|when|though)\b|\bregardless\b|\bno matter\b|\beither way\b|\banyway\b|\balso (?:if|when|where)\b|\balways\b|\b(?:not|n['’]t|never|without)\s(?:\w{2,8}\s)?(?:read|look|check|select|fetch)\w*/i;
const ofRow = /\b(?:rows?|insert\w*|written|stored|conflict\w*|saved|duplicates?)\b/i;
const otherwise = /\b(?:first|existing|same|already|older?|that is there|drawn again|redraw\w*|another)\b/i;

/**
 * An insert that does nothing about a key that is there, of which it is told that the answer is the code that was drawn all the same: what
 * comes again is answered a code that no row has. A row of it is made and struck, since only what is written is drawn.
 */
export function withDrawnAnyway(found: Conventional, asked: Asked, texts: readonly string[]): Conventional {
  const { table } = asked;
  if (found.steps === null || found.idempotency === undefined) return found;
  const { idempotency } = found;
  const [insert, answer, ...more] = found.steps;
  if (insert === undefined || !("insert" in insert) || insert.insert !== table.name || more.length > 0) return found;
  const column = idempotency.column.slice(table.name.length + 1);
  const [code] = Object.entries(insert.values).find(([, value]) => isDrawn(value)) ?? [];
  const telling = texts.filter((text) => /\bnothing\b|\bignore\b/i.test(text));
  const said = telling.map((text) => saidIn(doneIn(text), table.name)).find((one) => one !== null);
  if (answer === undefined || !("return" in answer) || code === undefined || said === undefined || said === null)
    return found;
  const key = keyReference(idempotency);
  const again: Step = { return: { ...answer.return, body: saidOfRow(answer, asked) } };
  const struck: Step[] = [insert, { delete: table.name, where: { [code]: `$row.${code}` } }, again];
  const steps: Step[] = [
    { get: table.name, by: { [column]: key } },
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    { if: { found: true }, then: struck },
    { ...insert, values: { ...insert.values, [column]: key } },
    answer,
  ];
  const because = `it is told that what was drawn is answered whether or not it was stored: ${asSaid(said)}`;
  return { ...found, steps, idempotency: undefined, because: [...(found.because ?? []), because] };
}

function saidIn(text: string, table: string): string | null {
  const into = `into\\s+${tableNamed(table)}(?!\\w)`;
  const doesNothing = new RegExp(
    `\\binsert\\s+(?:(?:or\\s+)?ignore\\s+${into}|${into}[^;]{1,400}?\\bdo\\s+nothing\\b)`,
    "i",
  );
  if (!doesNothing.test(text)) return null;
  const told = sentencesIn(text).find(
    (one) =>
      [answers, drawn, anyway, ofRow].every((word) => word.test(one)) && !otherwise.test(one.replace(doesNothing, " ")),
  );
  return told ?? null;
}
