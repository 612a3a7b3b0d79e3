import type { Step } from "@proofroom/domain/design/step";
import { successIn } from "../../api/success.ts";
import { isRecord } from "../fields.ts";
import type { Flow } from "../ways/flow.ts";
import type { ByWay, Fitting } from "../ways/fitting.ts";
import type { Stage } from "../ways/stage.ts";
import { aloneIn, alwaysAloneIn } from "../ways/told/locks/alone.ts";
import { lockedIn } from "../ways/told/locks/locked.ts";
import { successForNone } from "../ways/told/statement/success-for-none.ts";
import type { Texts } from "../ways/told/texts.ts";
import type { Answer } from "./parts.ts";
import { type Program, programOf } from "./program.ts";
import { isRefusedTwice, repeatsSold } from "./sent-twice.ts";
import { isRefusing, unseenIn } from "./unseen.ts";
import { isSameWriting, isWhole } from "./whole.ts";

/**
 * The way that the schema shows, with the statements in the place of its steps where the design document writes out all that the endpoint
 * does. What the way looks at and they do not is asked about, as they are written first. Null where they are not all there.
 */
export function asProgrammed(first: Fitting, others: Fitting[], texts: Texts): ByWay | null {
  // Code of the service says more than its statements.
  if (texts.handler.trim() !== "") return null;
  const all = [first, ...others];
  const own = written(first, texts);
  if (own !== null && isSameWriting(own.program.steps, first.flow.steps)) return programmed(first, own, others, texts);
  // What writes other tables than the way that is taken may be another one of those that fit.
  for (const other of others) {
    const found = written(other, texts);
    if (found === null || !isSameWriting(found.program.steps, other.flow.steps)) continue;
    return programmed(
      other,
      found,
      all.filter((one) => one !== other),
      texts,
    );
  }
  return own === null ? null : programmed(first, own, others, texts);
}

interface Written {
  program: Program;
  answer: Answer;
}

/** The statements that are written of an endpoint, beside a way that fits. */
function written({ flow, stage }: Fitting, { told }: Texts): Written | null {
  const answer = flow.steps.at(-1);
  if (answer === undefined || !("return" in answer)) return null;
  const program = programOf(told, flow.steps, answer, stage);
  return program === null ? null : { program, answer };
}

function programmed(
  fitting: Fitting,
  { program, answer }: Written,
  others: Fitting[],
  { told, toldOfAll, all }: Texts,
): ByWay | null {
  const { flow, stage } = fitting;
  const success = successIn(stage.endpoint.responses)?.status ?? 200;
  if (successForNone(flow.steps, told, stage.tables, success) !== null) return null;
  const compared = { program, own: flow.steps, stage };
  if (!isWhole(compared)) return null;
  if (isKeptApart(program, { told, toldOfAll }, stage)) return null;
  const again = program.repeats || repeatsSold(program, stage) || !isRefusedTwice(program, stage) ? [] : flow.again;
  const steps = [...again, ...program.steps];
  const [only] = steps;
  const own = steps.length === 1 && only !== undefined ? [only] : [{ transaction: steps }];
  const doing = { ...flow, steps: [...own, answer] };
  if (isSame(doing.steps, flow.steps)) return null;
  const because = [...fitting.because, ...program.said.map((one) => `in the design document stands: ${one}`)];
  const unseen = unseenIn({ ...compared, own: withoutAgain(flow) }, all);
  if (unseen.length === 0) return { taken: { ...fitting, flow: doing, because }, others };
  const passed = unseen.join(" and ");
  const title = `does as the statement about it in the design document says, which does not look at ${passed}`;
  const first: Fitting = { ...fitting, way: { ...fitting.way, title }, flow: doing, because };
  return {
    taken: null,
    others: [first, fitting, ...others],
    why: `The statement about it in the design document does not look at ${passed}, which the schema keeps.`,
  };
}

/** What a way does for the first time. */
const withoutAgain = ({ steps, again }: Flow): Step[] =>
  steps.map((step) =>
    "transaction" in step ? { transaction: step.transaction.filter((one) => !again.includes(one)) } : step,
  );

/** Whether a lock that is told of keeps two apart, and no statement takes it. */
function isKeptApart(
  { steps, statements }: Program,
  { told, toldOfAll }: Pick<Texts, "told" | "toldOfAll">,
  { tables }: Stage,
): boolean {
  const isLocked = statements.some(({ sql }) => locking.test(sql));
  return tables.some((table) => {
    const isAlone = (aloneIn(told, table) ?? alwaysAloneIn(toldOfAll, table)) !== null;
    return isAlone || (!isLocked && isRefusing(table.name, steps) && lockedIn(told, table, tables) !== null);
  });
}

const locking = /\bfor\s{1,3}(?:no\s{1,3}key\s{1,3})?(?:update|share)\b/i;

/** Whether steps differ by no more than how they are written: `<` and `<=` are not told apart. */
const isSame = (some: readonly Step[], others: readonly Step[]): boolean => asText(some) === asText(others);

const asText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (!isRecord(part)) return part;
    const { else: _otherwise, ...rest } = part;
    const same: Record<string, string> = { lte: "lt", gte: "gt" };
    return Object.fromEntries(
      Object.entries(Array.isArray(part["else"]) ? part : rest)
        .map(([name, one]) => [same[name] ?? name, one] as const)
        .toSorted(([a], [b]) => a.localeCompare(b)),
    );
  });
