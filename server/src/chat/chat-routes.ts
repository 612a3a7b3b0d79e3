import type { Database } from "@proofroom/database/schema";
import type { RoomId } from "@proofroom/domain/id";
import { PhaseId } from "@proofroom/domain/interview/phase";
import { AnchoredPlace } from "@proofroom/domain/interview/place";
import { Question, SpeechKind, VoiceName } from "@proofroom/domain/interview/speech";
import { ChatRequest, MessageId, MessageText } from "@proofroom/domain/room/channel";
import { Person } from "@proofroom/domain/room/person";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { After, afterOf, input } from "../http/input.ts";
import { readRoomEvents } from "../rooms/room-events.ts";
import type { Chat } from "./post-message.ts";

const Message = z.object({
  seq: z.int(),
  id: MessageId,
  person: z.nullable(Person),
  at: z.string(),
  text: MessageText,
  to: z.optional(z.int()),
  /** From here on the interviewer's alone. */
  voice: z.optional(VoiceName),
  kind: z.optional(SpeechKind),
  question: z.optional(Question),
  about: z.optional(AnchoredPlace),
  proposes: z.optional(PhaseId),
  ended: z.optional(z.enum(["interrupted", "stopped"])),
});

export interface ChatDependencies {
  db: Kysely<Database>;
  access: Access;
  chat: Chat;
  /** Told of everybody who says something over HTTP, without a socket. */
  onSaid: (roomId: RoomId) => void;
}

export const chatRoutes = ({ db, access, chat, onSaid }: ChatDependencies) =>
  new Hono()
    .get(
      "/:room/messages",
      describe("The messages of a room in the one order they have", { 200: z.object({ messages: z.array(Message) }) }),
      access.member("chat.read"),
      input("query", After),
      async (c) => {
        const after = afterOf(c.req.valid("query"));
        const events = await readRoomEvents(db, {
          stream: "room_event",
          roomId: c.var.member.room.id,
          after,
          only: ["message"],
        });
        const messages = events.flatMap((event) => {
          if (event.type !== "message") return [];
          const { type: _, ...message } = event;
          return [message];
        });
        return c.json({ messages }, 200);
      },
    )
    .post(
      "/:room/messages",
      describe("Say something to the room; the same id again answers the same seq", {
        201: z.object({ seq: z.int(), note: z.optional(z.string()) }),
      }),
      access.member("chat.write"),
      input("json", z.omit(ChatRequest, { channel: true })),
      async (c) => {
        const { room, person } = c.var.member;
        const answer = await chat.post(room.id, person, c.req.valid("json"));
        if ("seq" in answer) onSaid(room.id);
        if ("seq" in answer) return c.json(answer, 201);
        if (answer.error === "not-found") return c.json(answer, 404);
        if (answer.error === "empty" || answer.error === "too-long") return c.json(answer, 422);
        return c.json(answer, answer.error === "too-fast" ? 429 : 409);
      },
    );
