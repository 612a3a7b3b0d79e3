import { randomBytes } from "node:crypto";

/** Marks what people wrote, so that the model reads it as words about a design and never as an instruction. */
export interface Fence {
  readonly nonce: string;
  /** The text inside of a wrapper that nothing in it can close. `doc` and `attributes` are ours. */
  around(doc: string, text: string, attributes?: Record<string, string>): string;
}

/** Nobody can guess the nonce, and where it stands in a text all the same it is taken out. */
export function createFence(redact: (text: string) => string, nonce = randomBytes(8).toString("hex")): Fence {
  return {
    nonce,
    around(doc, text, attributes = {}) {
      const more = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      const inside = redact(text).replaceAll(nonce, "…").replaceAll("<", "&lt;");
      return `<untrusted doc="${doc}"${more.join("")} nonce="${nonce}">\n${inside}\n</untrusted>`;
    },
  };
}
