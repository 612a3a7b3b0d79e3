import type { FactName } from "../facts.ts";
import type { Place } from "../place.ts";
import { keyHeader } from "./key-header.ts";
import type { Failure } from "./run-failure.ts";
import { tick } from "./topics/words.ts";

/** A way in which a test fails, and what to ask about it. */
export interface RunKind {
  facts: FactName[];
  is: (failure: Failure) => boolean;
  place: (failure: Failure) => Place | null;
  words: (failure: Failure, place: Place | null) => string[];
}

/** `api line 31`, `schema line 3`; "your documents" where no line is known. */
export const lineWords = (place: Place | null): string =>
  place === null ? "your documents" : `${tick(place.document)} line ${place.line}`;

/** The header by which the last request says that it is one sent before, as people write it; null where there is none. */
export function keySentAgain({ exchanges, result }: Failure): { header: string; statuses: (number | null)[] } | null {
  const header = Object.keys(result.request?.headers ?? {}).find((name) => keyHeader.test(name));
  if (header === undefined) return null;
  const key = result.request?.headers[header];
  const same = exchanges.filter(({ request }) =>
    Object.entries(request.headers).some(
      ([name, value]) => name.toLowerCase() === header.toLowerCase() && value === key,
    ),
  );
  if (same.length < 2) return null;
  const shown = header.replace(/(^|-)([a-z])/g, (_all, dash: string, letter: string) => dash + letter.toUpperCase());
  return { header: shown, statuses: same.map(({ response }) => response?.status ?? null) };
}
