import type { RoomEvent } from "@proofroom/domain/room/channel";
import { type Accessor, createEffect, on } from "solid-js";
import { useAnnounce } from "../../ui/announce.tsx";
import { endedTexts, placeText } from "../interview/names.ts";

/**
 * Says each new message once, whole, in the order of its stream, and each hint that another took; what was there before one
 * came in, up to where the stream `isLoaded`, is read, not announced.
 */
export function createMessageNews(
  events: Accessor<readonly RoomEvent[]>,
  isLoaded: Accessor<boolean>,
  me: string,
): void {
  const announce = useAnnounce();
  createEffect(
    on([() => events().length, isLoaded], ([count, loaded], _, heard: number | undefined): number | undefined => {
      if (heard === undefined) return loaded ? count : undefined;
      for (const event of events().slice(heard, count)) {
        if (event.type === "message" && event.person?.id !== me) announce.say(spoken(event));
        if (event.type === "phase" && event.action === "start") announce.say("The interview's clock has started.");
        if (event.type === "hint" && event.by.id !== me) announce.say(`${event.by.name} took a hint: ${event.text}`);
        if (event.type === "held") announce.say(`A message of ${event.person.name} waits for staff.`);
      }
      return count;
    }),
  );
}

function spoken({ person, about, text, ended }: RoomEvent & { type: "message" }): string {
  if (person !== null) return `${person.name}: ${text}`;
  const whole = ended === undefined ? text : `${text} ${endedTexts[ended]}`;
  return about === undefined ? `Interviewer: ${whole}` : `Interviewer, about ${placeText(about)}: ${whole}`;
}
