import { wordsIn } from "./plain.ts";

/** What people say for a term of the trade: the term first, behind it how else it is said. */
const said = `
  abuse: bad actors, abusers, scam, scams, scammers, scammy, evil links, crooks, misuse, misused
  alias: nickname, pretty name, readable name, memorable name, friendly name, human readable name
  availability: ap, always on, high uptime
  budget: funds, funding, how much money, wallet
  client: caller, callers, consumer of the api, consumers of the api
  code: short part, last part of the link, key of the link, short key, short id, shortcode, shortcodes, short codes, suffix, short string, short bit
  consistency: cp
  create: mint, generate a link, generate links, generate a short, generate short
  created: minted, spawned, come into being, generated per, generated every, generated each, generated a
  database: db, dbs, dbms, rdbms, data base, storage engine, persistence layer
  delete: erase, wipe, get rid of, scrap, nuke, bin, trash
  deleted: erased, wiped, scrapped, nuked, binned, trashed
  developers: devs, coders, programmers
  down: offline, unreachable
  edit: retarget, reroute, relink, repoint, put patch, patch, amend, tweak, alter, revise
  edited: amended, tweaked, altered, revised
  enumerate: scan, scanning, harvest, harvesting, iterate over, iterate through, go through all, try all, brute force, brute forcing
  existing: already there, in place, inherited
  purged: garbage collected
  purge: garbage collect
  expire: lapse, self destruct, run out, perish, go stale, wear out
  expiry: end date, validity, validity period, time limit, shelf life, sell by date
  existing code base: codebase
  fast: snappy, speedy, swift, responsive, instant
  framework: library, libraries, libs
  endpoints: api calls, api call, routes, api methods
  frontend: web client, client side, web portal, portal
  global: across the globe, around the globe, international, internationally, overseas, abroad, worldwide
  growth: ramp up, scale up, expansion, expand
  how much storage: how many gb, how many tb, how many gigs, how many gigabytes, how many terabytes, how many bytes
  idempotent: safe to repeat, safe to retry, repeat safe
  immediately: the moment, the very moment, the very second, right after, as soon as, instantaneously, straightaway, asap, this instant, real time, realtime
  invalid: garbage, nonsense, rubbish, gibberish, junk, bogus, not a url, nonsensical
  language: lang
  latency target: performance target, performance requirement, speed requirement
  latency targets: performance targets, performance requirements, speed requirements
  latency: lag, response speed, turnaround
  listing: listings
  link: mapping
  login: logon, log on, sign on
  links: mappings
  lose: misplace, go missing
  mobile: ios, android, iphone, tablet, tablets
  machines: hosts, hardware, vps
  operate: take care of, taking care of
  operates: takes care of
  maintain: look after, babysit, keep it running
  not found: isn't there, not there, can't be found, cannot be found, can not be found, could not be found, couldn't be found, can't find, cannot find
  peak: rush hour, busy hour, busy hours, peak time, peak hours
  popular: trending, hammered, famous
  postgres: pg, psql
  reads: get requests, get calls, gets per, get traffic
  region: europe, asia, africa, america, usa, india, eu, zone, zones, geography, geographies
  retry: try again, resubmit, resubmits, re try, re send, re sends, fire again
  spam: spammy
  statistics: insights, telemetry, usage data, tracking data
  team: crew, squad, headcount
  throttle: rate cap
  requests twice: double submit, double submits, double post, double posts, double click, double clicks
  twice: two times, 2 times, a second time, once more
  guessable: discoverable
  unguessable: hard to predict, difficult to guess, non guessable, not guessable
  unknown: unrecognised, unrecognized, mistyped, mistype, mistypes, non existing, inexisting, made up, misspelt, misspelled
  url: address, uri, hyperlink, web link, weblink
  urls: addresses, uris, hyperlinks
  users: visitors, end users, endusers, enduser, public users, customers, consumers, folk
  validate: sanitise, sanitize, sanity check, vet
  visit counter: hit counter, click counter
  viral: blow up, blows up, explode, explodes
  writes: posts per, post requests, post calls, insertions
`;

const terms = said
  .trim()
  .split("\n")
  .flatMap((line): { term: readonly string[]; other: readonly string[] }[] => {
    const [term = "", others = ""] = line.split(":");
    return others.split(",").map((other) => ({ term: wordsIn(term), other: wordsIn(other) }));
  });

/** By first word, longest first. */
const byFirst = Map.groupBy(
  terms.toSorted((a, b) => b.other.length - a.other.length),
  ({ other }) => other[0] ?? "",
);

/** A question in the terms of the trade: "how snappy" is "how fast"; null where it holds nothing that has one. */
export function inTerms(words: readonly string[]): string[] | null {
  const meant: string[] = [];
  let isChanged = false;
  for (let at = 0; at < words.length;) {
    const found = byFirst.get(words[at] ?? "")?.find(({ other }) => other.every((word, n) => words[at + n] === word));
    meant.push(...(found?.term ?? [words[at] ?? ""]));
    at += found?.other.length ?? 1;
    isChanged ||= found !== undefined;
  }
  return isChanged ? meant : null;
}
