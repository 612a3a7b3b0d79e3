import { Icon } from "../../ui/Icon.tsx";

/** The interviewer is square: never taken for a person. */
export const BotAvatar = () => (
  <span class="avatar" data-p="ai" aria-hidden="true">
    <Icon name="bot" small />
  </span>
);
