import { type IconName, iconPaths } from "./icon-paths.ts";

/** Decoration only: the word that says the same stands beside it or in the control's label. */
export const Icon = (props: { name: IconName; small?: boolean; class?: string; state?: string }) => (
  <svg
    class={`icon ${props.small === true ? "sm" : ""} ${props.name === "running" ? "spin" : ""} ${props.class ?? ""}`}
    viewBox="0 0 24 24"
    aria-hidden="true"
    data-s={props.state}
  >
    <path d={iconPaths[props.name]} stroke-dasharray={props.name === "pending" ? "3.2 3.2" : undefined} />
  </svg>
);
