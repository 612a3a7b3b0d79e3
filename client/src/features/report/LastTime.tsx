import type { DebriefItem } from "@proofroom/domain/interview/report/report";
import { For, Show } from "solid-js";
import { countText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { pointName } from "@proofroom/domain/interview/report/point-name";
import { differenceOf } from "./debrief.ts";
import { stateWords } from "./state-words.ts";

/** What moved since the last attempt at the same problem. */
export function LastTime(props: { debrief: DebriefItem[] }) {
  const difference = () => differenceOf(props.debrief);
  return (
    <Show
      when={difference()}
      fallback={
        <p class="muted">Your first finished practice of this problem. Try again later, and what moved stands here.</p>
      }
    >
      {(now) => (
        <div class="card card-body last-time">
          <p>
            <b class="strong">
              {now().coveredBefore} covered last time, {now().covered} now.
            </b>{" "}
            <Show
              when={now().further.length + now().back.length > 0}
              fallback={<span class="muted">Each point stands where it stood.</span>}
            >
              <span class="muted">
                {countText(now().further.length, "point")} got further, {now().back.length} fell back.
              </span>
            </Show>
          </p>
          <Show when={now().further.length + now().back.length > 0}>
            <ul>
              <For each={[...now().further, ...now().back]}>
                {(one) => (
                  <li class="hstack">
                    <Icon name={now().further.includes(one) ? "passed" : "warning"} small class={inkOf(now(), one)} />
                    <span>{pointName(one.item)}</span>
                    <span class="muted small">
                      {stateWords[one.before ?? "unseen"].word} → {stateWords[one.state].word}
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      )}
    </Show>
  );
}

const inkOf = ({ further }: { further: DebriefItem[] }, one: DebriefItem): string =>
  further.includes(one) ? "ink-ok" : "ink-warn";
