/** Words of the web in the reports of test tools, by what they are about. */

const topics: readonly RegExp[] = [
  /\bhttps?\b|https?:\/\//i,
  /(?<![a-z])api(?![a-z])/i,
  /request|requisi|petici[oó]n|requête|anfrage|запрос|запит|richiest|verzoek|forespørgsel|förfrågan|żądani|permintaan|istek|请求|リクエスト|요청/i,
  /response|respon[ds]|respuesta|resposta|réponse|antwo[or]|ответ|відповід|rispost|odpowied|odpověd|\bsvar|jawaban|yanıt|响应|レスポンス|응답/i,
  /endpoint|\broutes?\b|\brouter\b|controller|middleware/i,
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) ["'`]?(?:\/|https?:)|\.(?:get|post|put|patch|delete)\(\s?f?["'`]\//,
  /status_?code|\bstatus\b|Status/,
  /retr(?:y|ies|ied)|backoff/i,
  /\bfetch\b|axios|supertest|requests\.|httptest|Net::HTTP|HttpClient|httpx|aiohttp|\bgot\(|reqwest|MockMvc|WebClient|RestTemplate|test_client|TestClient|guzzle|urllib/,
  /webhook|\btoken\b|\bauth|unauthori[sz]ed|forbidden|rate.?limit|throttl/i,
  /not found|too many requests|bad request|internal server error|service unavailable|bad gateway|conflict\b|unprocessable/i,
  /server|gateway|proxy|upstream|servidor|serveur|serwer|sunucu|сервер|服务器|サーバ|서버/i,
  /client|\burls?\b|redirect|cookie|\bcors\b|log-?in\b|sign-?in\b/i,
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
  /(?<![a-z])(?:len|(?:length|count|size|total|sum|amount|price|balance|duration|byte|width|height|row|page|item)s?)(?![a-z])|HaveLength|(?:Length|Count|Size|Total|Sum|Amount|Price|Balance)s?(?![a-z])/;
/** How a report says that a test failed. */
const ofTest = /status["']?\s{0,3}[:=]\s?["']?(?=[A-Za-z])/gi;
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
