import * as z from "zod/mini";

/**
 * The closed vocabulary of what an endpoint may do. A value is a literal, a reference such as `$body.url`, `$path.code`,
 * `$query.limit`, `$header.idempotency-key`, `$row.code`, `$now`, or one of the fixed functions. `$row` is the last row read
 * or written, `$row` alone all of it, `$seats.id` of the last row of that table, or where there is none of what was published as
 * `seats`, `$rows` what a list found, `$rows.0.id` of its first, `$count` what was counted,
 * `$cached` and `$object` what a cache or an object store held, `$called` what another service answered, `$item` what a `forEach` is at, `$message` what a worker has
 * been given; a reference to what was not sent is null, and a `hash` may be cut to its `first` characters;
 * `base62` is so many random characters, out of 62 or those that are named under `of`;
 * `snowflake` is a new number of 63 bits that no other is, `nextval` the next number of a sequence of the schema, which only a row
 * can be written with and all of a row have alike, `encode62` a whole number in 62 digits, and `decode62` the number again;
 * `lower` is a text in lower case, `withoutQuery` one up to its first `?` or `#`; `coalesce` is its first value, or its second where the first is
 * null; `until` is a range of time that begins now, of a row that is there where its own begins, and ends then, null being never;
 * `json` is a document in which every reference stands for its value. A key of a cache and a name
 * of an object are texts with holes: `u:{path.code}`.
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | { base62: number; of?: string | undefined }
  | { uuid: true }
  | { snowflake: true }
  | { nextval: string }
  | { encode62: Value }
  | { decode62: Value }
  | { lower: Value }
  | { withoutQuery: Value }
  | { hash: Value; first?: number | undefined }
  | { coalesce: [Value, Value] }
  | { add: [Value, Value] }
  | { sub: [Value, Value] }
  | { until: Value }
  | { json: unknown };

/** Each once, and at least two, or nothing could be told apart. */
const Characters = z.string().check(
  z.regex(/^[!-~]{2,94}$/),
  z.refine((text) => new Set(text).size === text.length),
);

export const Value: z.ZodMiniType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.strictObject({ base62: z.int().check(z.minimum(1), z.maximum(32)), of: z.optional(Characters) }),
    z.strictObject({ uuid: z.literal(true) }),
    z.strictObject({ snowflake: z.literal(true) }),
    z.strictObject({ nextval: z.string().check(z.minLength(1)) }),
    z.strictObject({ encode62: Value }),
    z.strictObject({ decode62: Value }),
    z.strictObject({ lower: Value }),
    z.strictObject({ withoutQuery: Value }),
    z.strictObject({ hash: Value, first: z.optional(z.int().check(z.minimum(1), z.maximum(64))) }),
    z.strictObject({ coalesce: z.tuple([Value, Value]) }),
    z.strictObject({ add: z.tuple([Value, Value]) }),
    z.strictObject({ sub: z.tuple([Value, Value]) }),
    z.strictObject({ until: Value }),
    z.strictObject({ json: z.unknown() }),
  ]),
);

