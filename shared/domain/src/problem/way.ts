import * as z from "zod/mini";

/** A column as ways speak of it, found in a design's table by its name and kind. */
export const ColumnRole = z.strictObject({
  names: z.array(z.string()),
  /** `state` has few values, `time` is a moment, `past` the moment of what has happened, a `span` a range of time, a `number` counts the rows that are about the same thing, a `flag` is true or false, `any` whatever the name says. */
  kind: z._default(z.enum(["state", "time", "past", "span", "number", "flag", "any"]), "any"),
  /** Of a state: what a value means → the words people write for it, the likeliest first. */
  values: z._default(z.record(z.string(), z.array(z.string())), {}),
});
export type ColumnRole = z.infer<typeof ColumnRole>;

/** A table as ways speak of it. */
export const TableRole = z.strictObject({
  /** What its name says, in the singular, the likeliest first. */
  names: z.array(z.string()),
  /** Further names, of which a table counts only where it has one of these columns. */
  also: z.optional(z.strictObject({ names: z.array(z.string()), having: z.array(z.string()) })),
  /** Of these names those of what comes of a row of the role, as a payment of its booking: where its rows hang on such ones it plays no role. */
  after: z._default(z.array(z.string()), []),
  columns: z._default(z.record(z.string(), ColumnRole), {}),
  /**
   * How the one table looks that plays the role where none is called so: its rows refer to those of one of these roles, or to
   * whatever they may where none is listed, it has these columns, `until|span` being either, and, `once`, no two of its rows refer to the same.
   */
  shape: z.optional(
    z.strictObject({
      refers: z.array(z.string()),
      has: z._default(z.array(z.string()), []),
      once: z._default(z.boolean(), false),
    }),
  ),
  /** How a row looks that nobody has come for yet, column by column, null being nothing: a table whose rows cannot look so is another's. */
  idle: z._default(z.record(z.string(), z.nullable(z.string())), {}),
  /** Of a table that only says which rows of two others belong together: these two roles. */
  joins: z.optional(z.tuple([z.string(), z.string()])),
  /** A role without whose table no table plays this one. */
  beside: z.optional(z.string()),
});
export type TableRole = z.infer<typeof TableRole>;

/**
 * What a schema has to show: a role (`seat`), a column of it (`seat.until`), or a value that the column can have
 * (`seat.state.held`); or that no two rows of a role can be about the same thing, `always`, while a `state` says so, or by an
 * exclusion constraint over `time`; or that a row of one role says which row of another it `refers` to;
 * or that what is `cached` of a role has a key by its own name, beside one `per` other role, or that a key's value is what a
 * field of the request or of its answer says, `cachedFor`, and that the endpoint `compares` it, rather than look only whether the key is there, or that it `ignores` what is called by one of some words;
 * or that the documents speak of one of some words, or do so where the endpoint is `told` of, or tell that it `locks` a role's row,
 * or locks something, which `mayLock` be that row, or that a role's row `stays` when it is over, or that one is `swept` away by a job now and then and by nothing else, or that the time
 * of one which is for good is written `endless`; or that no select which is written of the endpoint leaves out rows of a value that it
 * `sees`; or that the endpoint is told to look whether a role has a row, `looksIn`, or to delete one, `deletes`, or that the statements
 * which are written of it, if any are, speak of one that it `fills`.
 */
export const Need = z.union([
  z.string(),
  z.strictObject({ oneOf: z.array(z.string()) }),
  z.strictObject({ unique: z.string(), per: z.string(), while: z.enum(["always", "state", "time"]) }),
  z.strictObject({ answers: z.int() }),
  z.strictObject({ refers: z.string(), to: z.string() }),
  z.strictObject({ speaks: z.array(z.string()) }),
  z.strictObject({ told: z.array(z.string()) }),
  z.strictObject({ cached: z.string(), per: z.string() }),
  z.strictObject({ cachedFor: z.string() }),
  z.strictObject({ compares: z.string() }),
  z.strictObject({ ignores: z.array(z.string()) }),
  z.strictObject({ locks: z.string() }),
  z.strictObject({ mayLock: z.string() }),
  z.strictObject({ stays: z.string() }),
  z.strictObject({ swept: z.string() }),
  z.strictObject({ endless: z.string() }),
  z.strictObject({ sees: z.string() }),
  z.strictObject({ looksIn: z.string() }),
  z.strictObject({ deletes: z.string() }),
  z.strictObject({ fills: z.string() }),
]);
export type Need = z.infer<typeof Need>;

/** One way of doing what a capability asks for. */
export const Way = z.strictObject({
  name: z.string(),
  /** Completes "It …". */
  title: z.string(),
  needs: z.array(Need),
  lacks: z._default(z.array(Need), []),
  /** Ways that fit alike where this one fits: it is asked which of them is meant. */
  alike: z._default(z.array(z.string()), []),
  /** Never taken by itself; offered where it fits. */
  offered: z._default(z.boolean(), false),
  /** Offered first, where it is asked, if one of these is shown. */
  likelier: z._default(z.array(Need), []),
  /** What it answers that no row holds: a field of the capability, or a column of a role such as `hold.until`. */
  answers: z._default(z.record(z.string(), z.unknown()), {}),
  /**
   * Steps in terms of roles: a table, column or value of a role stands for the design's own, `$key` in a condition for
   * whatever names the row, `$in.seat` for an input, `$key: $cached` for the key of a row that a cache held, `$forever` for how the documents write a time without an end. What names something that a design does not have is left out. `when`
   * and `unless` list needs of a step. One that only `tidies` up is left out where nothing names its rows. An update that
   * `links` a role lets its row refer to that role's, one that `unlinks` it to none any more, and one `alone` of it finds its row only so, and one `of` it only where it names that very one, if it names any. A delete is an update to the state behind `or`, where the schema spells it.
   * `last` reads the last row of a role whose rows are numbered, which `if: { last, is }` asks about and `$next` comes behind.
   * `each` takes the steps under `do` for every row of a role that is about what is asked for.
   */
  steps: z.array(z.record(z.string(), z.unknown())),
});
export type Way = z.infer<typeof Way>;

/** What is looked for first where the documents tell that a repeated request is answered with what is there already. */
const Again = z.strictObject({ needs: z.array(Need), steps: z.array(z.record(z.string(), z.unknown())) });

/** The ways of a capability, the first that fits being the one that is meant, and the roles they speak of. */
export const Ways = z.strictObject({
  roles: z.record(z.string(), TableRole),
  list: z.array(Way),
  /** The first that fits is taken before a way's own steps. */
  again: z._default(z.array(Again), []),
  /** What `$lasts` stands for in steps: how long the problem has it last, unless the design says otherwise of what it calls so. */
  lasts: z.optional(z.strictObject({ usual: z.string(), of: z.array(z.string()) })),
});
export type Ways = z.infer<typeof Ways>;
