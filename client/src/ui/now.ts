import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";

/** The time, while `isNeeded`: a clock that stands still costs nothing. */
export function createNow(isNeeded: () => boolean, everyMillis = 500): Accessor<number> {
  const [now, setNow] = createSignal(Date.now());
  createEffect(() => {
    if (!isNeeded()) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMillis);
    onCleanup(() => clearInterval(timer));
  });
  return now;
}
