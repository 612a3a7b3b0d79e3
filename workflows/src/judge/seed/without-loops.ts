import { type PlainStep, Step } from "@proofroom/domain/design/step";
import { isPlain, stepsIn } from "@proofroom/domain/design/steps-within";

/**
 * Every step that has no others in it, with what a loop is at written as what it goes through: an element of `$body.seats` is
 * one of the seats that are sent, one of `$rows` a row of the table that was listed last.
 */
export function withoutLoops(steps: readonly Step[]): PlainStep[] {
  let listed = "";
  const plain = (list: readonly Step[]): PlainStep[] =>
    list.flatMap((step) => {
      if ("list" in step) listed = step.list;
      if (isPlain(step)) return [step];
      const inside = plain(stepsIn(step) ?? []);
      if (!("forEach" in step) || typeof step.forEach !== "string") return inside;
      const source = step.forEach === "$rows" ? `$${listed}` : step.forEach;
      return inside.flatMap((one) => {
        const read = Step.safeParse(replaced(one, source));
        return read.success && isPlain(read.data) ? [read.data] : [one];
      });
    });
  return plain(steps);
}

function replaced(value: unknown, source: string): unknown {
  if (typeof value === "string") return value.replace(/^\$item(?=\.|$)/, () => source);
  if (Array.isArray(value)) return value.map((part) => replaced(part, source));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, source)]));
}
