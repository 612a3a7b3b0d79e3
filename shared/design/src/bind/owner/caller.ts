import type { Column, Endpoint, Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { bareNames } from "../bare-names.ts";
import { isUnique, uniqueLists } from "../column-of.ts";
import { isSameName, stems } from "../names.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const people = set(
  "user username benutzername usr owner account acct client customer member person author creator caller principal subject sub login profile benutzer nutzer kunde kunden besitzer eigentumer ersteller konto utilisateur proprietaire proprietario propietario client compte auteur usuario dueno cliente cuenta autor dono conta utente gebruiker klant eigenaar uzytkownik klient anvandare kund kullanici editor redakteur redacteur redactor redattore journalist mitarbeiter employee empleado funcionario dipendente medewerker pracownik mitglied miembro membre membro utilizador utilizadore utilizadora persona pessoa personne persoon osoba wlasciciel",
);
const tenants = set(
  "tenant workspace organization organisation org team company project partner merchant mandant firma arbeitsbereich organisationseinheit equipe empresa organizacion organizacao equipo inquilino azienda",
);
/** What may stand beside these words where the thing is still a person or a tenant, `app_user_uuid`, `created_by`. */
const beside = set(
  "id uuid guid uid ref no key pk fk app api auth current by created made added owned public shortener service link url",
);
const byWhom = /^(?:created|made|added|owned|issued)$/;

type Kind = "person" | "tenant";

/** Whom a name means, if it means whoever a row belongs to: `owner`, `api_client_id`, `created_by`, `WorkspaceId`. */
function kindOf(name: string): Kind | undefined {
  const words = stems(name).flatMap(inParts);
  if (words.some((word) => byWhom.test(word)) && words.includes("by")) return "person";
  if (!words.every((word) => people.has(word) || tenants.has(word) || beside.has(word))) return undefined;
  if (words.some((word) => tenants.has(word))) return "tenant";
  return words.some((word) => people.has(word)) ? "person" : undefined;
}

/** One word where there were two before the database folded it: `OwnerId` is `ownerid`, `IdUsuario` `idusuario`, `CreatedBy` `createdby`. */
function inParts(word: string): string[] {
  if (people.has(word) || tenants.has(word) || beside.has(word)) return [word];
  const made = /^(created|made|added|owned|issued)by(?:id)?$/.exec(word)?.[1];
  if (made !== undefined) return [made, "by"];
  const whose = word.replace(/^id(?=.{3})/, "").replace(/(?<=.{3})(?:uuid|guid|u?id)$/, "");
  const isKnown = people.has(whose) || tenants.has(whose);
  return isKnown ? [whose, "id"] : [word];
}

/** Whether a column says whose its row is: by its name, or because it refers to such people. */
export function isOwner({ name }: Column, table: Table): boolean {
  // `client_key`, where no two rows share it, is what a client sends with one request: an owner has many rows.
  if (stems(name).at(-1) === "key" && isUnique(table, name)) return false;
  const key = table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === name);
  if (key === undefined && isOfRequest(name, table)) return false;
  const isUserId = /^uid$/i.test(name) && !isUnique(table, name);
  const bare = bareNames(table).get(name);
  const isCalledSo = kindOf(name) !== undefined || (bare !== undefined && kindOf(bare) !== undefined);
  return isCalledSo || isUserId || (key !== undefined && kindOf(key.table) !== undefined);
}

/** `client_id` of `unique (owner_id, client_id)`, where an owner is referred to: what their client calls one request. */
const isOfRequest = (name: string, table: Table): boolean =>
  /^client(?:[_-]?(?:id|uuid|guid|ref))?$/i.test(name) &&
  uniqueLists(table).some(
    ([one = "", other = "", ...more]) =>
      more.length === 0 && [one, other].includes(name) && isReferred(one === name ? other : one, table),
  );

const isReferred = (column: string, { foreignKeys }: Table): boolean =>
  foreignKeys.some(({ columns }) => columns.length === 1 && columns[0] === column) && kindOf(column) !== undefined;

/** Whether a table holds whoever the rows of another one belong to; what they are known by is no key of a request. */
export const ownsRowsOf = (people: Table, target: Table): boolean =>
  target.columns.some(
    (column) =>
      isOwner(column, target) &&
      target.foreignKeys.some(({ table, columns }) => table === people.name && columns.includes(column.name)),
  );

/** How a request tells whose row it is: by a header that is called as its column, `Client-Id`, or as whoever it is, `X-User-Id`, else by what its caller is known by. */
export function callerFor({ name }: Pick<Column, "name">, { parameters }: Endpoint): string {
  const kind = kindOf(name) ?? "person";
  const called = parameters.find((one) => one.in === "header" && isSameName(one.name, name));
  if (called !== undefined) return `$header.${called.name.toLowerCase()}`;
  const header = parameters.find(
    (one) =>
      one.in === "header" && /^x-/i.test(one.name) && kindOf(one.name.slice(2)) === kind && !/key|auth/i.test(one.name),
  );
  return header === undefined ? "$user" : `$header.${header.name.toLowerCase()}`;
}

/** A header that names whoever asks, or for whom: `X-Owner`, `X-Usuario-Id`. */
export const headerOfWho = ({ parameters }: Pick<Endpoint, "parameters">) =>
  parameters.find(
    ({ name, in: where }) =>
      where === "header" && /^x-/i.test(name) && kindOf(name.slice(2)) !== undefined && !/key|auth/i.test(name),
  );

/** Whose a new row is where a header tells it, else what the column says by itself; undefined where no header does. */
export function ownerTold(column: Column, endpoint: Endpoint): Value | undefined {
  const who = callerFor(column, endpoint);
  if (!who.startsWith("$header.")) return undefined;
  if (column.default === undefined) return who;
  const [, standard] = /^'([^'$]*)'(?:::[\w ]+)?$/.exec(column.default) ?? [];
  return standard === undefined ? undefined : { coalesce: [who, standard] };
}

/** How documents say that an endpoint knows who asks. */
const signs = [
  "authorization",
  "bearer",
  "basic auth",
  "token",
  "jwt",
  "api key",
  "api-key",
  "api_key",
  "apikey",
  "x-user",
  "x-tenant",
  "x-account",
  "x-client",
  "session",
  "cookie",
  "mtls",
  "oauth",
  "authenticated",
  "authentication",
  "authentifi",
  "authentifiz",
  "logged in",
  "signed in",
  "log in",
  "login",
  "sign in",
  "the caller",
  "angemeldet",
  "anmeldung",
  "connecté",
  "autenticad",
  "autenticat",
  "sesión",
  "sessão",
];

/** Whether an endpoint, or a document, says by what it is told who asks. */
export const saysWhoAsks = ({ parameters }: Endpoint, isSaid: (word: string) => boolean): boolean =>
  parameters.some(({ in: where, name }) => where === "header" && /auth|^x-|api-?key|cookie|token/i.test(name)) ||
  signs.some(isSaid);
