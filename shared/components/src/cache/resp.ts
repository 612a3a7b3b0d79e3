/** A value of the protocol that Redis speaks, version 2. */
export type Reply = { simple: string } | { error: string } | number | string | null | Reply[];

const limits = { bulkBytes: 1024 * 1024, items: 1_024, depth: 4 };

/** What breaks the protocol; whoever sent it is cut off. */
export class BrokenProtocol extends Error {}

/** A command is a list of texts. */
export const encodeCommand = (parts: readonly string[]): string => encodeReply([...parts]);

export function encodeReply(reply: Reply): string {
  if (reply === null) return "$-1\r\n";
  if (typeof reply === "number") return `:${reply}\r\n`;
  if (typeof reply === "string") return `$${Buffer.byteLength(reply)}\r\n${reply}\r\n`;
  if (Array.isArray(reply)) return `*${reply.length}\r\n${reply.map(encodeReply).join("")}`;
  return "simple" in reply ? `+${reply.simple}\r\n` : `-${reply.error}\r\n`;
}

/** Puts bytes together, in whatever pieces they come, and answers each value that has become whole. */
export function createReader(): (bytes: Buffer) => Reply[] {
  let held: Buffer = Buffer.alloc(0);
  return (bytes) => {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    const replies: Reply[] = [];
    for (let read = readAt(held, 0, 0); read !== null; read = readAt(held, 0, 0)) {
      replies.push(read.reply);
      held = held.subarray(read.end);
    }
    if (held.length > limits.bulkBytes * 2) throw new BrokenProtocol("too much in one value");
    return replies;
  };
}

type Read = { reply: Reply; end: number } | null;

function readAt(bytes: Buffer, at: number, depth: number): Read {
  const lineEnd = bytes.indexOf("\r\n", at);
  if (lineEnd === -1) {
    if (bytes.length - at > 64 * 1024) throw new BrokenProtocol("a line without an end");
    return null;
  }
  const line = bytes.toString("utf8", at + 1, lineEnd);
  const end = lineEnd + 2;
  switch (String.fromCharCode(bytes[at] ?? 0)) {
    case "+":
      return { reply: { simple: line }, end };
    case "-":
      return { reply: { error: line }, end };
    case ":":
      return { reply: Number(line), end };
    case "$":
      return readBulk(bytes, countOf(line, limits.bulkBytes), end);
    case "*":
      return readList(bytes, countOf(line, limits.items), end, depth);
    default:
      throw new BrokenProtocol("this is not the protocol of a cache");
  }
}

function readBulk(bytes: Buffer, length: number, at: number): Read {
  if (length === -1) return { reply: null, end: at };
  if (bytes.length < at + length + 2) return null;
  return { reply: bytes.toString("utf8", at, at + length), end: at + length + 2 };
}

function readList(bytes: Buffer, count: number, at: number, depth: number): Read {
  if (depth > limits.depth) throw new BrokenProtocol("too deep");
  const list: Reply[] = [];
  let end = at;
  for (let n = 0; n < count; n++) {
    const item = readAt(bytes, end, depth + 1);
    if (item === null) return null;
    list.push(item.reply);
    end = item.end;
  }
  return { reply: list, end };
}

function countOf(line: string, most: number): number {
  const count = Number(line);
  if (!Number.isInteger(count) || count < -1 || count > most) throw new BrokenProtocol("a length out of bounds");
  return count;
}
