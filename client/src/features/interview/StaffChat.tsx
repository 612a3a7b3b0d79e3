import { createEffect, onCleanup } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { createStaff } from "../../data/staff.ts";
import { createMessageNews } from "../chat/announce-messages.ts";
import { Composer } from "../chat/Composer.tsx";
import { createOutbox } from "../chat/outbox.ts";
import { Thread } from "../chat/Thread.tsx";
import type { ThreadActions } from "./thread-actions.ts";

/** What owner and interviewers say among themselves, and what a private advisor tells them. */
export function StaffChat(props: {
  actions: Omit<ThreadActions, "show" | "reply">;
  /** How many messages of others there are, for whoever is elsewhere. */
  onCount: (messages: number) => void;
}) {
  const room = useRoom();
  const interview = useInterview();
  const staff = createStaff(room);
  const outbox = createOutbox({
    events: staff.events,
    deliver: (request) => room.channel.chat({ ...request, channel: "staff" }),
    newId: () => crypto.randomUUID(),
  });
  onCleanup(room.channel.onReopen(() => outbox.resume()));
  createMessageNews(staff.events, room.me.id);
  createEffect(() =>
    props.onCount(staff.events().filter((e) => e.type === "message" && e.person?.id !== room.me.id).length),
  );
  const isAdvised = () => interview.clock().policy === "advisor";
  return (
    <>
      <Thread
        label="Staff chat"
        empty="Only owner and interviewers read this. A private advisor would write here."
        live={{ events: staff.events(), people: room.live().people }}
        me={room.me}
        drafts={outbox.drafts()}
        voicing={isAdvised() ? interview.voicing() : undefined}
        actions={props.actions}
        onRetry={outbox.retry}
        onDiscard={outbox.discard}
      />
      <Composer
        id="say-to-staff"
        label="Message to staff"
        whyNot={room.may("staff-chat.write") ? undefined : "You may read this, and not write"}
        typing={isAdvised() ? "The advisor reads along" : ""}
        asks={isAdvised()}
        onSend={outbox.send}
        onTyping={() => {}}
      />
    </>
  );
}
