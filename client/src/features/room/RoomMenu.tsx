import { MenuButton } from "../../ui/MenuButton.tsx";
import { createTheme, themeWords } from "../../ui/theme.ts";

/** On a phone: what the head of the room has no place for. */
export function RoomMenu(props: {
  mayInvite: boolean;
  mayEnd: boolean;
  onInvite: () => void;
  onPeople: () => void;
  onEnd: () => void;
}) {
  const { next, step } = createTheme();
  const items = () => [
    ...(props.mayInvite ? [{ label: "Invite", icon: "plus" as const, onChoose: () => props.onInvite() }] : []),
    { label: "People", icon: "people" as const, onChoose: () => props.onPeople() },
    { label: `Switch to ${themeWords[next()]}`, icon: "contrast" as const, onChoose: step },
    ...(props.mayEnd ? [{ label: "End", icon: "stop" as const, onChoose: () => props.onEnd() }] : []),
  ];
  return <MenuButton label="More" class="btn quiet icon-only only-phone" icon="more" items={items()} />;
}
