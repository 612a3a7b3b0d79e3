import { replicasIn } from "../../../../topology/kinds.ts";

/** Locks that live in the memory of one process, as languages and prose have them. */
const own =
  /\bsync\.(?:RW)?Mutex\b|\b\w{0,20}mutex(?:es)?(?:\.\w{1,20}\(\))?|\bsynchronized\b|\bReentrant(?:ReadWrite)?Lock\b|\b(?:threading|asyncio|multiprocessing)\.R?Lock\b|\bSemaphoreSlim\b|\bsemaphores?\b|\b(?:mu|mtx|lock)\.R?(?:lock|unlock)\(\)|\bin[- ](?:process|memory)[- ](?:lock|map of locks)\p{L}*|(?<!\p{L})(?:lock|sperre|verrou|candado|trava|blocco)\p{L}{0,3}\s(?:\p{L}+\s){0,3}(?:in|im|en|em|nel|dans|w)\s(?:\p{L}+['’\s]){0,2}(?:memory|process|ram|speicher|arbeitsspeicher|prozess|mémoire|memoria|memória|pamięci)(?!\p{L})/giu;

/** Where such a lock may be that all processes share. */
const shared =
  /(?<!\p{L})(?:redis\w*|redlock|distributed|verteilt\p{L}*|distribu\p{L}{2,6}|zookeeper|etcd|consul|advisory|hazelcast|postgres\w*|database|datenbank|across (?:all|the))(?!\p{L})/iu;

/**
 * A text without the locks that each process has for itself, where several processes of a service are drawn or told of: "each has a mutex in its
 * memory" keeps nobody apart who comes to another one. `design` is the document that draws them.
 */
export function withoutOwnLocks(text: string, design: string): string {
  if (text.search(own) < 0 || !isInSeveral(design)) return text;
  return text
    .split(/(?<=[.!?])(?=\s+\p{Lu}|\n)|(?=\n\s*\n)/u)
    .map((sentence) => (shared.test(sentence) ? sentence : sentence.replaceAll(own, " ")))
    .join("");
}

/** Whether a design draws more than one process of a service, `api (x3)`, or speaks of each of several. */
export function isInSeveral(design: string): boolean {
  return (
    several.test(design) ||
    design.split("\n").some((line) => {
      const isDrawn = /-->|->|→|---|==>|-\.->|replicas\s*[:=]|\[|[x×]\s?\d/i.test(line);
      return isDrawn && line.split(arrows).some((part) => (replicasIn(part) ?? 1) > 1 && !kept.test(part));
    })
  );
}

const arrows = /-\.->|-->|==>|->|→|---|&/;

/** What is drawn several times and runs no endpoint. */
const kept =
  /postgres|mysql|maria|database|\bdb\b|redis|cache|queue|kafka|rabbit|worker|consumer|standby|follower|read[- ]?replica/i;

const several =
  /(?<!\p{L})(?:each|every|per|all|both|two|three|four|five|six|eight|ten|several|many|[2-9]|[1-9]\d)\s(?:of\s)?(?:the\s|our\s|its\s)?(?:two\s|three\s|four\s|\d{1,3}\s)?(?:\p{L}{1,20}\s)?(?:process(?:es)?|instances?|pods?|containers?|app servers?|nodes?|dynos?)(?!\p{L})|(?<!\p{L})(?:jeder?|alle|zwei|drei|vier|mehrere[rn]?|[2-9])\s(?:\p{L}{1,20}\s)?(?:prozess\p{L}{0,3}|instanz(?:en)?|pods?|knoten)(?!\p{L})|(?<!\p{L})(?:cada|dos|tres|varias|duas|três|várias|chaque|deux|trois|plusieurs|ogni|due|più)\s(?:procesos?|processos?|processus|processi?o?|instancias?|instâncias?|instanz[ae])(?!\p{L})/iu;
