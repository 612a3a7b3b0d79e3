import { inAscii } from "../bind/names.ts";

/** What a key of a list, a column of a table or a label below an endpoint holds of it. */
export type Part =
  | "method"
  | "path"
  | "input"
  | "headers"
  | "query"
  | "answers"
  | "success"
  | "errors"
  | "status"
  | "notes"
  | "auth";

/** In the languages that documents are written in, as `inAscii` spells those that have Latin letters. */
const words: Record<Part, string> = {
  method: "method verb httpmethod httpverb metodo verbo methode verbe metoda metod metode anfragemethode",
  path: "path url route uri endpoint rota ruta chemin pfad percorso trasa caminho camino recurso ressource resource sciezka endpunkt adresse pad stig vag",
  input:
    "request body requestbody payload input corpo cuerpo corps koerper korper rumpf anfrage requisicao requete peticion solicitud solicitacao pedido richiesta verzoek aanvraag zadanie zapytanie cialo tresc entrada entree eingabe eingaben invoer ingresso wejscie donnees dados daten datos gegevens demande inhalt inhoud envoi sends accepts takes req in 请求 请求体 请求参数 请求正文 入参 請求 リクエスト リクエストボディ 入力 本文 요청 요청본문 본문 입력 запрос тело телозапроса طلب الطلب المدخلات בקשה",
  headers:
    "header headers cabecalho cabecalhos cabecera cabeceras encabezado encabezados entete entetes kopfzeile kopfzeilen intestazione intestazioni naglowek naglowki koptekst kopteksten httpheaders requestheaders 请求头 ヘッダー ヘッダ 헤더 заголовок заголовки ترويسة",
  query:
    "query params queryparams parameters parametros parametres parameter parametre parametro parametri parametry querystring queryparameters queryparameter consulta",
  answers:
    "response responses returns return output answer answers result results reply replies resposta respostas respuesta respuestas reponse reponses antwort antworten risposta risposte antwoord antwoorden odpowiedz odpowiedzi retorna retorno retornos devuelve devolve renvoie retour retours rueckgabe saida salida sortie ausgabe uscita uitvoer wyjscie resultado resultados resultat resultats ergebnis resultaat wynik risultato responds res resp out outcome outcomes 返回 返回值 响应 响应体 应答 回應 出参 レスポンス 応答 出力 戻り値 응답 출력 ответ ответы رد الرد الاستجابة תשובה",
  success:
    "success ok exito sucesso succes erfolg successo sukces geslaagd respostaboa successresponse erfolgsfall happy onsuccess",
  errors:
    "error errors erro erros errores erreur erreurs fehler fehlerfaelle errore errori fout fouten blad bledy failures falhas fallos echecs onerror err errs errorresponses fehlercodes 错误 错误码 エラー 오류 에러 ошибка ошибки خطأ الاخطاء",
  status: "status statuscode statuscodes httpstatus httpcode statut statuts stato",
  notes:
    "summary description purpose name note notes nota notas descricao descripcion beschreibung descrizione beschrijving omschrijving opis remarque remarques bemerkung bemerkungen anmerkung anmerkungen observacao observacoes comment comments comentario comentarios kommentar zweck resumo resumen resume action aktion acao accion usage uwagi opmerking opmerkingen was quoi what nr no num",
  auth: "auth authenticated authentication autenticado autenticacao authentifizierung",
};

const parts = new Map(
  Object.entries(words).flatMap(([part, said]) =>
    said.split(" ").map((word) => [inAscii(word), isPart(part) ? part : null]),
  ),
);

function isPart(name: string): name is Part {
  return Object.hasOwn(words, name);
}

/** `Réponses`, `status_code`, `En-tête`, `**Fehler**` by what they hold; null where a word is none of these. */
export const partNamed = (word: string): Part | null =>
  word.length > longest ? null : (parts.get(inAscii(word).replaceAll(/[^\p{L}\p{N}]/gu, "")) ?? null);

const longest = 40;

/** The words for some parts, accents and all, as an alternative of a pattern. */
export const wordsFor = (...wanted: readonly Part[]): string =>
  wanted
    .flatMap((part) => words[part].split(" "))
    .map(withAccents)
    .join("|");

/** `reponses` also fits `réponses`, `rueckgabe` `Rückgabe`, `entete` `en-tête`. */
const withAccents = (word: string): string =>
  word
    .replace(/^(en|code|status)(?=tete|http)/, "$1-?")
    .replaceAll(/ae|oe|ue|[aceilosnuz]/g, (sign) => accented[sign] ?? sign);

const accented: Record<string, string> = {
  ae: "(?:ae|ä)",
  oe: "(?:oe|ö)",
  ue: "(?:ue|ü)",
  a: "[aáàâãäą]",
  c: "[cçć]",
  e: "[eéèêëę]",
  i: "[iíîï]",
  o: "[oóôõö]",
  s: "[sś]",
  n: "[nñń]",
  u: "[uúüû]",
  z: "[zżź]",
  l: "[lł]",
};
