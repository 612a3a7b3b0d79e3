/** A person as a round initial in their hue; the name stands beside it or in the label of what holds it. */
export const Avatar = (props: { name: string; hue: number; large?: boolean; isAway?: boolean; isGone?: boolean }) => (
  <span
    class="avatar"
    classList={{ lg: props.large === true }}
    data-p={props.hue}
    data-away={props.isAway === true ? "" : undefined}
    data-gone={props.isGone === true ? "" : undefined}
    aria-hidden="true"
  >
    {Array.from(props.name.trim())[0]?.toUpperCase() ?? "?"}
  </span>
);
