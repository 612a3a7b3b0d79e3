import type { Explanation, Suggestion } from "@proofroom/domain/design/assist";

/** A place in the API document; the answer comes through the port that goes with the question. */
export interface AssistQuestion {
  about: "completion" | "explanation";
  text: string;
  offset: number;
}
export interface AssistAnswer {
  suggestions: Suggestion[];
  explanation: Explanation | null;
}

/** Asks the worker that reads the design: it holds what the design means, so that no editor has to. */
export const askReader = (reader: Worker, question: AssistQuestion): Promise<AssistAnswer> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }: MessageEvent<AssistAnswer>) => {
      port1.close();
      resolve(data);
    });
    port1.start();
    reader.postMessage(question, [port2]);
  });
