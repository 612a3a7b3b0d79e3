import type { Accessor } from "solid-js";
import type { Interview } from "../../data/interview.tsx";
import { createNow } from "../../ui/now.ts";
import { isRunning } from "./clock-rows.ts";

/** The server's time, which every screen shows; it moves only while the clock runs. */
export function createServerNow(interview: Pick<Interview, "clock" | "ahead">): Accessor<number> {
  const now = createNow(() => isRunning(interview.clock()), 250);
  return () => now() + interview.ahead();
}
