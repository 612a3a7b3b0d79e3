/**
 * How people ask to be told how it is done, or which part it takes, without a word about answers, in folded text. The
 * framework, database or language that one may use is no part of the answer, and neither is how the editor works.
 */

const parts =
  "(?:index|indexes|indices|tables?|columns?|constraints?|primary key|foreign keys?|components?|fields?|schema|data ?types?|data model|ddl|sql|relations?)";
const papers = `(?:${parts}|design|answer|endpoints?|api(?: spec)?|openapi|spec|diagram|topology|architecture|create table(?: statement)?|statement|code|drawing)`;
const good =
  "(?:(?:really|very|truly) )?(?:good|strong|great|perfect|ideal|top|excellent|successful|correct|senior|experienced|staff|principal|best)";
const people = "(?:candidates?|engineers?|developers?|architects?|experts?|people|interviewees?)";
const begins =
  "(?:^|[.!?;:,] ?|\\b(?:please|pls|just|now|ok(?:ay)?|so|then|and|(?:can|could|would|will) you) (?:(?:please|just|simply|at least) )*)";
const notPlaces =
  "(?! (?:tab|limit|lines?|editor|panel|view|findings?|names?|i (?:wrote|drew|had|made)|that|which|again|from before|diff|as it))";

const english = [
  "\\b(?:tell|show|explain(?: to)?|teach) (?:(?:me|us) )?(?:\\w+ )?how (?:(?:it|this|that)(?:'?s| is| gets| should be| must be) (?:\\w+ )?(?:done|solved|modell?ed|designed|built|made)|(?:you|one)(?:'d| would| do) |to (?:do (?:it|this|that)|solve|model|design)\\b)",
  "\\bhow (?:is|should|would|must) (?:this|it|that) (?:(?:be|normally|usually|typically|best|properly|commonly) )*(?:done|solved|modell?ed|designed)\\b",
  `\\b(?:which|what) (?:(?:exact|exactly|right|kind of|other|additional|missing) )*${parts} (?:do|does|should|must|shall|would) (?:i|it|this|my \\w+)(?: \\w+)? (?:need|add|use|have|create|draw|choose|pick|write|put|include)\\b`,
  `\\b(?:which|what) (?:endpoints?|nodes?|arrows?) should i (?:write|put|add|draw|list|include)\\b`,
  `\\b(?:what|how) (?:should|must|does|would) (?:my|the right|the best|the correct|a correct|a good|the perfect) ${papers} (?:\\w+ )?(?:look|contain|have|say|be)\\b`,
  `\\bwhat(?:'?s| is| are| would be) the (?:right|best|correct|proper|ideal|perfect) ${papers}\\b`,
  `${begins}(?:give|hand|send|paste|write|type|dictate) (?:me |us )(?:just |only )?(?:the |a |an |your |some |one |all )?(?:(?:full|example|sample|correct|right|whole|good|missing|finished|needed) )*${papers}\\b${notPlaces}`,
  `\\b(?:can|could|would|will) you (?:please |just )*(?:type|put|fill|write) (?:it|this|that|everything) (?:in|out|down)\\b`,
  `${begins}fill in (?:the|my) (?:rest|${papers})\\b`,
  "\\bplease (?:just |simply )?do it\\b(?! (?:later|again|like))",
  `\\bwhat (?:would|do|does|might|will) (?:an? |the |most |other |your )?(?:${good} (?:${people}|answers?|solutions?|designs?|schemas?|one)|candidates|experts?)(?: \\w+)? (?:say|write|put|do|draw|answer|look|contain|include|use|pick|choose|touch|mention|cover)\\b`,
  `\\bhow (?:would|do|does|might) (?:an? |the |most |other )?(?:${good} ${people}|candidates|experts?)\\b`,
  "\\bwhat (?:are you (?:fishing|hoping) for|do you (?:want|like|hope|expect) to hear|are you (?:looking|waiting) for here)\\b",
  "\\bwhich (?:answer|design|schema) (?:gets|earns|scores)\\b|\\b(?:full|maximum|top|best|all the) (?:marks|points|score)\\b[^.?!]{0,20}\\?|\\bhow (?:do|can) i (?:get|earn|score|reach) (?:full|the (?:best|full|top|maximum)|top|maximum) \\w+|\\bwhat (?:should|must|do) i (?:have to )?(?:add|write|say|do) to (?:pass|win|get (?:the|full|a good))\\b",
  "\\bwhat(?:'?s| is) the (?:trick|secret|catch)(?: (?:here|then))?\\W*$",
  "\\b(?:skip|no more|enough|forget|without) (?:of )?(?:the |your )?hints?\\b[^.?!]{0,12}\\b(?:tell|give|show|say|answer|solution)\\b",
  "\\b(?:stuck|lost|no (?:clue|idea)|don'?t know(?: how)?(?: to do it)?|can'?t (?:do it|figure (?:it|this) out))\\b[^.?!\\w]{1,3}(?:so |please |just |can you |could you |then )*(?:show me|tell me|do it|say it|what is it)\\W*$",
  "\\b(?:should|do|can) i (?:do|solve|model|design) (?:this|it|that),? (?:just|please) (?:say|tell|show)\\b",
  "\\bwhat (?:do|should|must) i (?:have to |need to |got to )?(?:write|put|type|draw|fill in) (?:here|there|now|in here|down)\\b",
  "\\b(?:what|how|tell|show)\\b[^.?!]{0,40}\\b(?:the|your) (?:intended|sample|model|reference|official|real|actual) (?:solution|answer)\\b",
  "\\b(?:let me|can i|may i|could i|i (?:can|could)|to) copy\\b(?: (?:your|the|a) (?:schema|answer|solution|design|template|table))?(?: from you)?\\W*$",
  "\\bwalk (?:me|us) through (?:the |your |a )?(?:(?:full|right|correct|good) )?(?:solution|answer|design|steps)\\b",
  `\\btell (?:me|us) (?:exactly |just )?(?:which|what) ${papers} (?:to|i (?:should|need|must)) ?(?:write|use|add|put|draw|choose|pick|create)?\\b`,
];

