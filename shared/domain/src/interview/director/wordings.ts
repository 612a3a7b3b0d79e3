import type { PhaseId } from "../phase.ts";

export const declines = [
  "The answer stays with you: finding it is the exercise.",
  "I see why you ask, and I will not take the find from you.",
  "That one I keep to myself, also when you ask nicely.",
  "I would gladly spare you the search, but then it would prove nothing about you.",
  "Being stuck is part of it; I do not hand out the answer.",
  "No answer from me, whichever way it is asked.",
  "You are closer to it than my telling would leave you.",
] as const;

export const hintOffers = [
  "The Hint button has {level} for you.",
  "Press Hint and you get {level}.",
  "What I can offer is {level}: press Hint.",
  "There is {level} behind the Hint button.",
  "Take {level} with the Hint button if you like.",
] as const;

export const noHintLeft = [
  "All hints for this are taken. Write down what you have and let a run try it.",
  "There is no hint left here. Put your best guess into a document; a run will tell.",
] as const;

export const assumptions = [
  "Your call: state your assumption, and I write it down.",
  "Your call: state your assumption. It is recorded and quoted later.",
  "I have no fixed answer to that. Treat it as your call: state your assumption, and I note it.",
  "Nothing fixed that I know of. Your call: state your assumption.",
] as const;

/** What cannot be read may well have an answer. */
export const inEnglish =
  "I read questions in English only, so I cannot tell whether the brief answers this one. Ask it in English.";

export const advised = "I have no fixed answer to that. What I would ask next:";
export const nothingToAdvise =
  "I have no fixed answer to that, and nothing to ask about what is written so far. Ask me what the brief fixes, or look again when more is written.";

export const assumed = [
  'Noted as your assumption: "{quote}".',
  'I write down your assumption: "{quote}".',
  'Your assumption is recorded: "{quote}".',
] as const;

export const smallers = [
  "That is fine. Take a smaller piece of it.",
  "Then make it smaller.",
  "Good to know where you stand. One piece of it only.",
  "No harm. Try it from this side.",
] as const;

export const leftOpens = [
  "Then it stays open, and the report says so.",
  "We leave it open for now.",
  "Left open, without harm.",
  "All right, that one stays open.",
] as const;

export const nothingAsked = ["Nothing is open from my side.", "No question of mine is open just now."] as const;

export const noteds = [
  "Noted.",
  "That is on record.",
  "Heard, and kept for the report.",
  "I have that in the notes.",
  "Written down.",
] as const;

/** Before a question that has nothing to do with what was just said. */
export const turns = ["Next:", "Another point:", "On to this:"] as const;

export const numbersNoted = [
  'Noted: "{quote}".',
  'I keep "{quote}" and hold the design against it.',
  '"{quote}" is on record.',
] as const;

/** After an answer to a question about two places that disagree, or about a run. */
export const afters = {
  contradiction: [
    "Where a document says otherwise, change it, so that all say the same.",
    "Let the documents say so too, where they do not yet.",
    "See that every place says the same now.",
  ],
  run: [
    "Once the documents say so, a run tells whether it holds.",
    "What the documents say is tried by the next run.",
    "A run of the documents as they stand tells.",
  ],
} as const;

/** After the answer to which figure holds, theirs or the brief's. */
export const afterBrief = [
  "Put the figure that you design for into the design document.",
  "Write down that figure, and why, where the design speaks of load.",
] as const;

export const honest = [
  "I match names, lines and numbers, and found none of them in that.",
  "I read by rules and cannot place that sentence; it is kept for the report.",
  "That is kept, but my rules do not know what to make of it.",
  "My rules find nothing in that which I could ask about.",
] as const;

export const welcomes = ["Go on when you are ready.", "You have the floor.", "Carry on."] as const;

export const whoIAm =
  "I am a rule-based interviewer, a program without a model behind it. I read names, lines and numbers, and I cannot judge prose.";

export const noJudgement =
  "I do not judge that while we talk: Run tries the design, and Check this phase shows what is settled and what is open.";

export const howToPause = "Press Pause at the clock; nothing is asked until you resume it.";

export const noOtherWording = "I have no other wording for it. Put it off with Later, or drop it with Skip.";

/** What to do next, as one sentence without a question. */
export const steps: Record<PhaseId, readonly string[]> = {
  clarify: [
    "Ask what the brief leaves open, or write down what you take as given.",
    "Put what you rely on into the design document, numbers first.",
    "A sentence in the design document keeps it for later.",
  ],
  "high-level": [
    "Draw it next: a box for each part, an arrow for each request.",
    "What a box or an arrow can show belongs into the diagram.",
    "Show in the diagram what can be drawn, and say beside it why.",
  ],
  "api-data": [
    "What the schema or the API can say, a run can try.",
    "Where it is a column or an endpoint, write it as one.",
    "Let the schema or the API say it, where they do not yet.",
  ],
  "deep-dive": [
    "Put it where a run can try it.",
    "Where it changes a document, write it there and run it.",
    "Let the documents say it; a run tells whether it holds.",
  ],
  "scale-failure": [
    "Write it into the design, beside the part that it concerns.",
    "Give it a sentence in the design document, with the number.",
    "Put it down under Failure or Scaling in the design document.",
  ],
  "wrap-up": [
    "Give it one sentence in the design document.",
    "Write down what you would do next, in one sentence.",
    "Note the choice and its price in the design document.",
  ],
};
