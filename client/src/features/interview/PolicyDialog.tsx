import { InterviewerPolicy } from "@proofroom/domain/room/room";
import { createSignal, For, Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { setPolicy } from "../../data/interview-api.ts";
import { useRoom } from "../../data/room.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { policyNames } from "./names.ts";
import { policyWords } from "./words.ts";

/** How much the interviewer takes part. Everybody sees the choice, and that it was changed. */
export function PolicyDialog(props: { onClose: () => void }) {
  const room = useRoom();
  const interview = useInterview();
  const [chosen, choose] = createSignal(interview.clock().policy);
  const [isBusy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal("");
  const offered = room.mode === "practice" ? (["off", "interviewer"] as const) : InterviewerPolicy.options;
  const save = async () => {
    if (isBusy()) return;
    if (chosen() === interview.clock().policy) return props.onClose();
    setBusy(true);
    const answer = await interview.take(setPolicy(room.id, chosen()));
    setBusy(false);
    if (answer.ok) props.onClose();
    else setRefused(answer.message);
  };
  return (
    <Dialog title="How the AI interviewer takes part" isRoomy onClose={props.onClose}>
      <p class="muted">Everybody here sees the choice, and each change stands in the chat.</p>
      <div class="choices" role="radiogroup" aria-label="How the AI interviewer takes part">
        <For each={offered}>
          {(policy) => (
            <label class="choice">
              <input
                type="radio"
                name="policy"
                value={policy}
                checked={chosen() === policy}
                onChange={() => choose(policy)}
              />
              <span>
                <b class="strong">{policyNames[policy]}</b>
                <span class="muted">{policyWords[policy].means}</span>
              </span>
            </label>
          )}
        </For>
      </div>
      <Show when={refused()}>
        <p class="field-error" role="alert">
          <Icon name="warning" small />
          {refused()}
        </p>
      </Show>
      <footer>
        <button type="button" class="btn" onClick={() => props.onClose()}>
          Keep as it is
        </button>
        <button type="button" class="btn primary" aria-disabled={isBusy()} onClick={() => void save()}>
          Set
        </button>
      </footer>
    </Dialog>
  );
}
