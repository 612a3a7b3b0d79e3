import type { Step } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import { asSaid } from "../../../../text/sentences.ts";
import { isNeverLetGo } from "./never-let-go.ts";
import { isOneOnly, writtenOver } from "./written-over.ts";
import type { Texts } from "../texts.ts";

/**
 * A key that is put into the cache once, as the documents have it: without an end where they write how it is put there and tell of none,
 * and in two commands, of which another can come between, where they look first and put it there then. What is written, as `said`.
 */
export function asKeptInCache(steps: Step[], texts: Texts): { steps: Step[]; said: string[] } {
  if (!plainSteps(steps).some(isPutOnce)) return { steps, said: [] };
  const endless = isNeverLetGo(texts);
  const looked = lookedFirst(texts);
  const over = looked === null ? writtenOver(texts) : null;
  const ended = endless === null ? steps : withoutEnd(steps);
  return {
    steps: looked !== null ? inTwoCommands(ended) : over === null ? ended : anyway(ended),
    said: [
      ...(endless === null ? [] : [`nothing is written of an end of what is put into the cache: ${endless}`]),
      ...(looked === null
        ? []
        : [`the cache is asked first, and the key put there by a command of its own: ${looked}`]),
      ...(over === null ? [] : [`the key is put into the cache whether there is one or not: ${over}`]),
    ],
  };
}

/** Steps that give what they put into the cache once no end; null where none of them gives one. */
export const withoutKeyEnd = (steps: readonly Step[]): Step[] | null =>
  plainSteps(steps).some((step) => isPutOnce(step) && step.ttl !== undefined) ? withoutEnd(steps) : null;

const isPutOnce = (step: Step): step is Extract<Step, { "cache.put": string }> =>
  "cache.put" in step && step.absent === true;

const withoutEnd = (steps: readonly Step[]): Step[] =>
  mapPlain(steps, (step) => {
    if (!("cache.put" in step)) return step;
    const { ttl: _, ...kept } = step;
    return kept;
  });

/** What puts a key there once, and refuses all but the first, asks for it and then puts it there; what it holds is read where it is spoken of. */
function inTwoCommands(steps: readonly Step[]): Step[] {
  return steps.flatMap((step, n): Step[] => {
    if ("transaction" in step) return [{ transaction: inTwoCommands(step.transaction) }];
    const put = steps[n - 1];
    if (isPutOnce(step)) return [{ "cache.get": step["cache.put"] }];
    if (!("if" in step) || put === undefined || !isPutOnce(put)) return [step];
    const { absent: _, ...kept } = put;
    return [{ ...step, if: { found: true } }, kept, { "cache.get": put["cache.put"] }];
  });
}

/** What puts a key there once does so whoever else has, and refuses nobody. */
const anyway = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step, n): Step[] => {
    if ("transaction" in step) return [{ transaction: anyway(step.transaction) }];
    const put = steps[n - 1];
    if ("if" in step && put !== undefined && isPutOnce(put)) return [];
    if (!isPutOnce(step)) return [step];
    const { absent: _, ...kept } = step;
    return [kept, { "cache.get": step["cache.put"] }];
  });

/** The words in which the endpoint is told to ask for a key and then to put it there, where nothing makes one of the two. */
function lookedFirst({ beside, told, toldOfAll, all }: Texts): string | null {
  if (isOneOnly({ beside, told, toldOfAll, all })) return null;
  for (const text of [beside, told, toldOfAll]) {
    const found = inCommands.exec(text) ?? (text === toldOfAll ? null : inWords.exec(text));
    if (found !== null) return asSaid(found[0].replace(/\s+/g, " "));
  }
  return null;
}

/** `GET hold:{id}` … `SET hold:{id} …`, `get(seatKey)` … `setex(seatKey, …)`. */
const inCommands =
  /\b(?:get|exists|has|haskey|containskey)\b[\s(]{1,3}["'`]?(\p{L}[\p{L}\p{N}_]{0,30}:|[\p{L}\p{N}_]{0,20}key\b)[^#]{0,500}?\b(?:set|setex|psetex|put)\b[\s(]{1,3}["'`]?\1/iu;

/** "We read the key; if it is not there, we write it." */
const inWords =
  /(?<!\p{L})(?:look|read|check|ask|get|fetch)s?\b[^.]{0,60}\b(?:key|redis|valkey|memcached|cache)\b[^]{0,160}?\b(?:otherwise|then|else|if not|if (?:it|there) is(?:n['’]t| not| no(?:thing|ne)))\b[^.]{0,60}\b(?:set|write|put|store|save)s?\b/iu;
