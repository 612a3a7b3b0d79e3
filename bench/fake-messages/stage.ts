import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { sensibleAnswer } from "./answer.ts";
import { cutToFit } from "./cut-to-fit.ts";
import { type AnswerBlock, blockFrames, endFrames, frame, messageOf, newId, usageOf } from "./frames.ts";
import { type Memory, tokensIn } from "./memory.ts";
import type { MessagesBody } from "./request.ts";
import type { Delivery, Scene, Stop } from "./scene.ts";

interface Performance {
  scene: Scene;
  body: MessagesBody;
  memory: Memory;
  requestId: string;
  response: ServerResponse;
}

/** Plays one scene to one request. */
export async function perform({ scene, body, memory, requestId, response }: Performance): Promise<void> {
  if (scene.do === "hang" && scene.after === undefined) return;
  if (scene.do === "cut" && scene.after === undefined) return void response.socket?.destroy();
  if (scene.do === "fail")
    return refuse(response, requestId, scene.status, scene.type, "It was told to fail.", scene.headers);
  const counted = memory.caches(body);
  const cached = { ...counted, rest: counted.rest + (scene.readsBeside ?? 0) };
  const script = scriptOf(scene, body, memory);
  const { content, isWhole: hasRoom } = cutToFit(script.content, body.max_tokens);
  const stop = hasRoom ? script.stop : "max_tokens";
  const usage = usageOf(
    cached,
    content.reduce((sum, block) => sum + tokensIn(block), 0),
  );
  if (body.stream !== true) {
    response.writeHead(200, { "content-type": "application/json", "request-id": requestId });
    response.end(JSON.stringify(messageOf(body, content, stop, usage)));
    return;
  }
  response.socket?.setNoDelay(true);
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
    "request-id": requestId,
  });
  response.flushHeaders();
  const frames = [
    frame("message_start", { message: messageOf(body, [], null, usageOf(cached, 1)) }),
    frame("ping"),
    ...content.flatMap((block, index) => [...blockFrames(block, index)]),
    ...endFrames(stop, usage),
  ];
  // What breaks off does so within its block.
  const isWhole = !("after" in scene);
  const told = isWhole ? frames : frames.slice(0, -3);
  if (scene.do === "fail-later")
    told.push(frame("error", { error: { type: scene.type, message: "It was told to fail." } }));
  await deliver(response, told, scene.delivery ?? {});
  if (scene.do === "hang") return;
  if (scene.do === "cut") return void response.socket?.destroy();
  response.end();
}

/** The API's error, in its own shape. */
export function refuse(
  response: ServerResponse,
  requestId: string,
  status: number,
  type: string,
  message: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", "request-id": requestId, ...headers });
  response.end(JSON.stringify({ type: "error", error: { type, message }, request_id: requestId }));
}

function scriptOf(scene: Scene, body: MessagesBody, memory: Memory): { content: AnswerBlock[]; stop: Stop } {
  const text = (said: string): AnswerBlock[] => (said === "" ? [] : [{ type: "text", text: said, citations: null }]);
  const thought = (thinking: string | undefined): AnswerBlock[] =>
    thinking === undefined ? [] : [{ type: "thinking", thinking, signature: memory.sign(body, thinking) }];
  switch (scene.do) {
    case "answer":
      return { content: text(sensibleAnswer(body)), stop: "end_turn" };
    case "say":
      return { content: [...thought(scene.thinking), ...text(scene.text)], stop: scene.stop ?? "end_turn" };
    case "json":
      return { content: text(JSON.stringify(scene.value)), stop: "end_turn" };
    case "call": {
      const { name, input } = scene;
      const call: AnswerBlock = { type: "tool_use", id: newId("toolu"), name, input, caller: { type: "direct" } };
      return { content: [...thought(scene.thinking), ...text(scene.say ?? ""), call], stop: "tool_use" };
    }
    case "hang":
    case "fail-later":
    case "end-early":
    case "cut":
      return { content: text(scene.after ?? ""), stop: "end_turn" };
    case "fail":
      return { content: [], stop: "end_turn" };
  }
}

async function deliver(response: ServerResponse, frames: string[], { bytesPerChunk, pauseMillis, pings }: Delivery) {
  const bytes = Buffer.from(frames.map((one) => (pings === true ? frame("ping") + one : one)).join(""));
  const size = bytesPerChunk ?? (pauseMillis === undefined ? bytes.length : 64);
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    if (pauseMillis !== undefined) await pause(pauseMillis);
  }
}