const german = [
  "\\b(?:sag|sage|zeig|zeige|erklar|erklare|verrat|verrate) (?:mir|uns)\\b[^.?!]{0,25}\\bwie (?:es|das|man (?:es|das)|ich (?:es|das)) (?:\\w+ )?(?:geht|macht|machen|lost|mache|lose|soll|gemacht)\\b",
  "\\bwie (?:macht|lost|baut|modelliert|entwirft|geht) (?:man )?(?:das|es|so etwas|sowas)(?: \\w+)?\\W*$",
  "\\bwelche[nrsm]? (?:index|indizes|tabellen?|spalten?|schlussel|schema|felder) (?:brauche?|nehme?|muss|soll|sollte|benotige?) ich\\b",
  "\\b(?:gib|gebt|zeig|schick|schreib|nenn)e? (?:mir|uns) (?:\\w+ ){0,4}(?:tabellen?|schema|index|sql|entwurf|endpunkte?)\\b",
  "\\bwie (?:wurde|sahe|sieht|soll|sollte|muss) (?:eine?|die|das|meine?) (?:\\w+ )?(?:antwort|losung|entwurf|schema|tabelle|api) (?:aus|aussehen)",
  "\\bwas (?:wurde|schreibt|schreiben|sagt|sagen) (?:eine?|die) (?:gute|starke|erfahrene)\\w* \\w+",
  "\\bwas (?:soll|muss|sollte) ich (?:hier |da |jetzt )?(?:schreiben|hinschreiben|eintragen|zeichnen)\\b",
];

