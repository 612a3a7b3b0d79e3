import * as z from "zod/mini";
import { PersonId } from "../id.ts";
import { Role } from "./room.ts";

export const Person = z.object({ id: PersonId, name: z.string() });
export type Person = z.infer<typeof Person>;

/** A member as everybody in the room sees them; `hue` (1–8) is their colour, given by order of joining. */
export const Member = z.object({ ...Person.shape, role: Role, hue: z.int().check(z.minimum(1), z.maximum(8)) });
export type Member = z.infer<typeof Member>;
