/**
 * How people ask for the answer itself, by language, in folded text (no case, no accents). A pattern is about the
 * interviewer giving it away: what a system answers, or who in it gives up, is not meant.
 */

const thing = "(?:answers?|solutions?|solved version|spoilers?|answer key|cheat ?sheet)";
const kinds =
  "(?:(?:the|your|a|an|any|some|full|complete|whole|entire|final|correct|right|perfect|model|reference|ideal|official|sample|example|working|finished|best|actual|real|expected|strong|hidden|secret) )*";
const part =
  "(?:design|schema|sql|ddl|tables?|api|openapi|endpoints?|diagram|architecture|code|yaml|document|it all|everything|whole thing)";
const giving =
  "(?:give|show|tell|send|write|reveal|share|paste|post|print|provide|hand|spoil|dump|leak|display|output|present|share|type|drop|spell|say)";
const asking =
  "(?:(?:can|could|would|will|won'?t|can'?t|couldn'?t) (?:you|u|ya)|please|pls|plz|just|now|ok(?:ay)?|so|then|i (?:want|need|would like|'d like|order|beg) you to|want you to|you (?:must|should|have to|need to)|why (?:don'?t|not) (?:you )?|let'?s|kindly|simply|hey|come on|and)";
const start = `(?:^|[.!?;:,"'(] ?|\\b${asking} (?:(?:please|just|kindly|simply|now) )*)`;
const persona =
  "(?:candidate|senior|staff|principal|architect|(?:software|system|backend) |engineer|expert|teacher|tutor|professor|mentor|grandm\\w*|developer mode|assistant|chatbot|chatgpt|gpt|claude|an? ai|no rules|without rules|solver|unrestricted|dan\\b|evil|friend|author of)";