const french = [
  "\\b(?:dis|dites|montre|montrez|explique|expliquez)[- ](?:moi|nous) (?:\\w+ ){0,2}comment (?:faire|on|il faut|c'est|je (?:dois|fais))\\b",
  "\\bcomment (?:on fait|fait-on|faut-il faire|je dois faire) (?:ca|cela|pour resoudre)?\\W*$",
  "\\bquel(?:le)?s? (?:index|tables?|colonnes?|cles?|schema) (?:est-ce qu'il )?(?:il )?(?:me|m'|dois|faut|devrais|ai)\\b",
  "\\b(?:donne|donnez|ecris|ecrivez|montre|envoie)[- ](?:moi|nous) (?:\\w+ )?(?:la |le |les |l'|une? |ta |ton )(?:\\w+ )?(?:tables?|schema|index|sql)\\b",
  "\\b(?:a quoi ressemble(?:rait)?|que dirait|qu'ecrirait|que contient) (?:une? )?(?:tres )?bon(?:ne)? \\w+",
  "\\bqu'est-ce que je (?:dois|devrais) (?:ecrire|mettre|dessiner)\\b",
];

const spanish = [
  "\\b(?:dime|dinos|digame|muestrame|ensename|explicame) (?:\\w+ )?como (?:se|lo|debo|tengo que|hay que) ?(?:hace|hago|hacer\\w*|resuelve|harias)\\b",
  "\\bque (?:indices?|tablas?|columnas?|clave|esquema) (?:necesito|uso|pongo|debo|tengo|hace falta)\\b",
  "\\b(?:dame|pasame|escribeme|muestrame|mandame) (?:\\w+ )?(?:la|el|las|los|una?|tu) (?:tablas?|esquema|indices?|sql)\\b",
  "\\b(?:que diria|que escribiria|como seria) una? (?:muy )?buen[ao]? \\w+",
  "\\bque (?:debo|tengo que|hay que) (?:escribir|poner|dibujar)(?: aqui| ahora)?\\b",
];

const portuguese = [
  "\\b(?:diga|diz|mostra|mostre|explica|explique)(?:-me| me)? (?:\\w+ )?como (?:se|eu|e que se|devo) ?(?:faz|faco|fazer|resolve)\\b",
  "\\b(?:de )?(?:qual|quais|que) (?:indices?|tabelas?|colunas?|chave|esquema) (?:eu )?(?:preciso|uso|devo|coloco|tenho)\\b",
  "\\b(?:me )?(?:da|de|passa|passe|escreva|escreve|mostra|mostre|manda)(?:-me| me)? (?:\\w+ )?(?:a|o|as|os|uma?) (?:tabelas?|esquema|indices?|sql)\\W*$",
  "\\b(?:o que diria|como seria) uma? (?:boa|bom) \\w+",
  "\\bo que (?:devo|tenho que|preciso) (?:escrever|colocar|desenhar)\\b",
];

const italian = [
  "\\b(?:dimmi|dicci|mostrami|spiegami) (?:\\w+ )?come (?:si|lo|devo|bisogna) ?(?:fa|faccio|fare|farlo|risolve)\\b",
  "\\b(?:di )?(?:quale|quali|che) (?:indic[ei]|tabell[ae]|colonn[ae]|chiave|schema) (?:mi|devo|uso|metto|serve|ho bisogno)\\b",
  "\\b(?:dammi|mandami|scrivimi|mostrami|passami) (?:\\w+ )?(?:la|lo|il|le|gli|una?|l') ?(?:tabell[ae]|schema|indic[ei]|sql)\\b",
  "\\b(?:cosa direbbe|come sarebbe) una? (?:buon[ao]?|ottim[ao]) \\w+",
  "\\b(?:che )?cosa (?:devo|dovrei) (?:scrivere|mettere|disegnare)\\b",
];

export const wayPatterns: readonly RegExp[] = [
  ...english,
  ...german,
  ...french,
  ...spanish,
  ...portuguese,
  ...italian,
].map((source) => new RegExp(source, "u"));
