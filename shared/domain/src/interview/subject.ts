import * as z from "zod/mini";

/**
 * What a problem is about, as far as code has to know it to ask about a design. Without it, code takes for granted what
 * most problems have: things that are found by a value which the service makes up, and rates that last.
 */
export const Subject = z.strictObject({
  /** What tables may call the things, in the singular: `seat`, `asiento`. */
  things: z.array(z.string()).check(z.minLength(1)),
  /** What tables may be called that others fill, in the singular, the things excepted: `event`, `user`. */
  given: z.array(z.string()),
  /** The capability that makes what must not be made twice. */
  makes: z.string(),
  /** What reads and writes are in the words of the brief: looks at seat maps, holds. */
  rates: z.strictObject({ reads: z.string(), writes: z.string() }),
  /** Whether the service makes up the value by which a thing is found, as a short code is. */
  hasMadeKeys: z.boolean(),
  /** Whether the rates of the brief last, so that a year of them may be reckoned with. */
  isLasting: z.boolean(),
});
export type Subject = z.infer<typeof Subject>;

/** As of most problems unless this one says otherwise. */
export const hasMadeKeys = (subject: Pick<Subject, "hasMadeKeys"> | undefined): boolean => subject?.hasMadeKeys ?? true;
