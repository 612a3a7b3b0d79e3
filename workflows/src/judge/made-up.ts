import type { Operation } from "@proofroom/domain/design/model";
import * as z from "zod/mini";

const Shape = z.object({
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  pattern: z.optional(z.string()),
});

const longest = 64;

/** The values of a call, those of the fields that are made up in the length and the letters that the endpoint declares for them. */
export function withMadeUp(
  values: Record<string, string>,
  madeUp: readonly string[],
  { parameters, inputs }: Pick<Operation, "parameters" | "inputs">,
): Record<string, string> {
  const fitted = madeUp.flatMap((field) => {
    const at = inputs[field];
    const value = values[field];
    const declared = parameters.find((one) => one.in === at?.in && one.name === at.name);
    return value === undefined || declared === undefined ? [] : [[field, fit(value, declared.schema)]];
  });
  return { ...values, ...Object.fromEntries(fitted) };
}

/** The text itself, or one like it that the schema lets through; where none is found, the text. */
function fit(text: string, schema: unknown): string {
  const read = Shape.safeParse(schema);
  const { minLength = 0, maxLength = longest, pattern } = read.success ? read.data : {};
  const expression = pattern === undefined ? null : compiled(pattern);
  const isTaken = (one: string): boolean =>
    one.length >= minLength && one.length <= maxLength && (expression === null || expression.test(one));
  const letters = [text.at(-1) ?? "z", "a", "7"];
  const others = Array.from({ length: longest }, (_, n) => letters.map((letter) => letter.repeat(n + 1))).flat();
  const drawnOut = text.padEnd(minLength, text.at(-1)).slice(0, maxLength);
  return [text, drawnOut, ...others].find(isTaken) ?? text;
}

/** `^[0-9a-f]{8}$`: letters of one kind and how many. Any other pattern may take a candidate's expression for ever to answer. */
const plain = /^\^?\[[^\]\\]{1,60}\](?:\{\d{1,3}(?:,\d{0,3})?\}|[+*])\$?$/;

function compiled(pattern: string): RegExp | null {
  if (!plain.test(pattern)) return null;
  try {
    return new RegExp(pattern, "u");
  } catch {
    return null; // letters in the wrong order, `[z-a]`
  }
}
