import type { RoomId } from "@proofroom/domain/id";
import { InterviewerPolicy } from "@proofroom/domain/room/room";
import { createSignal, For, Show } from "solid-js";
import { setPolicy } from "../../data/interview-api.ts";
import { Icon } from "../../ui/Icon.tsx";
import { policyNames } from "../interview/names.ts";
import { policyWords } from "../interview/words.ts";

/** How much the AI interviewer takes part in a room just made. It counts at once, and everybody who comes sees it. */
export function PolicyChoice(props: { room: RoomId }) {
  const [chosen, choose] = createSignal<InterviewerPolicy>("off");
  const [refused, setRefused] = createSignal<string>();
  const set = async (policy: InterviewerPolicy) => {
    const before = chosen();
    choose(policy);
    const answer = await setPolicy(props.room, policy);
    setRefused(answer.ok ? undefined : answer.message);
    if (!answer.ok) choose(before);
  };
  return (
    <div class="field">
      <label for="policy">
        <b class="strong">AI interviewer</b> <span class="muted">{policyWords[chosen()].means}</span>
      </label>
      <select
        class="input"
        id="policy"
        value={chosen()}
        onChange={(event) => void set(InterviewerPolicy.parse(event.currentTarget.value))}
      >
        <For each={InterviewerPolicy.options}>{(policy) => <option value={policy}>{policyNames[policy]}</option>}</For>
      </select>
      <Show when={refused()}>
        {(message) => (
          <span class="field-error" role="alert">
            <Icon name="warning" small />
            {message()}
          </span>
        )}
      </Show>
    </div>
  );
}
