import type { Table } from "@proofroom/domain/design/model";
import { literally, tableNamed } from "../../ways/told/statement/statement.ts";
import type { CalledUpsert } from "./called-upserts.ts";

/** What `REPLACE INTO links (code, url) …` and `MERGE INTO links … WHEN MATCHED THEN UPDATE SET url = n.url` do about a row that is there. */
export function replacingStatements(text: string, { name, columns }: Table): CalledUpsert[] {
  if (!someStatement.test(text)) return [];
  const called = `${tableNamed(name)}(?![\\w.])`;
  const names = columns.map((column) => column.name);
  const namedIn = (part: string): string[] =>
    names.filter((one) => new RegExp(`(?:^|[^\\w])${literally(one)}["\`]?\\s{0,9}=`, "i").test(part));
  const replaces = new RegExp(`\\b(?:insert\\s{1,9}or\\s{1,9})?replace\\s{1,9}into\\s{1,9}${called}`, "i");
  const merge = new RegExp(
    `\\bmerge\\s{1,9}into\\s{1,9}${called}[^;]{1,300}?\\bon\\s{0,9}\\(?([^;]{1,200}?)\\bwhen\\s{1,9}matched\\s{1,9}then\\s{1,9}update\\s{1,9}set\\b([^;]{1,300}?)(?:\\bwhen\\b|;|$)`,
    "i",
  );
  const [, on = "", set = ""] = merge.exec(text) ?? [];
  const [key, other] = namedIn(on);
  const merged = key === undefined || other !== undefined ? [] : [{ by: key, sets: namedIn(set) }];
  return [...(replaces.test(text) ? [{ by: null, sets: names }] : []), ...merged];
}

const someStatement = /\breplace\s{1,9}into\b|\bmerge\s{1,9}into\b/i;
