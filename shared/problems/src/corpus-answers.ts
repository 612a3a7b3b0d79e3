import type { Edit, Finding } from "@proofroom/domain/design/finding";
import { stops } from "@proofroom/domain/design/stops";
import type { CorpusDesign } from "./corpus.ts";
import type { Documents } from "./documents.ts";

/** The texts after every answer that is expected, or the question that came instead. */
export type Answered = { outcome: "answered"; texts: Documents } | { outcome: "stuck"; why: string };

/** Answers a design's questions as a click does, by the edits of a fix, and reads it again after each. */
export function answerAll({ texts, expected }: CorpusDesign, findingsOf: (texts: Documents) => Finding[]): Answered {
  let answered = texts;
  for (const rule of expected.answers) {
    const question = findingsOf(answered).find(isQuestion);
    if (question === undefined) return stuck(`${rule} is not asked`);
    if (question.rule !== rule) return stuck(`${question.rule} is asked instead of ${rule}: ${question.message}`);
    const label = expected.choose[rule];
    const fix = question.fixes?.find((one) => label === undefined || one.label === label);
    if (fix === undefined) {
      const offered = question.fixes?.map((one) => one.label).join(", ") ?? "none";
      return stuck(`${label ?? "an answer"} is not offered for ${rule}; offered: ${offered}`);
    }
    answered = applied(answered, fix.edits);
  }
  const left = findingsOf(answered).find(isQuestion);
  return left === undefined
    ? { outcome: "answered", texts: answered }
    : stuck(`${left.rule} is asked as well: ${left.message}`);
}

const isQuestion = (finding: Finding): boolean => finding.severity === "question" && stops(finding);

const stuck = (why: string): Answered => ({ outcome: "stuck", why });

/** From the last edit to the first, so that none moves another's place. */
const applied = (texts: Documents, edits: readonly Edit[]): Documents =>
  edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, { document, from, to, insert }) => {
      const text = all[document];
      return { ...all, [document]: text.slice(0, from) + insert + text.slice(to) };
    }, texts);
