import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Step } from "@proofroom/domain/design/step";
import { isParameter, parametersIn, segmentsOf } from "../api/path.ts";
import { writeOperation } from "../bind/steps/write-operation.ts";
import { fixOf, type Review, type Seen, type Served } from "./seen.ts";

/** As many as a finding has room for. */
const mostFixes = 4;

/** An object store to which a service or a worker leads, while nothing is ever put there or got from there. */
export const reviewObjectStores: Review = (seen, tell) => {
  const { drawing, served, consumers } = seen;
  if (drawing === null || served === null || served.length === 0) return;
  const steps = [...served.map(({ operation }) => operation), ...consumers].flatMap((one) => plainSteps(one.steps));
  if (steps.some((step) => Object.keys(step).some((key) => key.startsWith("object.")))) return;
  const users = new Set(
    drawing.drawn.flatMap(({ component: { id, kind } }) => (kind === "service" || kind === "worker" ? [id] : [])),
  );
  const stores = drawing.drawn.filter(({ component }) => component.kind === "objectstore");
  const [first] = stores.filter(({ component }) =>
    drawing.edges.some(({ from, to }) => to === component.id && users.has(from)),
  );
  if (first === undefined) return;
  const { id } = first.component;
  tell("store-unused", {
    from: first.at,
    to: first.at + id.length,
    message: `Nothing is put into ${id} or got from it: no endpoint or worker is read so. Say beside the endpoint what it keeps there and under which name, such as GET /things/{id}/file -> 200 | 404   # reads file/{id} from ${id}, an object store; or spell it out under x-operation.`,
    fixes: served.flatMap((one) => fixesFor(one, id, seen)).slice(0, mostFixes),
  });
};

/** What serves nothing of the problem and is of one thing may be about what is kept there. */
function fixesFor({ read, operation }: Served, store: string, { texts }: Seen): ReturnType<typeof fixOf>[] {
  const { method, path, opId, capability } = operation;
  const parameter = parametersIn(path)[0];
  const last = segmentsOf(path).findLast((segment) => !isParameter(segment));
  if (capability !== undefined || read.operation !== null || parameter === undefined || last === undefined) return [];
  const name = `${last}/{path.${parameter}}`;
  const get: Step[] = [{ "object.get": name }, { return: { status: 200, body: "$object" } }];
  const put: Step[] = [{ "object.put": name, body: "$body" }, { return: { status: 204 } }];
  if (method === "GET")
    return [
      fixOf(`${opId} gets it from ${store}`, [writeOperation(texts.api, read, { steps: get, idempotency: undefined })]),
    ];
  return method === "PUT"
    ? [
        fixOf(`${opId} puts it into ${store}`, [
          writeOperation(texts.api, read, { steps: put, idempotency: undefined }),
        ]),
      ]
    : [];
}
