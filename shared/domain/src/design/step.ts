import * as z from "zod/mini";

/**
 * The closed vocabulary of what an endpoint may do. A value is a literal, a reference such as `$body.url`, `$path.code`,
 * `$query.limit`, `$header.idempotency-key`, `$row.code`, `$now`, or one of the fixed functions. `$row` is the last row read
 * or written, `$row` alone all of it, `$seats.id` of the last row of that table, `$rows` what a list found; a reference to what was not sent is null, and
 * `coalesce` is its first value, or its second where the first is null.
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | { base62: number }
  | { uuid: true }
  | { hash: Value }
  | { coalesce: [Value, Value] }
  | { add: [Value, Value] }
  | { sub: [Value, Value] };

export const Value: z.ZodMiniType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.strictObject({ base62: z.int().check(z.minimum(1), z.maximum(32)) }),
    z.strictObject({ uuid: z.literal(true) }),
    z.strictObject({ hash: Value }),
    z.strictObject({ coalesce: z.tuple([Value, Value]) }),
    z.strictObject({ add: z.tuple([Value, Value]) }),
    z.strictObject({ sub: z.tuple([Value, Value]) }),
  ]),
);

export const Comparison = z.union([
  z.strictObject({ eq: Value }),
  z.strictObject({ lt: Value }),
  z.strictObject({ lte: Value }),
  z.strictObject({ gt: Value }),
  z.strictObject({ gte: Value }),
  z.strictObject({ in: z.array(Value) }),
  Value,
]);
export type Comparison = z.infer<typeof Comparison>;

/** Column → comparison; `any` holds alternatives of which one must be true. */
export type Where = { [column: string]: Comparison | Where[] };
export const Where: z.ZodMiniType<Where> = z.lazy(() => z.record(z.string(), z.union([z.array(Where), Comparison])));

/** What an insert does about a unique violation on a column. `regenerate` counts further tries. */
export const OnConflict = z.union([
  z.strictObject({ regenerate: z.int().check(z.minimum(1), z.maximum(10)) }),
  z.literal("return-existing"),
  z.literal("ignore"),
]);
export type OnConflict = z.infer<typeof OnConflict>;

const values = z.record(z.string(), Value);
const status = z.int().check(z.minimum(100), z.maximum(599));

export const InsertStep = z.strictObject({
  insert: z.string(),
  values,
  onConflict: z.optional(z.record(z.string(), OnConflict)),
});
export const GetStep = z.strictObject({
  get: z.string(),
  by: Where,
  /** Answers this status when no row is found; 404 unless given. */
  else: z.optional(status),
  cache: z.optional(z.strictObject({ key: z.string(), ttl: z.optional(z.string()), negative: z.optional(z.string()) })),
});
export const ListStep = z.strictObject({
  list: z.string(),
  /** Of a condition that compares with a query parameter which was not sent, nothing is asked. */
  where: z.optional(Where),
  /** `column` or `column desc`. */
  order: z.optional(z.array(z.string())),
  limit: z.optional(Value),
  cursor: z.optional(Value),
});
export const UpdateStep = z.strictObject({
  update: z.string(),
  set: values,
  where: Where,
  else: z.optional(status),
});
export const DeleteStep = z.strictObject({ delete: z.string(), where: Where });
export const IncrementStep = z.strictObject({ increment: z.string(), by: z.optional(Value), where: Where });
export const PublishStep = z.strictObject({ publish: z.string(), message: z.optional(values) });
export const RedirectStep = z.strictObject({ redirect: Value, status: z.optional(status) });
/** `body` is JSON in which every string that is a value's reference stands for the value. */
export const ReturnStep = z.strictObject({
  return: z.strictObject({ status: z.optional(status), body: z.optional(z.unknown()) }),
});
export type TransactionStep = { transaction: Step[] };
export const TransactionStep: z.ZodMiniType<TransactionStep> = z.lazy(() =>
  z.strictObject({ transaction: z.array(Step) }),
);

export type Step =
  | z.infer<typeof InsertStep>
  | z.infer<typeof GetStep>
  | z.infer<typeof ListStep>
  | z.infer<typeof UpdateStep>
  | z.infer<typeof DeleteStep>
  | z.infer<typeof IncrementStep>
  | z.infer<typeof PublishStep>
  | z.infer<typeof RedirectStep>
  | z.infer<typeof ReturnStep>
  | TransactionStep;
export const Step: z.ZodMiniType<Step> = z.lazy(() =>
  z.union([
    InsertStep,
    GetStep,
    ListStep,
    UpdateStep,
    DeleteStep,
    IncrementStep,
    PublishStep,
    RedirectStep,
    ReturnStep,
    TransactionStep,
  ]),
);

/** `Idempotency-Key: …` stored in `table.column`; the same key answers the same row and writes nothing new. */
export const Idempotency = z.strictObject({ header: z.string(), column: z.string() });
export type Idempotency = z.infer<typeof Idempotency>;

/** The long form of `x-operation`. */
export const OperationSteps = z.strictObject({ idempotency: z.optional(Idempotency), steps: z.array(Step) });
export type OperationSteps = z.infer<typeof OperationSteps>;
