import type { Answered } from "./answer.ts";
import type { Control } from "./served.ts";
import { asked } from "./words.ts";

/** Works while the next random text that the design draws is this one; whether it was drawn at all is known then. */
export async function drawingAgain<T>(
  text: string | undefined,
  control: Pick<Control, "repeatDraw">,
  work: () => Promise<T>,
): Promise<{ result: T; isDrawn: boolean }> {
  if (text === undefined) return { result: await work(), isDrawn: false };
  const before = await control.repeatDraw(text);
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
