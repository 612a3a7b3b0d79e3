import type { Component, DesignModel, Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { takersOf } from "@proofroom/domain/design/through-queue";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import { namesStore, type ObjectName, objectNameIn } from "../documents/object-name.ts";
import { isSameName } from "../names.ts";
import { proseOf } from "./said-later.ts";
import { toldOfWorker } from "./told-of-worker.ts";
import { withStep } from "./with-step.ts";

interface Given {
  operations: Operation[];
  tables: readonly Table[];
  drawing: Pick<DesignModel, "components" | "edges">;
  /** The design document. */
  design: string;
}

interface Objects {
  operations: Operation[];
  /** What the worker behind a queue does with each message, by the queue. */
  workers: ReadonlyMap<string, Step[]>;
}

/**
 * An endpoint that makes a row and publishes it, where the design document says that something follows when one is made and that the
 * worker behind the queue puts an object into the drawn store: "the QR worker puts the picture into S3 under `qr/{code}.png`". What it
 * puts there is what it was given, since what it makes of that is its own.
 */
export function objectsLater({ operations, tables, drawing, design }: Given): Objects {
  const none: Objects = { operations, workers: new Map() };
  const takers = takersOf(drawing);
  for (const { worker, queue } of takers) {
    const isTaken = takers.filter((one) => one.queue.id === queue.id).length > 1;
    if (isTaken || !reachesStore(worker, drawing) || isPublishedTo(queue, operations)) continue;
    const { sentences } = toldOfWorker({ design, worker, edges: drawing.edges, isOnly: takers.length === 1 });
    const said = sentences.find((one) => namesStore(one.said) && puts.test(one.plainly));
    const name = said === undefined ? null : objectNameIn(said.said);
    if (said === undefined || name === null || !followsMaking(queue, drawing, design)) continue;
    const [only, ...others] = operations.flatMap((operation, n) => makingOf(operation, n, name, tables) ?? []);
    if (only === undefined || others.length > 0) continue;
    const message = { [name.hole]: `$${only.table}.${only.column}` };
    const why = `the design document says "${asSaid(said.said)}", and ${queue.id} leads to ${worker.id}`;
    const publish: Step = { publish: queue.id, to: queue.id, message };
    const put: Step = { "object.put": `${name.before}{message.${name.hole}}${name.behind}`, body: "$message" };
    return {
      operations: operations.map((one, n) => (n === only.n ? withStep(one, one.steps.length - 1, publish, why) : one)),
      workers: new Map([[queue.id, [put]]]),
    };
  }
  return none;
}

const puts =
  /\bconsumer(?!\p{L})(?:[^.;\n]|\.(?=\w)){0,160}?(?<!\p{L})(?:puts?|uploads?|stores?|saves?|writes?|keeps?|lädt|legt|speichert|guarda|sube|dépose|enregistre|salva|grava|carica)(?!\p{L})/iu;

/** Words for a row that has been made. */
const making =
  /(?<!\p{L})(?:created?|creates|made|new|added|inserted|shortened|erstellt|angelegt|neue[rns]?|creado|nuevo|créée?|nouveau|criado|novo|creato|nuovo)(?!\p{L})/iu;

const reachesStore = ({ id }: Component, { components, edges }: Given["drawing"]): boolean =>
  components.some((one) => one.kind === "objectstore" && edges.some((edge) => edge.from === id && edge.to === one.id));

const isPublishedTo = ({ id }: Component, operations: readonly Operation[]): boolean =>
  operations.some(({ steps }) =>
    plainSteps(steps).some((step) => "publish" in step && (step.to ?? step.publish) === id),
  );

/** Whether the queue, an arrow into it or a sentence about what is published says that it is of what has been made. */
function followsMaking(queue: Component, { edges }: Given["drawing"], design: string): boolean {
  const labels = edges.flatMap(({ to, label }) => (to === queue.id ? (label ?? []) : []));
  const published = sentencesIn(proseOf(design)).filter((one) =>
    /(?<!\p{L})(?:events?|messages?|publish\p{L}*|ereignis\p{L}*|nachricht\p{L}*|eventos?|mensajes?|événements?)(?!\p{L})/iu.test(
      one,
    ),
  );
  return [queue.id, queue.label, ...labels, ...published].some((one) => making.test(one.replaceAll(/[_-]/g, " ")));
}

/** The row that an endpoint makes and answers, where it has what the object is called by. */
function makingOf(operation: Operation, n: number, { hole }: ObjectName, tables: readonly Table[]) {
  const { steps, boundBy } = operation;
  const last = steps.at(-1);
  if (boundBy === "x-operation" || last === undefined || !("return" in last)) return null;
  const inserts = plainSteps(steps).flatMap((step) => ("insert" in step ? [step.insert] : []));
  const found = inserts.flatMap((name) => {
    const column = tables.find((one) => one.name === name)?.columns.find((one) => isSameName(one.name, hole))?.name;
    return column === undefined ? [] : [{ n, table: name, column }];
  });
  return found[0] ?? null;
}
