import { createEffect, on, onCleanup } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { listText } from "../../ui/format.ts";
import { Composer } from "./Composer.tsx";
import { createOutbox } from "./outbox.ts";
import { Thread } from "./Thread.tsx";

export function Chat() {
  const room = useRoom();
  const announce = useAnnounce();
  const outbox = createOutbox({
    events: () => room.live().events,
    deliver: (request) => room.channel.chat(request),
    newId: () => crypto.randomUUID(),
  });
  onCleanup(room.channel.onReopen(() => outbox.resume()));
  createEffect(
    on(
      () => room.live().events.length,
      (count, before) => {
        if (before === undefined || before === 0) return; // what was said earlier is read, not announced
        for (const event of room.live().events.slice(before, count)) {
          if (event.type !== "message" || event.person?.id === room.me.id) continue;
          announce.say(`${event.person?.name ?? "Interviewer"}: ${event.text}`);
        }
      },
    ),
  );

  const nameOf = (id: string) => room.live().people.find((person) => person.id === id)?.name ?? "Somebody";
  const typing = () => {
    const names = room.typing().map(nameOf);
    return names.length === 0 ? "" : `${listText(names)} ${names.length === 1 ? "is" : "are"} writing…`;
  };
  const whyNot = () => {
    if (room.may("chat.write")) return undefined;
    return room.live().state === "ended" ? "The room has ended" : "Observers read along";
  };

  return (
    <>
      <Thread
        live={room.live()}
        me={room.me}
        drafts={outbox.drafts()}
        onRetry={outbox.retry}
        onDiscard={outbox.discard}
      />
      <Composer whyNot={whyNot()} typing={typing()} onSend={outbox.send} onTyping={() => room.channel.typing()} />
    </>
  );
}
