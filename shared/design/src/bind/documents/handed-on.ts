import type { Endpoint } from "@proofroom/domain/design/model";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { isParameter, segmentsOf, wordsOfPath } from "../../api/path.ts";
import { successIn } from "../../api/success.ts";
import { fieldsOf, isGroup } from "../fields.ts";
import { isAlmostSame, plain, singular, stems, wordsIn } from "../names.ts";
import { nameWithin } from "../convention/nested-name.ts";
import { isNamed, type Sense, senseOf, sensesOf } from "../sense.ts";
import { inputOf } from "../wires.ts";

/** What a design calls something that one endpoint makes and another takes: an `option`, which is sent as `optionId`. */
export interface HandedOn {
  field: string;
  /** The noun as it is written, and of one thing. */
  things: string[];
  /** How it is sent. */
  name: string;
}

/** Nobody reads further in an API that is longer. */
const most = 60;

/**
 * The design's own noun for a field that one capability answers and another takes: no list of words holds all that people call a hold,
 * but what is made of a seat under that noun and then sent to be confirmed is one. None where several could be meant, or the noun
 * is known wherever the capabilities speak of such a thing.
 */
export function handedOn(endpoints: EndpointRead[], capabilities: Record<string, Capability>): HandedOn[] {
  const senses = sensesOf(capabilities);
  const all = endpoints.slice(0, most).map(({ endpoint }) => endpoint);
  return Object.values(capabilities).flatMap((maker) =>
    Object.keys(maker.out).flatMap((field) => {
      const takers = Object.values(capabilities).filter((one) => one !== maker && one.writes && needs(one, field));
      if (!maker.writes || takers.length === 0) return [];
      const makers = all.filter((endpoint) => makes(endpoint, maker));
      const sense = senseOf(maker, field);
      const role = maker.ways?.roles[field];
      const nouns = role === undefined ? undefined : [...role.names, ...(role.also?.names ?? [])].map(plain);
      const found = takers.flatMap(({ find }) =>
        all
          .filter(({ method }) => find.methods.includes(method))
          .flatMap((taker) => betweenAll(makers, taker, { sense, senses, nouns })),
      );
      const [first] = found;
      const isOne = first !== undefined && found.every(({ things }) => things[0] === first.things[0]);
      return isOne ? [{ field, ...first }] : [];
    }),
  );
}

const needs = (capability: Capability, field: string): boolean => {
  const written = capability.in[field];
  return written !== undefined && !fieldType(written).isOptional;
};

/** Whether an endpoint takes all that a capability cannot do without. */
const makes = (endpoint: Endpoint, capability: Capability): boolean =>
  capability.find.methods.includes(endpoint.method) &&
  Object.keys(capability.in).every(
    (field) => !needs(capability, field) || inputOf(endpoint, capability, field) !== undefined,
  );

type Named = Omit<HandedOn, "field">;

interface Among {
  sense: Sense;
  senses: Sense[];
  /** What tables of such things are called; undefined where nothing is said of tables. */
  nouns: string[] | undefined;
}

function betweenAll(makers: Endpoint[], taker: Endpoint, { sense, senses, nouns }: Among): Named[] {
  const taken = takenBy(taker);
  const isKnown = (name: string): boolean =>
    isNamed(sense, name) && plain(name) !== "id" && nouns?.includes(plain(nounOf(name).join(" "))) !== false;
  if (taken.some(isKnown)) return [];
  return makers
    .filter((maker) => maker !== taker)
    .flatMap((maker) => {
      const own = new Set(takenBy(maker).map(plain));
      const made = new Set(fieldsOf(successIn(maker.responses)?.schema).map((one) => plain(nameWithin(one.name))));
      const noun = wordsOfPath(maker.path).at(-1) ?? "";
      return taken.flatMap((name): Named[] => {
        const words = nounOf(name);
        const thing = words.map(singular).join(" ");
        const isAfterIt = isSameThing(noun, thing);
        const isBare = words.length === wordsIn(name).length;
        if (thing === "" || (isBare && !isAfterIt) || own.has(plain(name))) return [];
        // What is answered as an `id`, or as the noun alone, is of what the path says.
        const alone = [...made].find((one) => singular(one) === singular(plain(thing)));
        const isOfPath = isAfterIt && (made.has("id") || alone !== undefined || made.size === 0);
        const isMade = made.has(plain(name)) || (isOfPath && !isBare);
        const isOnIts = wordsOfPath(taker.path).some((one) => isSameThing(one, thing));
        if (!isMade || !(isAfterIt || isOnIts)) return [];
        // What is made under a noun and then found under it is no event, though events go by that noun elsewhere.
        const isAnothers =
          !(isAfterIt && isOnIts) && senses.some((one) => one.field !== sense.field && isNamed(one, name));
        return isAnothers ? [] : [{ things: [...new Set([thing, words.join(" "), alone ?? thing])], name }];
      });
    });
}

/** By what names an endpoint is sent something; of `/options/{id}` the id is an option's. */
function takenBy({ path, parameters, body }: Endpoint): string[] {
  const parts = segmentsOf(path);
  const named = parameters.flatMap(({ name, in: where }) => {
    if (where !== "path") return [];
    const before = parts[parts.indexOf(`{${name}}`) - 1] ?? "";
    const isBare = /^(?:id|uuid|token|code|ref|key)$/i.test(name) && before !== "" && !isParameter(before);
    return [isBare ? `${stems(before).join(" ")} ${name}` : name];
  });
  const sent = fieldsOf(body).filter((one) => !isGroup(one));
  return [...named, ...sent.map(({ name }) => nameWithin(name))];
}

/** Of `optionId` and `id_option` the option is what it is of. */
const ofKeys = new Set(["id", "uuid", "guid", "token", "code", "ref", "reference", "key", "no", "nr", "number", "num"]);

const nounOf = (name: string): string[] => wordsIn(name).filter((word) => !ofKeys.has(word));

function isSameThing(segment: string, thing: string): boolean {
  const said = stems(segment).join(" ");
  return said === thing || said.endsWith(` ${thing}`) || isAlmostSame(said, thing);
}
