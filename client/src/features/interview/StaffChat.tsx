import type { RoomEvent } from "@proofroom/domain/room/channel";
import { createEffect, onCleanup, Show, Suspense } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { useRoom } from "../../data/room.tsx";
import { createStaff } from "../../data/staff.ts";
import { useToast } from "../../ui/toast.tsx";
import { createMessageNews } from "../chat/announce-messages.ts";
import { Composer } from "../chat/Composer.tsx";
import { createOutbox } from "../chat/outbox.ts";
import { Thread } from "../chat/Thread.tsx";
import { whySilent } from "../chat/why-silent.ts";
import { HintDrawer } from "./lazy.ts";
import type { ThreadActions } from "./thread-actions.ts";

/** What owner and interviewers say among themselves, and what a private advisor tells them. */
export function StaffChat(props: {
  actions: Omit<ThreadActions, "show" | "reply">;
  /** How many messages of others there are, for whoever is elsewhere. */
  onCount: (messages: number) => void;
}) {
  const room = useRoom();
  const interview = useInterview();
  const toast = useToast();
  const staff = createStaff(room);
  const outbox = createOutbox({
    events: staff.events,
    deliver: (request) => room.channel.chat({ ...request, channel: "staff" }),
    newId: () => crypto.randomUUID(),
    onNote: (text) => toast({ icon: "warning", text }),
  });
  onCleanup(room.channel.onOpen(() => outbox.resume()));
  createMessageNews(staff.events, staff.isLoaded, room.me.id);
  createEffect(() => props.onCount(staff.events().filter((event) => isNews(event, room.me.id)).length));
  const isAdvised = () => interview.clock().policy === "advisor";
  const showsHints = () => isAdvised() && interview.clock().phase !== null && room.may("interview.hint");
  const whySilentToStaff = () => {
    const clock = interview.clock();
    return isAdvised() ? whySilent({ ...clock, policy: "interviewer" }) : notAdvised;
  };
  return (
    <>
      <Thread
        label="Staff chat"
        fieldId="say-to-staff"
        empty="Only owner and interviewers read this. A private advisor would write here."
        live={{ events: staff.events(), people: room.live().people }}
        me={room.me}
        drafts={outbox.drafts()}
        voicing={isAdvised() ? interview.voicing() : undefined}
        actions={props.actions}
        onRetry={outbox.retry}
        onDiscard={outbox.discard}
      />
      <Show when={showsHints()}>
        <Suspense>
          <HintDrawer />
        </Suspense>
      </Show>
      <Composer
        id="say-to-staff"
        label="Message to staff"
        whyNot={room.may("staff-chat.write") ? undefined : "You may read this, and not write"}
        typing={isAdvised() ? "It reads along" : ""}
        asks={isAdvised()}
        whySilent={whySilentToStaff()}
        onSend={outbox.send}
        onTyping={() => {}}
      />
    </>
  );
}

const notAdvised = "The AI reads nothing of this chat and answers nobody here: it is no private advisor in this room.";

/** What staff who look elsewhere should know of: words of others, and messages that wait for them. */
const isNews = (event: RoomEvent, me: string): boolean =>
  event.type === "message" ? event.person?.id !== me : event.type === "held" || event.type === "flagged";
