import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import type { Interview } from "../../data/interview.tsx";
import { isRunning } from "./clock-rows.ts";

const everyMillis = 250;

/**
 * The server's time, which every screen shows; it moves only while the clock runs. All screens look at the same moments of
 * it, so that no two of them change their seconds a quarter of one apart.
 */
export function createServerNow(interview: Pick<Interview, "clock" | "ahead">): Accessor<number> {
  const read = () => Date.now() + interview.ahead();
  const [now, setNow] = createSignal(read());
  createEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const time = setNow(read());
      timer = setTimeout(look, everyMillis - (time % everyMillis));
    };
    if (!isRunning(interview.clock())) return void setNow(read());
    look();
    onCleanup(() => clearTimeout(timer));
  });
  return now;
}
