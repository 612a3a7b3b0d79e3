import type { Database } from "@proofroom/database/schema";
import type { PersonId } from "@proofroom/domain/id";
import { type Action, may } from "@proofroom/domain/room/permissions";
import type { Context, MiddlewareHandler } from "hono";
import { uniqueSymbol } from "hono-openapi";
import type { Kysely } from "kysely";
import { notFound, signedOut } from "../http/refusal.ts";
import { type CurrentMember, findMember } from "../rooms/member.ts";
import type { Caller, Sessions } from "./lucia.ts";

export interface SignedIn {
  Variables: { caller: Caller };
}
export interface InRoom {
  Variables: { caller: Caller; member: CurrentMember };
}

/** Which room a request is about, and who started the thing it names, where the row of the action says `own`. */
export interface Home {
  roomId: string;
  startedBy?: PersonId;
}

/**
 * The middlewares that say who may come in. Each also writes into the route's description which row of the permission
 * table it consults, so that a test can find a route that consults none.
 */
export function createAccess({ db, sessions }: { db: Kysely<Database>; sessions: Sessions }) {
  const callerOf = async (c: Context): Promise<Caller | null> => {
    const caller = await sessions.read(c.req.header("cookie"));
    if (caller?.setCookie !== undefined) c.header("Set-Cookie", caller.setCookie, { append: true });
    return caller;
  };

  return {
    /** Anybody, signed in or not. */
    everybody: consulting("everybody", (_c, next) => next()),

    signedIn: consulting<SignedIn>("signed-in", async (c, next) => {
      const caller = await callerOf(c);
      if (caller === null) return c.json(signedOut, 401);
      c.set("caller", caller);
      return next();
    }),

    /** A member who may do `action` now; to all others the room does not exist. */
    member: (action: Action, home: (c: Context) => Promise<Home | null> = roomInPath): MiddlewareHandler<InRoom> =>
      consulting<InRoom>(action, async (c, next) => {
        const caller = await callerOf(c);
        if (caller === null) return c.json(signedOut, 401);
        const about = await home(c);
        const member = about === null ? null : await findMember(db, about.roomId, caller.person.id);
        const isOwn = about?.startedBy === caller.person.id;
        if (member === null || !may(action, member.role, member.room, isOwn)) return c.json(notFound, 404);
        c.set("caller", caller);
        c.set("member", member);
        return next();
      }),
  };
}
export type Access = ReturnType<typeof createAccess>;

const roomInPath = (c: Context): Promise<Home | null> => {
  const roomId = c.req.param("room");
  return Promise.resolve(roomId === undefined ? null : { roomId });
};

const consulting = <E extends SignedIn | InRoom | object>(
  row: string,
  middleware: MiddlewareHandler<E>,
): MiddlewareHandler<E> => Object.assign(middleware, { [uniqueSymbol]: { spec: { "x-access": row } } });