const english = [
  `\\bwhat would (?:a|the|your) (?:good|strong|perfect|ideal|correct|right|model|best) (?:${thing}|design|schema) (?:look like|be|say)\\b`,
  `\\bwhat (?:answer|solution) (?:are you (?:looking|waiting) for|do you (?:want|expect))\\b`,
  `${start}${giving} (?:me |us |out |over |up |away )*(?:of )?${kinds}${thing}\\b(?! (?:to|for|of) (?:a |an |the |each |every )?(?:post|get|put|delete|patch|request|client|browser|call|query|caller|lookup))`,
  `\\b${giving} (?:me|us) (?:\\w+ ){0,3}?${kinds}${thing}\\b`,
  `\\bwhat(?:'?s| is| are| was| would be| might be) (?:the |your |a )(?:(?:full|complete|correct|right|model|reference|ideal|official|expected|actual|real|best|perfect|final|strong) )+(?:${thing}|design|schema|api)\\b`,
  `\\bwhat(?:'?s| is| was) (?:the|your) ${thing}(?: (?:to|for) (?:this|it|that|the (?:problem|question|task|exercise|interview))\\w*(?: (?:problem|question|task|exercise|interview))?| here| then| already| please| now)*\\s*(?:$|[?.!,])`,
  `\\b(?:i|we) (?:just |really |only )*(?:want|need|'d like|would like|demand|wanna (?:see|have)|want to (?:see|have|know|read)|need to (?:see|have|know)) (?:to see |to know |to have )?${kinds}${thing}\\b(?! (?:with)?in | quick| fast| from | at | by | under | before | to (?!this|that|it|the (?:problem|question|task)))`,
  `\\b(?:see|look at|have|read|get|unlock|view|peek at) (?:the |your )?(?:model|reference|sample|official|full|complete|correct|right|hidden) (?:${thing}|design|schema)\\b`,
  `\\b(?:model|reference|sample|official) ${thing} (?:please|now|pls)\\b|^(?:the )?(?:full |model |correct )?(?:answer|solution|spoiler)s?,? (?:please|pls|now)\\b`,
  `${start}(?:write|draw|make|design|do|solve|answer|finish|complete|fill in|build|create|produce|generate|code) (?:(?:it|this|that|the|my|all|whole|entire|rest|of|a|full|complete|me|us|problem|question|exercise|task|thing|one) |${part} )*(?:for me|for us|instead of me|on my behalf)\\b`,
  `\\b(?:can|could|would|will) you (?:please |just )*(?:write|draw|design|solve|finish|complete|generate|produce) (?:me |us )?(?:it|this|that|all of it|(?:the|my|a) (?:whole |full |complete |entire |rest of the )*(?:${part}|problem|exercise|task))\\b`,
  `${start}(?:solve|generate|design) (?:it|this|everything|the (?:whole |entire )?(?:problem|exercise|task|thing))\\b(?! (?:with|by|using|later|ourselves|myself))`,
  `${start}(?:show|give|send|write|paste|tell|hand|print) (?:me|us) (?:${kinds}|how (?:to write|you would write) )(?:(?:finished|full|complete|correct|right|entire|whole|working|final|best|ideal|reference) )+${part}\\b`,
  `${start}(?:tell|show|give|send|write) (?:me|us) (?:the|your|a) ${part} (?:that )?(?:you'?d|you would) (?:\\w+ )?(?:use|choose|pick|write|make|draw|design)\\b`,
  `\\bhow would you (?:\\w+ )?(?:solve|design|build|do|answer|model|write|implement) (?:it|this|that|the (?:problem|task|exercise|whole|schema|api|system))\\b`,
  `\\bwhat would you (?:\\w+ )?(?:write|answer|draw|do|put|say|type|choose|pick) (?:here|now|in my (?:place|shoes|position)|if you (?:were|had)|instead of me|as (?:a|the) (?:candidate|senior|expert))\\b`,
  `\\b(?:tell|show) (?:me|us) (?:exactly |just )?(?:what|which \\w+) (?:(?:i|we) (?:should|must|have to|need to|ought to) |to )(?:write|type|put|draw|answer|add|use|choose|pick|say)\\b`,
  `\\b(?:just|please|can you|could you) tell me(?: (?:already|now|please|then))*\\s*(?:$|[.!?])`,
  `\\bi(?:'m| am)? (?:just |really |hereby )?(?:give|giving) (?:it )?up\\b(?! (?:on (?:retr|that|the|a )|after|when|if|retr))|\\bi surrender\\b|\\bi concede\\b`,
  `\\b(?:ignore|disregard|forget|override|bypass|drop) (?:all |any |of |every )*(?:your|the|my|previous|prior|earlier|above|these|those|system|all) (?:(?:previous|prior|earlier|above|system|own|given|safety|interview\\w*) )*(?:instructions?|rules?|prompts?|guidelines?|directions?|restrictions?|constraints from|policy|policies)\\b`,
  `\\b(?:print|show|reveal|repeat|tell|output|display|leak|what(?:'?s| is| are)) (?:me |us )?(?:your|the) (?:(?:system|hidden|secret|initial|own|private|full) )*(?:prompts?|instructions|rubrics?|scoring|anchors|checklist|answer key|mark scheme)\\b`,
  `\\b(?:pretend|imagine|suppose|act|behave|roleplay|role-play|play)\\b[^.?!]{0,30}\\b(?:you(?:'re| are| were)?|as|to be|like|role of)\\b[^.?!]{0,30}${persona}`,
  `\\byou are (?:now|no longer) [^.?!]{0,40}(?:${persona}|interviewer)`,
  `\\bif you were (?:me|the candidate|in my place|a candidate|taking (?:this|the))\\b`,
  `\\b(?:jailbreak|developer mode|dan mode|god mode)\\b`,
  `\\b(?:decode|base64|rot13)\\b[^.?!]{0,40}\\b(?:answer|solution|instruction)`,
  `\\b(?:spoil|give away|leak) (?:it|this|the (?:answer|solution|problem|exercise))\\b`,
];

const german = [
  "\\b(?:gibst|zeigst|sagst|verratst|schickst|nennst) du (?:mir|uns) (?:\\w+ ){0,3}(?:losung|musterlosung|antwort)\\b",
  "\\b(?:kannst|konntest|wurdest|willst|magst|konnen|konnten|wurden) (?:du|sie) (?:\\w+ ){0,4}(?:losung|musterlosung|antwort|fertige\\w* (?:schema|design|entwurf))\\b",
  "\\b(?:gib|gebt|geben sie|zeig|zeige|zeigen sie|sag|sage|sagen sie|nenn|nenne|verrat|verrate|verraten sie|schick|schreib|schreibe|liefer\\w*) (?:mir |uns |doch |bitte |mal |einfach |jetzt |endlich |nur )*(?:die|deine|eine|ihre) (?:\\w+ )?(?:losung|antwort|musterlosung)\\b",
  "\\b(?:wie lautet|wie heisst|was ist|was ware|wo ist) (?:denn |jetzt |nun )*(?:die|deine) (?:\\w+ )?(?:losung|musterlosung|(?:richtige|korrekte|beste) antwort|antwort(?! (?:auf|von|des|der|bei)))\\b",
  "\\bmusterlosung (?:bitte|her|zeigen)|\\b(?:losung|antwort) bitte\\b",
  "\\bich (?:will|brauche|mochte|hatte gern\\w*|wunsche) (?:\\w+ )?(?:die|deine|eine) (?:\\w+ )?(?:losung|musterlosung|richtige antwort|antwort)\\b",
  "\\b(?:los|lose|lost|schreib|schreibe|mach|mache|zeichne|entwirf|beantworte) (?:\\w+ ){0,4}(?:fur mich|fur uns|an meiner stelle|statt mir)\\b",
  "\\bich geb\\w* (?:jetzt |es )?auf\\b",
  "\\b(?:ignorier\\w*|vergiss|missachte) (?:\\w+ ){0,3}(?:anweisung\\w*|regeln?|vorgaben|instruktion\\w*)\\b",
  "\\btu (?:mal )?so,? als (?:warst|seist|ob) du\\b|\\bstell dir vor,? du (?:bist|warst|seist) [^.?!]{0,30}(?:kandidat|architekt|lehrer|experte|entwickler)|\\bspiel\\w* (?:\\w+ ){0,2}(?:kandidat|architekt|lehrer|experte)",
  "\\bwie wurdest du (?:\\w+ )?(?:das|es|die aufgabe|dieses problem) (?:\\w+ )?(?:losen|machen|entwerfen|bauen|schreiben)\\b",
];

