import type { ProblemSummary } from "@proofroom/domain/problem/problem";
import type { InterviewMinutes } from "@proofroom/domain/interview/phase";
import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { useSession } from "../../data/session.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { NameField } from "../../ui/NameField.tsx";
import { createPractice } from "./practise.ts";

const lengths: { minutes: InterviewMinutes; means: string }[] = [
  { minutes: 20, means: "the core, quickly" },
  { minutes: 45, means: "as in a real interview" },
  { minutes: 60, means: "with time to go deep" },
];

/** Everything that a practice needs before it starts: how long, and a name where there is none yet. */
export function PracticeDialog(props: { problem: Pick<ProblemSummary, "id" | "title">; onClose: () => void }) {
  const session = useSession();
  const navigate = useNavigate();
  const { isBusy, failure, start } = createPractice((room) => navigate(`/rooms/${room}`));
  const [minutes, setMinutes] = createSignal<InterviewMinutes>(45);
  const [name, setName] = createSignal("");
  const [wrong, setWrong] = createSignal<string>();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (session.person() === undefined) {
      if (name().trim() === "") return setWrong("Write the name that the report shall carry.");
      const answer = await session.signIn(name().trim());
      if (!answer.ok) return setWrong(answer.message);
    }
    await start(props.problem.id, minutes());
  };
  return (
    <Dialog title={`Practise ${props.problem.title}`} isRoomy onClose={props.onClose}>
      <p class="muted">
        Alone, with an interviewer who keeps the time, reads what you write, asks about it and reports at the end. It
        gives hints, never the answer.
      </p>
      <form class="vstack practise" onSubmit={(event) => void submit(event)}>
        <Show when={session.person() === undefined}>
          <NameField name={name()} problem={wrong()} onName={setName} />
        </Show>
        <div class="choices" role="radiogroup" aria-label="How long">
          <For each={lengths}>
            {(length) => (
              <label class="choice">
                <input
                  type="radio"
                  name="minutes"
                  checked={minutes() === length.minutes}
                  onChange={() => setMinutes(length.minutes)}
                />
                <span>
                  <b class="strong">{length.minutes} minutes</b> <span class="muted">{length.means}</span>
                </span>
              </label>
            )}
          </For>
        </div>
        <p class="small muted">
          Your edits, messages, runs and hints are recorded, and quoted in the report that only you can open. Without a
          key for Claude the interviewer is rule-based: it reads your documents and counts with you, and says so.
        </p>
        <Show when={failure()}>
          {(message) => (
            <p class="field-error" role="alert">
              <Icon name="warning" small />
              The practice did not start. {message()}
            </p>
          )}
        </Show>
        <footer>
          <button type="button" class="btn" onClick={() => props.onClose()}>
            Not now
          </button>
          <button type="submit" class="btn primary" aria-disabled={isBusy()}>
            Start
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
