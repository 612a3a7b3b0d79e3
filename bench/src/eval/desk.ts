import { randomUUID } from "node:crypto";
import { createClaude } from "@proofroom/ai/claude";
import type { Ledger } from "@proofroom/ai/ledger";
import type { Model, ModelRequest } from "@proofroom/ai/model";
import { chooseModels, modelSettings } from "@proofroom/ai/models";
import { createPaidModel } from "@proofroom/ai/paid-model";
import { RoomId } from "@proofroom/domain/id";
import { createClaudeVoice } from "../../../server/src/interviewer/claude/claude-voice.ts";
import { rulesVoice } from "../../../server/src/interviewer/rules-voice.ts";
import type { Voice } from "../../../server/src/interviewer/voice.ts";
import type { FakeMessages } from "../../fake-messages/server.ts";
import type { Play } from "../../fake-messages/scene.ts";

/** A voice under evaluation, with all that was sent for it. */
export interface Desk {
  name: string;
  voice: Voice;
  isModel: boolean;
  /** Whether what it says is our own script, so that how well it words things says nothing of a model. */
  isScripted: boolean;
  /** Every request so far, as it goes to the library that sends it. */
  sent: readonly ModelRequest[];
  costUsd(): number;
  /** The value of one whole answer in a format, null where there is none; null where nobody can be asked. */
  ask: ((request: ModelRequest) => Promise<unknown>) | null;
  /** What the model says from now on; false where it cannot be told. */
  usually(scene: Play): boolean;
}

export const rulesDesk: Desk = {
  name: "rule-based",
  voice: rulesVoice,
  isModel: false,
  isScripted: false,
  sent: [],
  costUsd: () => 0,
  ask: null,
  usually: () => false,
};

/** Claude's voice as the server builds it, against the strict fake on loopback. */
export const fakeDesk = (fake: FakeMessages, brief: string): Desk => ({
  ...claudeDesk("Claude's voice, strict fake", { apiKey: fake.key, baseURL: fake.url, brief }),
  isScripted: true,
  costUsd: () => 0,
  usually(scene) {
    fake.usually(scene);
    return true;
  },
});

/** The same against the real API. */
export const realDesk = (apiKey: string, brief: string): Desk =>
  claudeDesk(chooseModels(modelSettings(process.env)).live.full.model, {
    apiKey,
    baseURL: process.env["ANTHROPIC_BASE_URL"],
    brief,
  });

function claudeDesk(name: string, options: { apiKey: string; baseURL: string | undefined; brief: string }): Desk {
  const sent: ModelRequest[] = [];
  let costUsd = 0;
  const claude = createClaude({ ...options, models: chooseModels(modelSettings(process.env)) });
  const model: Model = {
    choiceOf: (asked) => claude.choiceOf(asked),
    stream(request, signal) {
      sent.push(request);
      return claude.stream(request, signal);
    },
  };
  // Nobody's budget is at stake here: everything is granted and added up.
  const ledger: Ledger = {
    reserve: (_, { tier }) => Promise.resolve({ outcome: "reserved", id: randomUUID(), tier: tier ?? "full" }),
    settle(_, turn) {
      costUsd += turn.costUsd;
      return Promise.resolve();
    },
  };
  const paid = createPaidModel({ model, ledger });
  const voice = createClaudeVoice({ paid, briefOf: () => options.brief });
  const roomId = RoomId.parse(randomUUID());
  const ask = async (request: ModelRequest): Promise<unknown> => {
    const answer = await paid.ask(
      { roomId, personId: null, purpose: "evaluation" },
      request,
      AbortSignal.timeout(180_000),
    );
    return answer.outcome === "answered" ? answer.value : null;
  };
  return { name, voice, ask, isModel: true, isScripted: false, sent, costUsd: () => costUsd, usually: () => false };
}

/** All words of a request in the order of reading. */
export const wordsOf = ({ system, messages }: ModelRequest): string =>
  [
    ...system.map(({ text }) => text),
    ...messages.flatMap(({ content }) =>
      content.map((part) =>
        part.type === "text" || part.type === "tool_result"
          ? part.text
          : part.type === "tool_use"
            ? JSON.stringify(part.input)
            : "",
      ),
    ),
  ].join("\n");
