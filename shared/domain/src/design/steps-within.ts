import type { PlainStep, Step } from "./step.ts";

/** The steps inside a step, in the order in which they are written; null of one that has none. */
export function stepsIn(step: Step): Step[] | null {
  if ("transaction" in step) return step.transaction;
  if ("if" in step) return [...step.then, ...(step.else ?? [])];
  return "forEach" in step ? step.do : null;
}

export const isPlain = (step: Step): step is PlainStep => stepsIn(step) === null;

/** Every step that has no others in it, however deep it stands. */
export function plainSteps(steps: readonly Step[]): PlainStep[] {
  const found: PlainStep[] = [];
  for (const step of steps) {
    if (isPlain(step)) found.push(step);
    else found.push(...plainSteps(stepsIn(step) ?? []));
  }
  return found;
}

/** The same steps with each plain one replaced. */
export function mapPlain(
  steps: readonly Step[],
  change: (step: PlainStep, isInTransaction: boolean) => PlainStep,
  isInTransaction = false,
): Step[] {
  return steps.map((step) => {
    const inside = (own: readonly Step[], isIn = isInTransaction) => mapPlain(own, change, isIn);
    if ("transaction" in step) return { transaction: inside(step.transaction, true) };
    if ("if" in step) {
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      return { ...step, then: inside(step.then), ...(step.else === undefined ? {} : { else: inside(step.else) }) };
    }
    return "forEach" in step ? { ...step, do: inside(step.do) } : change(step, isInTransaction);
  });
}

const writing = ["insert", "update", "delete", "take", "increment"];

export const writes = (steps: readonly Step[]): boolean =>
  plainSteps(steps).some((step) => writing.some((verb) => verb in step));

/** Whether a step only looks at what is stored, in the database or in a cache. */
export const looks = (step: PlainStep): boolean => ["get", "list", "count", "cache.get"].some((verb) => verb in step);

/** The table that a step adds a row to, or of which it fills one that was free with what is sent. */
export function tableFilled(step: PlainStep): string | undefined {
  if ("insert" in step) return step.insert;
  const isFilled = "take" in step && Object.values(step.set ?? {}).some(isSent);
  return isFilled ? step.take : undefined;
}

/** The table of whose rows the one that was read before is filled with what is sent: by what names that row alone, whoever has filled it since. */
export function fillsWhatWasRead(step: PlainStep): string | undefined {
  if (!("update" in step) || !Object.values(step.set).some(isSent)) return undefined;
  const isRead = (value: unknown): boolean => typeof value === "string" && value.startsWith(`$${step.update}.`);
  const asked = Object.values(step.where);
  return asked.length > 0 && asked.every(isRead) ? step.update : undefined;
}

const isSent = (value: unknown): boolean => typeof value === "string" && /^\$(?:body|query|path|header)\b/.test(value);

/** The table that a step reads or writes. */
export function tableIn(step: Step): string | undefined {
  if ("insert" in step) return step.insert;
  if ("get" in step) return step.get;
  if ("list" in step) return step.list;
  if ("count" in step) return step.count;
  if ("update" in step) return step.update;
  if ("take" in step) return step.take;
  if ("increment" in step) return step.increment.split(".")[0];
  return "delete" in step ? step.delete : undefined;
}
