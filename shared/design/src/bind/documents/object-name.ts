import { ofReading, remembered } from "../../text/remembered.ts";

const store =
  /(?<![\p{L}\p{N}])(?:s3|gcs|minio|buckets?|(?:object|blob)[- ]?stor(?:e|age)|azure blob|objektspeicher|almac[eé]n de objetos|stockage objet|armazenamento de objetos)(?![\p{L}\p{N}])/iu;

/** Whether a text speaks of an object store. */
export const namesStore = (text: string): boolean => store.test(text);

/** The same of a document, which each endpoint asks. */
export const tellsOfStore = remembered(namesStore, ofReading);

/** A name with a hole in it: `qr/{code}.png` is `qr/`, `code` and `.png`. */
export interface ObjectName {
  before: string;
  hole: string;
  behind: string;
}

const named =
  /(?<![\w/{}:.<$-])(?:s3:\/\/[\w.-]{1,60}\/)?((?:[\w.-]{1,40}\/){0,4}[\w.-]{0,40})(?:\$?\{(\w{1,40})\}|<(\w{1,40})>|:(\w{1,40})(?=[.`"'\s]))([\w.-]{0,20}\w)?/gu;

/** The name under which a sentence says that an object is kept: one with a folder or an ending, and no path of an endpoint. */
export function objectNameIn(sentence: string, near = ""): ObjectName | null {
  const found = [...sentence.matchAll(named)].flatMap(([, before = "", braced, angled, colon, behind = ""]) => {
    const hole = braced ?? angled ?? colon;
    return hole === undefined || (!before.includes("/") && !behind.startsWith(".")) ? [] : [{ before, hole, behind }];
  });
  return found.find(({ before }) => near !== "" && before.includes(near)) ?? found[0] ?? null;
}
