/** A word, or one that begins so where it ends in `*`, between what is no letter. */
const anyOf = (...words: string[]): string =>
  `(?<!\\p{L})(?:${words.join("|").replaceAll("*", "\\p{L}*").replaceAll(" ", "\\s+")})(?!\\p{L})`;

/** Words before a lock that say that it was turned down, or only thought of. */
const turnedDown = anyOf(
  "decid(?:ed?|ing) (?:against|not)|chose not|opt(?:ed)? (?:against|not|out)|(?:alternativ|alternatif|альтернатив)*",
  "(?:we|i|they|team|have|had|we also|we briefly) (?:rejected|considered|discarded|dismissed|dropped|ruled out|turned down|thought (?:about|of)|weighed|postponed?)",
  "(?:considered|rejected|discarded|dismissed|not done|not chosen|option [b-z2-9])\\s?:|why not|another (?:option|way|possibility)",
  "(?:verworfen|abgelehnt)\\s?:|erwogen|überlegt*|verzicht*|entschied* (?:uns )?(?:dagegen|gegen)|(?:andere|weitere) (?:möglichkeit|option)",
  "(?:décidé|choisi) de ne pas|renonc*|écart(?:é|ons|er)|envisag*|(?:nous|on) (?:avons |a )?rejet*|autre (?:solution|option)",
  "decid(?:imos|ido|í) (?:no|contra|en contra)|descart*|(?:hemos )?(?:rechazamos|rechazado|consideramos|considerado)|otra (?:opción|posibilidad)",
  "decid(?:imos|i) (?:não|contra)|rejeitamos|outra (?:opção|possibilidade)",
  "deciso (?:di non|contro)|scart*|(?:abbiamo|ho) (?:rifiutato|considerato|valutato)|altra opzione",
  "besloten (?:tegen|geen|om geen|niet)|verworpen|(?:hebben|heb) [^,.;:]{0,30}overwogen|andere (?:optie|mogelijkheid)",
  "zrezygnowa*|odrzuci*|rozważ*|inna możliwość",
  "(?:valt|valde|väljer) bort|avstått|övervägde|övervägt|förkast*",
  "vazgeç*|düşündük|değerlendirdik|(?:diğer|başka) (?:bir )?seçenek",
  "отказал*|решили не|отверг*|рассматривали|другой вариант|відмовил*|вирішили не|відкинул*|розглядали|інший варіант",
);

/** How a language speaks of what might be, before the lock and in the same breath. */
const mightBe = anyOf(
  "(?:we|i|one|you) (?:could|might)|maybe|perhaps|possibly|overkill",
  "would (?:need|require|have to|move|switch|upgrade|change|migrate|want|be (?:possible|better|safer|nicer?|stronger|simpler|enough|an?|to|the))",
  "(?:könnte|wäre|vielleicht|eventuell|irgendwann|denkbar)*",
  "pourr(?:ait|ions|ais|aient)|serait|faudrait|peut-être|éventuellement",
  "podr(?:ía|íamos|ían)|sería|habría que|quizás?|tal vez",
  "poder(?:ia|íamos|iam)|seria|talvez",
  "potr(?:emmo|ebbe|ei|ebbero)|sarebbe|forse",
  "zou(?:den)?|misschien|eventueel",
  "można by|mogliby*|mógłby|byłoby|być może|może kiedyś",
  "skulle|kanske",
  "\\p{L}+[ae]bilirdik?|olurdu|belki",
  "можно было бы|могли бы|может быть|возможно|можна було б|могли б|можливо",
);

