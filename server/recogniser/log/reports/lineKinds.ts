/**
 * What the lines of a test tool's report are, by how they begin: the title of a test, quoted code, what was compared, a line
 * of a report that reads like a document, or any other that no logger writes. The title of a test that passed is `passed`.
 */
export type LineKind = 'title' | 'passed' | 'code' | 'compared' | 'document' | 'other';

const title = new RegExp(
  [
    String.raw`^\s{0,40}(?:[│┊|] {0,4})?(?:[✓✔√✕✗✘×✖⨯↳❯] {1,3}(?:\d{1,4} {1,3}\S{0,80} › )?(?!\d[\d.,]* {0,3}(?:\/|$))\S`,
    String.raw`● \S|not ok \d{1,5}(?: -)? |ok \d{1,5} (?=\S)|# Subtest: |--- (?:FAIL|PASS|SKIP): |=== (?:RUN|CONT|NAME) {1,3}|_{3,} \S{1,200} _{3,}`,
    String.raw`(?:FAIL|ERROR|PASS): {1,2}test|(?:FAILED|PASSED|ERROR) {1,3}[^\s:]{1,200}::|[^\s:]{1,200}::\S[^\n]{0,200} (?:PASSED|FAILED|ERROR)\b|test_?\w{1,100}(?: \([\w.]{1,200}\))? \.\.\. |test \S{1,200} \.\.\. |tests?::\S{1,200}(?: ---|$)|---- \S{1,200} stdout`,
    String.raw`test\w{1,100} \([\w.]{1,200}\)$|\d{1,3}[).] \S|rspec \.?\/?\S{1,200}:\d{1,6} {1,4}# |JUnit \w{1,20}:|(?:[│┊|] {0,8}){0,6}[├└]─ |FAIL {1,3}(?:\S{1,200} > |"|[^\n"]{1,100} {2}")|(?:FAIL|PASS|OK|NOK|FAILED|PASSED):? (?:GET|POST|PUT|PATCH|DELETE|HEAD) |[\w:]{1,80}#test_[^\n[=]{1,200} (?:\[|= \d)|thread '\S{1,200}' (?:\(\d{1,9}\) )?panicked|(?:Started|Finished): {2,8}\S[^\n]{0,300} \(\[engine:|\[\d{1,4}\/\d{1,4}\] \S{1,200}:\d{1,6}:\d{1,6} › |# {1,4}Failed test |\S{1,200}:\d{1,6}:\d{1,6} › )`,
    String.raw`^[^\n]{1,300} (?:\(FAILED - \d{1,4}\)|--- FAILED|\((?:PENDING|SKIPPED)[^\n]{0,200}\)|\.\.\. (?:FAIL|ERROR|ok))\s{0,4}$`,
  ].join('|'),
  'u',
);
/** The title of a test that passed. */
const passed =
  /^\s{0,40}(?:[│┊|] {0,4})?(?:[✓✔√]|ok \d|--- PASS|PASS|# Subtest: |=== |(?:Started|Finished): )|(?:\.\.\. ok| PASSED\b[^\n]{0,40}| ✔| = [\d.]{1,9} s = \.)\s*$/;
/** How many tests there were, and the rows of tables. */
const summary =
  /^# (?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) |│[^│]*│[^│]*│|^\s*(?:Tests?|Test Files|Test Suites):/;
const code =
  /^\s{0,12}(?:> {0,4}\d{1,6} {0,3}[|▕│]|\d{1,6} {0,3}[|▕│]|>(?: {3,}| {1,3}(?:def|assert|self)\b)|\d{1,6}: {1,3}\S|Failure\/Error: |@pytest\.mark|(?:await )?expect\(|(?:self\.)?assert\w{0,30}\()/;
const compared =
  /^[\s#|├┊│]{0,40}(?:E {2,12}\S|(?=[^\n]{0,80}: Expected \S{1,8} to )|(?:[Ee]xpected|[Aa]ctual|[Rr]eceived|[Gg]ot|[Ww]ant(?:ed)?|[Ll]eft|[Rr]ight|Messages?|Error|Expected value|Received array|to equal|[aA]ctual {0,3})\b {0,4}:? |(?:=> )?(?:[\w$.]{1,80}\.)?AssertionError|(?:=> )?(?:[\w$.]{1,80}\.)?AssertionFailedError|[1-5]\d\d [!=]==? [1-5]\d\d\s*$|\[?(?:Assertion)?(?:Failed)?Error\b|assert|Failed asserting|[-+] {0,16}["'[{]{0,2}[\w./ ]{0,60}["']? ?(?:: |=> |,|\]|[45]\d\d)|[\w./-]{1,100}\.\w{1,6}:\d{1,6}: |(?:\d{1,3}: )?["']?[45]\d\d["']?,?\s{0,4}$|doesn't match|panic|(?:--|\+\+|··)[·\d"'{[]|[-+] {1,4}['"][^'"\n]{1,100}['"],?\s*$|\{["'][^\n]{1,80}["']: [1-5]\d\d\} != \{|called \`Result|\$(?:got|expected)->|'[45]\d\d'$|`\[|["']\w{1,40}(?:Error|Exception)["']: ?[45]\d\d,?\s*$|[45]\d\d (?:must|should|shall|may|can|is|was|does|did|never)\b)/;
/** A line of words below others, as reports have that read like a document. */
const document =
  /^ {2,16}(?=\S* )(?:\p{Ll}[\p{L}\d]*[ ,]|[45]\d\d,? (?=\p{L}))[^\n=;]{3,160}$|^ {4,16}\p{L}[^\n=;]{3,160}:$/u;
/** How a line begins that a logger writes, or a server: with a time, an address, how bad it is. */
const logged =
  /^\[?\d{1,4}[-/:.]\d\d|^\[|^\d{1,3}(?:\.\d{1,3}){3}\b|^(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b|^\S{1,30} +\| |^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:|\[\d\d\/|^\{|^[<>*] |^"|^\$ /;

/** @param line without its colours */
export function kindOf(line: string): LineKind | undefined {
  if (summary.test(line)) {
    return undefined;
  }
  if (title.test(line)) {
    return passed.test(line) ? 'passed' : 'title';
  }
  if (code.test(line)) {
    return 'code';
  }
  if (compared.test(line)) {
    return 'compared';
  }
  if (document.test(line)) {
    return 'document';
  }
  return logged.test(line) ? undefined : 'other';
}
