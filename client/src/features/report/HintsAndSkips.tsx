import { messageOf } from "@proofroom/domain/interview/report/message-source";
import type { Report } from "@proofroom/domain/interview/report/report";
import { For, type JSX, Show } from "solid-js";
import { useRoom } from "../../data/room.tsx";
import { clockText } from "../../ui/format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { levelTitles } from "../interview/names.ts";
import { Words } from "../interview/Words.tsx";
import { ownPrices, prices } from "../interview/words.ts";
import { pointName } from "@proofroom/domain/interview/report/point-name";
import { SourceButton } from "./SourceLink.tsx";

/** The help that was taken, with its price, and the questions that were passed over. */
export function HintsAndSkips(props: { report: Pick<Report, "hints" | "skips" | "voice"> }) {
  const room = useRoom();
  const priceOf = () => (room.mode === "practice" && props.report.voice === "rules" ? ownPrices : prices);
  return (
    <>
      <Group title="Hints taken" count={props.report.hints.length}>
        <For each={props.report.hints}>
          {(hint) => (
            <li>
              <Icon name="hint" class="muted" />
              <div>
                <p>
                  <b class="strong">{levelTitles[hint.level]}</b>{" "}
                  <span class="muted small">
                    {pointName(hint.item)}, {priceOf()[hint.level]},{" "}
                    <time datetime={hint.at}>{clockText(hint.at)}</time>
                  </span>
                </p>
                <p>
                  <Words text={hint.text} />
                </p>
              </div>
            </li>
          )}
        </For>
      </Group>
      <Group title="Questions skipped" count={props.report.skips.length}>
        <For each={props.report.skips}>
          {(skip) => (
            <li>
              <Icon name="skipped" class="muted" />
              <div>
                <p>
                  <Words text={skip.text} />{" "}
                  <time class="muted small" datetime={skip.at}>
                    {clockText(skip.at)}
                  </time>
                </p>
                <SourceButton cited={{ source: messageOf(skip) }} />
              </div>
            </li>
          )}
        </For>
      </Group>
    </>
  );
}

const Group = (props: { title: string; count: number; children: JSX.Element }) => (
  <Show when={props.count > 0}>
    <section class="card" aria-label={props.title}>
      <header>
        <h3>{props.title}</h3>
        <span class="count push">{props.count}</span>
      </header>
      <ul class="points card-body">{props.children}</ul>
    </section>
  </Show>
);
