import type { ItemId } from "@proofroom/domain/interview/speech";
import { For } from "solid-js";
import type { SelfMark } from "../../data/report-api.ts";
import type { RoomReport } from "../../data/report.ts";

const levels: { level: SelfMark; means: string }[] = [
  { level: 1, means: "missed it" },
  { level: 2, means: "in part" },
  { level: 3, means: "most of it" },
  { level: 4, means: "all of it" },
];

/** One's own mark for a point, after having read what a strong answer touches. */
export const SelfMarks = (props: { item: ItemId; level: SelfMark | null; mark: RoomReport["mark"] }) => (
  <fieldset class="self-marks">
    <legend>How did you do?</legend>
    <For each={levels}>
      {({ level, means }) => (
        <label>
          <input
            type="radio"
            name={`self-${props.item}`}
            checked={props.level === level}
            onChange={() => void props.mark(props.item, level)}
          />
          <span>
            <b class="strong">{level}</b> <span class="muted">{means}</span>
          </span>
        </label>
      )}
    </For>
  </fieldset>
);
