import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { fieldType } from "@proofroom/domain/problem/field-type";
import { parametersIn, isParameter, segmentsOf } from "../../api/path.ts";
import { successIn } from "../../api/success.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import { deleteSteps, updateSteps } from "./convention-change.ts";
import { insertSteps } from "./convention-insert.ts";
import { getSteps, isRedirect, listSteps } from "./convention-read.ts";
import { columnOf, isUnique } from "../column-of.ts";
import { isArray, fieldsOf } from "../fields.ts";
import type { Sense } from "../sense.ts";
import { withCodeAnew } from "../key/code-anew.ts";
import { withAnyCase } from "../code/any-case.ts";
import { withCountedCode } from "../code/counted-code.ts";
import { withDrawnAnyway } from "./drawn-anyway.ts";
import { withFilledStock } from "../code/filled-stock.ts";
import { withPool } from "../code/code-pool.ts";
import { keptObjects } from "./kept-objects.ts";
import { withLookFirst } from "./looked-first.ts";
import { withNaturalKey } from "./natural-key.ts";
import { withMadeUp } from "./made-up.ts";
import { withProbedCode } from "../code/probed-code.ts";
import { withKeyTable } from "../key/key-table.ts";
import type { Serving } from "../documents/serving.ts";
import type { HowLong } from "../ways/told/time/how-long.ts";
import { withOwnerTable } from "../owner/owner-table.ts";
import { throughReferring, withReferredRow } from "./referred-row.ts";
import { calledUpserts } from "../documents/upserts/called-upserts.ts";
import { replacingStatements } from "../documents/upserts/replacing-statements.ts";
import { letGoInCache } from "../others/let-go-in-cache.ts";
import { toldBack, withToldBack } from "../others/told-back.ts";
import { toldChanges } from "../others/told-changes.ts";
import { type Hints, inPath, tableOf } from "../table-of.ts";

export interface Known {
  tables: Table[];
  senses: Sense[];
  /** Tables that the endpoints of the problem write to. */
  written: ReadonlySet<string>;
  /** What the endpoints of the problem that write do, as far as that is decided. */
  serving: readonly Serving[];
  /** Whether the API or the design document speaks of a word. */
  isSaid: (word: string) => boolean;
  /** How another endpoint of the problem is told whom it keeps in a column: `$body.userId`, `$user`. */
  keepsWho: (table: string, column: string, endpoint: Endpoint) => string | undefined;
  /** Whether a statement of the API or the design document puts the rows of a table in, or changes the one that is there. */
  isPutIn: (table: Table) => boolean;
  /** How long something lasts by the design's own words, where these are not the problem's. */
  howLong: (lasts: { of: string[]; usual: string }) => HowLong | null;
  /** What is written about the endpoint at a line of the API document. */
  besideOf: (line: number) => string;
  /** What the design document says of it. */
  toldOf: (line: number) => string;
  /** As far as that is code of a service. */
  handlerOf: (line: number) => string;
  /** The bodies of the functions of the database that it calls. */
  codeOf: (line: number) => string;
  /** What it says of several endpoints at once, this being one of them. */
  togetherOf: (line: number) => string;
  /** What the design document says of requests that come again, whichever they are. */
  retold: string;
  /** What it says of no endpoint in particular. */
  toldOfAll: string;
  /** All of the API document. */
  endpoints: readonly Endpoint[];
  /** The design document. */
  design: string;
  /** Without what was turned down or put off. */
  done: string;
  /** The API document. */
  api: string;
  /** The three documents. */
  all: string;
}

