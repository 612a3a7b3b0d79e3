import { Endpoint } from "@proofroom/domain/design/model";

/** What an endpoint may answer to here, and what is passed over with a word. */
export const methods: ReadonlySet<string> = new Set(Endpoint.shape.method.options);
export const otherMethods: ReadonlySet<string> = new Set(["HEAD", "OPTIONS", "TRACE"]);

export const isMethod = (word: string): word is Endpoint["method"] => methods.has(word);
