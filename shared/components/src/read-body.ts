import type { IncomingMessage } from "node:http";

/** Null for a body that is too large, which is read to its end all the same: only then does its client listen. */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
    });
    request.on("end", () => resolve(bytes > mostBytes ? null : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}
