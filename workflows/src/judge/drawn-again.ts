import type { Expectation } from "@proofroom/domain/judge/functional-test";
import type { Answered } from "./answer.ts";
import type { Missed } from "./expectation.ts";
import type { Control } from "./served.ts";
import { asked, plural } from "./words.ts";

/** Works while the next random text that the design draws is this one; whether it was drawn at all is known then. */
export async function drawingAgain<T>(
  text: string | undefined,
  control: Pick<Control, "repeatDraw">,
  work: () => Promise<T>,
): Promise<{ result: T; isDrawn: boolean }> {
  if (text === undefined) return { result: await work(), isDrawn: false };
  const before = await control.repeatDraw(text);
  try {
    const result = await work();
    return { result, isDrawn: (await control.repeatDraw(null)) > before };
  } finally {
    await control.repeatDraw(null);
  }
}

/** What of a value that came a second time is seen from outside: another value, or a refusal that left no row. */
export function drawnAgain(text: string, last: Answered, isDrawn: boolean): string {
  const { exchange, status } = last;
  if (!isDrawn) return `${asked(exchange)} draws nothing like "${text}" at random, so chance cannot give it twice.`;
  const went = status < 300 ? "with another one" : "and gave none";
  return `"${text}" was drawn again, and ${asked(exchange)} answered ${status} ${went}.`;
}

/** A refusal of what came a second time leaves nothing behind. */
export function leftBehind({ unlike }: Expectation, last: Answered, gained: number, table: string): Missed | null {
  if (unlike === undefined || last.status < 400 || gained === 0) return null;
  const { exchange: deciding, status } = last;
  return { observed: `${asked(deciding)} answered ${status}, and ${table} gained ${plural(gained, "row")}.`, deciding };
}
