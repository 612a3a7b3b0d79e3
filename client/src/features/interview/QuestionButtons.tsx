import { createSignal, Show } from "solid-js";
import { answerQuestion } from "../../data/interview-api.ts";
import { useRoom } from "../../data/room.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useToast } from "../../ui/toast.tsx";
import type { ThreadActions } from "./thread-actions.ts";

/** What one can do with a question besides answering it in words. On an older one they wait behind a button. */
export function QuestionButtons(props: { seq: number; isOpen: boolean; thread: ThreadActions }) {
  const room = useRoom();
  const toast = useToast();
  const [isAsked, setAsked] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  let group: HTMLDivElement | undefined;
  const showButtons = () => {
    setAsked(true);
    group?.querySelector("button")?.focus();
  };
  const answer = async (how: "later" | "skip" | "rephrase") => {
    if (isBusy()) return;
    setBusy(true);
    const told = await answerQuestion(room.id, props.seq, { answer: how });
    setBusy(false);
    if (!told.ok) toast({ icon: "warning", tone: "bad", text: told.message });
    setAsked(false);
  };
  const button = (how: "later" | "skip" | "rephrase", label: string, title: string) => (
    <button
      type="button"
      class="btn compact quiet"
      title={title}
      aria-disabled={isBusy()}
      onClick={() => void answer(how)}
    >
      {label}
    </button>
  );
  return (
    <Show when={room.may("interview.answer")}>
      <Show
        when={props.isOpen || isAsked()}
        fallback={
          <button type="button" class="btn compact quiet on-demand" onClick={showButtons}>
            <Icon name="reply" small />
            Answer
          </button>
        }
      >
        <div
          class="wrap question-buttons"
          role="group"
          aria-label="Answer this question"
          ref={(element) => (group = element)}
        >
          <Show when={props.thread.point}>
            {(point) => (
              <button type="button" class="btn compact" onClick={() => point()(props.seq)}>
                Point at a line
              </button>
            )}
          </Show>
          {button("later", "Later", "It comes back once")}
          {button("skip", "Skip", "The report says that it was skipped")}
          {button("rephrase", "Rephrase", "The same question in other words")}
        </div>
      </Show>
    </Show>
  );
}
