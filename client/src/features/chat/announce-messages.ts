import type { RoomEvent } from "@proofroom/domain/room/channel";
import { type Accessor, createEffect, on } from "solid-js";
import { useAnnounce } from "../../ui/announce.tsx";
import { placeText } from "../interview/names.ts";

/** Says each new message once, whole, in the order of its stream; what was said before one came in is read, not announced. */
export function createMessageNews(events: Accessor<readonly RoomEvent[]>, me: string): void {
  const announce = useAnnounce();
  createEffect(
    on(
      () => events().length,
      (count, before) => {
        if (before === undefined || before === 0) return;
        for (const event of events().slice(before, count)) {
          if (event.type === "message" && event.person?.id !== me) announce.say(spoken(event));
          if (event.type === "phase" && event.action === "start") announce.say("The interview's clock has started.");
          if (event.type === "held") announce.say(`A message of ${event.person.name} waits for staff.`);
        }
      },
    ),
  );
}

function spoken({ person, about, text }: RoomEvent & { type: "message" }): string {
  if (person !== null) return `${person.name}: ${text}`;
  return about === undefined ? `Interviewer: ${text}` : `Interviewer, about ${placeText(about)}: ${text}`;
}
