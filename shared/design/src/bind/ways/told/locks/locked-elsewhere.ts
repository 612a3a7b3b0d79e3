import { withoutDots } from "../../../../text/sentences.ts";
import { deniedBefore } from "./locked.ts";
import { doneSections } from "../done/not-done.ts";
import { isWeighed } from "../done/told-of-all.ts";

/** How a text speaks of a lock that is explained elsewhere: `lock(seatId)`, "with the lock in hand". */
const theLock =
  /\b(?:with|take|acquire|get)?_?\w{0,20}lock\w{0,20}\s?\(|(?<!\p{L})(?:the|that|this|its|our|der|die|dem|das|le|du|el|al|il|o|do|ao)\s+(?:[\p{L}-]{1,20}\s+)?(?:lock|sperre|verrou|bloqueo|candado|trava|blocco)(?!\p{L})/giu;

/** The clause in which it is told of no endpoint in particular that something is locked, where what is told of one speaks of that lock; null where it does not. */
export function lockedElsewhere(
  told: string,
  toldOfAll: string,
  lockedIn: (text: string) => string | null,
): string | null {
  const isSpoken = [...told.matchAll(theLock)].some(
    ({ index }) => !deniedBefore.test(told.slice(Math.max(0, index - 60), index)),
  );
  return isSpoken ? lockedAnywhere(toldOfAll, lockedIn) : null;
}

/** As `lockedElsewhere`, whatever the endpoint is told to do. */
export function lockedAnywhere(toldOfAll: string, lockedIn: (text: string) => string | null): string | null {
  for (const section of doneSections(withoutDots(toldOfAll))) {
    const said = lockedIn(
      section
        .split(/(?<=[.;!?])\s+|\n(?=\s{0,20}(?:\n|[-*+]\s|\d{1,3}[.)]\s))/)
        .filter((one) => !isWeighed(one))
        .join("\n"),
    );
    if (said !== null) return said;
  }
  return null;
}
