import type { Endpoint } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";

type Answer = Extract<Step, { return: unknown }>;

/** What a repeated request is answered: as the first was, save by the 200 that stands declared beside a 201. */
export function answeredAgain(answer: Answer, { responses }: Pick<Endpoint, "responses">): Answer {
  const isFound = responses.some(({ status }) => status === 200);
  return answer.return.status === 201 && isFound ? { return: { ...answer.return, status: 200 } } : answer;
}
