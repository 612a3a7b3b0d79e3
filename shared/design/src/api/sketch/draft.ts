import type { Entry } from "../../text/yaml.ts";
import type { Span } from "./nodes.ts";

/** An endpoint as it is said in a few words, with where each of them stands. */
export interface Draft {
  method: string;
  methodAt: Span;
  path: string;
  pathAt: Span;
  query: { name: string; default?: string; span: Span; isUrl?: true }[];
  headers: { name: string; isRequired: boolean; schema?: Record<string, unknown>; span: Span }[];
  summary: string;
  body?: { schema: Record<string, unknown>; span: Span } | undefined;
  answers: Answer[];
  /** A request as it was sent, with one thing's id where a reference has a parameter. */
  isExample?: boolean;
  /** Its `x-…` keys. */
  keys: Entry[];
  /** All of it: its line, the lines over which its brackets reach, or its entry in a list. */
  span: Span;
  /** Written in braces, where another key is put inside them. */
  isFlow: boolean;
}

export interface Answer {
  status: number;
  schema?: Record<string, unknown>;
  /** It says where what was made is to be found. */
  isLocated?: true;
  /** What is said of it. */
  description?: string;
  span: Span;
}
