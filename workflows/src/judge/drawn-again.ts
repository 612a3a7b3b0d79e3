import type { TestStep } from "@proofroom/domain/judge/functional-test";
import type { Answered } from "./answer.ts";
import { fill, type Filling } from "./fill.ts";
import { inOtherCase } from "./other-case.ts";
import type { Control, Served } from "./served.ts";
import { asked } from "./words.ts";

/** The text that a step has drawn again; undefined where there is none, or where it would be no other than it was. */
export function textToDraw({ drawAgain, swapCase }: TestStep, served: Served, filling: Filling): string | undefined {
  if (drawAgain === undefined) return undefined;
  const text = fill(drawAgain, filling);
  return swapCase === true ? inOtherCase(text, served) : text;
}

/** Works while the next random text that the design draws is this one; whether it was drawn at all is known then. */
export async function drawingAgain<T>(
  text: string | undefined,
  { swapCase: isNew }: Pick<TestStep, "swapCase">,
  control: Pick<Control, "repeatDraw">,
  work: () => Promise<T>,
): Promise<{ result: T; isDrawn: boolean }> {
  if (text === undefined) return { result: await work(), isDrawn: false };
  const before = await control.repeatDraw(text, isNew);
  let result: T;
  let times: number;
  try {
    result = await work();
  } finally {
    times = await control.repeatDraw(null);
  }
  return { result, isDrawn: times > before };
}

/** What of a value that came a second time is seen from outside: another value, or a refusal that left no row. */
export function drawnAgain(text: string, last: Answered, isDrawn: boolean): string {
  const { exchange, status } = last;
  if (!isDrawn) return `${asked(exchange)} draws nothing like "${text}" at random, so chance cannot give it twice.`;
  const went = status < 300 ? "with another one" : "and gave none";
  return `"${text}" was drawn again, and ${asked(exchange)} answered ${status} ${went}.`;
}
