/** Words of the web in the reports of test tools, by what they are about. */

const topics: readonly RegExp[] = [
  /\bhttps?\b|https?:\/\//i,
  /(?<![a-z])api(?![a-z])/i,
  /request|requisi|petici[oó]n|requête|anfrage|запрос|запит|richiest|verzoek|forespørgsel|förfrågan|begäran|żądani|požadav|permintaan|\bistek|istem|请求|請求|リクエスト|要求|요청/i,
  /response|respon[ds]|\banswers?\b|respuesta|resposta|réponse|antwo[or]|ответ|відповід|rispost|odpowied|odpověd|\bsvar|jawaban|yanıt|响应|回應|レスポンス|応答|응답/i,
  /endpoint|\broutes?\b|\brouter\b|controller|middleware|接口/i,
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) ["'`]?(?:\/|https?:)|\.(?:get|post|put|patch|delete)\(\s?f?["'`]\//,
  /status_?code|\bstatus\b|Status|状态码|ステータス|\bdurum kodu|\bkode status|estado http/,
  /retr(?:y|ies|ied)|backoff|重试|再試行|リトライ|yeniden dene|tekrar dene|coba lagi|опакова|opakov|prøve? igen|försök(?:er)? igen|erneut|nochmals? |reintenta|réessa|riprova|opnieuw probe/i,
  /\bfetch\b|axios|supertest|requests\.|httptest|Net::HTTP|HttpClient|httpx|aiohttp|\bgot\(|reqwest|MockMvc|WebClient|RestTemplate|test_client|TestClient|guzzle|urllib/,
  /webhook|\btoken\b|\bauth|unauthori[sz]ed|forbidden|rate.?limit|throttl|认证|認証|인증|kimlik doğrula|oturum aç|anmeld|autoris|autoriz|přihláš|inlogg|\bmasuk\b/i,
  /not found|too many requests|bad request|internal server error|service unavailable|bad gateway|conflict\b|unprocessable/i,
  /server|gateway|proxy|upstream|servidor|serveur|serwer|sunucu|peladen|palvelin|сервер|服务器|サーバ|서버/i,
  /client|klient|istemci|\burls?\b|redirect|cookie|\bcors\b|log-?in\b|sign-?in\b|客户端|クライアント|클라이언트/i,
  /\b(?:error|hata|fehler|erreur|galat|kesalahan|chyba|fejl|fout|fel|błąd)(?:code|kode|kod|message|meldung|melding|meddelande)?\b|エラー|오류|错误|ошибк/i,
];

/** The topics that a text speaks of, a bit of a number for each. */
export function topicsOf(text: string): number {
  let found = 0;
  for (const [place, topic] of topics.entries()) {
    found |= topic.test(text) ? 1 << place : 0;
  }
  return found;
}

/** How many topics such a number has. */
export function countOf(found: number): number {
  let count = 0;
  for (let rest = found; rest > 0; rest &= rest - 1) {
    count++;
  }
  return count;
}

/** Words that speak of HTTP, also as parts of names: `res.status`, `tests/api/`, `OrdersControllerTest`. */
const ofHttp =
  /(?<![a-z])(?:https?(?!s?:)|api|requests?|responses?|status|routes?|routing|endpoints?|webhooks?|controllers?|graphql|[45]xx)(?![a-z])|(?:H(?:ttp|TTP)|A(?:pi|PI)|Request|Response|Status|Route|Endpoint|Webhook|Controller)s?(?:[A-Z]{0,1}(?![a-z])|(?=[A-Z]))|\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) ["']?(?:\/|https?:)|\.(?:get|post|put|patch|delete)\(["'`]\/|https?:\/\/(?:localhost|127\.0\.0\.1)|(?:^|\s)\/[a-z][\w\/.{}-]{0,80}[:,]? (?:expected|should|must|returns?|wants?)\b/;
/** Words of what is counted or measured. */
const ofAmounts =
  /(?<![a-z])(?:len|(?:length|count|size|hash|checksum|weight|score|speed|temperature|distance|volume|capacity|depth|total|sum|amount|price|balance|duration|byte|width|height|row|page|item)s?)(?![a-z])|HaveLength|(?:Length|Count|Size|Total|Sum|Amount|Price|Balance)s?(?![a-z])/;
/** How a report says that a test failed. */
const ofTest =
  /\b(?:[Cc]ommon|[Dd]iffering|identical|\d{1,4} more) items?\b|status["']?\s{0,3}[:=]\s?["']?(?=[A-Za-z])/gi;
/** What leaves no doubt beside these. */
const ofStatus = /status(?:[ _-]?code)?|Status|response\.code|HTTP/;

/** Whether a text of a report speaks of HTTP, and whether of amounts. */
export function topicOf(report: string): { readonly isOfHttp: boolean; readonly isOfAmounts: boolean } {
  const said = report.replace(ofTest, '');
  return { isOfHttp: ofHttp.test(said), isOfAmounts: ofAmounts.test(said) };
}

/** Whether a text of a report names a status, which leaves no doubt. */
export function namesStatus(report: string): boolean {
  return ofStatus.test(report.replace(ofTest, ''));
}
