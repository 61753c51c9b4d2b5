import { plain } from '../names';

/**
 * What functions and methods do, by their names. A language's spelling does not matter: `have_http_status`,
 * `HaveHttpStatus` and `have-http-status` are one name.
 */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Calls that answer, expect or raise an HTTP status, besides those whose name ends like `statusCallEnd`. */
const statusCalls = words(`
  abort abortif apperrorhandler answering answeringwith respondingwith replyingwith abortunless abortwithstatus abortwithstatusjson abortwitherror aborthttp apiresponse aresponse
  assertresponse createerror errorhandler errorresponse exceptionhandler expectedstatuses fakeresponse fetcherror fromu16 htmlresponse httpresponsemessage mustrespondwith
  httpcode httperrors httpfail httpresponse httpresponsecode httpurlresponse jsonresponse logrequest makeresponse networkresponse mockresponse newhttperror plaintextresponse
  expectexceptioncode produces registererrorhandler resolveerrorhandler producesproblem producesresponsetype pushstatus redirectresponse reply replyonce replywith respond respondwith response responsestatus
  responsetemplate senderror sendresponse sendresponseonly setresponsecode status statuscode statuscoderesult statusis sendjson wpsendjson streamingresponse swaggerresponse
  webapplicationexception writehead writeheader writeheaderandentity writeheaderandjson writeheaderandxml writeerrorstring
  customabort newerrorclass wpdie
`);
const owners = 'http|api|rest|web|client|server|request|response|fetch|status|remote|upstream';
const verbs = 'write|send|respond|render|return|json|throw|raise|fail|make|create|new';
const statusCallEnd = new RegExp(
  [
    `(?:${owners})(?:error|exception|problem|fault|failure)$`,
    `(?:${verbs}|http|response|expect|assert|validate|test|confirm|must|want|require|ensure|set|with|check|mock|stub|fake|give|match|reply|have|see|verify|wait|await)\\w*(?:status(?:code)?|(?:http|response)code)(?:is|same|equals)?$`,
    '^new\\w*responder(?:orpanic)?$',
    // What a mocked server does then: `forGet('/piers').thenReply(503)`.
    '^(?:then|and|will)(?:reply|respond|answer|json|callback)(?:with|once|times)?$',
    '^new\\w*http\\w*head$',
    '^status\\w*respon(?:se|der)$|(?:send|write)responseheaders$|(?:http)?statusheader(?:desc)?$|(?:httpresponse|statusline)$',
    '(?:rest|api|json|html|error|empty)response$',
    '^(?:stub|mock|fake)\\w*(?:curl|http|response|handler|transport|interceptor)$',
    `^(?:wp)?(?:${verbs})(?:with|json|http|api)?(?:error|failure|errorresponse|errorjson|jsonerror|fail)$`,
  ].join('|'),
);

const stubs = words(`
  andreturn andreturns answer mockimplementation mockresolvedvalue mockresolvedvalueonce mockreturnvalue
  mockreturnvalueonce return returns returnsasync shouldreturn thenreturn willreturn yields
`);

/** Methods that make a stub answer with what they are given: `when(response.code()).thenReturn(404)`. */
export function isStub(name: string): boolean {
  return stubs.has(plain(name));
}

/** Whether a call of this name takes an HTTP status as an argument. */
export function isStatusCall(name: string, isMethod = false): boolean {
  const text = plain(name);
  // Grape: `error!('Members only', 403)`
  if (name === 'error!') {
    return true;
  }
  // Rails and Sinatra: `head 404`, `halt 404`; a data frame has a method of that name.
  if (text === 'head' || text === 'halt') {
    return !isMethod;
  }
  return statusCalls.has(text) || statusCallEnd.test(text);
}

/** Methods that take a status only on the object that answers a request, by the plain names of that object. */
const statusMethods: readonly (readonly [objects: ReadonlySet<string>, methods: ReadonlySet<string>])[] = [
  [
    words('c ctx context koa this'),
    words(`
      abort asciijson attachment blob body code data error fail html indentedjson json jsonblob jsonp jsonpretty newerror nocontent
      problem protobuf purejson render response securejson stream toml
      sendstatus status string text throw xml xmlblob xmlpretty yaml
    `),
  ],
  [
    words('res resp response responses reply rw w web httpresponse'),
    words('builder code empty error html json jsonp make nocontent push raw send status type view'),
  ],
  [words('ctx context koa'), words('assert')],
  [words('app flight f3'), words('halt error')],
  [words('http'), words('error response')],
  [words('fiber'), words('newerror')],
  [words('app router javalin'), words('error')],
  [words('error errorresponse apierror errordto errorbody problem'), words('code setcode seterrorcode')],
  [words('results connexion'), words('problem statuscode')],
  [words('r request req env routing'), words('halt error')],
];

/** `c.JSON(404, …)`, `ctx.throw(404)`, `http.Error(w, text, 404)`. */
export function isStatusMethod(object: string, method: string): boolean {
  return statusMethods.some(([objects, methods]) => objects.has(plain(object)) && methods.has(plain(method)));
}

