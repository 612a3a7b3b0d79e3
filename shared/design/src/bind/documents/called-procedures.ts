import type { DocumentName } from "@proofroom/domain/document/document";
import { type Procedure, proceduresIn } from "../../schema/procedures.ts";
import { subjectIn } from "./subject-in.ts";
import { literally } from "../ways/told/statement/statement.ts";

/** An endpoint with all that is written of it in the API document and told of it in the design document. */
export interface Caller {
  line: number;
  capability: string;
  beside: string;
  told: string;
}

/** A function that calls one which calls another is as deep as anybody goes. */
const deepest = 3;

/**
 * The bodies of the functions of the database that each endpoint calls, wherever these are created: those that stand beside it in the API
 * document, else those that the design document names where it tells of it; where it names none at all, those that are called as what it
 * serves. `subjects` are the words of each capability.
 */
export function calledProcedures(
  texts: Record<DocumentName, string>,
  callers: readonly Caller[],
  subjects: ReadonlyMap<string, readonly string[]>,
): (line: number) => string {
  const all = [...proceduresIn(texts.schema), ...proceduresIn(texts.design), ...proceduresIn(texts.api)];
  const isAnyNamed = all.some(({ name }) => callers.some(({ beside, told }) => isNamed(name, `${beside}\n${told}`)));
  const callersOf = ({ name }: Procedure): readonly Caller[] => {
    const besides = callers.filter(({ beside }) => isNamed(name, beside));
    const named = besides.length > 0 ? besides : callers.filter(({ told }) => isNamed(name, told));
    const own = subjectIn(name, subjects);
    const likely = (isAnyNamed ? named : callers).filter(({ capability }) => capability === own);
    return named.length === 1 || likely.length === 0 ? named : likely;
  };
  const calledAt = new Map<number, Procedure[]>();
  for (const one of all)
    for (const { line } of callersOf(one)) calledAt.set(line, [...(calledAt.get(line) ?? []), one]);
  return (line) => {
    let called = calledAt.get(line) ?? [];
    for (let depth = 0; depth < deepest; depth += 1) {
      const known = called;
      const inner = all.filter((one) => !known.includes(one) && known.some(({ body }) => isNamed(one.name, body)));
      called = [...known, ...inner];
    }
    return called.map(({ body }) => body.trim()).join("\n\n");
  };
}

const isNamed = (name: string, text: string): boolean =>
  new RegExp(`(?<!\\w)${literally(name)}(?!\\w)`, "i").test(text);
