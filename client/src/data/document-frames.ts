import * as decoding from "lib0/decoding";
import type { Access, Closure } from "./document-save.ts";

/** Negotiated with our own client only: the stock provider logs an error on message types it does not know. */
export const subprotocol = "proofroom.v1";

/** Message types beyond those of y-protocols. */
export const messageCommitted = 100;
export const messageRoom = 101;

/** What the room says about writing in a document. Read by hand: the first page carries no schemas. */
export interface RoomFrame {
  epoch: number;
  readOnly: boolean;
  /** `ended`, `locked`, `role` or `full`. */
  reason?: string;
  /** `away` while the room cannot commit; edits wait on this device and nothing is acknowledged. */
  storage?: string;
}

/** `null` for what this client does not understand: a newer server is no reason to drop the document. */
export function readRoomFrame(decoder: decoding.Decoder): RoomFrame | null {
  try {
    const read: unknown = JSON.parse(decoding.readVarString(decoder));
    if (typeof read !== "object" || read === null) return null;
    const { epoch, readOnly, reason, storage }: Record<string, unknown> = { ...read };
    if (typeof epoch !== "number" || !Number.isInteger(epoch) || typeof readOnly !== "boolean") return null;
    if (!isTextOrMissing(reason) || !isTextOrMissing(storage)) return null;
    return {
      epoch,
      readOnly,
      ...(reason === undefined ? {} : { reason }),
      ...(storage === undefined ? {} : { storage }),
    };
  } catch {
    return null;
  }
}

const isTextOrMissing = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === "string";

export function accessOf(frame: RoomFrame): Access {
  if (!frame.readOnly) return "edit";
  if (frame.reason === "full") return "full";
  return frame.reason === "ended" ? "ended" : "view";
}

/** Whether a frame carries content the room must commit, and whether it is a step 2, which carries all that it lacks. */
export function contentOf(frame: Uint8Array): "whole" | "update" | null {
  if (frame[0] !== 0) return null;
  if (frame[1] === 1) return "whole";
  return frame[1] === 2 ? "update" : null;
}

/** Close codes after which reconnecting is pointless. */
export function closureOf(code: number): Closure {
  switch (code) {
    case 4401:
      return "signed-out";
    case 4403:
      return "access";
    case 4409:
      return "replaced";
    default:
      return "gone";
  }
}

/** What the room says about writing, as a sentence; null while all is as usual. */
export function noticeOf(frame: RoomFrame): string | null {
  if (!frame.readOnly) return null;
  switch (frame.reason) {
    case "ended":
      return "This room has ended. Its documents stay as they were.";
    case "locked":
      return "The interviewer has locked the documents.";
    case "full":
      return "This document is full: the room keeps nothing more of it until you remove some text.";
    case "role":
      return "You are here as an observer: you see everything and change nothing.";
    case undefined:
    default:
      return "You are viewing only.";
  }
}
