import { answerTo } from "./answering.ts";
import type { Say } from "../decision.ts";
import { type DirectorState, type Due, heardHere, openQuestion } from "./director-state.ts";
import type { Pack } from "../item.ts";
import { missed } from "./missed.ts";
import { phaseAfter, phaseGoals } from "../phase.ts";
import { about, capital, cited, questionIn } from "../language/phrases.ts";
import { wordingOf } from "./pick.ts";
import { recapFor } from "./recap.ts";
import { say } from "./say.ts";
import { phaseTime } from "./timing.ts";

/** What is owed to the room: greeting, goal, recap, welcome. */
export function courtesyOf(pack: Pack, state: DirectorState, due: Due, now: number): Say {
  switch (due.say) {
    case "greeting":
      return greeting(state);
    case "goal":
      return goal(state);
    case "recap":
      return recapFor(pack, state, due.of, now);
    case "welcome-back":
      return welcomeBack(state);
    case "missed":
      return missed(state, due.to, due.why);
    case "late-answer":
      return lateAnswer(pack, state, due.to, now);
  }
}

function lateAnswer(pack: Pack, state: DirectorState, to: number, now: number): Say {
  const asked = heardHere(state, state.messages).findLast((one) => one.seq === to);
  return asked === undefined ? goal(state) : answerTo(pack, state, asked, now);
}

function greeting(state: DirectorState): Say {
  const calling =
    state.mode === "practice"
      ? "I cannot hold a free dialogue or judge prose, and the answer stays yours to find."
      : "I cannot hold a free dialogue or judge prose; write @interviewer when you want me.";
  const text = `I am a rule-based interviewer: code reads what you write and picks my questions. Documents, chat and runs are recorded for the report. ${calling}`;
  return say(
    "greeting",
    text,
    "Greet in at most three short sentences: that you are a model which reads documents, chat and runs; that these are recorded for the report; that you cannot see the screen or hear, and never give the answer.",
  );
}

const starts: Record<string, string> = {
  clarify: "Ask me whatever the brief leaves open.",
  "high-level": "The diagram in the design document is the place for it.",
  "api-data": "The schema and API documents are the place for it.",
  "deep-dive": "You choose the part; a run shows whether it holds.",
  "scale-failure": "Say it with numbers where you have them.",
  "wrap-up": "A few sentences in the design document are enough.",
};

function goal(state: DirectorState): Say {
  const id = state.clock.phase?.id ?? "clarify";
  const phase = state.clock.phases.find((one) => one.id === id);
  const title = phase?.title ?? id;
  const text = `${title}, ${minutes(phase?.minutes ?? 0)}. ${phaseGoals[id]} ${starts[id] ?? ""}`;
  return say("goal", text, `Say the goal of this phase, ${title}: ${phaseGoals[id]}`);
}

function welcomeBack(state: DirectorState): Say {
  const open = openQuestion(state);
  const title = state.clock.phases.find((one) => one.id === state.clock.phase?.id)?.title ?? "the phase";
  const left = (phaseTime(state)?.endsAt ?? 0) - state.lastSignAt;
  const time = left > 0 ? `${title} has ${about(left)} left.` : `${title} has used its time.`;
  const text =
    open === null
      ? `Welcome back; the clock stood still. ${time}`
      : `Welcome back; the clock stood still and ${time.replace(/\.$/, "")}. This was open: "${cited(questionIn(open.text), 140)}"`;
  return say("notice", text, "Welcome the person back, say that the clock stood still, and repeat the open question.");
}

/** Said when 80 % of a phase are gone. */
export function warning(state: DirectorState, now: number): Say {
  const title = state.clock.phases.find((one) => one.id === state.clock.phase?.id)?.title ?? "This phase";
  const left = about((phaseTime(state)?.endsAt ?? now) - now);
  const text = wordingOf(state, "warning", [
    `${title}: ${left} left.`,
    `${capital(left)} left for ${title}.`,
    `${title} has ${left} left.`,
  ]);
  return say("notice", text, `Say that ${left} are left in this phase.`, {
    topic: `warning-${state.clock.phase?.id ?? ""}`,
  });
}

/** The interviewer proposes the next phase; a person presses it. */
export function proposal(state: DirectorState, why: "time" | "coverage" | "overrun", now: number): Say {
  const id = state.clock.phase?.id ?? "clarify";
  const title = state.clock.phases.find((one) => one.id === id)?.title ?? id;
  const next = phaseAfter(id);
  const nextTitle = state.clock.phases.find((one) => one.id === next)?.title ?? "";
  const over = about(now - (phaseTime(state)?.endsAt ?? now));
  const first = {
    time: [`The time of ${title} is used up.`, `That is the time planned for ${title}.`],
    coverage: [`I have no further question in ${title}.`, `Nothing of ${title} is left on my list.`],
    overrun: [`${title} is ${over} over its time.`, `${title} has run over by ${over}.`],
  }[why];
  const then =
    next === null
      ? [
          "End the room when you are ready; the report is written then.",
          "Press End when you have said all; the report follows.",
        ]
      : [
          `Shall we go on to ${nextTitle}? You press Next, or extend.`,
          `Go on to ${nextTitle} with Next, or add minutes with Extend?`,
        ];
  const text = `${wordingOf(state, `${why}-${id}`, first)} ${wordingOf(state, `then-${id}`, then)}`;
  return say(
    "proposal",
    text,
    `Propose to ${next === null ? "end the room" : `go on to ${nextTitle}`}; a person presses it.`,
    {
      proposes: next,
      topic: `propose-${why}-${id}`,
    },
  );
}

const minutes = (count: number): string => (count === 1 ? "1 minute" : `${count} minutes`);
