import type { Difficulty } from "@proofroom/domain/problem/problem";
import { Index } from "solid-js";

const levels: Record<Difficulty, number> = { easy: 1, medium: 2, hard: 3 };
export const difficultyWords: Record<Difficulty, string> = { easy: "Easy", medium: "Medium", hard: "Hard" };

/** One to three bars beside the word. */
export const Level = (props: { difficulty: Difficulty }) => (
  <span class="hstack" style={{ gap: "6px" }}>
    <span class="level" data-l={levels[props.difficulty]} aria-hidden="true">
      <Index each={[1, 2, 3]}>{() => <i />}</Index>
    </span>
    {difficultyWords[props.difficulty]}
  </span>
);
