import { stem } from "./stem.ts";

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** What holds a question together and says nothing of what it is about. */
export const isGlue = contains(
  words(`
  a about across actually after again already also always am an and any anybody anyone anything are aren't as at be
  because been before being between both but by can can't cannot could couldn't d did didn't do does doesn't don't
  during each eg either else else's etc even ever every everybody everyone few for from had has hasn't have haven't
  here how how's i i'd i'll i'm ie if in into is isn't it it's its just kind least less let's lets like little ll lot
  lots many may might more most much must mustn't neither never no nobody none nor not of off on one ones only onto or
  our out over people per quite rather re really s shall should shouldn't since so some somebody someone something
  sort still such t than that that's the their them then there there's these they this those through to too type under
  until up upon us ve very via was wasn't we we'd we'll were what what's whether which while will with within without
  won't would wouldn't yet you your`),
);

/** What may stand in a question about anything: manners, wishes, time, size. */
export const neutralWords: readonly string[] = words(`
  able about accept acceptable accepted accepts accesses actually add added adding additional adds advise advised
  afterwards ah aim aiming all allow allowed allows alone amount another anticipate anticipated api apis app
  application approx approximately arbitrary around ask asking aspect assume assumed assuming assumption assumptions
  average back bad ballpark base basically become becomes becoming before beginning behind better between big biggest
  bother bound bounds brief bring bringing brought build bunch business busy call called care cares case cases check
  choice choose chosen clarification clarify clarifying clear client clients combined come comes coming company
  concern concerned concerning concerns concrete concurrently confused consecutive consider considerable considered
  considering consist consists constantly constraint constraints consume consumes correct correctly cover created
  creator critical crucial curious current currently customer customers daily day days deal decide decided dedicated
  default describe described design designed designing desirable desired developer developers difference different
  difficult discuss discussed done during easy end enormous entire envision equally essential estimate estimated
  estimates estimation eventually everyone exact exactly example expect expectation expectations expected expecting
  expects explicit explicitly extra facing far favor favorite favour favoured favourite feature features figure
  figures fine first fixed folks forecast forecasts foresee foreseen forever freely frequently fully functionality
  further future general generally get gets getting give given go goal goals going good got great guarantee guarantees
  guess guys handle handled handling happen happens hard haves hello help here's herself hey hi high highest himself
  hm hour hours http huge idea ideal ideally ideas imagine imagined immediately important impossible include included
  including indefinitely infinite infrastructure instance instead intend intended intention interface internet issue
  keep keeps kept key kind kinds know knowing known large later leave left let level levels life like likely limit
  limitation limited limits live lives long longest look looking looks lot low lower lowest made magnitude main make
  makes management mandatory massive matter matters max maximum maybe me meet mentioned met min mind minimum minute
  minutes month months mostly must necessary need needed needs negotiable new next night normal normally now number
  numbers obligatory occasionally offer offered often oh ok okay old once one optional order other others overall
  overview own owner part particular partly parts past perhaps period permitted person persons pick picked place
  places plan planned planning play plays please pls point policies policy possible possibly prefer preferable
  preference preferred prefers prescribed present prevention previous problem produce produces product project provide
  provided purpose put question questions quick quickly range rarely rate rates real realistic reasonable receive
  received recommend recommended regarding relevant require required requirement requirements requires requirment
  respect respond responding responds response return returned returns right role rough roughly safe said same say
  scheme scope sec second seconds see sensible separate separately serious serve serves service serving set several
  short shortest should've show shown side sides significant simple simply simultaneously single size small somewhere
  soon sorry sort sorts spec special specific specified stakeholder stakeholders standard start state stated states
  steady stranger strangers strict strictly strong substantial suddenly suffice suffices sufficient suggest suggested
  suggestion support supported supporting supports suppose supposed sure survive survives sustain system take talk
  talking target targets tell thank thanks themself themselves thing things think thinking time times tiny today
  together tolerable tolerate tolerated tool tools total treat treated true trust trusted two type types typical
  typically um unacceptable unclear up-front upcoming upper usable use used user users using usually value values
  various visible volume want want'd wanted wants way ways week weeks well whats while whole wish wonder wondering
  work working works world worried worry yeah year years yes yourself`);

/** The candidate's own parts and papers, and the interview itself: whoever asks about these does not ask for a requirement. */
export const elsewhereWords: readonly string[] = words(`
  alert alerting alerts algorithm answer answers arrow arrows avoid balancer balancers balancing best bigint bigserial
  bloom boolean box boxes broker bucket buckets button cache cached caches caching calculate calculation cdn chat
  column columns component components compute connection connections consumer consumers container containers cookie
  cookies counter counters crash crashed crashes crashing cursor dashboard dead deadlock definition detect detection
  diagram diagrams die died dies difference document documents draw drawn drew edge editor encode encoded encoding
  encrypt encrypted encryption enough ensure ensures entries entry evict evicted eviction explain fail failed failing
  failover fails field fields filter follower foreign gateway generate generated generates generating generator grade
  graded hash hashed hashes hashing header headers heading health heartbeat hint hints implement implementation
  implemented implementing index indexed indexes indices integer interview interviewer invalidate invalidated
  invalidation isolation jwt lambda leader line lines lock locking locks log logs mark markdown marks mean meaning
  means message messages microservice microservices migration migrations mine monitor monitoring monolith my myself
  name node note notes paragraph partition partitioning partitions payload phase phases pod points pool pools port
  ports prevent prevention prevents primary producer proxy queries query queue queued queues rename replica replicas
  replicate replicated replication report reports room rooms run runs saga scaling schema schemas score scored scores
  screen sentence session sessions shard sharded sharding shards socket speak speaking stampede stands subscriber
  table tables test tests thread threads timestamp token tokens topic transaction transactions trigger triggers undo
  unicode varchar view webhook webhooks websocket worker workers`);

/** Words that ask for a person, a place, a time or a reason: one that a clarification does not hold asks for something else. */
export const isPointed = contains(["who", "whose", "whom", "where", "when", "why"]);

/** Whether a word tells what a question is about. */
export const isTelling = (word: string): boolean => !isGlue(word) && !isNeutral(word);

export const isNeutral = contains(neutralWords);

const elsewhere = new Set(elsewhereWords);
export const isElsewhere = (word: string): boolean => elsewhere.has(word) || elsewhere.has(word.replace(/s$/, ""));

function contains(some: readonly string[]): (word: string) => boolean {
  const all = new Set(some.flatMap((word) => [word, stem(word)]));
  return (word) => all.has(word) || all.has(stem(word));
}
