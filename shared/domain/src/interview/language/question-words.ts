import { stem } from "./stem.ts";

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** What holds a question together and says nothing of what it is about. */
export const isGlue = contains(
  words(`
  a an the this that these those it its it's they them their there here we our us you your one ones some any each every both
  such is are was were be been being am isn't aren't wasn't do does did don't doesn't didn't have has
  had haven't hasn't can could cannot can't couldn't should shouldn't shall will won't would wouldn't may might must mustn't and or
  but nor so if then than as at by for from in into of off on onto out over to up with within without about across after before
  between during per via through under until upon what which how i i'm i'd i'll we'd we'll let's lets s t d ll re ve no not none
  never ever always only just also too either neither even still yet already again really actually very quite rather much many more
  most less least few little lot lots else etc eg ie whether while because since like kind sort type what's how's that's
  there's else's something anything somebody someone anybody anyone everybody everyone nobody people`),
);

/** What may stand in a question about anything: manners, wishes, time, size. */
export const neutralWords: readonly string[] = words(`
  all other others another same own mind favor favour favoured steady stranger strangers instead facing guarantee guarantees night usable soon return returned returns accept
  accepts produce produces consume consumes interface upper lower bound bounds highest lowest longest shortest biggest maximum fixed created
  once made done treat treated respond response leave left shown see show given received receive call called api apis http world internet
  tolerate tolerable tolerated strictly hard easy simple difficult crucial critical essential relevant realistic reasonable sensible safe
  okay fully partly mostly frequently often rarely occasionally constantly simultaneously concurrently immediately suddenly eventually
  lot bunch huge massive tiny enormous significant substantial considerable upcoming coming next previous past current present future
  anticipate anticipated foresee foreseen envision aim aiming intend intended intention purpose business company product owner stakeholder
  stakeholders put place places side sides life live lives person persons guys folks everyone developer developers designed
  mentioned state stated states describe described discuss discussed decide decided choose chosen choice pick picked preferable ideal
  ideally suggested suggest suggestion clear unclear confused ballpark order magnitude rough range between concrete
  explicitly additional extra further separate separately together combined alone special dedicated standard default
  prevention handling tool tools happens requirement whats during period keep keeps kept behind sustain accesses volume point key favourite favorite single equally forecast forecasts unacceptable bound place places place creator daily supposed respect mandatory obligatory constraint constraints play plays role respond responds responding somewhere while far further somewhere survive survives consecutive overview become becomes becoming add adds added adding sufficient suffice suffices prescribed management whole bother policy policies freely indefinitely negotiable scheme visible consist consists infinite arbitrary meet met infrastructure bring brought bringing base tolerate able trust trusted rate rates level levels value values max min main looking way ways impossible possible possibly haves must dedicated busy likely true correct correctly recommend recommended advise advised imagine imagined afterwards beginning forever serve serves serving size prefer prefers preferred preference bad strong strict himself herself themselves themself yourself serious hi hello hey ok okay well right sorry please pls thanks thank quick quickly question questions ask asking one two first second
  before start clarify clarification clarifying know knowing known tell wonder wondering curious sure check let me guess suppose
  take given give want wanted wants wish like need needs needed require required requires requirement requirements requirment support supported supporting
  supports expect expected expecting expectation expectations expects assume assumed assuming assumption assumptions plan planned planning
  consider considered considering think thinking care cares worry worried matter matters matter concern concerned concerns problem
  issue important necessary mandatory optional desired desirable possible okay fine acceptable accepted good allow allowed allows
  permitted target targets goal goals limit limits limited limitation minimum maximum number numbers figure figures amount roughly approximately
  approx around about estimate estimates estimated estimation system service application app product thing things part
  parts scope design designing designed build include included including cover deal handle handled handling talk
  talking say said look looks get gets got getting make makes use used using go going come comes happen happens
  set time times day days daily today now currently later year years month months week weeks hour hours minute minutes sec seconds end
  usually typically typical normal normally average overall total general generally exactly exact specific specified particular
  kind kinds sort sorts type types able big large small high low long short good better new old project side
  work works working feature features functionality provide provided offer offered desired regarding concerning
  respect idea ideas brief spec mentioned explicit explicitly real realistic user users person client clients
  customer customers example instance case cases aspect whole entire different difference various several single back far maybe perhaps
  here's point up-front actually simply basically want'd help should've yes yeah hm um ah oh great`);

/** The candidate's own parts and papers, and the interview itself: whoever asks about these does not ask for a requirement. */
export const elsewhereWords: readonly string[] = words(`
  my mine myself scaling unicode mean means meaning explain difference definition stands compute calculate calculation enough best room rooms speak speaking encode encoded encoding generate generates generated generating generator implement implemented implementing implementation ensure ensures prevent prevents prevention detect detection avoid encrypt encrypted encryption cache caches cached caching cdn queue queues queued index indexes indices indexed replica replicas replicate replicated replication
  session sessions token tokens jwt cookie cookies diagram diagrams node edge arrow arrows box boxes component components schema schemas table tables
  column columns field fields varchar bigint bigserial integer boolean timestamp foreign primary transaction transactions isolation lock
  locks locking partition partitions partitioning shard shards sharded sharding hash hashes hashed hashing counter counters balancer
  balancers balancing proxy gateway worker workers thread threads pool pools connection connections query queries document documents markdown
  line lines paragraph sentence heading run runs test tests interview interviewer phase phases hint hints report reports score scores
  scored mark marks grade graded points answer answers message messages chat button screen notes note log logs monitoring monitor
  alert alerts alerting dashboard health dies die died dead crash crashes crashed crashing fail fails failed failing failover leader
  follower heartbeat broker topic consumer consumers producer consumers subscriber lambda pod container containers port ports socket
  websocket payload header headers entry entries eviction evict evicted invalidate invalidated invalidation bucket buckets bloom filter
  webhook webhooks migration migrations trigger triggers view draw drew drawn rename undo cursor editor name stampede microservice
  microservices monolith deadlock saga algorithm`);

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
