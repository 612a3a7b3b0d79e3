import { Icon } from "../../ui/Icon.tsx";
import { type Mark, markIcons, markInk } from "./run-words.ts";

export const MarkIcon = (props: { mark: Mark; small?: boolean }) => (
  <Icon name={markIcons[props.mark]} class={markInk[props.mark]} state={props.mark} small={props.small === true} />
);
