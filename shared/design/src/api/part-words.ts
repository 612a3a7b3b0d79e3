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
  method:
    "method verb httpmethod httpverb metodo verbo methode verbe metoda metod metode anfragemethode 方法 请求方法 請求方法 请求方式 メソッド 메서드 메소드 метод الطريقة שיטה",
  path: "path url route uri endpoint rota ruta chemin pfad percorso trasa caminho camino recurso ressource resource sciezka endpunkt adresse pad stig vag 接口 接口地址 路径 路徑 地址 请求地址 请求路径 接口路径 パス エンドポイント 경로 엔드포인트 путь адрес المسار נתיב",
  input:
    "request body requestbody payload input corpo cuerpo corps koerper korper rumpf anfrage requisicao requete peticion solicitud solicitacao pedido richiesta verzoek aanvraag zadanie zapytanie cialo tresc entrada entree eingabe eingaben invoer ingresso wejscie donnees dados daten datos gegevens demande inhalt inhoud envoi sends accepts takes req in 请求 请求体 请求参数 请求正文 入参 請求 リクエスト リクエストボディ 入力 本文 요청 요청본문 본문 입력 запрос тело телозапроса طلب الطلب المدخلات בקשה 参数 參數 输入 輸入",
  headers:
    "header headers cabecalho cabecalhos cabecera cabeceras encabezado encabezados entete entetes kopfzeile kopfzeilen intestazione intestazioni naglowek naglowki koptekst kopteksten httpheaders requestheaders 请求头 ヘッダー ヘッダ 헤더 заголовок заголовки ترويسة",
  query:
    "query params queryparams parameters parametros parametres parameter parametre parametro parametri parametry querystring queryparameters queryparameter consulta 查询参数 查詢參數 クエリ クエリパラメータ 쿼리 쿼리파라미터",
  answers:
    "response responses returns return output answer answers result results reply replies resposta respostas respuesta respuestas reponse reponses antwort antworten risposta risposte antwoord antwoorden odpowiedz odpowiedzi retorna retorno retornos devuelve devolve renvoie retour retours rueckgabe saida salida sortie ausgabe uscita uitvoer wyjscie resultado resultados resultat resultats ergebnis resultaat wynik risultato responds res resp out outcome outcomes 返回 返回值 响应 响应体 应答 回應 出参 レスポンス 応答 出力 戻り値 응답 출력 ответ ответы رد الرد الاستجابة תשובה",
  success:
    "success ok exito sucesso succes erfolg successo sukces geslaagd respostaboa successresponse erfolgsfall happy onsuccess 成功 成功响应 成功返回 成功時 成功时 正常 正常時 성공 успех הצלחה نجاح النجاح",
  errors:
    "error errors erro erros errores erreur erreurs fehler fehlerfaelle errore errori fout fouten blad bledy failures falhas fallos echecs onerror err errs errorresponses fehlercodes 错误 错误码 エラー 오류 에러 ошибка ошибки خطأ الاخطاء 失败 失敗 失败响应 失败返回 失敗時 异常 異常 異常時 실패",
  status:
    "status statuscode statuscodes httpstatus httpcode statut statuts stato 状态码 状态 狀態碼 ステータス ステータスコード 상태 상태코드",
  notes:
    "summary description purpose name note notes nota notas descricao descripcion beschreibung descrizione beschrijving omschrijving opis remarque remarques bemerkung bemerkungen anmerkung anmerkungen observacao observacoes comment comments comentario comentarios kommentar zweck resumo resumen resume action aktion acao accion usage uwagi opmerking opmerkingen was quoi what nr no num 说明 說明 描述 备注 備註 作用 功能 用途 説明 概要 備考 설명 비고 описание",
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
