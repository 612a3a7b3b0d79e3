import type { Column } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isKeyFirst } from "../bind/key/looked-after.ts";
import { doneIn } from "../bind/ways/told/done/not-done.ts";
import { sentencesIn } from "../text/sentences.ts";
import { placeOf } from "./schema-text.ts";
import type { Review } from "./seen.ts";

/** A key that is kept before what is made under it: who dies in between leaves it so, and whoever repeats is put off for ever. */
export const reviewKeyBeforeRow: Review = (seen, tell) => {
  const texts = [seen.texts.design, seen.texts.api];
  for (const { operation } of seen.served ?? []) {
    const [name = ""] = operation.idempotency?.column.split(".") ?? [];
    const table = seen.schema?.tables.find((one) => one.name === name);
    const made = plainSteps(operation.steps).find((step) => "insert" in step && step.insert !== name);
    if (table === undefined || made === undefined || !("insert" in made)) continue;
    const row = seen.schema?.tables.find((one) => one.name === made.insert);
    if (row !== undefined && isKeyFirst({ keys: table, row }, doneIn(seen.texts.design))) {
      const [column] = table.columns;
      if (column !== undefined)
        tell("key-before-row", {
          ...placeOf(seen, table, column),
          message: `${operation.opId} adds its key to ${name} and the row to ${made.insert} in statements of their own: where the process dies in between, each repeat finds a key under which there is nothing. Write both in one transaction, as a run does.`,
        });
      continue;
    }
    const state = table.columns
      .map((column) => ({ column, open: openState(column) }))
      .find(({ open }) => open !== null);
    if (state === undefined || state.open === null || table.columns.some(isSince)) continue;
    const { column, open } = state;
    const sentences = texts.flatMap(sentencesIn).map((one) => one.slice(0, longest));
    const isSeen = sentences.some((one) => one.includes(open) && putsOff.test(one));
    if (!isSeen || sentences.some(isTakenOver)) continue;
    tell("key-before-row", {
      ...placeOf(seen, table, column),
      message: `${operation.opId} keeps its key as ${open} before the row of ${made.insert} is there, and nothing says who takes it over: where the process dies in between, each repeat is put off for ever. Write both in one transaction, or let an old ${open} be taken over. A run writes both at once.`,
    });
  }
};

const longest = 400;

/** The state of a key whose request is not done yet, by its default or by what its column may hold. */
function openState({ name, default: standard, values = [] }: Column): string | null {
  if (!/stat|state|phase|estado|zustand|situa|stan|etat|étape/i.test(name)) return null;
  const usual = /'([^']{1,40})'/.exec(standard ?? "")?.[1];
  return [...(usual === undefined ? [] : [usual]), ...values].find((one) => isOpen.test(one)) ?? null;
}

const isOpen =
  /^(?:in[_ -]?progress|pending|processing|started|running|in[_ -]?flight|reserved|claimed|locked|open|offen|laufend|in_arbeit|en_cours|en_attente|pendiente|en_proceso|pendente|em_andamento|processando|in_corso|w_toku|bezig)$/i;

/** A time by which one sees that a key is old. */
const isSince = ({ name }: Column): boolean => /lock|lease|expir|heartbeat|deadline|until|recover|attempt/i.test(name);

const putsOff =
  /(?<!\p{L})(?:409|425|429|503|conflict|wait\p{L}{0,3}|poll\p{L}{0,3}|retry|retries|back off|still|try again|warte\p{L}{0,2}|später|réessay\p{L}{1,2}|reintent\p{L}{1,4}|espera|aguard\p{L}{1,2}|ponów|poczeka\p{L}{0,2})(?!\p{L})/iu;

const takenOver =
  /(?<!\p{L})(?:stale|tak(?:e|es|en|ing) over|takeover|stuck|orphan\p{L}{0,5}|abandon\p{L}{0,4}|older than|recover\p{L}{0,4}|reap\p{L}{0,4}|sweep\p{L}{0,4}|re-?claim\p{L}{0,4}|same transaction|one transaction|single transaction|verwaist\p{L}{0,2}|übern\p{L}{2,5}|hängen\p{L}{0,9}|älter als|ancien\p{L}{0,4}|repris\p{L}{0,2}|plus vieux|más de \d|antig\p{L}{1,3}|mais de \d|presos?|przejm\p{L}{1,4}|starsz\p{L}{1,3})(?!\p{L})/iu;

/** As a key is spoken of: `keys expire after a minute`; that they are kept for a day is another thing. */
const ends =
  /(?<!\p{L})(?:time(?:s|d)?[ -]?outs?|ttl|expir\p{L}{1,5}|clean\p{L}{0,3}[ -]?up|purge\p{L}?|läuft ab|ablauf\p{L}{0,2}|caduc\p{L}{1,2}|venc\p{L}{1,3})(?!\p{L})/iu;

const isTakenOver = (sentence: string): boolean =>
  takenOver.test(sentence) || (ends.test(sentence) && /key|claim|idempot|schlüssel|clave|chave|clé/i.test(sentence));
