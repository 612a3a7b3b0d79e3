import type { Finding, Fix } from "@proofroom/domain/design/finding";
import { Show } from "solid-js";
import { documentTitles } from "../editor/language.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Answers } from "./Answers.tsx";

/** Where the documents can be read in two ways: one click writes the answer into them, and it is not asked again. */
export function OpenQuestion(props: {
  question: Finding;
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
  onReveal?: ((line: number) => void) | undefined;
}) {
  const place = () => `${documentTitles[props.question.document]}, line ${props.question.line}`;
  return (
    <div class="ask" role="group" aria-label="Open question">
      <div class="ask-head">
        <Icon name="question" />
        <b class="strong grow">{props.question.message}</b>
        <Show
          when={props.question.document === "api" && props.onReveal}
          fallback={<span class="muted small">{place()}</span>}
        >
          <button type="button" class="muted small" onClick={() => props.onReveal?.(props.question.line)}>
            {place()}
          </button>
        </Show>
      </div>
      <Answers fixes={props.mayFix ? (props.question.fixes ?? []) : []} onApplyFix={(fix) => props.onApplyFix(fix)} />
      <Show when={props.question.stopsRun === true}>
        <p class="small">A run stops here until this is answered.</p>
      </Show>
    </div>
  );
}
