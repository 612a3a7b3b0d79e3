import type { Content, ModelFailure, ModelRequest, Purse, Tier } from "@proofroom/ai/model";
import type { PaidModel } from "@proofroom/ai/paid-model";
import type { Place } from "@proofroom/domain/interview/place";
import type { Turn } from "../voice.ts";
import type { HoldBack } from "./hold-back.ts";
import type { Proposal } from "./propose.ts";
import { runTool, type ToolContext } from "./run-tool.ts";

/** How a turn of the model's ended; what was released until then stands in any case. */
export type TurnEnd = { place: Place | null; proposals: Proposal[] } & (
  | { end: "spoken" | "silent" | "stopped" }
  | { end: "leak"; term: string }
  | { end: "failed"; failure: ModelFailure }
);

export interface TurnOptions {
  paid: PaidModel;
  purse: Purse;
  turn: Turn;
  request: ModelRequest;
  tools: ToolContext;
  hold: HoldBack;
  signal: AbortSignal;
}

/** Requests in one loop of tools; in the last one it is told to speak. */
const mostSteps = 4;

/** One turn: asks, runs what tools are called, and lets through what may be heard. */
export async function takeTurn(options: TurnOptions): Promise<TurnEnd> {
  const first = await loop(options);
  const isMute = first.end === "spoken" && options.hold.released() === "";
  // Nobody has heard anything yet, so it may try again, once.
  return isMute ? loop(options) : first;
}

async function loop({ paid, purse, turn, request, tools, hold, signal }: TurnOptions): Promise<TurnEnd> {
  const messages = [...request.messages];
  const told: { place: Place | null; proposals: Proposal[] } = { place: null, proposals: [] };
  let tier: Tier | undefined;
  for (let step = 1; step <= mostSteps; step += 1) {
    const asked = { ...request, messages, ...(tier === undefined ? {} : { tier }) };
    const heard = await listen({ paid, purse, turn, request: asked, hold, signal });
    tier = heard.tier ?? tier;
    if (heard.end !== "calls") return { ...told, ...heard };
    const answers: Content[] = [];
    for (const { id, name, input } of heard.calls) {
      const outcome = await runTool(tools, name, input);
      if (outcome.did === "silent" && hold.released() === "") return { ...told, end: "silent" };
      if (outcome.did === "pointed") told.place = outcome.place;
      if (outcome.did === "proposed") told.proposals.push(outcome.proposal);
      const isError = outcome.did === "refused";
      answers.push({ type: "tool_result", id, text: outcome.answer || "Done.", ...(isError ? { isError } : {}) });
    }
    if (step === mostSteps - 1) answers.push({ type: "text", text: "Speak now; no tool will answer any more." });
    messages.push({ role: "assistant", content: heard.content }, { role: "user", content: answers });
  }
  // It was told to speak and called a tool again; asking anew would only repeat that.
  return hold.released() === "" ? { ...told, end: "failed", failure: "truncated" } : { ...told, end: "spoken" };
}

interface Call {
  id: string;
  name: string;
  input: unknown;
}

type ListenEnd = { tier?: Tier } & (
  | { end: "calls"; calls: Call[]; content: Content[] }
  | { end: "spoken" | "stopped" }
  | { end: "leak"; term: string }
  | { end: "failed"; failure: ModelFailure }
);

/** Hears one request to its end, or leaves as soon as enough was said. */
async function listen({ paid, purse, turn, request, hold, signal }: Omit<TurnOptions, "tools">): Promise<ListenEnd> {
  const content: Content[] = [];
  const calls: Call[] = [];
  let leakBlocked = false;
  let tier: Tier | undefined;
  const with_ = (end: ListenEnd): ListenEnd => (tier === undefined ? end : { ...end, tier });
  const about = () => ({ docVersions: turn.reading.versions, interrupted: signal.aborted, leakBlocked });
  hold.forget();
  for await (const event of paid.stream(purse, request, signal, about)) {
    switch (event.type) {
      case "sent":
        tier = event.tier;
        break;
      case "start":
        break;
      case "thinking":
        content.push(event.block);
        break;
      case "tool":
        calls.push({ id: event.id, name: event.name, input: event.input });
        content.push({ type: "tool_use", id: event.id, name: event.name, input: event.input });
        break;
      case "text": {
        const last = content.at(-1);
        if (last?.type === "text") last.text += event.text;
        else content.push({ type: "text", text: event.text });
        const heard = hold.hear(event.text);
        leakBlocked = heard.end === "leak";
        if (heard.end === "leak") return with_(heard);
        if (heard.end === "enough") return with_({ end: "spoken" });
        break;
      }
      case "failed":
        return with_(event.failure === "aborted" ? { end: "stopped" } : { end: "failed", failure: event.failure });
      case "stop": {
        if (event.reason === "refusal") return with_({ end: "failed", failure: "refused" });
        if (event.reason === "model_context_window_exceeded") return with_({ end: "failed", failure: "too-long" });
        // Cut off in mid-sentence: what is whole stays, and with nothing whole it may try again.
        if (event.reason === "max_tokens") return with_({ end: "spoken" });
        const heard = hold.finish();
        if (heard.end === "leak") {
          leakBlocked = true;
          return with_(heard);
        }
        return with_(
          event.reason === "tool_use" && calls.length > 0 ? { end: "calls", calls, content } : { end: "spoken" },
        );
      }
    }
  }
  return with_({ end: "failed", failure: "truncated" });
}
