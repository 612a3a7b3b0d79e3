import type { DebriefItem } from "@proofroom/domain/interview/report";
import { createSignal, For, Show } from "solid-js";
import type { RoomReport } from "../../data/report.ts";
import { Icon } from "../../ui/Icon.tsx";
import { pointName } from "./areas.ts";
import { changeOf } from "./debrief.ts";
import { SelfMarks } from "./SelfMarks.tsx";
import { stateWords } from "./state-words.ts";

interface Props {
  item: DebriefItem;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  mark: RoomReport["mark"];
}

/** One point: how far it got is seen at once, what a strong answer touches only when it is opened. */
export function DebriefPoint(props: Props) {
  const [problem, setProblem] = createSignal<string>();
  const words = () => stateWords[props.item.state];
  const mark: RoomReport["mark"] = async (item, level) => {
    setProblem(undefined);
    const answer = await props.mark(item, level);
    if (!answer.ok) setProblem(answer.message);
    return answer;
  };
  return (
    <details
      class="point"
      open={props.isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== props.isOpen) props.onToggle(event.currentTarget.open);
      }}
    >
      <summary>
        <Icon name="chevron-right" small class="turn" />
        <Icon name={words().icon} class={words().ink} />
        <span class="grow">
          <span class="muted small point-name">{pointName(props.item.item)}</span>{" "}
          {props.item.asked[0] ?? <span class="muted">Nothing was asked about it.</span>}
        </span>
        <span class="muted small">
          <Before item={props.item} />
          {words().word}
        </span>
        <Show when={props.item.selfMark}>{(level) => <span class="chip accent">you: {level()} of 4</span>}</Show>
      </summary>
      <div class="point-body">
        <Show when={props.item.asked.length > 1}>
          <div>
            <h4>What was asked</h4>
            <ul class="asked">
              <For each={props.item.asked}>{(asked) => <li>{asked}</li>}</For>
            </ul>
          </div>
        </Show>
        <div>
          <h4>What a strong answer touches</h4>
          <p>{props.item.strong}</p>
        </div>
        <div>
          <h4>The lesson</h4>
          <p>{props.item.lesson}</p>
        </div>
        <SelfMarks item={props.item.item} level={props.item.selfMark} mark={mark} />
        <Show when={problem()}>
          {(message) => (
            <p class="field-error" role="alert">
              <Icon name="warning" small />
              Your mark was not kept. {message()}
            </p>
          )}
        </Show>
      </div>
    </details>
  );
}

const Before = (props: { item: DebriefItem }) => (
  <Show when={changeOf(props.item) !== "first" && changeOf(props.item) !== "same"}>
    last time {stateWords[props.item.before ?? "unseen"].word} →{" "}
  </Show>
);
