import { createHash } from "node:crypto";
import { blocksOf, type MessagesBody } from "./request.ts";

/** What the API remembers between requests: which conversation a thinking block belongs to, and cached prefixes. */
export interface Memory {
  /** A signature for a thinking block with this text that is about to be answered to this request. */
  sign(body: MessagesBody, thinking: string): string;
  /** Why its thinking blocks are refused: they belong to another model or conversation, or something before them changed. */
  refusalOf(body: MessagesBody): string | null;
  /** How many tokens of the prompt are read from the cache, and how many are written for which time. */
  caches(body: MessagesBody): Cached;
}

export interface Cached {
  read: number;
  fiveMinutes: number;
  hour: number;
  /** Neither read nor written. */
  rest: number;
}

/** About four bytes to a token. */
export const tokensIn = (value: unknown): number => Math.ceil(Buffer.byteLength(JSON.stringify(value)) / 4);

export function createMemory(): Memory {
  const signed = new Map<string, { prefix: string; length: number; thinking: string }>();
  const cached = new Set<string>();
  return {
    sign(body, thinking) {
      const signature = createHash("sha256")
        .update(`${signed.size}${prefixOf(body, body.messages.length)}`)
        .digest("base64");
      const { length } = body.messages;
      signed.set(signature, { prefix: prefixOf(body, length), length, thinking });
      return signature;
    },
    refusalOf(body) {
      for (const [n, message] of body.messages.entries()) {
        for (const block of blocksOf(message)) {
          // Nothing is ever answered redacted here, so whoever sends such a block has made it up.
          if (block.type !== "thinking" && block.type !== "redacted_thinking") continue;
          const known = block.type === "thinking" ? signed.get(block.signature) : undefined;
          const isSame = block.type === "thinking" && known?.thinking === block.thinking;
          const isHere = isSame && known?.length === n && known.prefix === prefixOf(body, n);
          if (!isHere) return `messages.${n}: \`thinking\` blocks cannot be modified or moved to another conversation.`;
        }
      }
      return null;
    },
    caches(body) {
      const parts = [...(body.tools ?? []), ...(typeof body.system === "string" ? [body.system] : (body.system ?? []))];
      const all = [
        ...parts,
        ...body.messages.flatMap((message) => blocksOf(message).map((block) => [message.role, block])),
      ];
      const hash = createHash("sha256").update(body.model);
      const answer: Cached = { read: 0, fiveMinutes: 0, hour: 0, rest: 0 };
      let pending = 0;
      for (const part of all) {
        hash.update(bare(part));
        pending += tokensIn(part);
        const ttl = /"cache_control":\{"type":"ephemeral"(?:,"ttl":"(1h|5m)")?\}/.exec(JSON.stringify(part));
        if (ttl === null) continue;
        const key = hash.copy().digest("hex");
        if (cached.has(key)) {
          answer.read += pending + answer.fiveMinutes + answer.hour;
          answer.fiveMinutes = 0;
          answer.hour = 0;
        } else if (ttl[1] === "1h") answer.hour += pending;
        else answer.fiveMinutes += pending;
        cached.add(key);
        pending = 0;
      }
      answer.rest = pending;
      return answer;
    },
  };
}

/** Marks for the cache are no part of what was said. */
const bare = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (key === "cache_control" ? undefined : inner));

const prefixOf = ({ model, system, tools, messages }: MessagesBody, length: number): string =>
  createHash("sha256")
    .update(bare([model, system, tools, messages.slice(0, length)]))
    .digest("hex");