/** How a language puts off what is not there yet, before the lock. */
const later = anyOf(
  "in (?:the )?future|in (?:a|the) (?:later|next|second|future) (?:version|release|iteration|phase|milestone)|(?:in|for|until) (?:version |phase |v)(?:two|[2-9])",
  "eventually(?!\\s+consistent)|some ?day|down the (?:road|line)|todo|nice to have|future work|out of scope|later on",
  "later,? [^.;:]{0,60}(?:we|i) (?:would|will|may|can|shall)|(?:once|when|if) [^.;:]{0,60}(?:we|i) would|(?:we|i)(?:['’]ll| will| can| may| shall| would) (?:later|then|eventually)",
  "zukünftig|künftig|in (?:der )?zukunft|später (?:würd|könn|woll|werd|soll|stell|wechsel|nehm)*|(?:woll|werd|könn|würd)* (?:wir |ich )?später",
  "à l['’]avenir|dans une (?:prochaine |seconde |future )?version|à terme",
  "en el futuro|en (?:la|una) (?:próxima |futura |segunda )?versión|a futuro",
  "no futuro|n(?:a|uma) (?:próxima |futura |segunda )?versão|futuramente",
  "in futuro|in una (?:prossima |futura |seconda )?versione|nella prossima versione",
  "in de toekomst|later (?:zou*|kun*|kan|gaan|wil*|stap*)|in (?:een )?(?:volgende )?versie",
  "w przyszłości|w (?:następnej |kolejnej )?wersji",
  "i framtiden|senare (?:kan|skulle|byter|går|vill)|i (?:en )?(?:senare |nästa )?version",
  "[iİ]leride|gelecekte|sonraki sürüm*|ikinci sürüm*",
  "в будущем|в (?:следующей |второй )?версии|в майбутньому|у (?:наступній |другій )?версії",
);

/** What means "afterwards" elsewhere, and at a sentence's beginning "some day". */
const afterwards =
  "(?:later(?=,|\\s+(?:we|i|on)\\b|[^\\p{L}]*$)|später|plus tard|más adelante|mais (?:tarde|adiante)|più avanti|senare|później|позже|пізніше)";

/** Words before a lock, in its clause, that say that it is not taken. */
export const notDoneBefore = new RegExp(
  `${turnedDown}|${later}|${mightBe}[^,]{0,120}$|^[\\s"'(*#>+-]*${afterwards}(?!\\p{L})`,
  "iu",
);

/** A lock is between these where it was decided against it. */
export const decidedAgainst = {
  before: /(?<!\p{L})gegen(?!\p{L})[^,.;:]{0,40}$/iu,
  behind: /^[^.;,:]{0,60}entsch(?:ied|eid)/iu,
};

