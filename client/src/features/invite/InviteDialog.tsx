import type { InviteId, RoomId } from "@proofroom/domain/id";
import type { InvitedRole, RoomMode, RoomState } from "@proofroom/domain/room/room";
import { createSignal, For, Show } from "solid-js";
import { createInvite, fetchInvites, revokeInvite } from "../../data/api.ts";
import { createAsked, refusalOf, valueOf } from "../../data/asked.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useToast } from "../../ui/toast.tsx";
import { CopyLink, roleWords } from "./CopyLink.tsx";
import { InviteRow } from "./InviteRow.tsx";

interface Props {
  room: RoomId;
  state: RoomState;
  mode: RoomMode;
  onClose: () => void;
}

/** Who can be invited: a practice is one person's, others may watch. */
const rolesOf = (mode: RoomMode): InvitedRole[] =>
  mode === "practice" ? ["observer"] : ["candidate", "interviewer", "observer"];

/** Who used which link, and new links. Revoking one also ends the visit of whoever came by it. */
export function InviteDialog(props: Props) {
  const toast = useToast();
  const [invites, askInvites] = createAsked(() => props.room, fetchInvites);
  const [fresh, setFresh] = createSignal<{ role: InvitedRole; url: string }>();
  const [isBusy, setBusy] = createSignal(false);

  const act = async (work: () => Promise<{ ok: true } | { ok: false; message: string }>) => {
    if (isBusy()) return;
    setBusy(true);
    const answer = await work();
    setBusy(false);
    if (!answer.ok) toast({ icon: "warning", tone: "bad", text: answer.message });
    askInvites();
  };
  const make = (room: RoomId, role: InvitedRole) =>
    act(async () => {
      const answer = await createInvite(room, role);
      if (answer.ok) setFresh({ role, url: answer.value.url });
      return answer;
    });
  const revoke = (room: RoomId, invite: InviteId) => act(() => revokeInvite(room, invite));

  return (
    <Dialog title="Invite" isRoomy onClose={props.onClose}>
      <Show when={props.state !== "ended"} fallback={<p class="muted">The room has ended: nobody new can come in.</p>}>
        <div class="vstack">
          <p class="muted">Each link lets one person in and is shown once. Make a new one whenever you need it.</p>
          <div class="wrap">
            <For each={rolesOf(props.mode)}>
              {(role) => (
                <button type="button" class="btn" aria-disabled={isBusy()} onClick={() => void make(props.room, role)}>
                  New {role} link
                </button>
              )}
            </For>
          </div>
          <Show when={fresh()}>
            {(link) => (
              <div class="field">
                <b class="strong">{roleWords[link().role]} link, just made</b>
                <CopyLink role={link().role} url={link().url} />
              </div>
            )}
          </Show>
        </div>
      </Show>
      <div class="scrollx">
        <Show when={invites().state === "loading"}>
          <Skeleton what="links" widths={[80, 70, 75]} />
        </Show>
        <Show when={refusalOf(invites())}>
          {(refusal) => <Failure title="The links did not load." message={refusal().message} onRetry={askInvites} />}
        </Show>
        <Show when={valueOf(invites())}>
          {(list) => (
            <table class="table invites">
              <thead>
                <tr>
                  <th scope="col">Link</th>
                  <th scope="col">Used by</th>
                  <th scope="col">
                    <span class="sr">Action</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={list()}>
                  {(invite) => <InviteRow invite={invite} onRevoke={() => void revoke(props.room, invite.id)} />}
                </For>
              </tbody>
            </table>
          )}
        </Show>
      </div>
      <footer>
        <button type="button" class="btn" onClick={() => props.onClose()}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
