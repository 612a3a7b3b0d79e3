import * as z from "zod/mini";

/** `$name` keeps and quotes values across steps, `{seed}` and `{i}` differ per run and per repetition. */
const Expectation = z.strictObject({
  /** `2xx`, `4xx`, or an exact status. */
  status: z.optional(z.union([z.int(), z.string().check(z.regex(/^[1-5]xx$/))])),
  /** The Location that a 3xx must carry. */
  redirect: z.optional(z.string()),
  /** Output field → value it must equal. */
  out: z.optional(z.record(z.string(), z.string())),
  /** Output field of which all repetitions must differ. */
  distinct: z.optional(z.string()),
  /** Output field → a value that no other success may give; a refusal that adds nothing is as good as another value. */
  unlike: z.optional(z.record(z.string(), z.string())),
  /** Where a redirect has to lead; an answer that is none is as good as another. */
  redirectOnly: z.optional(z.string()),
  /** Output field that all repetitions must share. */
  same: z.optional(z.string()),
  /** Rows that the capability's table gained since the test began. */
  rows: z.optional(z.int()),
  /** The same where the capability adds rows at all; a design that changes a row instead has none to count, and of a log each thing that one request writes down counts once. */
  rowsAtMost: z.optional(z.int()),
  /** Of all repetitions so many (`some`: one or more) succeed with a 2xx, and every other one is refused with a 4xx. */
  winners: z.optional(z.union([z.int(), z.literal("some")])),
});
export type Expectation = z.infer<typeof Expectation>;

export const TestStep = z.strictObject({
  call: z.string(),
  with: z.optional(z.record(z.string(), z.string())),
  /** Fields of which any value will do that the endpoint takes: it is sent in the length and the letters that are declared. */
  madeUp: z.optional(z.array(z.string())),
  /** Names a value of the capability's idempotency header; a UUID made of it is what is sent. */
  key: z.optional(z.string()),
  /** Repetitions of this call, at most 16 in flight. */
  times: z.optional(z.int()),
  keep: z.optional(z.record(z.string(), z.string())),
  /** Moves the deployment's clock before the call: `3m`, `-10s`. */
  advanceClock: z.optional(z.string()),
  /**
   * Has the next random text that the design draws be this one, as chance would have it some day. Of a design that draws none
   * the step asks nothing further.
   */
  drawAgain: z.optional(z.string()),
  /** Of what is drawn again those letters in the other case that the design draws in both. */
  swapCase: z.optional(z.literal(true)),
  /** Names what an earlier step may have kept; where it kept nothing, nothing is asked. */
  ifKept: z.optional(z.string()),
  /**
   * Has the repetitions meet: each waits a moment after it has looked at what is stored, so that the others look before it
   * writes. What two requests at once do now and then happens every time.
   */
  abreast: z.optional(z.boolean()),
  expect: Expectation,
});
export type TestStep = z.infer<typeof TestStep>;

export const FunctionalTest = z.strictObject({
  name: z.string(),
  /** Name of an entry of the problem's lessons. */
  teaches: z.string(),
  steps: z.array(TestStep),
});
export type FunctionalTest = z.infer<typeof FunctionalTest>;
