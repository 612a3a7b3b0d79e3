import { onCleanup } from "solid-js";

/** Does something whenever the browser has its connection back; belongs to the component that calls it. */
export function whenBack(act: () => void): void {
  addEventListener("online", act);
  onCleanup(() => removeEventListener("online", act));
}
