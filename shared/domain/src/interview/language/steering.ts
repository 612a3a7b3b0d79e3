import { remembered } from "./remembered.ts";

/** Whether a line talks to whoever marks it, instead of about the design. */
export const isSteering = remembered(
  (line): boolean =>
    unmistakable.some((said) => said.test(line)) || (addressed.test(line) && orders.some((order) => order.test(line))),
);

const reader =
  "(?:ai )?(?:interviewer|evaluator|grader|examiner|assessor|judge|assistant|reviewer|language model|llm|ai|claude)";

/** The line turns to whoever marks it: names them and goes on with a comma, a colon or "you". */
const addressed = new RegExp(
  `(?:^|[^\\w-])(?:system\\s*:|${reader}\\s*[:,!]|${reader},? you\\b|(?:note|message) to (?:the )?${reader}\\b)`,
  "i",
);
const orders = [
  /\b(?:print|reveal|show|repeat|output|tell|leak)\b.{0,40}\b(?:instructions?|prompt|rubric|anchors?|solution)\b/i,
  /\b(?:score|mark|grade|rate|award|give)\b.{0,40}(?:\b(?:4|four|10|ten|highest|maximum|full|top|perfect)\b|100 ?%)/i,
  /\b(?:ignore|disregard|forget|override)\b/i,
];
/** Said to nobody else than a model or a marker, named or not. */
const unmistakable = [
  /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|prior|above|earlier|your|all|any|system)\b.{0,20}\b(?:instructions?|prompts?|rules)\b/i,
  /\b(?:score|mark|grade|rate|award|give)\s+(?:me|my (?:design|answer|work)|this (?:candidate|design|answer|work|submission))\b.{0,30}(?:\b(?:4|four|10|ten|highest|maximum|full|top|perfect)\b|100 ?%)/i,
  /\bmark (?:this|that|the|my)\b.{0,20}\b(?:item|point|answer|checklist|question)s?\b.{0,10}\bas\b|\bmark (?:this|that|it|me|everything|all)(?: of it)? as covered\b/i,
  /\byou (?:must|should|have to|will) (?:score|grade|award)\b/i,
  /\byou are now (?:a|an|in|the)\b|\byour (?:new|real) instructions\b/i,
];
