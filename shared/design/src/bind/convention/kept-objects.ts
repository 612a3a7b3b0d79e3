import type { Endpoint } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { parametersIn, isParameter, segmentsOf } from "../../api/path.ts";
import { successIn } from "../../api/success.ts";
import { codeApart } from "../../text/code-apart.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import type { Conventional } from "../asking/asked.ts";
import { namesStore, objectNameIn, tellsOfStore } from "../documents/object-name.ts";
import { fieldsOf } from "../fields.ts";
import { wordsIn } from "../names.ts";

interface Known {
  besideOf: (line: number) => string;
  design: string;
  /** The API document. */
  api: string;
}

const reads =
  /(?<!\p{L})(?:stream|read|serv|download|fetch|get|answer|return|load|liefert|liest|lee|sirve|descarga|lit|sert|renvoie|legge|baixa)\p{L}*/iu;
const writes =
  /(?<!\p{L})(?:upload|put|stor|sav|writ|keep|hochl|speicher|legt|sube|guarda|dépose|enregistr|salva|grava|carica|envia)\p{L}*/iu;
const removes = /(?<!\p{L})(?:delet|remov|lösch|borra|elimin|supprim|apaga)\p{L}*/iu;
const ofWorker = /worker|consumer/i;
/** What no row of a table is answered as. */
const media = /(?<![\w/])(?:image|audio|video|font)\/[\w.+-]{1,40}|application\/(?:pdf|zip|octet-stream)\b/i;

/**
 * What an endpoint of something in the object store does: `GET /links/{code}/qr` that streams it from the bucket, `PUT` that uploads it
 * there, as is written beside it or of its path's last word in the design document; null of every other.
 */
export function keptObjects(endpoint: Endpoint, { besideOf, design, api }: Known): Conventional | null {
  const { method, path, line } = endpoint;
  const parameters = parametersIn(path);
  const last = segmentsOf(path).findLast((segment) => !isParameter(segment)) ?? "";
  if (parameters.length === 0 || last === "" || !tellsOfStore(design)) return null;
  const own = api.split("\n")[line - 1] ?? "";
  const beside = sentencesIn(`${own}\n${besideOf(line)}`);
  const isOfThis = (sentence: string): boolean => wordsIn(last).every((word) => wordsIn(sentence).includes(word));
  const told = sentencesIn(codeApart(design, () => "\n")).filter(
    (one) => namesStore(one) && !ofWorker.test(one) && isOfThis(one),
  );
  const verb = method === "GET" ? reads : method === "DELETE" ? removes : writes;
  const drawn =
    method === "GET" && media.test(own) ? design.split("\n").filter((one) => namesStore(one) && isOfThis(one)) : [];
  const [said] = [
    ...beside.filter((one) => namesStore(one) && verb.test(one)),
    ...told.filter((one) => verb.test(one)),
    ...drawn,
  ];
  if (said === undefined) return null;
  const near = sentencesIn(design).filter(namesStore);
  const name = [...beside, ...told, ...near].flatMap((one) => objectNameIn(one, last) ?? [])[0];
  const [parameter = ""] = parameters;
  const at =
    name === undefined
      ? `${last}/{path.${parameter}}`
      : `${name.before}{path.${parameters.find((one) => one === name.hole) ?? parameter}}${name.behind}`;
  return { steps: stepsAt(at, endpoint), gaps: [], because: [`"${asSaid(said)}"`] };
}

function stepsAt(name: string, { method, body, responses }: Endpoint): Step[] {
  const success = successIn(responses)?.status;
  if (method === "GET") return [{ "object.get": name }, { return: { status: success ?? 200, body: "$object" } }];
  const answer: Step = { return: { status: success ?? 204 } };
  if (method === "DELETE") return [{ "object.delete": name }, answer];
  const [field, other] = fieldsOf(body);
  const sent = field !== undefined && other === undefined ? `$body.${field.name}` : "$body";
  return [{ "object.put": name, body: sent }, answer];
}
