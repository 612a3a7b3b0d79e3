import { Show } from "solid-js";
import type { InviteView } from "@proofroom/domain/room/view";
import { momentText } from "../../ui/format.ts";
import { roleWords } from "./CopyLink.tsx";

/** One link: whom it let in, or until when it may. */
export function InviteRow(props: { invite: InviteView; onRevoke: () => void }) {
  const state = () => {
    const { usedBy, usedAt, expiresAt } = props.invite;
    if (usedBy !== null) return usedAt === null ? usedBy.name : `${usedBy.name}, ${momentText(usedAt)}`;
    return props.invite.status === "expired" ? "Nobody. Expired" : `Nobody yet. Until ${momentText(expiresAt)}`;
  };
  return (
    <tr>
      <td>{roleWords[props.invite.role]}</td>
      <td>{state()}</td>
      <td class="num">
        <Show when={props.invite.status !== "revoked"} fallback={<span class="muted">Revoked</span>}>
          <button type="button" class="btn compact danger" onClick={() => props.onRevoke()}>
            {props.invite.usedBy === null ? "Revoke" : "Revoke and remove"}
          </button>
        </Show>
      </td>
    </tr>
  );
}
