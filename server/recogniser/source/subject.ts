import type { Whole } from './sourceFile';
import { tellingStatuses } from './tellingStatuses';
import { fewestTopics, topicsOfWeb } from './topicsOfWeb';

/** What a document is about, told by words that stand anywhere in it. */

/** What a text says that is about HTTP. */
const httpWords =
  /https?:|\bhttp|HTTP|Http|[sS]tatus_?[cC]ode|STATUS_?CODE|\bgoogleapi\b|\b(?:rec|recorder|rr|w)\.Code\b|\breqwest\b|\bureq\b|[rR]esponse|\b[rR]equest|\baxios|\bokhttp|\bretrofit|(?<![\w.])fetch\b|\b(?:window|globalThis|self)\.fetch\b|\bREQUEST_METHOD\b|\bapi\b|\bAPI\b|Api[A-Z]|curl|\bget_headers\b|\bActionController\b|\bActionDispatch\b|\bApplicationController\b|\bREST\b|\bRest(?:Client|Method)\b|WebRequest\b|\bClientException\b|\b[fF]araday\b|\b[tT]yphoeus\b|\b[eE]xcon\b|\bGuzzle|\burllib|\b(?:retry|RETRYABLE)|\(req, ?res\b|\bres\.(?:json|jsonp|status|sendStatus)\(|\bAlamofire|\bURLSession|\bVapor\b|\b[sS]inatra\b|\bRack::|\bGrape::|\b[fF]lask(?:\b|_)|\bfastapi\b|\baxum\b|\bactix_web\b|\brescue_responses\b|\.test\(\.(?:GET|POST|PUT|PATCH|DELETE)\b/;
/** What answers with a status or asks for it: tests, mocks and frameworks. */
const statusesOfWeb = new RegExp(
  [
    // Handlers: of Sinatra and Roda, Gin, Hono, and of a program's own that are named after what they give
    String.raw`\bhalt [1-5]\d\d\b|\bgin\.H\b|\bc\.(?:JSON|String|HTML|XML|Status|AbortWithStatus\w*)\([1-5]\d\d\b|\bc\.req\.(?:param|query|json|header)\(`,
    String.raw`\b(?:http_?)?[sS]tatus_?(?:[cC]ode_?)?(?:[fF]or|[fF]rom|[oO]f)(?:_?(?:[eE]rr|[eE]xc)|\((?:e|err|error|exc|exception)\b)`,
    String.raw`<\w*(?:Error|NotFound)\w*\s[^<>]{0,120}?\b(?:status|statusCode|code)=\{[45]\d\d\}`,
    // Clients; without an answer curl prints 000
    String.raw`\bmatch \w{0,20}resp(?:onse)?\.(?:code|status)\b|\b(?:r|xhr)\.status ?[!=]==? ?[1-5]\d\d\b`,
    // Laravel
    String.raw`\babort(?:\(|_(?:if|unless)\([^\n]{1,80}, ?)(?:40[0-9]|41[0-9]|422|429|50[0-4])(?:, ?(?:__\()?["']|\);)`,
    String.raw`\b000\|[1-5]\d\d|[1-5]\d\d\|000\b|(?:code|status|CODE|STATUS)\}?"?\]? ?={1,2} ?["']?000\b`,
    // Tests and mocks
    String.raw`\bexpect\(response\.(?:status|code)\)|\b(?:rec|recorder|rr|w)\.Code [!=]= [1-5]\d\d\b|\bassertStatus\(|\bstatus\(\)\.is`,
    String.raw`\baResponse\(\)|\.(?:withStatus|setStatus)\([1-5]\d\d\)|\.with_status\(|\b[wW]ire[mM]ock\b|\b[mM]ockWebServer\b|\bMock(?:Mvc|Adapter|Response)\b|\b(?:mockMvc|mvc\.perform)\b|\bWebTestClient\b`,
    String.raw`\bnock\(|\bmsw\b|\bsupertest\b|\bstub_request\b|\b(?:respx|aioresponses|requests_mock|httpretty)\b|\bcy\.(?:intercept|request)\(|\bpage\.route\(`,
  ].join('|'),
);
/** Servers and frameworks of the web that a program in JavaScript imports. */
const webFrameworks =
  /(?:\bfrom|\brequire\(|\bimport) ?['"](?:@?(?:koa|hono|express|fastify|restify|h3|nitropack|nuxt|elysia|polka|oak|itty-router|feathersjs|nestjs|sveltejs\/kit|remix-run|(?:react|vue)-router(?:-dom|-native)?|wouter|hapi|adonisjs|loopback|trpc|astro|next)(?:\/[\w./-]*)?)['"]/;
/** What only programs say that speak a protocol whose replies have numbers like those of HTTP: its commands and libraries. */
const replyWords =
  /\bsmtplib\b|\bnodemailer\b|\bPHPMailer\b|\bMailKit\b|\b(?:javax|jakarta)\.mail\b|\bnet\/smtp\b|\bS[mM][tT][pP](?=[A-Z_]\w)|\bEHLO\b|\bESMTP\b|\bftplib\b|\bFTP(?=[A-Z_]\w)|(?:\bfrom|\brequire\() ?["'](?:[\w@./-]{0,40}[/-])?s?ftp(?:[-/][\w/-]{0,40})?["']|\b[45](?:5\d|00)[^\w\n]{1,8}[\"'`][45]\.[0-7]\.\d{1,2}[\"'`]|\b[45]5\d [45]\.[0-7]\.\d{1,2}\b|\bEnhanced_?Status_?Code|\bEAUTH\b|\bftp_(?:command|server|session|node|reply)|\bRequested (?:mail )?action (?:aborted|not taken)\b|\b(?:case|when) 55[0-4]\b|\bresponseCode\s?===?\s?5[35]\d\b|\.[rR]eply\((?:53|[45]5)\d\b|\bPASV\b|\bNNTP|\bPRIVMSG\b|\brpl_[a-z]|\bRPL_[A-Z]/;
/** SIP calls the numbers of its replies status codes, too. Others have constants that begin with these letters. */
const sipWords =
  /\b(?:Js|PJ)SIP(?=\b|[A-Z_])|\bSIP(?:\/2|_?(?:S(?:TATUS|tatus)|R(?:ESP|esp|EQ|eq|EG|eg)|U(?:R[IL]|r[il]|SER|ser)|M(?:SG|ESS|ess|ETHOD|ethod)|C(?:ODE|ode|ALL|all|LIENT|lient)|SESSION|Session|ACCOUNT|Account|PROXY|Proxy|TRUNK|Trunk|INVITE|Invite))|\bsips?:|(?<![A-Za-z])sip_[a-z]|\bB(?:usy[_ ]?Here|USY_HERE)\b|\bTooManyHops\b|\bNotAcceptableHere\b|(?:\bcase |[sS]tatus_?[cC]ode\s?===?\s?)(?:48[67]|603)\b|[sS]tatus_?[cC]ode\s?<\s?700\b|\breply(?:Stateless\b|_sl\()|\bre-INVITE\b|\bCSeq\b|\bRTSP\/1\.0\b/;
/** The names of such protocols, which others only list. */
const replyNames = /\bSMTP\b|\bS?FTP\b|\bIRC\b|\bAMQP|\bSIP\b/;
/** What speaks of interfaces of the web beside such names. */
const interfaceWords =
  /\bHTTPS?\b|\bAPIs?\b|\bapi\b|[rR]est[A-Z]\w|\b[rR]esp(?:onse)?(?:\.(?:status\b|ok\b|json\b|get\()|\[)|\b[wW]ebhook|\burls?\b|\bURLs?\b/;
/** What only a text says that is about HTTP itself: a client, a library, a header of an answer. */
const httpItself =
  /\bHTTP(?:\/\d|(?=[A-Z_]\w))|\b[hH]ttps?(?=[A-Z_]\w)|\bhttp[sx]?(?=\.\w|::|["'`])|\bnet\/http\b|\brequests\.(?:get|post|put|patch|delete|request|Session|exceptions)\b|\bimport requests\b|\bfetch\(|\b(?:axios|urllib[23]?|aiohttp|reqwest|hyper|ureq|okhttp3?|retrofit2?|curl|Guzzle|Faraday|URLSession|Alamofire|XMLHttpRequest)\b|\b(?:\w+_)?REST_[A-Z]|\bRESTful\b|\bREST API\b|(?<![a-z])Rest(?:[A-Z][a-z]+)+\b/;
/** What only a program says that answers requests itself: one that sends a mail when a form is posted speaks of both. */
const answersRequests =
  /\bres\.(?:status|sendStatus|writeHead)\(|\breq(?:uest)?\.method\b(?=[^\n]{0,12}["'](?:GET|POST|PUT|PATCH|DELETE|HEAD)\b)|\bswitch ?\(req(?:uest)?\.method\)|\bNext(?:Response|Request|ApiRequest)\b|\bnew Response\(|\bResponse\.json\(|\bhttp_response_code\(|\bfrom (?:flask|fastapi|django[\w.]*|starlette[\w.]*|sanic|bottle|aiohttp) import\b|@(?:app|router|api|bp|blueprint)\.(?:route|get|post|put|patch|delete)\(|@(?:Rest)?Controller\b|@(?:Get|Post|Put|Patch|Delete)Mapping\b|\bControllerBase\b|\bgin\.Context\b|\becho\.Context\b|\b(?:app|router)\.(?:post|get|put|patch|delete)\(\s?["'`]\/|\bwp_send_json|\brender json:/;
/** What only a survey among people says. */
const surveyWords = /\b[sS]urvey|(?<![a-z])Survey[A-Z]|\b[qQ]uestionnaire|\b[rR]espondents?\b|\b[iI]nterviewe[er]s?\b/;
/** What only an answer of HTTP has; and with a number that no reply of such a protocol has. */
const statusOfAnswer =
  /\.status_?[cC]ode\b|\.status\s?[!=]==?\s?(?:40[0-9]|41[0-8]|422|429)\b|\bstatusCode["']?:\s?["']?(?:40[0-9]|41[0-8]|422|429)\b/;
const grpcWords = /\bopencensus\b|\bgrpc\b|\btonic::|\bGrpc\.|\bio\.grpc\b|\bgrpc-js\b/;

/** What a program that has to do with the web says somewhere: the words for a status alone are those of games and looms, too. */
const webWords = new RegExp(
  [
    String.raw`https?(?:\b|_)|HTTP|Http(?:[A-Z_]|\b)|[a-z_]http|\b[uU]r[lL]s?\b|[uU]rl(?=[A-Z_s]|\b)|UR[IL]|\b[uU]ri\b|\bapi\b|Api(?=[A-Z]|\b)|API`,
    String.raw`(?<![\w.])fetch\b|\b(?:axios|koa|hono|flask(?:_[a-z]+)?|bottle|sanic|starlette|fastapi|django|rails|sinatra|axum|actix|warp|rocket|tide|poem)\b`,
    String.raw`express|fastify|octokit|\bREST\b|RestMethod|curl|wget|[wW]eb|Res(?:ponse)?Entity|\b(?:nock|vcr)\b`,
    String.raw`[rR]equest|REQUEST|[eE]ndpoint|[hH]eaders?\b|HEADER|[rR]etr(?:y(?=[A-Za-z_(])|ies|iable)|RETR|[bB]ack_?[oO]ff`,
    String.raw`[rR]ate_?[lL]imit|[tT]hrottl|[uU]nauthor|[fF]orbidden|FORBIDDEN|[nN]ot_?[fF]ound|NOT_FOUND|[tT]oo_?[mM]any|[sS]ervice_?[uU]navailable`,
    // What serves pages: WordPress and PHP, Rails, Spring, ASP.NET and Ktor
    String.raw`\bwp_(?:send_json|die|remote|redirect|verify_nonce)|\$_(?:POST|GET|SERVER|COOKIE|FILES)\b|\b(?:before_action|redirect_to|render_to_string)\b|\brender[ (](?:json|status|plain|xml):|@(?:Get|Post|Put|Patch|Delete)Mapping\b|\bI?ActionResult\b|\bcall\.respond|\bresponse\(\)->(?:json|make|view)\(`,
    // `res.status === 429`, `reject({ response: { status: 401 } })`, `caught.status === 404`
    String.raw`\b[rR]es(?:p|ponse)?\??\.status(?:Code)?\s?[!=]==\s?[1-5]\d\d\b|\b[rR]esponse:\s?\{[^{}]{0,80}\bstatus:\s?[45]\d\d\b|\bok:\s?(?:false|true),\s{1,20}status:\s?[1-5]\d\d\b|\b(?:caught|failure|fault|reason|cause|problem)\??\.status\s?[!=]==\s?[45]\d\d\b`,
    String.raw`(?:\b|[a-z])[rR]es(?:p|ponse)?\)?(?:[?!]{0,2}\.(?:status\(|code\(\)|isSuccessful\b|(?:json|send|writeHead)\b)|\?\.status\b)|\bas Response\b`,
    // An error that is given a status, or asked for it.
    String.raw`\bnew \w*Error\([^;{}]{0,200}[;\n]\s{0,40}(?:\w{1,40}\.\w{1,40} ?= ?[^;\n]{1,60}[;\n]\s{0,40})?\w{1,40}\.status(?:Code)? ?= ?[45]\d\d\b|\binstanceof \w*Error && \w{1,40}\.status\b`,
    // A class of errors that have a status.
    String.raw`\bextends \w{0,40}Error\b[^]{0,300}?\bthis\.status(?:Code)? ?= ?[45]\d\d\b|\bclass \w{1,40}\([\w.]{0,40}(?:Error|Exception)\):[^]{0,200}?\bstatus = [45]\d\d\b`,
    // `Promise.reject({ status: 401 })`, `new AppError('No such boat', { status: 404 })`, `getErrStatus(e)`
    String.raw`\b(?:reject|throw|\w*Error)\b[^;\n]{0,120}\{[^{};]{0,80}\bstatus:\s?[45]\d\d\b|(?:get|of|parse)_?[eE]rr(?:or)?_?(?:[sS]tatus|[cC]ode)\b`,
    String.raw`\b(?:e|\w{0,30}[eE]rr(?:or)?|ex|exc|exception)(?:_\d+)?\??\.(?:status|response)\b|\bResponse\.(?:Success|Failure|Error)\b`,
    String.raw`[rR]out(?:e|er)s?\b|[mM]iddleware|[gG]ateway|GATEWAY|[wW]ebhook|[oO][aA]uth|[tT]witter|TWITTER|[tT]weet|TWEET|xquik|postpeer|[sS]tatus_?[cC]ode|STATUS_?CODE|[rR]esponse_?[cC]ode|RESPONSE_?CODE|[cC]ontroller|[uU]pstream`,
    String.raw`\bnew Response\([^;{}]{0,200}\{\s{0,20}status:\s?[1-5]\d\d\b|[oO]pen_?[aA][pP][iI]|[sS]wagger|[jJ](?:son|SON)[:_]?[aA][pP][iI]|\b(?:add|Add|set|Set|new|New)Response\b`,
    String.raw`\b(?:res|resp|ctx)\.status\b|\bctx\.(?:status|body)\b|\brest\.(?:get|post|put|patch|delete)\(|\bpathParameters\b|\b[rR]espond\w{0,20}\([1-5]\d\d\b|\bobjectContaining\(\{ ?status:|\bw\.Write\w*\(|\b\w*[wW]riteJSON\(w,|(?<![\w-])STATUS["}]{0,2} -(?:[lg][et]|eq|ne) ["']?[1-5]\d\d\b|\.code\(\)|statusText|\burl(?:lib|parse|open|encode|decode)|\b[wW][sS][gG][iI]|\b(?:Web)?DAV(?=[:_])|\b(?:reject|createError|Error)\(\{\s{0,40}status(?:Code)?:|\breact-query\b|\b(?:use(?:Query|Mutation|SWR|Catch|RouteError)|QueryClient)\b`,
  ].join('|'),
);
/** Of a shorter text not even that can be asked. */
const longText = /[^]{600}/;

/** What a document is about. Every answer is asked for once. */
export class Subject {
  #speaksHttp: boolean | undefined;
  #speaksGrpc: boolean | undefined;
  #isAboutWeb: boolean | undefined;
  #speaksReplies: boolean | undefined;

  /** @param isOfSystem whether the document names the system of a catalog */
  constructor(
    private readonly whole: Whole,
    private readonly isOfSystem: boolean,
  ) {}

  /** Whether the text is about HTTP at all: only then is a bare `code` the code of an answer. */
  get speaksHttp(): boolean {
    return (this.#speaksHttp ??=
      this.isOfSystem ||
      this.whole.says(httpWords) ||
      this.whole.says(statusesOfWeb) ||
      this.whole.says(webFrameworks) ||
      this.#tellsStatuses() ||
      this.#hasTopicsOfWeb());
  }

  /** Whether the text may have to do with the web: only then is a bare `status` that of an answer. */
  get isAboutWeb(): boolean {
    return (this.#isAboutWeb ??=
      this.isOfSystem ||
      ((this.whole.says(webWords) ||
        this.whole.says(statusesOfWeb) ||
        this.#tellsStatuses() ||
        this.#hasTopicsOfWeb()) &&
        !this.#isAboutPeople()) ||
      !this.whole.says(longText));
  }

  #tellsStatuses(): boolean {
    return tellingStatuses.some((sign) => this.whole.says(sign));
  }

  #hasTopicsOfWeb(): boolean {
    let left = fewestTopics;
    return topicsOfWeb.some((topic) => this.whole.says(topic) && --left === 0);
  }

  /** Surveys have responses with codes, and their own statuses. */
  #isAboutPeople(): boolean {
    const { whole } = this;
    return whole.says(surveyWords) && !whole.says(interfaceWords) && !this.#servesWeb();
  }

  /** Whether the text itself asks or answers over HTTP, whatever else it does. */
  #servesWeb(): boolean {
    return [httpItself, webFrameworks, answersRequests, statusesOfWeb].some((sign) => this.whole.says(sign));
  }

  /** Whether the text uses gRPC, whose codes are named like the statuses of HTTP. */
  get speaksGrpc(): boolean {
    return (this.#speaksGrpc ??= this.whole.says(grpcWords));
  }

  /** Whether the text speaks a protocol with replies of its own, such as SMTP and FTP, and not HTTP. */
  get speaksReplies(): boolean {
    return (this.#speaksReplies ??= !this.isOfSystem && this.#saysReplies() && !this.#servesWeb());
  }

  #saysReplies(): boolean {
    const { whole } = this;
    const isOfAnswer = whole.says(statusOfAnswer);
    return (
      whole.says(sipWords) ||
      (whole.says(replyWords) && !isOfAnswer) ||
      (whole.says(replyNames) && (!isOfAnswer || whole.says(/\bSIP\b/)) && !whole.says(interfaceWords))
    );
  }
}
