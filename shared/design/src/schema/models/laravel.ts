import { bare } from "../dialect.ts";
import { itemsIn, namesIn, textIn, type Word, wordsIn } from "./calls.ts";
import { laravelColumns } from "./laravel-columns.ts";
import { plural, snake } from "./names.ts";
import { insideOf, partsOf } from "./parts.ts";
import { addUnique, columnOf, type ModelTable, newTable, type Piece, type Reference } from "./table.ts";

/** Migrations of Laravel as tables; what they undo is left out. */
export function readLaravel(text: string): Piece[] {
  return readParts(text.replace(/^\s*<\?php/, "     "), new Map());
}

function readParts(text: string, tables: Map<string, ModelTable>): Piece[] {
  return partsOf(text, "//", ";}").flatMap(({ code, comment }): Piece[] => {
    const said: Piece[] = comment === "" ? [] : [{ remark: comment }];
    if (/^(?:use|namespace|declare)\b/.test(code) || /^(?:(?:public|protected)\s+)*function\s+down\b/.test(code))
      return said;
    if (
      /^(?:return new class|(?:final\s+)?class \w+)[^{]*extends\s+Migration\b|^(?:(?:public|protected)\s+)*function\s+up\b/.test(
        code,
      )
    )
      return [...said, ...readParts(insideOf(code, code.indexOf("{"), "//"), tables)];
    const [call] = wordsIn(code, "//").filter(({ inside }) => inside !== null);
    const [first = "", second = ""] = itemsIn(`(${call?.inside ?? ""})`, "//");
    const sql = /^DB::(?:statement|unprepared)/.test(code) ? textIn(first) : null;
    if (sql !== null) return [...said, { sql }];
    const name = /^Schema::(?:create|table)\b/.test(code) ? textIn(first) : null;
    if (name === null) return code === "" || code.startsWith("Schema::drop") ? said : [...said, { remark: code }];
    const table = tables.get(name) ?? newTable(name);
    readTable(insideOf(second, second.indexOf("{"), "//"), table);
    const isNew = !tables.has(name);
    tables.set(name, table);
    return isNew ? [...said, table] : said;
  });
}

function readTable(body: string, table: ModelTable): void {
  for (const { code, comment } of partsOf(body, "//", ";")) {
    const [, first, ...rest] = wordsIn(code, "//");
    if (code === "") table.lines.push(comment);
    else if (first === undefined || !readLine(first, rest, comment, table)) table.lines.push(code);
  }
}

/** `$table->string("code", 8)->unique()`. */
function readLine(first: Word, rest: Word[], comment: string, table: ModelTable): boolean {
  const given = itemsIn(`(${first.inside ?? ""})`, "//");
  const names = namesIn(given[0], "//");
  const call = (method: string) => rest.find(({ name }) => name === method);
  switch (first.name) {
    case "primary":
      table.key = names;
      return names.length > 0;
    case "unique":
      addUnique(table, names);
      return names.length > 0;
    case "index":
      if (names.length > 0) table.indexes.push({ name: textIn(given[1]) ?? undefined, columns: names.map(bare) });
      return names.length > 0;
    case "foreign": {
      const refers = referenceIn(names[0] ?? "", rest);
      const column = columnOf(table, names[0] ?? "");
      if (column !== undefined && names.length === 1) column.refers = refers;
      else if (refers !== undefined)
        table.foreign.push({
          columns: names,
          refers,
          columnsThere: namesIn(call("references")?.inside ?? undefined, "//"),
        });
      return refers !== undefined;
    }
    default: {
      const columns = laravelColumns(first.name, given, rest, comment);
      const [only] = columns;
      if (only === undefined || call("change") !== undefined) return false;
      if (call("constrained") !== undefined || call("references") !== undefined)
        only.refers = referenceIn(only.name, rest);
      table.lines.push(...columns);
      if (call("index") !== undefined) table.indexes.push({ columns: [bare(only.name)] });
      return true;
    }
  }
}

/** `constrained("users")->cascadeOnDelete()`, `references("id")->on("users")->onDelete("cascade")`. */
function referenceIn(column: string, rest: Word[]): Reference | undefined {
  const call = (method: string) => rest.find(({ name }) => name === method);
  const constrained = call("constrained")?.inside;
  const [said, key] = itemsIn(`(${constrained ?? ""})`, "//");
  const table =
    constrained === undefined
      ? textIn(call("on")?.inside ?? "")
      : (textIn(said) ?? plural(snake(column).replace(/_id$/, "")));
  const rule =
    textIn(call("onDelete")?.inside ?? "") ??
    (call("cascadeOnDelete") ? "cascade" : call("nullOnDelete") ? "set null" : null);
  return table === null
    ? undefined
    : {
        table,
        column: textIn(call("references")?.inside ?? "") ?? textIn(key) ?? undefined,
        onDelete: rule === null || /restrict|no action/.test(rule) ? undefined : `on delete ${rule}`,
      };
}
