import type { ComponentKind } from "@proofroom/domain/design/model";
import type { FlowNode } from "./flow.ts";

/** English, then the same in a few other languages. */
const kinds: [ComponentKind, RegExp][] = [
  ["cdn", /\b(?:cdn|edge cache|cloudfront|fastly|akamai)\b/i],
  [
    "gateway",
    /\b(?:load ?balanc\w*|lb|(?:api )?gateway|api gw|gw|nginx|envoy|haproxy|traefik|kong|ingress|reverse proxy|proxy|[ans]lb|elb|lastverteiler|passerelle|r[eé]partiteur|pasarela|balanceador|equilibrador|bilanciatore)\b/i,
  ],
  ["cache", /\b(?:redis|memcached?|cache|caching|valkey|dax|elasticache|dragonfly)\b/i],
  ["worker", /\b(?:workers?|consumers?|cron|processor)\b/i],
  [
    "queue",
    /\b(?:queue|kafka|sqs|rabbit\w*|nats|pub ?\/? ?sub|stream|topic|event bus|message broker|broker|warteschlange|file d.attente|cola de mensajes|fila de mensagens)\b/i,
  ],
  // A job queue is a queue.
  [
    "worker",
    /\b(?:batch|jobs?|schedulers?|sweepers?|reapers?|janitor|pollers?|cleaners?|(?:outbox|event|message) ?relay|debezium|cdc)\b/i,
  ],
  [
    "replicadb",
    /\b(?:read ?-?replicas?|replica db|follower|standby|secondary)\b|^(?:(?:read|hot|pg|postgres\w*|db|database)\W+){0,2}r[eé]pli(?:ca|que|k)$/iu,
  ],
  ["search", /\b(?:elastic\w*|opensearch|search|solr|lucene)\b/i],
  ["objectstore", /\b(?:s3|gcs|blob|object (?:store|storage)|bucket|minio)\b/i],
  [
    "database",
    /\b(?:postgres\w*|pg|psql|mysql|mariadb|db|databases?|rds|aurora|sql|sqlite|dynamo\w*|cassandra|mongo\w*|spanner|primary|shards?|data ?store|storage|datenbank|bases? de (?:donn[eé]es|datos)|banco de dados)\b/i,
  ],
  [
    "client",
    /\b(?:clients?|browsers?|users?|mobile|app users?|customers?|visitors?|people|person|frontend|spa|internet|(?:be)?nutzer|kunden?|utilisateurs?|navigateur|clientes?|usu[aá]rios?|navegador)\b/i,
  ],
  [
    "service",
    /\b(?:apis?|services?|servers?|app|application|backend|web|nodes?|svc|microservice|handler|function|lambda|gunicorn|uvicorn|puma|rails|django|flask|fastapi|express|spring(?: boot)?|laravel|symfony|phoenix|ktor|nestjs|fastify|axum|asp\.?net|dienst|serveurs?|servicios?|servi[cç]os?|servidor(?:es)?|servizio)\b/i,
  ],
];

/** What a component is, by the words of its label, then of its id, then by the cylinder; undefined where nothing says. */
export function kindOf({ id, label, shape }: FlowNode): ComponentKind | undefined {
  const byLabel = wordKind(spaced(label));
  if (shape === "cylinder" && isCopy(label)) return "replicadb";
  const word = byLabel ?? wordKind(spaced(id));
  if (shape === "cylinder" && (word === undefined || word === "service" || word === "client")) return "database";
  return word;
}

/** `Postgres replica`, `DB (read-only)`, but neither `Postgres, 2 replicas` nor `primary + replica`. */
const isCopy = (label: string): boolean =>
  /(?:^|[^\p{L}])(?:r[eé]plica|r[eé]plique|replik|ro|read ?-?only)(?![\p{L}])/iu.test(label) &&
  replicasIn(label) === undefined &&
  !/primary|master|leader|principal|[+&]|\b(?:and|with|cache|redis)\b/i.test(label);

const spaced = (text: string): string => text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");

/** `uvicorn, 4 workers` and `FastAPI workers` are the processes of one server, and no worker. */
const processes =
  /\b(?:gunicorn|uvicorn|puma|unicorn|nginx|pm2|node)\b[^\n]*?\b\d+\s+workers\b|\b(?:\w*api|web|http|gunicorn|uvicorn|puma|unicorn)\s+workers?\b/i;

const wordKind = (text: string): ComponentKind | undefined =>
  kinds.find(([kind, words]) => words.test(text) && !(kind === "worker" && processes.test(text)))?.[0];

/** `x3`, `3 replicas`, `replicas: 3` in a label. */
export function replicasIn(label: string): number | undefined {
  const found =
    /(?:\bx|×|\*)\s*(\d{1,6})\b|\b(\d{1,6})\s*(?:x\b|×|(?:replica|instance|node|pod|server|worker|cop(?:y|ie))s?\b)|\b(?:replicas|instances|nodes|pods|servers)\s*[:=]\s*(\d{1,6})\b/i.exec(
      label,
    );
  const digits = found?.[1] ?? found?.[2] ?? found?.[3];
  return digits === undefined ? undefined : Number(digits);
}
