import { isDatabaseAway } from "@proofroom/database/away";
import { ChannelAuth } from "@proofroom/domain/room/channel";
import { databaseAway, internal, notFound, type Refusal, refusal, signedOut } from "../http/refusal.ts";
import { type Door, type Entered, enter } from "../rooms/enter.ts";
import type { Standing } from "../rooms/open-sockets.ts";
import type { ChannelSocket } from "./seat.ts";

/** Refuses in Socket.IO's way: the client gets `connect_error` with the code, and the sentence in `data`. */
class Refused extends Error {
  readonly data: Refusal;
  constructor(data: Refusal) {
    super(data.error);
    this.data = data;
  }
}

const full = refusal("too-many-tabs", "This room is open in too many tabs. Close some of them and try again.");

/** Seats whoever may come into the room of the handshake, and has the seat taken away when they may not any more. */
export const atTheDoor =
  ({ report, ...door }: Door & { report: (error: unknown) => void }) =>
  (socket: ChannelSocket, pass: (error?: Error) => void): void => {
    const auth = ChannelAuth.safeParse(socket.handshake.auth);
    if (!auth.success) return pass(new Refused(notFound));
    const { room: roomId, after, staffAfter } = auth.data;
    const answer = (entered: Entered): Refusal | null => {
      switch (entered.outcome) {
        case "signed-out":
          return signedOut;
        case "not-found":
          return notFound;
        case "full":
          return full;
        case "in": {
          const { caller, member } = entered;
          const standing: Standing = { role: member.role, state: member.room.state, mode: member.room.mode };
          socket.data.seat = {
            member,
            standing,
            after: {
              ...(after === undefined ? {} : { room_event: after }),
              ...(staffAfter === undefined ? {} : { staff_event: staffAfter }),
            },
          };
          const remove = door.sockets.add({
            roomId: member.room.id,
            personId: caller.person.id,
            session: caller.session,
            standing,
            close: () => (socket.connected ? socket.disconnect(true) : socket.conn.close()),
          });
          socket.on("disconnect", remove);
          socket.conn.on("close", remove);
          if (socket.conn.readyState !== "open") remove();
          return null;
        }
      }
    };
    enter(door, { cookies: socket.handshake.headers.cookie, roomId }, answer).then(
      (refused) => (refused === null ? pass() : pass(new Refused(refused))),
      (error: unknown) => {
        if (isDatabaseAway(error)) return pass(new Refused(databaseAway));
        report(error);
        pass(new Refused(internal));
      },
    );
  };
