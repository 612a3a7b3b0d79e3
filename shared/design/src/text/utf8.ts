import { lastAtMost } from "./lines.ts";

/** The SQL parser counts bytes of UTF-8, and characters in its errors; both become offsets in UTF-16 units here. */
export interface Offsets {
  ofByte: (byte: number) => number;
  ofCharacter: (character: number) => number;
}

/** `text` must be well formed. Plain ASCII costs nothing. */
export function offsetsOf(text: string): Offsets {
  // oxlint-disable-next-line no-control-regex -- the range of ASCII is meant
  if (/^[\u0000-\u007f]*$/.test(text)) return { ofByte: (byte) => byte, ofCharacter: (character) => character };
  const bytes = new Uint32Array(text.length + 1);
  const characters = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLow = code >= 0xdc00 && code <= 0xdfff;
    const isHigh = code >= 0xd800 && code <= 0xdbff;
    bytes[at + 1] = (bytes[at] ?? 0) + (code < 0x80 ? 1 : code < 0x800 ? 2 : isHigh ? 4 : isLow ? 0 : 3);
    characters[at + 1] = (characters[at] ?? 0) + (isLow ? 0 : 1);
  }
  return { ofByte: (byte) => lastAtMost(bytes, byte), ofCharacter: (character) => firstAtLeast(characters, character) };
}

function firstAtLeast(ascending: Uint32Array, value: number): number {
  const last = lastAtMost(ascending, value - 1);
  return value <= 0 ? 0 : Math.min(last + 1, ascending.length - 1);
}
