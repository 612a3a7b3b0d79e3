import { Show } from "solid-js";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Answered } from "./answers.ts";
import { placeText } from "./names.ts";

const words = {
  later: "put off, it comes back once",
  skip: "skipped, the report says so",
  rephrase: "asked in other words below",
  point: "answered by a line",
} as const;
const icons = { later: "clock", skip: "skipped", rephrase: "retry", point: "point" } as const;

/** What became of a question, by whom. */
export const AnswerState = (props: { answered: Answered; onOpen: (place: NonNullable<Answered["place"]>) => void }) => (
  <p class="muted small hstack">
    <Icon name={icons[props.answered.answer]} small />
    <Show
      when={props.answered.answer === "point" && props.answered.place}
      fallback={`${props.answered.by}, ${clockText(props.answered.at)}: ${words[props.answered.answer]}`}
    >
      {(place) => (
        <span>
          {props.answered.by} pointed at{" "}
          <button type="button" class="link" onClick={() => props.onOpen(place())}>
            {placeText(place())}
          </button>
        </span>
      )}
    </Show>
  </p>
);
