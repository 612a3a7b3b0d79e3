import * as z from "zod/mini";

const Thing = z.union([z.string(), z.strictObject({ field: z.string(), times: z.int().check(z.minimum(1)) })]);

/**
 * What has to exist before each try of a test: a name under which its steps quote it → the input field of the capability `of`
 * that it is sent as. `times` makes several of them, quoted as `$crowd1`, `$crowd2` and so on.
 */
export const Seed = z.strictObject({ of: z.string(), things: z.record(z.string(), Thing) });
export type Seed = z.infer<typeof Seed>;

/** Every single thing by the name under which it is quoted, with its field. */
export function thingsOf({ things }: Seed): { name: string; field: string }[] {
  return Object.entries(things).flatMap(([name, thing]) =>
    typeof thing === "string"
      ? [{ name, field: thing }]
      : Array.from({ length: thing.times }, (_, n) => ({ name: `${name}${n + 1}`, field: thing.field })),
  );
}
