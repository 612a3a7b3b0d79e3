import type { Difficulty, ProblemSummary } from "@proofroom/domain/problem/problem";
import { createMemo, createSignal, For, Show } from "solid-js";
import { type Asked, refusalOf, valueOf } from "../../data/asked.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { difficultyWords, Level } from "./Level.tsx";

interface Props {
  problems: Asked<ProblemSummary[]>;
  isBusy: boolean;
  onRetry: () => void;
  onOpen: (problem: string) => void;
  onPractise: (problem: ProblemSummary) => void;
}

const all: (Difficulty | undefined)[] = [undefined, "easy", "medium", "hard"];

/** What can be worked on: alone with the interviewer, or with somebody in a room. */
export function ProblemList(props: Props) {
  const [difficulty, setDifficulty] = createSignal<Difficulty>();
  const shown = createMemo(() =>
    (valueOf(props.problems) ?? []).filter((p) => difficulty() === undefined || p.difficulty === difficulty()),
  );
  return (
    <section aria-labelledby="problems">
      <div class="page-head">
        <h1 id="problems">Problems</h1>
        <Show when={valueOf(props.problems)}>
          {(problems) => (
            <span class="muted" style={{ "padding-block-end": "5px" }}>
              {problems().length === 1 ? "One, with" : `${problems().length}, each with`} a reference that passes its
              own tests
            </span>
          )}
        </Show>
      </div>
      <div class="filters">
        <span class="seg" role="group" aria-label="Difficulty">
          <For each={all}>
            {(level) => (
              <button type="button" aria-pressed={difficulty() === level} onClick={() => setDifficulty(level)}>
                {level === undefined ? "All" : difficultyWords[level]}
              </button>
            )}
          </For>
        </span>
      </div>
      <div class="card">
        <Show when={props.problems.state === "loading"}>
          <div class="card-body">
            <Skeleton what="problems" widths={[32, 60, 28, 54, 36, 48]} />
          </div>
        </Show>
        <Show when={refusalOf(props.problems)}>
          {(refusal) => (
            <Failure title="The problems did not load." message={refusal().message} onRetry={props.onRetry} />
          )}
        </Show>
        <Show when={props.problems.state === "ready"}>
          <Show when={shown().length > 0} fallback={<NoneMatch onClear={() => setDifficulty(undefined)} />}>
            <ul class="rows">
              <For each={shown()}>
                {(problem) => (
                  <li class="problem">
                    <div>
                      <div class="hstack">
                        <b class="strong clip">{problem.title}</b>
                        <For each={problem.tags.slice(0, 3)}>{(tag) => <span class="chip line">{tag}</span>}</For>
                      </div>
                      <p class="muted">{problem.summary}</p>
                    </div>
                    <Level difficulty={problem.difficulty} />
                    <span class="muted drop">{problem.minutes} min</span>
                    <div class="actions">
                      <button type="button" class="btn compact" onClick={() => props.onPractise(problem)}>
                        Practice<span class="sr"> {problem.title}</span>
                      </button>
                      <button
                        type="button"
                        class="btn compact"
                        aria-disabled={props.isBusy}
                        onClick={() => props.onOpen(problem.id)}
                      >
                        Open a room<span class="sr"> for {problem.title}</span>
                      </button>
                    </div>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </Show>
      </div>
    </section>
  );
}

const NoneMatch = (props: { onClear: () => void }) => (
  <div class="empty">
    <p>No problems match.</p>
    <button type="button" class="btn" onClick={() => props.onClear()}>
      Clear the filter
    </button>
  </div>
);
