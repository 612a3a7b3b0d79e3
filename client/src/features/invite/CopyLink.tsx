import type { InvitedRole } from "@proofroom/domain/room/room";
import { createSignal } from "solid-js";
import { useAnnounce } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";

export const roleWords: Record<InvitedRole, string> = {
  candidate: "Candidate",
  interviewer: "Interviewer",
  observer: "Observer",
};

/** A link in a field, so that it can be copied by hand where the clipboard is closed to pages. */
export function CopyLink(props: { role: InvitedRole; url: string }) {
  const announce = useAnnounce();
  const [isCopied, setCopied] = createSignal(false);
  let field: HTMLInputElement | undefined;
  const copy = async () => {
    field?.select();
    try {
      await navigator.clipboard.writeText(props.url);
      setCopied(true);
      announce.say(`${roleWords[props.role]} link copied.`);
    } catch {
      announce.say("Press Ctrl+C to copy the selected link.");
    }
  };
  return (
    <div class="hstack">
      <input
        class="input mono"
        ref={(element) => (field = element)}
        readonly
        value={props.url}
        aria-label={`${roleWords[props.role]} link`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="btn" onClick={() => void copy()}>
        <Icon name={isCopied() ? "check" : "copy"} small />
        {isCopied() ? "Copied" : "Copy"}
      </button>
    </div>
  );
}
