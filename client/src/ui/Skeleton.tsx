import { For } from "solid-js";

/** Lines of about the size of what is coming; seen only after 200 ms. `widths` are shares of the width, in percent. */
export const Skeleton = (props: { widths: number[]; what: string }) => (
  <div class="vstack" aria-busy="true" aria-label={`Loading ${props.what}`} role="group">
    <For each={props.widths}>{(width) => <span class="skeleton" style={{ "inline-size": `${width}%` }} />}</For>
  </div>
);
