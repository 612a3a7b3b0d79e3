import type { Fix } from "@proofroom/domain/design/finding";
import type { Consumer, Edge, Operation } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../api/endpoint.ts";
import type { TableRead } from "../schema/catalog.ts";
import type { Drawn } from "../topology/drawn.ts";
import type { Chart } from "../topology/chart.ts";
import type { RuleName } from "./rules.ts";

/** An endpoint as it stands in its document, with what it will do. */
export interface Served {
  read: EndpointRead;
  operation: Operation;
}

/** What the rules look at. A document that could not be read whole is null: of it, what is missing cannot be told. */
export interface Seen {
  texts: Record<DocumentName, string>;
  capabilities: Record<string, Capability>;
  /** Tables' offsets are the document's only where `isOwnText`. */
  schema: { tables: TableRead[]; isOwnText: boolean; lineStart: (line: number) => number } | null;
  served: Served[] | null;
  /** What workers do with what is published. */
  consumers: Consumer[];
  drawing: { drawn: Drawn[]; edges: Edge[]; chart: Chart } | null;
}

export interface Note {
  message: string;
  /** Offsets in the rule's document. */
  from: number;
  to?: number;
  fixes?: Fix[];
}

/** Tells of one place where a rule is not kept; how grave that is stands in the list of rules. */
export type TellRule = (rule: RuleName, note: Note) => void;

export type Review = (seen: Seen, tell: TellRule) => void;

export const fixOf = (label: string, edits: Fix["edits"]): Fix => ({ label, edits });