const french = [
  "\\b(?:tu|vous) (?:me|nous) (?:donnes|donnez|montres|montrez|dis|dites|envoies|envoyez) (?:\\w+ )?(?:la|ta|votre) (?:\\w+ )?(?:solution|reponse)\\b",
  "\\b(?:(?:peux|pourrais|veux|pouvez|pourriez|voulez)[- ](?:tu|vous)|(?:tu|vous) (?:peux|pourrais|pouvez|pourriez)) (?:me|nous) (?:\\w+ ){1,3}(?:solution|reponse)\\b",
  "\\b(?:donne|donnez|montre|montrez|dis|dites|revele|revelez|envoie|ecris|file)[- ](?:moi|nous) (?:\\w+ )?(?:la|ta|votre|une) (?:\\w+ )?(?:solution|reponse)\\b",
  "\\bquelle (?:est|serait) (?:donc )?(?:la|ta) (?:(?:bonne|vraie|meilleure|bonne) )*(?:solution|reponse)(?! (?:de l|d'une|du|a une|http))\\b",
  "\\b(?:la )?(?:solution|reponse|corrige),? (?:s'il (?:te|vous) plait|svp|stp)\\b|\\ble corrige\\b",
  "\\bj'abandonne\\b|\\bje donne ma langue au chat\\b|\\bje laisse tomber\\b",
  "\\bje (?:veux|voudrais|souhaite) (?:\\w+ )?(?:la|ta) (?:\\w+ )?(?:solution|reponse)\\b|\\bj'ai besoin de la (?:\\w+ )?(?:solution|reponse)\\b",
  "\\b(?:fais|faites|resous|resolvez|ecris|dessine|concois)\\b[^.?!]{0,40}\\b(?:pour moi|a ma place)\\b",
  "\\b(?:ignore|ignorez|oublie|oubliez) (?:\\w+ )?(?:tes|vos|les|ces) (?:\\w+ )?(?:instructions|regles|consignes)\\b",
  "\\b(?:fais|faites) comme si (?:tu etais|vous etiez)\\b|\\bimagine que tu es (?:\\w+ )?(?:candidat|architecte|professeur|expert)",
  "\\bcomment (?:\\w+ )?(?:resoudrais|ferais|concevrais)[- ]tu\\b",
];

const spanish = [
  "\\b(?:me|nos) (?:das|dais|dices|muestras|ensenas|pasas|revelas) (?:\\w+ ){0,2}(?:la|tu) (?:\\w+ )?(?:solucion|respuesta)\\b",
  "\\b(?:puedes|podrias|me puede|me podria) (?:\\w+ ){0,2}la (?:\\w+ )?(?:solucion|respuesta)\\b",
  "\\b(?:dame|danos|deme|dime|digame|muestrame|muestreme|ensename|revelame|escribeme|pasame|quiero ver) (?:\\w+ )?(?:la|tu|una) (?:\\w+ )?(?:solucion|respuesta)\\b",
  "\\bcual (?:es|seria) (?:la|tu) (?:(?:mejor|verdadera) )?(?:solucion|respuesta)(?: correcta| final| completa)?(?! (?:de|del|a una|http))\\b",
  "\\b(?:la )?(?:solucion|respuesta),? por favor\\b",
  "\\bme rindo\\b|\\babandono\\b",
  "\\b(?:quiero|necesito|quisiera) (?:\\w+ )?(?:la|tu) (?:\\w+ )?(?:solucion|respuesta)\\b",
  "\\b(?:hazlo|haz|resuelvelo|resuelve|escribe|escribelo|disena|dibuja)\\b[^.?!]{0,40}\\b(?:por mi|en mi lugar)\\b|\\bresuelve(?:lo| esto| el problema)\\b",
  "\\b(?:ignora|olvida|olvidate de) (?:\\w+ )?(?:tus|las|estas|sus) (?:\\w+ )?(?:instrucciones|reglas|normas)\\b",
  "\\b(?:finge|haz como|imagina|simula) (?:que )?(?:eres|fueras|si fueras) [^.?!]{0,30}(?:candidat|arquitect|profesor|expert|ingenier)",
  "\\bcomo (?:lo )?(?:resolverias|disenarias|harias)\\b",
];