/** What is refused by what stands next to the lock itself. */
export const refusedNext =
  /(?<!\p{L})(?:avoid(?:s|ed|ing)?|refrain\p{L}*\s+from|instead\s+of|leav(?:e|ing)\s+out|left\s+out|skip(?:s|ped|ping)?|évit(?:er|ons|e)|evit\p{L}{1,5}|vermeid\p{L}*)\s+(?:(?:an?|the|using|taking|any|explicit|le|la|les|el|los|o|a|il|ein\p{L}{0,2}|d['’]utiliser)\s+)?["'`*]{0,3}(?:select\s+(?:\S{1,12}\s+){0,4})?["'`*]{0,3}$/iu;

const behindIt = anyOf(
  "(?:was|were|is|are|been) (?:also |briefly |only |explicitly |deliberately |an? )?(?:considered|rejected|discarded|dismissed|ruled out|turned down|planned|postponed|deferred|left (?:out|for)|out of scope|overkill|unnecessary|unneeded|alternative|option|not (?:used|needed|necessary|taken|done|worth|required|chosen|implemented|in place|yet))",
  "(?:is|are|was|were)n['’]t (?:used|needed|necessary|taken|done|worth|required|chosen|implemented)",
  "(?:if|when|once|should) (?:needed|necessary|required|load|contention|traffic|(?:it|that|this) (?:becomes|proves|turns out)|we (?:ever|need|grow))",
  "in v(?:ersion )?[2-9]|in (?:the )?future|in (?:a|the) (?:later|next) (?:version|release|iteration)|some ?day|not (?:now|yet|needed|necessary|used|done)",
  "(?:wurde*|ist|sind|haben wir) [^.;,:]{0,30}(?:verworfen|abgelehnt|erwogen|überlegt|unnötig)|verzichte*|nicht (?:nötig|gebraucht|verwendet)",
  "(?:a|est|sont|été) [^.;,:]{0,20}(?:écartée?s?|rejetée?s?|envisagée?s?|inutiles?)|pas (?:nécessaire|utile|utilisé)",
  "(?:fue|es|está|ha sido) [^.;,:]{0,15}(?:descartad|rechazad|considerad)[oa]s?|no (?:es necesari[oa]|hace falta|se usa)|innecesari[oa]",
  "(?:foi|é) [^.;,:]{0,15}(?:descartad|rejeitad|considerad)[oa]s?|não (?:é necessári[oa]|é usad[oa])|desnecessári[oa]",
  "(?:è stato|è|stata) [^.;,:]{0,15}(?:scartat|rifiutat|considerat|valutat)[oa]|non (?:serve|è necessari[oa])",
  "(?:is|werd|hebben we) [^.;,:]{0,20}(?:verworpen|afgewezen|overwogen)|niet nodig|overbodig",
  "(?:został*|jest) [^.;,:]{0,15}(?:odrzucon|rozważan|niepotrzebn)*|nie jest potrzebn*|niepotrzebn*",
  "(?:valdes|har valts) bort|behövs inte|onödigt?|gerekmez|gerek yok|gereksiz|reddedildi|kullanmamaya|vazgeç*|не (?:нужн|потрібн)*|отвергли|відкинули",
);

/** What is said of a lock behind it, in its clause: "was rejected", "is not needed now", "in version 2". */
export const notDoneBehind = new RegExp(
  `^[^.;,:\\n–—]{0,60}(?:${behindIt}|(?<!\\p{L})${afterwards}["'\`*)]*[\\s.]*$)`,
  "iu",
);

/** What is said of it in short, behind a colon or dash. */
export const shortVerdict =
  /^[^.;,\n]{0,60}(?::|[–—(-])\s{0,2}["'`*]{0,3}(?:rejected|not (?:done|used|needed|now|yet|chosen|taken)|considered|discarded|dropped|later|future|v ?[2-9]|version [2-9]|overkill|unnecessary|too (?:slow|expensive|heavy|much)|verworfen|später|nicht (?:nötig|gemacht)|non retenu|écarté|plus tard|descartad[oa]|más adelante|mais tarde|scartato|verworpen|odrzucon\p{L}|отвергнут\p{L}*|позже)(?!\p{L})/iu;

/** Headings and labels of what is not done. */
export const notDoneTitle = new RegExp(
  anyOf(
    "(?:considered|considering|alternativ*|alternatif*|альтернатив*|reject*|left out|discard*|why not)",
    "not (?:done|chosen|doing|used|taken|now|yet|needed|implemented|in scope)|non-goals?|out of scope|next steps?|roadmap|to-?dos?|improvements?|(?:version|phase|v) ?[2-9]|future|later(?= (?:on|work|version|step)|[:,(]|[^\\p{L}]{0,9}$)",
    "verworfen*|warum nicht|nicht (?:gemacht|gewählt|umgesetzt)|ausblick|später|zukunft|nächste schritte",
    "descartad*|por qu[eé] n[oã]*|futuro|próximos (?:pasos|passos)|mejoras|écarté*|pourquoi pas|non retenu*|plus tard|améliorations|à venir",
    "scartat*|perch[eé] no*|miglioramenti|odrzucon*|przyszłość|na później|niet gekozen|waarom niet|toekomst",
    "valdes bort|framtid*|senare|gelecek|[iİ]leride|в будущем|потом|отверг*|майбутн*",
  ),
  "iu",
);

/** Headings below which is told what speaks for and against. */
export const weighingTitle = /(?<!\p{L})(?:options?|opciones|trade-?offs?|écart\p{L}*)(?!\p{L})/iu;