/** What an endpoint does by its method, path and fields. */
export function byConvention(endpoint: Endpoint, capability: Capability | undefined, known: Known): Conventional {
  const { tables, senses } = known;
  const object = capability === undefined ? keptObjects(endpoint, known) : null;
  if (object !== null) return object;
  if (tables.length === 0) return { steps: null, why: `there is no table yet that ${endpoint.opId} could be about` };
  const changes = capability === undefined ? toldChanges(endpoint, known) : null;
  if (changes !== null) return changes;
  const letGo = capability === undefined ? letGoInCache(endpoint, known) : null;
  if (letGo !== null) return letGo;
  const table = tableOf(endpoint, tables, senses, hintsOf(endpoint, capability, known));
  if (table === undefined)
    return {
      steps: null,
      why: `it could be about any of ${tables
        .map((t) => t.name)
        .slice(0, 6)
        .join(", ")}`,
    };
  const last = lastOf(endpoint.path);
  const keepsWho = (column: string): string | undefined => known.keepsWho(table.name, column, endpoint);
  const written = [known.besideOf(endpoint.line), known.design];
  const told = known.toldOf(endpoint.line);
  const isChanged = known.endpoints.some((one) => one !== endpoint && /^(?:PUT|PATCH)$/.test(one.method));
  const doing = [known.besideOf(endpoint.line), isChanged ? told : known.done].join("\n\n");
  const upserts = [...calledUpserts(doing, table, known.all), ...replacingStatements(doing, table)];
  const asked = { endpoint, table, capability, senses, written, told, doing, upserts, keepsWho };
  const back = capability === undefined ? toldBack(asked, known) : null;
  if (back !== null) return back;
  if (isDeed(endpoint, table)) return { steps: null, why: `"${last}" may mean anything` };
  if (capability === undefined && !isOf(endpoint, table))
    return { steps: null, why: `no table is called like anything in ${endpoint.path}` };
  const found = throughReferring(asked, tables) ?? withReferredRow(aboutTable(asked), asked, tables);
  if (capability === undefined && endpoint.method === "DELETE") return withToldBack(found, asked, known);
  const natural = withNaturalKey(found, asked, known);
  const alone = withPool(natural, asked, tables);
  const beside = withKeyTable(withOwnerTable(alone, asked, tables), asked, tables);
  const whole = withMadeUp(withProbedCode(beside, asked), asked);
  const code = known.codeOf(endpoint.line);
  const looked = withLookFirst(whole, asked, [known.besideOf(endpoint.line), known.toldOf(endpoint.line), code]);
  const anyway = withDrawnAnyway(looked, asked, written);
  const anew = withCodeAnew(anyway, asked, written);
  const filled = withFilledStock(anew, asked, [...written, code]);
  const cased = withAnyCase(filled, asked, known);
  return withCountedCode(cased, asked, { written: [known.besideOf(endpoint.line), known.done], all: known.all });
}

/** What an endpoint would do if it were about this table. */
export function aboutTable(asked: Asked): Conventional {
  const { endpoint, capability } = asked;
  switch (endpoint.method) {
    case "GET":
      return readsOne(endpoint, capability) ? getSteps(asked) : listSteps(asked);
    case "POST":
      return insertSteps(asked);
    case "PUT":
      return isParameter(lastOf(endpoint.path)) && capability?.writes !== true
        ? updateSteps(asked)
        : insertSteps(asked);
    case "PATCH":
      return updateSteps(asked);
    case "DELETE":
      return deleteSteps(asked);
  }
}

export const hintsOf = (endpoint: Endpoint, capability: Capability | undefined, { written }: Known): Hints => ({
  redirects: isRedirect(endpoint, capability),
  keepsAddress:
    capability?.writes === true && Object.values(capability.in).some((type) => fieldType(type).type === "url"),
  written,
});

const lastOf = (path: string): string => segmentsOf(path).at(-1) ?? "";

/** `POST /seats/{id}/hold`, `DELETE /seats/{id}/hold`: a deed rather than a row; `PATCH /seats/{id}/state` is a part of one. */
function isDeed({ method, path }: Endpoint, table: Table): boolean {
  const last = lastOf(path);
  if (method === "GET" || !path.includes("{") || isParameter(last) || isAbout(last, table)) return false;
  return method === "POST" || method === "DELETE" || columnOf(last, table, []) === undefined;
}

/** What serves nothing of the problem is about a table only where its path says so, by the table's name or by a key of it. */
const isOf = ({ path }: Endpoint, table: Table): boolean =>
  inPath(path, table) > 0 ||
  parametersIn(path).some((name) => {
    const column = columnOf(name, table, []);
    return column !== undefined && isUnique(table, column.name);
  });

/** `links` of `short_links`, `seats` of `Seat`: a thing's name rather than a deed. */
const isAbout = (segment: string, table: Table): boolean => inPath(segment, table) > 0;

/** One row rather than a list: it is redirected to, or the path ends with its key, or the answer is no list. */
function readsOne({ path, responses, parameters }: Endpoint, capability: Capability | undefined): boolean {
  if (responses.some(({ status }) => status >= 300 && status < 400 && status !== 304)) return true;
  const success = successIn(responses)?.schema;
  if (isArray(success) || fieldsOf(success).some(({ schema }) => isArray(schema))) return false;
  if (capability?.find.redirects === true) return true;
  if (isParameter(lastOf(path))) return true;
  return path.includes("{")
    ? fieldsOf(success).length > 0
    : fieldsOf(success).length > 0 && parameters.some((p) => p.required);
}
