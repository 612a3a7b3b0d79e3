import type { InterviewMinutes } from "@proofroom/domain/interview/phase";
import { For } from "solid-js";
import { useInterview } from "../../data/interview.tsx";

const choices: InterviewMinutes[] = [20, 45, 60];

/** How long it is to be; the phases beside it show at once what each would get. */
export function MinutesChoice() {
  const interview = useInterview();
  return (
    <div class="seg" role="group" aria-label="How long">
      <For each={choices}>
        {(minutes) => (
          <button type="button" aria-pressed={interview.plan() === minutes} onClick={() => interview.setPlan(minutes)}>
            {minutes} min
          </button>
        )}
      </For>
    </div>
  );
}
