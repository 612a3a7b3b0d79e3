import type { Table } from "@proofroom/domain/design/model";

/** `INSERT INTO event_seats … ON CONFLICT (…) DO UPDATE`: the tables whose rows such statements of these texts put in. */
export function puttingIn(...texts: string[]): (table: Table) => boolean {
  const names = new Set(
    texts.flatMap((text) => [...text.matchAll(upsert)].map(([, name = ""]) => name.replaceAll('"', "").toLowerCase())),
  );
  return ({ name }) => names.has(name.toLowerCase());
}

const upsert =
  /\binsert\s+into\s+([\w".]{1,80})(?:(?!\binsert\s+into\b)[^;]){0,400}?\bon\s+conflict\b(?:(?!\binsert\s+into\b)[^;]){0,120}?\bdo\s+update\b/gi;