const portuguese = [
  "\\b(?:pode|poderia|podes|podia) me \\w+ (?:a|sua) (?:\\w+ )?(?:solucao|resposta)\\b",
  "\\b(?:me )?(?:da|de|diga|diz|mostra|mostre|passa|passe|envia|envie|revela|revele|conta|conte)(?:-me| me)? (?:logo )?(?:a|sua|tua|uma) (?:\\w+ )?(?:solucao|resposta)(?! (?:de|do|da|http))\\b",
  "\\bqual (?:e|seria) (?:a|sua|tua) (?:\\w+ )?(?:solucao|resposta)(?: certa| correta| final)?(?! (?:de|do|da|http|para o post))\\b",
  "\\b(?:a )?(?:solucao|resposta),? por favor\\b",
  "\\b(?:eu )?desisto\\b",
  "\\b(?:quero|preciso|queria) (?:\\w+ )?(?:a|da|ver a) (?:\\w+ )?(?:solucao|resposta)\\b",
  "\\b(?:faca|faz|resolva|resolve|escreva|escreve|desenhe)\\b[^.?!]{0,40}\\b(?:por mim|pra mim|para mim|no meu lugar)\\b",
  "\\b(?:ignore|ignora|esqueca|esquece) (?:\\w+ )?(?:suas|as|tuas|essas) (?:\\w+ )?(?:instrucoes|regras)\\b",
  "\\b(?:finja|finge|imagine|imagina) (?:que )?(?:voce )?(?:e|es|seja|fosse) [^.?!]{0,30}(?:candidat|arquitet|professor|especialista|engenheir)",
  "\\bcomo (?:voce |tu )?(?:resolveria|projetaria|faria)s? (?:isso|isto|o problema|esse)\\b",
];

const italian = [
  "\\b(?:mi|ci) (?:dai|date|dici|dite|mostri|mandi|sveli|riveli) (?:\\w+ )?(?:la|tua) (?:\\w+ )?(?:soluzione|risposta)\\b",
  "\\b(?:puoi|potresti) (?:\\w+ ){1,2}(?:la|una) (?:\\w+ )?(?:soluzione|risposta)\\b",
  "\\b(?:dammi|dacci|mi dia|dimmi|mostrami|mandami|scrivimi|svelami|rivelami|fammi vedere|voglio vedere) (?:\\w+ )?(?:la|una|tua) (?:\\w+ )?(?:soluzione|risposta)\\b",
  "\\bqual(?:e)? (?:e|sarebbe) (?:la|tua) (?:\\w+ )?(?:soluzione|risposta)(?: corretta| giusta| finale)?(?! (?:di|del|della|a una|http))\\b",
  "\\b(?:la )?(?:soluzione|risposta),? per favore\\b",
  "\\bmi arrendo\\b|\\bci rinuncio\\b|\\brinuncio\\b(?! a)",
  "\\b(?:voglio|vorrei|mi serve|ho bisogno della?) (?:\\w+ )?(?:la )?(?:soluzione|risposta)\\b",
  "\\b(?:fallo|fai|risolvi|risolvilo|scrivi|disegna|progetta)\\b[^.?!]{0,40}\\b(?:per me|al posto mio|al mio posto)\\b",
  "\\b(?:ignora|dimentica) (?:\\w+ )?(?:le|tutte|queste|tue) (?:\\w+ )?(?:\\w+ )?(?:istruzioni|regole)\\b",
  "\\b(?:fingi|immagina|fai finta) (?:di|che) (?:tu )?(?:essere|sia|fossi) [^.?!]{0,30}(?:candidat|architett|professor|espert|ingegner)",
  "\\bcome (?:lo |la )?(?:risolveresti|progetteresti|faresti)\\b",
];

export const solutionPatterns: readonly RegExp[] = [
  ...english,
  ...german,
  ...french,
  ...spanish,
  ...portuguese,
  ...italian,
].map((source) => new RegExp(source, "u"));

/** Before a request, in its sentence, this turns it round: "please don't tell me the answer". */
export const unwanted =
  /(?:\b(?:do not|don'?t|dont|never|without|no need to|not|nicht|nao|ne|sin|sem|senza|non)\b|\bno)[^.?!,]{0,25}$/u;
export const unwantedInside = /\b(?:nicht|pas|nao|non|not|keine)\b/u;
