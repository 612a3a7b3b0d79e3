import { everydayWords } from "./everyday-words.ts";
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
  able about accept acceptable accepted accepts accesses actual actually add added adding additional adds advise
  advised afterwards against ah aim aiming all allow allowances allowed allows alone amount another anticipate
  anticipated apart api apis app application approx approximately arbitrary around arrangement ask asking aspect
  assume assumed assumes assuming assumption assumptions attempt attempts average aware back bad ballpark base
  basically bear become becomes becoming before beginning behave behaves behavior behaviour behind besides better
  between big biggest bit bother bound bounds brief bring bringing brought build bunch business busy call called care
  cares case cases cater certain chap chaps check choice choose chosen clarification clarify clarifying clear client
  clients clue combined come comes coming commonly company comparable compare compared comparison conceivable concern
  concerned concerning concerns concrete concurrently confirm confused consecutive consider considerable consideration
  considered considering consist consists constantly constraint constraints consume consumes correct correctly cover
  crazy created creator critical crucial curious current currently customer customers daily day days deal decide
  decided dedicated default demand demands denied describe described design designed designing desirable desired
  detail details determine developer developers difference different difficult discuss discussed done doubt doubts
  during easy else's elsewhere employee employees end endless enormous ensured enter entered entering entire entirely
  environment envision equal equally essential estimate estimated estimates estimation eventually everyone exact
  exactly example expect expectancy expectation expectations expected expecting expects explicit explicitly extra
  facing factor factors far favor favorite favour favoured favourite feature features fellow figure figure's figured
  figures fine first fixed folks forecast forecasts foresee foreseen forever forget form frankly freely frequently
  full fully functionality further future general generally get gets getting give given go goal goals going gonna good
  got gotta great guarantee guarantees guess guys hand handle handled handling happen happened happens hard haves
  heads hello help helpful here's herself hey hi high highest himself hm honest honestly hour hours http huge idea
  ideal ideally ideas imagine imagined immediately important impossible include included including incoming
  indefinitely indicate indication infinite inform infra infrastructure initially inside instance instead intend
  intended intention interface internet involve involved issue job keep keeps kept key kind kindly kinds know knowing
  known lads large later leave leaving left legit let let's level levels life like likely limit limitation limited
  limits literally live lives long longest look looking looks lot low lower lowest madam made magnitude main majority
  make makes manage management mandatory marketer marketers marketing massive mate matter matters max maximum maybe me
  meaningful meet mention mentioned met might've min mind mine's minimum minority minute minutes moment month months
  mostly multiply must naturally necessary need needed needs negotiable new next night normal normally nothing notion
  now number numbers oblig obligation obligatory oblige obliged occasionally occur occurs offer offered often oh ok
  okay old once one ones operation operations optimise optimize optional order other others ours outline outright
  outside overall overly overview own owner part particular partly parts pass passes passing past paste pasted perhaps
  period permitted person persons pick picked piece place places plain plan planned planning play plays please pls
  point policies policy possibility possible possibly prefer preferable preference preferred prefers prepare prepared
  prescribed present presumably presume presumed pretty prevail prevention previous problem proceed produce produces
  product project proper properly provide provided purpose put quantities quantity question questions quick quickly
  random range rare rarely rate rates real realistic really reasonable receive received reckon reckoned recommend
  recommended refer reference regard regarding regards relevant remain remains require required requirement
  requirements requires requirment respect respective respond responding responds response rest restrict return
  returned returns right role rough roughly rule rules safe safely said same sample say scenario scenarios scheme
  scope sec second seconds see seem seems send sending sense sensible separate separately serious serve serves service
  serving set settle several shape short shortest shot should've show shown side sides significant simple simplify
  simply simultaneously single sir situation size small somehow somewhere soon sorry sort sorts speaking spec special
  specific specified staff stakeholder stakeholders standard start state stated states stay stays steady stick story
  straight stranger strangers strategy strict strictly strong stuff style submit submits submitted substantial
  suddenly suffice suffices sufficient suggest suggested suggestion super supply support supported supporting supports
  suppose supposed sure survive survives sustain system tad take taking talk talking target targets tell thank thanks
  theirs themself themselves therefore thing things think thinking time times tiny today together tolerable tolerate
  tolerated tool tools total touch toward towards treat treated true trust trusted turn two type typed types typical
  typically typing um unacceptable unclear unlikely up-front upcoming upfront upper usable use used user users using
  usual usually value values various visible visitor visitors volume wanna want want'd wanted wants way ways week
  weeks well whatever whats while whole wise wish wonder wondered wondering work working works world worried worry
  yeah year years yep yes yours yourself yup`);

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

const neutral = contains([...neutralWords, ...everydayWords]);

/** So do adverbs, whatever they are. */
export const isNeutral = (word: string): boolean => neutral(word) || /\w{4}ly$/.test(word);

const elsewhere = new Set(elsewhereWords);
export const isElsewhere = (word: string): boolean => elsewhere.has(word) || elsewhere.has(word.replace(/s$/, ""));

function contains(some: readonly string[]): (word: string) => boolean {
  const all = new Set(some.flatMap((word) => [word, stem(word)]));
  return (word) => all.has(word) || all.has(stem(word));
}

/** A figure, with its unit. */
export const isNumber = (word: string): boolean =>
  /^(?:\d+(?:[kmgt]?b?|ms|s|x|th|st|nd|rd)?|thousands?|millions?|billions?|hundreds?|trillion|bytes?|kb|mb|gb|tb|ms|percent)$/.test(
    word,
  );
