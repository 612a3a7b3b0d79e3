import { isDatabaseAway } from "@proofroom/database/away";
import type { RoomId } from "@proofroom/domain/id";
import { type ChatAnswer, ChatRequest, LookingAt } from "@proofroom/domain/room/channel";
import { may } from "@proofroom/domain/room/permissions";
import { createPace } from "../pace.ts";
import { type Chat, chatAction } from "../chat/post-message.ts";
import { sentenceIn } from "../http/input.ts";
import { databaseAway, notFound, refusal } from "../http/refusal.ts";
import { audience, type ChannelServer, type ChannelSocket, type Seat } from "./seat.ts";
import type { createPresence } from "./presence.ts";
import type { RoomFeed } from "./room-feed.ts";

interface RoomDependencies {
  io: ChannelServer;
  feed: RoomFeed;
  presence: ReturnType<typeof createPresence>;
  chat: Chat;
  onTyping: (roomId: RoomId) => void;
  now: () => number;
  report: (error: unknown) => void;
}

const malformed = "This message could not be read. Load the page again and send it once more.";

/** What a seated socket hears and may say. Every packet is asked for anew: the seat's standing changes under it. */
export function inTheRoom({ io, feed, presence, chat, onTyping, now, report }: RoomDependencies) {
  const pace = createPace({ most: 60, millis: 10_000, now });
  const lookingPace = createPace({ most: 5, millis: 10_000, now });
  const typingPace = createPace({ most: 1, millis: 900, now });

  const say = async (seat: Seat, request: unknown): Promise<ChatAnswer> => {
    const message = ChatRequest.safeParse(request);
    if (!message.success) return refusal("invalid", sentenceIn(message.error.issues) ?? malformed);
    const { standing } = seat;
    if (standing.role === null || !may(chatAction(message.data.channel), standing.role, standing)) return notFound;
    try {
      return await chat.post(seat.member.room.id, seat.member.person, message.data);
    } catch (error) {
      if (isDatabaseAway(error)) return databaseAway;
      report(error);
      return refusal("internal", "The message was not kept. Send it again.");
    }
  };

  return (socket: ChannelSocket): void => {
    const { seat } = socket.data;
    if (seat === undefined) return void socket.disconnect(true);
    const { role, room } = seat.member;
    const { id: roomId } = room;
    const everybody = audience.everybody(roomId);

    // A client that sends without end is not one of ours.
    socket.use((_packet, next) => (pace.take(socket.id) > 0 ? void socket.disconnect(true) : next()));
    socket.on("chat", (request, answer) => {
      void say(seat, request).then((said) => {
        if (typeof answer === "function") answer(said);
      });
    });
    socket.on("typing", () => {
      const { standing, member } = seat;
      const maySpeak = standing.role !== null && may("chat.write", standing.role, standing);
      if (!maySpeak || typingPace.take(socket.id) > 0) return;
      socket.to(everybody).emit("live", { type: "typing", person: member.person.id });
      onTyping(roomId);
    });

    socket.on("looking", (given) => {
      const at = LookingAt.safeParse(given);
      const { standing, member } = seat;
      if (!at.success || standing.role === null || lookingPace.take(socket.id) > 0) return;
      socket.to(everybody).emit("live", { type: "looking", person: member.person.id, ...at.data });
    });

    const leave = presence.enter(roomId, seat.member.person.id);
    socket.on("disconnect", () => {
      leave();
      feed.leave(roomId);
      io.to(everybody).emit("live", presence.of(roomId));
    });

    const reads = { room_event: may("chat.read", role, room), staff_event: may("staff-chat.read", role, room) };
    feed
      .join(roomId, {
        after: seat.after,
        backfill: (stream, event) => {
          if (reads[stream]) socket.emit(stream === "room_event" ? "event" : "staff", event);
        },
        cutOver: () => {
          if (!socket.connected) return;
          void socket.join(audience.person(roomId, seat.member.person.id));
          if (reads.room_event) void socket.join(everybody);
          if (reads.staff_event) void socket.join(audience.staff(roomId));
          io.to(everybody).emit("live", presence.of(roomId));
        },
      })
      .catch((error: unknown) => {
        report(error);
        socket.conn.close();
      });
  };
}
