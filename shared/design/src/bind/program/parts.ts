import type { Condition, Step } from "@proofroom/domain/design/step";
import type { Stage } from "../ways/stage.ts";

export type Answer = Extract<Step, { return: unknown }>;

/** What is known while the statements of an endpoint become steps. */
export interface Made {
  /** The tables of which a row is known by then. */
  read: string[];
  own: readonly Step[];
  answer: Answer;
  stage: Stage;
}

export const refusing = (status: number): Step => ({ return: { status } });

// oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
export const when = (asked: Condition, then: Step[]): Step => ({ if: asked, then });