/** Words with which tests and assertions begin before they say what is tested. */
const beforeComparison =
  /^(?:xct|assert|refute|should|must|expect|check|require|that|not|are|is|be|to|in|deep|strict|loose|same|exactly|any)/;
const comparisons = words(`
  and any arraysearch be belongs between binarysearch contain contains count containsany containskey containsvalue cover endswith
  eq eql equal equals equalto equalvalues equivalentto exist exists find has have in inarray startwith endwith include includes including indexof inrange
  intersect intersection intersects isdisjoint issubset issuperset
  is isequal isequalto isin match member memberp ne none oneof pregmatch same sameas search should some startswith
  anycall becalledwith calledoncewith calledoncewithexactly calledwith calledwithexactly calledwithmatch alwayscalledwith
  nthcalledwith havebeennthcalledwith havebeencalledoncewith havebeencalledwith havebeenlastcalledwith lastcalledwith
  greater greaterorequal less lessorequal matches matchstring
  greaterthan greaterthanorequal greaterthanorequalto lessthan lessthanorequal lessthanorequalto
  containsubstring diff equalerror errorcontains errormatches hasprefix hassuffix matcherror numerically
  strcontains stripos strpos strstr subset test tobe value valuesmatch within
`);

/** Whether a call tests what is thrown: `toThrow`, `pytest.raises`, `assertRaisesRegex`. */
export function isTestOfThrown(name: string): boolean {
  return thrown.test(name);
}

const thrown =
  /^(?:to|assert|expect|should)?_?(?:be_?)?(?:throws?|thrown|rais(?:e|es|ing)|reject(?:s|ed)?)_?(?:error|errors|regexp?|with|with_?message)?$|^(?:should_?)?(?:has|have|with)_?(?:error_?)?message(?:_?(?:containing|matching|starting|ending)\w{0,6})?$/i;

/** Tests of equality and of membership, in any library. */
export function isComparison(name: string): boolean {
  for (let text = plain(name); text !== '';) {
    // Go's testify has each twice: `Equalf` takes a format, too.
    if (comparisons.has(text) || comparisons.has(text.replace(/f$/, ''))) {
      return true;
    }
    // `assertNotEquals`, `toStrictEqual`: one word after the other is taken off.
    const rest = text.replace(beforeComparison, '');
    text = rest === text ? '' : rest;
  }
  return false;
}

/** Tests whose other argument is a range. */
export function isRangeTest(name: string): boolean {
  return /between|cover|within|range|greater|less|above|below|atleast|atmost|gte|lte|gt$|lt$/.test(plain(name));
}

const lookups = words(`
  add arraykeyexists at contains containskey dig entry exists fetch get getordefault getorelse getvalueordefault has haskey
  include includes insert isset key keyexists put putifabsent remove set tryadd trygetvalue
`);

/** Reads and writes of a map: the first argument is one of its keys. */
export function isLookup(name: string): boolean {
  return lookups.has(plain(name));
}

const conversions = words(`
  asciistring asconst asint aslist asreadonly asref asstr asstring asu16 await boxed call clone coalesce deep dumps entries entry err
  double first float float32 float64 format freeze from fromiter have i32 int int32 int64 integer into intvalue isnot iter itoa jsonstringify last
  listof literal long lower name not num number ok parseint readonly rejects repr resolve resolves should some str strconvatoi
  stream string stringify strip text that to toi toint tolist tolower tolowercase toowned tos toset tostring toarray
  tofrozenset toupper touppercase trim short uint uint16 uint32 uint64 u16 unwrap unwrapor unwrapordefault upper value valueof valueraw values
  self its be been atoi getint32 getint64 getint getasint getasstring getstring textvalue astext
  array btreemap btreeset collect copied cloned intoiter tovec copyof dict dictionary frozenset hashmap hashset immutablelist immutablemap immutableset
  intarrayof arrayof hashsetof mutablesetof mutablelistof linkedsetof hashmapof mutablemapof linkedmapof
  linkedhashmap list map mapof newmap newset of ofentries set sethashset setof sortedset treemap tuple unmodifiablelist
  choice sorted union
  unmodifiablemap unmodifiableset
`);

/** Calls and methods that give their argument or object in another form: `int(x)`, `x.to_i`, `new Set(list)`. */
export function isConversion(name: string): boolean {
  const text = plain(name);
  return conversions.has(text) || toNumber.test(text);
}

/** A program's own of the kind: `safeParseInt`, `tryParseNumber`, `convert_to_int`. */
const toNumber =
  /^(?:safe|try|strict|my)?(?:parse|convertto|to|as|cast(?:to)?)(?:int|integer|num|number)(?:safe|or(?:null|none|nil|default|zero))?$/;

const expectations = words(`
  assert assertthat assertthatcode check consistently eventually expect expectthat its jsonpath let property require should that verify
`);

/** Calls that name what is tested: `expect(status).toBe(429)`. */
export function isExpectation(name: string): boolean {
  // minitest: `_(status).must_equal 404`
  return name === '_' || expectations.has(plain(name));
}