/** `anyCase` is equal but for the case of its letters. */
export const Comparison = z.union([
  z.strictObject({ eq: Value }),
  z.strictObject({ anyCase: Value }),
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

/** What an insert does about a unique violation on a column. `regenerate` counts further tries, `overwrite` names what the row that is there takes over. */
export const OnConflict = z.union([
  z.strictObject({ regenerate: z.int().check(z.minimum(1), z.maximum(10)) }),
  z.strictObject({ overwrite: z.array(z.string()).check(z.minLength(1)) }),
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
  /**
   * Asks the cache first: `key` has holes named as columns of `by`, `negative` is how long it remembers that there is no such
   * row, `in` which cache where several are drawn.
   */
  cache: z.optional(
    z.strictObject({
      key: z.optional(z.string()),
      ttl: z.optional(z.string()),
      negative: z.optional(z.string()),
      in: z.optional(z.string()),
    }),
  ),
  /** Keeps others from changing the row until the transaction ends; `absent` also from looking for it so, be it there or not. */
  lock: z.optional(z.union([z.literal(true), z.literal("absent")])),
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
export type UpdateStep = z.infer<typeof UpdateStep>;
/** `$count` is how many there are. */
export const CountStep = z.strictObject({ count: z.string(), where: z.optional(Where) });
export const DeleteStep = z.strictObject({ delete: z.string(), where: Where });
/** One row that fits and that nobody else is taking: changed as `set` says, or else deleted. 503 unless given where none is left. */
export const TakeStep = z.strictObject({
  take: z.string(),
  where: z.optional(Where),
  set: z.optional(values),
  else: z.optional(status),
});
export const IncrementStep = z.strictObject({ increment: z.string(), by: z.optional(Value), where: Where });
/** `to` names the queue where the name of what is published does not. */
export const PublishStep = z.strictObject({
  publish: z.string(),
  message: z.optional(values),
  to: z.optional(z.string()),
});
/**
 * Asks an endpoint of this document of another drawn service; `path` has holes as a cache's key has, `$called` is what it
 * answered, `to` names the service where the name that is called does not. One that gives no answer in time is a 503.
 */
export const CallStep = z.strictObject({
  call: z.string(),
  path: z.string(),
  method: z.optional(z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"])),
  body: z.optional(values),
  timeout: z.optional(z.string()),
  else: z.optional(status),
  to: z.optional(z.string()),
});
export type CallStep = z.infer<typeof CallStep>;
const where = { in: z.optional(z.string()) };
/** What the key has to hold, or it counts as not there: of a document only the parts that are named are compared. */
const asHeld = { is: z.optional(Value) };
/** `$cached` is what it held. */
export const CacheGetStep = z.strictObject({ "cache.get": z.string(), ...asHeld, ...where });
export const CachePutStep = z.strictObject({
  "cache.put": z.string(),
  value: Value,
  ttl: z.optional(z.string()),
  /** Atomic: only where nothing is kept under the key, as an `if` behind it asks by `found`; `$cached` is then what was put. */
  absent: z.optional(z.literal(true)),
  ...where,
});
/** Atomic also where it `is` to hold something. */
export const CacheDeleteStep = z.strictObject({ "cache.delete": z.string(), ...asHeld, ...where });
/** Atomic; `$count` is the new value, and `ttl` runs from the first one on. */
export const CacheIncrementStep = z.strictObject({
  "cache.increment": z.string(),
  by: z.optional(Value),
  ttl: z.optional(z.string()),
  ...where,
});
export const ObjectPutStep = z.strictObject({ "object.put": z.string(), body: Value });
/** `$object` is what it held. */
export const ObjectGetStep = z.strictObject({ "object.get": z.string(), else: z.optional(status) });
export const ObjectDeleteStep = z.strictObject({ "object.delete": z.string() });
export const RedirectStep = z.strictObject({ redirect: Value, status: z.optional(status) });
/** `body` is JSON in which every string that is a value's reference stands for the value; `location` has holes as a cache's key has. */
export const ReturnStep = z.strictObject({
  return: z.strictObject({
    status: z.optional(status),
    body: z.optional(z.unknown()),
    location: z.optional(z.string()),
  }),
});
export type TransactionStep = { transaction: Step[] };
export const TransactionStep: z.ZodMiniType<TransactionStep> = z.lazy(() =>
  z.strictObject({ transaction: z.array(Step) }),
);

/** Whether the step before has found anything, or a condition on the row (`status: free`) or on any value (`$count: { lt: 5 }`). */
export const Condition = z.union([z.strictObject({ found: z.boolean() }), Where]);
export type Condition = z.infer<typeof Condition>;
export type IfStep = { if: Condition; then: Step[]; else?: Step[] | undefined };
export const IfStep: z.ZodMiniType<IfStep> = z.lazy(() =>
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  z.strictObject({ if: Condition, then: z.array(Step), else: z.optional(z.array(Step)) }),
);
/** Takes the steps once for each element of a list; `$item` is the one it is at. */
export type ForEachStep = { forEach: Value; do: Step[] };
export const ForEachStep: z.ZodMiniType<ForEachStep> = z.lazy(() =>
  z.strictObject({ forEach: Value, do: z.array(Step) }),
);

const plain = [
  InsertStep,
  GetStep,
  ListStep,
  CountStep,
  UpdateStep,
  DeleteStep,
  TakeStep,
  IncrementStep,
  PublishStep,
  CallStep,
  CacheGetStep,
  CachePutStep,
  CacheDeleteStep,
  CacheIncrementStep,
  ObjectPutStep,
  ObjectGetStep,
  ObjectDeleteStep,
  RedirectStep,
  ReturnStep,
] as const;

/** A step that has no others in it. */
export const PlainStep = z.union(plain);
export type PlainStep = z.infer<typeof PlainStep>;
export type Step = PlainStep | TransactionStep | IfStep | ForEachStep;
export const Step: z.ZodMiniType<Step> = z.lazy(() => z.union([...plain, TransactionStep, IfStep, ForEachStep]));

const keeping = {
  column: z.string(),
  /** Columns that keep the key apart from others' beside it, with what a request says of them: `{user_id: $user}`. */
  within: z.optional(z.record(z.string(), Value)),
  /** The column beside it that keeps what the first send was answered, which is answered again. */
  answer: z.optional(z.string()),
  /** The column beside it that keeps a hash of what was sent: another request under the same key is refused. */
  hash: z.optional(z.string()),
  /** With this status; 422 unless given, and 409 where the key is the row's own. */
  else: z.optional(status),
};
/** `Idempotency-Key: …` stored in `table.column`; the same key answers the same row and writes nothing new. */
export const Idempotency = z.union([
  z.strictObject({ header: z.string(), ...keeping }),
  /** In place of a header a reference to what is sent elsewhere, `$body.request_id`; what is sent with it has to be the same. */
  z.strictObject({ sent: z.string(), ...keeping }),
]);
export type Idempotency = z.infer<typeof Idempotency>;

/** The long form of `x-operation`. */
export const OperationSteps = z.strictObject({ idempotency: z.optional(Idempotency), steps: z.array(Step) });
export type OperationSteps = z.infer<typeof OperationSteps>;
