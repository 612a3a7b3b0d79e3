import type { DebriefItem, ReportFact } from "@proofroom/domain/interview/report/report";
import { createSignal, For, Show } from "solid-js";
import type { RoomReport } from "../../data/report.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Words } from "../interview/Words.tsx";
import { pointName } from "@proofroom/domain/interview/report/point-name";
import { changeOf } from "./debrief.ts";
import { SourceLink } from "./SourceLink.tsx";
import { SelfMarks } from "./SelfMarks.tsx";
import { stateWords } from "./state-words.ts";

interface Props {
  item: DebriefItem;
  /** What proves how far it got. */
  fact: ReportFact | undefined;
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
          <Handle asked={props.item.asked[0]} quote={props.fact?.quote} />
        </span>
        <span class="muted small">
          <Before item={props.item} />
          {words().word}
        </span>
        <Show when={props.item.selfMark}>{(level) => <span class="chip accent">you: {level()} of 4</span>}</Show>
      </summary>
      <div class="point-body">
        <Show when={props.fact?.source}>
          {(source) => (
            <div class="whole">
              <h4>What you had</h4>
              <SourceLink source={source()} quote={props.fact?.quote} />
            </div>
          )}
        </Show>
        <Show when={props.item.asked.length > 1}>
          <div class="whole">
            <h4>What was asked</h4>
            <ul class="asked">
              <For each={props.item.asked}>
                {(asked) => (
                  <li>
                    <Words text={asked} />
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
        <div>
          <h4>What a strong answer touches</h4>
          <p>
            <Words text={props.item.strong} />
          </p>
        </div>
        <div>
          <h4>The lesson</h4>
          <p>
            <Words text={props.item.lesson} />
          </p>
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

/** By what one knows a point again without being told what it is about: the question, else one's own words. */
const Handle = (props: { asked: string | undefined; quote: string | undefined }) => (
  <Show
    when={props.asked}
    fallback={
      <Show when={props.quote} fallback={<span class="muted">Nothing was asked or written about it.</span>}>
        {(quote) => <span class="muted">Not asked. You had “{shortened(quote())}”</span>}
      </Show>
    }
  >
    {(asked) => <Words text={asked()} />}
  </Show>
);

const longest = 90;
const shortened = (quote: string): string => {
  const line = quote.trim().replaceAll(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

const Before = (props: { item: DebriefItem }) => (
  <Show when={changeOf(props.item) !== "first" && changeOf(props.item) !== "same"}>
    last time {stateWords[props.item.before ?? "unseen"].word} →{" "}
  </Show>
);
