import { dimensionTitles } from "@proofroom/domain/interview/report/report-body";
import type { Report, ReportMark } from "@proofroom/domain/interview/report/report";
import { For, Show } from "solid-js";
import { Icon } from "../../ui/Icon.tsx";
import { Words } from "../interview/Words.tsx";
import { SourceLink } from "./SourceLink.tsx";

/** What a model thinks of it, with quotes and apart from all that was counted; drafts wherever somebody else is judged. */
export const Marks = (props: { report: Pick<Report, "marks" | "model"> }) => (
  <section class="judged" aria-labelledby="marks">
    <div class="hstack wraps">
      <h2 id="marks">Marks</h2>
      <span class="chip accent">
        {`judged by ${props.report.model ?? "Claude"}${props.report.marks.some(({ draft }) => draft) ? ", draft" : ""}`}
      </span>
    </div>
    <p class="muted">
      A model compared what is quoted with the anchors of each dimension. It can be wrong, it decides nothing by itself,
      and “not observed” says nothing about anybody.
    </p>
    <div class="card">
      <table class="table marks">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col">Mark</th>
            <th scope="col">What it rests on</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.report.marks}>
            {(mark) => (
              <tr>
                <th scope="row">{dimensionTitles[mark.dimension]}</th>
                <td>
                  <Level level={mark.level} />
                  <Show when={mark.draft}>
                    <span class="chip">draft</span>
                  </Show>
                  <Show when={mark.flagged}>
                    <span class="status ink-warn small">
                      <Icon name="warning" small />
                      passes disagreed: a person should look
                    </span>
                  </Show>
                </td>
                <td>
                  <Claims mark={mark} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  </section>
);

const Level = (props: { level: ReportMark["level"] }) => (
  <Show
    when={props.level !== "not_observed" && props.level}
    fallback={<span class="mark-level muted">not observed</span>}
  >
    {(level) => (
      <span class="mark-level">
        <b>{level()} of 4</b>
        <span class="dots" aria-hidden="true">
          <For each={[1, 2, 3, 4]}>{(n) => <i classList={{ on: n <= level() }} />}</For>
        </span>
      </span>
    )}
  </Show>
);

const Claims = (props: { mark: ReportMark }) => (
  <Show
    when={props.mark.claims.length > 0}
    fallback={
      <p class="muted">
        {props.mark.level === "not_observed"
          ? "Nothing in documents, chat or runs shows it, neither well nor badly."
          : "No claim could be proved by a quote, so none is shown."}
      </p>
    }
  >
    <ul class="claims">
      <For each={props.mark.claims}>
        {(claim) => (
          <li>
            <p>
              <Words text={claim.text} />
            </p>
            <SourceLink source={claim.source} quote={claim.quote} />
          </li>
        )}
      </For>
    </ul>
  </Show>
);
