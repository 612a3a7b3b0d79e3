import { Show } from "solid-js";
import { useInterview } from "../../data/interview.tsx";
import { Words } from "./Words.tsx";

/** The words of a hint where it was taken, once the ladder below the thread is about something else. */
export function TakenHint(props: { text: string }) {
  const interview = useInterview();
  const isBelow = () => interview.view()?.hints.taken.some((hint) => hint.text === props.text) === true;
  return (
    <Show when={!isBelow()}>
      <p class="hint-said">
        <Words text={props.text} />
      </p>
    </Show>
  );
}
