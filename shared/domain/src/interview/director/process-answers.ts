import { hintOffer } from "./declining.ts";
import type { Say } from "../decision.ts";
import { type DirectorState, openQuestion } from "./director-state.ts";
import type { Pack } from "../item.ts";
import { about } from "../language/phrases.ts";
import { wordingOf } from "./pick.ts";
import { processTalkOf } from "./process-talk.ts";
import { rephraseOf } from "./rephrase.ts";
import { say } from "./say.ts";
import { step } from "./step.ts";
import { phaseTime } from "./timing.ts";
import * as words from "./wordings.ts";

/** Answers what is asked about the interview itself. */
export function answerToProcess(pack: Pack, state: DirectorState, asked: string, now: number): Say {
  const talk = processTalkOf(asked) ?? "next-step";
  const open = openQuestion(state);
  if (talk === "rephrase" && open !== null) {
    const again = rephraseOf(pack, state, open.seq);
    const none = words.noOtherWording;
    return again ?? say("reply", none, "Say that there is no other wording; they may put it off or skip it.");
  }
  const text = {
    time: timeLeft(state, now),
    hint: hintOffer(pack, state),
    run: aboutRuns(state, step(state, open)),
    "next-step": step(state, open),
    rephrase: `${words.nothingAsked[0]} ${step(state, null)}`,
    who: words.whoIAm,
    judge: words.noJudgement,
    break: words.howToPause,
    there: `I am here. ${step(state, open)}`,
    hello: `Hello. ${step(state, open)}`,
    thanks: wordingOf(state, "thanks", words.welcomes),
    done: `${timeLeft(state, now)} Check this phase shows what is open, Next goes on.`,
  }[talk];
  return say("reply", text, `Answer in one sentence: ${text}`);
}

/** What a run showed stands beside it, with its cause: it is not for anybody to assume. */
const aboutRuns = ({ runs }: DirectorState, next: string): string =>
  runs.length === 0
    ? `No run has tested this design yet. ${next}`
    : "What the last run showed stands in the run panel, with the cause where something failed.";

function timeLeft(state: DirectorState, now: number): string {
  const title = state.clock.phases.find((phase) => phase.id === state.clock.phase?.id)?.title ?? "This phase";
  const left = (phaseTime(state)?.endsAt ?? now) - now;
  return left > 0 ? `${title} has ${about(left)} left.` : `${title} is ${about(-left)} over its time.`;
}
