/**
 * Names in programs that tell what a value is. A language's spelling does not matter: `status_code`, `statusCode` and
 * `StatusCode` are one name.
 */

const statusName =
  /(?:^|http|https|response|resp|res|reply|upstream|error|err|last|expected|actual|api|final|raw|retry(?:able|on|ed)?|transient|permanent|fatal|bad|default|original|server|client|remote|mock|fake)(?:status|statuses|statuscode|statuscodes|httpcode|httpcodes|httpstatus|responsecode|httpresponsecode|statuscodevalue|codes)$/;
const codeName = /^(?:http|response|resp|error|err|api|twitter|x|vendor|problem|last|expected|actual|inner)*codes?$/;
const forcelist =
  /^(?:status)?forcelist$|^retry(?:on)?(?:status(?:es|codes?)?|codes?|httpcodes)$|^(?:acceptable|allowed|expected|valid|failure|unretryable|nonretryable)?status(?:es|codes?)$/;

function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/** Whether a value of this name is an HTTP status or a list of them. */
export function isStatusName(name: string): boolean {
  const text = plain(name);
  return (
    statusName.test(text) ||
    forcelist.test(text) ||
    /status(?:code)?s?$/.test(text.replace(/^(?:exit|process|order|job|task|payment|user|marital).*/, ''))
  );
}

/** Whether a value of this name is an error's code, of a vendor or of HTTP. */
export function isCodeName(name: string): boolean {
  return codeName.test(plain(name));
}

/** Whether a value of this name says which error it is, as a word. */
export function isErrorName(name: string): boolean {
  return isCodeName(name) || /(?:error|err|type|reason|slug|problem|errortype|kind|errorname)$/.test(plain(name));
}

/** Whether a list or helper of this name holds the codes that only vendors give. */
export function isVendorCodeName(name: string): boolean {
  return /^(?:api|twitter)codes?$|^haserrorcode$|^twittererrorcodes?$/.test(plain(name));
}

/** Calls whose first argument is the HTTP status that they answer or expect. */
const statusCalls = new Set([
  'status', 'sendstatus', 'writehead', 'setstatus', 'withstatus', 'abort', 'reply', 'respond', 'replywith', 'respondwith',
  'httpexception', 'httperror', 'createerror', 'createhttperror', 'apierror', 'responseerror', 'fetcherror', 'assertstatus',
  'expectstatus', 'setstatuscode', 'httpresponse', 'jsonresponse', 'responsestatus', 'sendresponse', 'senderror',
  'throwhttperror', 'mockstatus', 'makeresponse', 'fakeresponse', 'mockresponse', 'statuscode',
]); // prettier-ignore

/** Whether a call of this name takes an HTTP status as an argument. */
export function isStatusCall(name: string): boolean {
  return statusCalls.has(plain(name)) || /(?:http|api)(?:error|exception)$/.test(plain(name));
}
