/** Something that may be written at a place of a document: `insert` replaces the text from `from` to `to`, in UTF-16 units. */
export interface Suggestion {
  label: string;
  insert: string;
  /** A few words beside the label. */
  detail: string;
  /** What it means; empty where the detail says it. */
  says: string;
  /** How it is written; null where the label says it. */
  example: string | null;
  /** Whether there is something to choose from behind it, too. */
  leadsOn: boolean;
  from: number;
  to: number;
}

/** What a word of a document means; offsets in UTF-16 units. */
export interface Explanation {
  says: string;
  example: string | null;
  from: number;
  to: number;
}
