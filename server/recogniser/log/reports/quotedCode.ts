import { wellKnownStatuses as known } from '../../wellKnownStatuses';
import type { PrintFormat } from '../printFormat';

// Lines of programs that reports of tests and traces quote: `> 9 | expect(res.status).toBe(403)`. They say what a program
// asks for, and not that it happened: hovers show it. Every repetition has an upper bound, as in `formats.ts`.

const weight = 0.6;
/** The name of a status, and what makes a number of it. The statuses of programs that ended are others. */
const name = String.raw`(?:(?:(?<![A-Za-z_])[sS]tatus|(?<=\b(?:http|response|expected|actual|api|upstream|error|err|res|resp)_)status|(?<=(?:[gG]et|[hH]ttp|[rR]esponse|[eE]xpected|[aA]ctual|[aA]pi|[eE]rror))Status)(?:Value)?|(?<!(?:exit|wait|process|job|signal|return|order|smtp|ftp|sip|modbus)_?)(?:(?<![A-Za-z])[sS]tatus|(?<=[a-z])Status)_?[cC]ode|(?<=\b(?:w|rr|rec|recorder|resp?|response|last_response)\.)[cC]ode)(?:\(\))?[?!]?(?:\.(?:value|code|as_u16|to_i|intValue)(?:\(\))?)?`;
const operator = '(?:[!=]==?|[<>]=?|-(?:eq|ne|ge|gt|le|lt))';
/** What counts something, or goes on as another number. */
const apart = String.raw`(?![\w%]|\.\d| ?(?:px|ms|rows|bytes)\b)`;
/** The registered statuses of errors. */
const registered = '(?:4(?:0\\d|1[0-8]|2[1-9]|31|51|99)|5(?:0\\d|1[01]|2[0-7]))';

/** What is asked of a database may have a status of its own. */
const ofDatabase = /\b(?:select|where|update|insert|delete)\b[^\n]{0,200} in ?\(/i;

/** What else has a status. */
const ofOthers = /\b(?:smtp|s?ftp|sip|rtsp|modbus|exit|order|job|process)\b/i;

export const quotedCode: readonly PrintFormat[] = [
  {
    name: 'status that a program compares',
    pattern: new RegExp(String.raw`${name}["'\)]? ?${operator} ?\(?(?<status>[45]\d\d)${apart}`, 'dg'),
    weight,
    needs: /[sS]tatus/,
    unless: ofOthers,
    matches: [
      '  34 |   if (err.status === 401 || err.status === 403) {',
      '        elif resp.status_code >= 500:',
      '    with raises(PierError) as e: assert e.value.status_code == 409',
      '     code:  assert conn.status == 403',
      '     `[ "$status" -eq 404 ]\' failed',
    ],
    nonMatches: [
      'if exit_status == 404',
      'while job_status != 500:',
      'if status == 404.5',
      'assert boat.statusWidth == 500',
      'assert thestatus == 500',
      'if (order_status == 404) {',
      'assert smtp.status == 421',
      'process.exitStatus == 500',
    ],
  },
  {
    name: 'status that a program compares, before its name',
    pattern: new RegExp(
      String.raw`(?<![\w.-])(?<status>[45]\d\d) ?${operator} ?(?:\(int\) ?)?(?:\$?\w{1,30}(?:\(\))?\??(?:\.|->)){0,4}\w{0,20}${name}(?!\w)`,
      'dg',
    ),
    weight,
    needs: /[sS]tatus/,
    unless: ofOthers,
    matches: [
      '        if 400 <= self.status_code < 500:',
      '    assert 404 == response.status_code',
      '   12 |   return 500 <= status && status < 600;',
    ],
    nonMatches: ['if 400 <= self.width < 500: status', 'assert 404 == exit_status', 'assert 404 == boat.statuses'],
  },
  {
    name: 'statuses in a list of a program',
    pattern: new RegExp(
      String.raw`(?<status>[45]\d\d)(?<=(?:${name}["']?\)? (?:not )?in ?|(?<!exit_?)(?:[sS]tatus|STATUS|[rR]etry(?:_?[oO]n|able)|RETRY(?:_ON|ABLE)|[eE]rror_?codes|https?_?codes)\w{0,30}(?: ?[:=] ?|["'], ?)(?:new Set\(|(?:frozen)?set\()?)[[({](?:[1-5]\d\d, ?){0,12}\d{3})(?=, ?\d|,? ?[\])}])`,
      'dg',
    ),
    weight,
    needs: /(?:[sS]tatus|STATUS|[rR]etry|RETRY|codes)[^\n]{1,60}[[({]\d{3}/,
    unless: ofDatabase,
    matches: [
      '        if resp.status_code in (429, 503):',
      '        if resp.status_code not in [200, 404]:',
      '        status_forcelist=[429, 500, 502],',
      '   31 |   const retryable = new Set([408, 429]);',
      '    @pytest.mark.parametrize("status", [400, 404])',
    ],
    nonMatches: [
      'if boat.width in (429, 503):',
      'retries = [400, 500]',
      'status_widths = max(12, 500)',
      'status: pier has (404 boats, 12 crates)',
      'status = pier[404:500]',
      'select * from piers where status in (404, 500)',
    ],
  },
  {
    name: 'statuses that clients retry, in a list',
    pattern: new RegExp(
      String.raw`(?<status>${registered})(?<=[[({](?:(?:2\d\d|30\d|${registered}), ?){0,12}\d{3})(?=(?:, ?${registered}){0,12} ?[\])}])`,
      'dg',
    ),
    weight,
    needs:
      /^(?=[^\n]{0,600}(?:429, ?50[0-3], ?50[2-4]|500, ?502, ?50[34]|502, ?503, ?504))(?=[^\n]{0,600}(?:expect|assert|retr(?:y|ies)|[cC]odes\b|[sS]tatus|\bhttp|errors?\b))/,
    // The options of a client, printed with its error.
    unless: new RegExp(`${ofDatabase.source}|"(?:statusCodes|retryableStatusCodes|statusCodesToRetry)":\\[`, 'i'),
    matches: [
      '   31 |   expect(codes).toEqual([408, 429, 500, 502, 503, 504]);',
      'for (const status of [500, 502, 503]) {',
    ],
    nonMatches: [
      '{"retry":{"limit":0,"statusCodes":[408,429,500,502,503,504]}}',
      'const sizes = [400, 500, 600];',
      'for (const status of [502, 503, 612]) {',
      'ports=[500, 502, 503]',
      'ids in (500, 502, 503)',
      'rows 429, 500, 501',
      'select * from piers where n in (429, 500, 502)',
    ],
  },
  {
    name: 'status that a test expects',
    pattern: new RegExp(
      String.raw`${name}\){0,3}(?:\.(?:not|to|be|have|deep|is|and|should|strictly|resolves)(?:\(\))?){0,4}(?:[. ](?:to|should|not_to) |\.)(?:toBe|toEqual|toStrictEqual|equals?|eql?|eq|be|isEqualTo|isEqual|shouldBe|is|isIn|isSameAs|match)[( ]\(?(?<status>[45]\d\d)${apart}`,
      'dg',
    ),
    weight,
    needs: /[sS]tatus/,
    matches: [
      '    > 14 |     expect(res.status).toBe(403);',
      '  33 |   expect(res.statusCode).to.equal(404);',
      '     Failure/Error: expect(last_response.status).to eq 410',
      '     Failure/Error: expect(response.status).to eq(403)',
      '    assertThat(response.getStatusCode().value()).isEqualTo(404);',
      '    .andExpect(status().is(404))',
      '    > 12 |   expect(response?.status()).toBe(404);',
    ],
    nonMatches: [
      'expect(boats.length).toBe(404);',
      'expect(boat.statusWidth).toBe(500);',
      'expect(exitStatus).toBe(404);',
      'expect(res.status).toBe(404.5);',
      'the status is 429 again',
    ],
  },
  {
    name: 'status that a test asserts',
    pattern: new RegExp(
      String.raw`\b(?:[aA]ssert|require|XCTAssert|should|expect)\w{0,20}(?:[.:]{1,2}\w{2,20})?!?\([^\n]{0,160}?${name}\)?, ?(?:Is\.(?:Not\.)?EqualTo\(|(?:is|equalTo|equal_to)\(){0,2}(?<status>[45]\d\d)(?=[,)])`,
      'dg',
    ),
    weight,
    needs: /(?:[sS]tatus|[cC]ode)[^\n]{0,30}, ?[\w.(]{0,20}[45]\d\d/,
    matches: [
      '    self.assertEqual(r.status, 404)',
      '    self.assertEqual(self.client.get("/piers/9").status_code, 404)',
      '    assert_eq!(resp.status(), 503);',
      '    assert.equal(res.statusCode, 404, "no pier");',
      '        require.Equal(t, rec.Code, 404)',
      'Assert.That(response.StatusCode, Is.EqualTo(404))',
      'assertThat(response.statusCode(), is(404));',
    ],
    nonMatches: [
      'self.assertEqual(boat.width, 404)',
      'self.assertEqual(exit_status, 404)',
      'print(r.status, 404)',
      'assert.Equal(t, zip.Code, 404)',
    ],
  },
  {
    name: 'status that a test asserts, before its name',
    pattern: new RegExp(
      String.raw`\b(?:[aA]ssert|require|XCTAssert)\w{0,20}(?:[.:]{1,2}\w{2,20})?!?(?:\(|(?<=_\w{2,20}) )(?:t, )?(?<status>[45]\d\d), ?[^\n]{0,120}?${name}(?!\w)`,
      'dg',
    ),
    weight,
    needs: /[45]\d\d, ?[^\n]{0,140}(?:[sS]tatus|[cC]ode)/,
    matches: [
      '    self.assertEqual(404, r.status_code)',
      '    assertEquals(404, response.statusCode());',
      '        assert.Equal(t, 404, rec.Code)',
      '     Failure/Error: assert_equal 404, last_response.status',
      '    Assert.Equal(404, (int)response.StatusCode);',
    ],
    nonMatches: [
      'assertEqual(404, boat.width)',
      "assert 404, 'no status'",
      'assertEqual(404, boat.statuses)',
      'max(404, r.status_code)',
    ],
  },
  {
    name: 'status that a call answers or expects with',
    pattern:
      /(?:\)\??\.(?:expect|reply(?:Once)?)|^\s{0,20}(?:[>➜]?\s{0,4}\d{1,6}\s?[|▕│]\s{0,20})?\.(?:expect|reply(?:Once)?)|\b(?:have_http_status|assert_response|assertStatus|assertResponseStatus|assertStatusCode|expectStatus|toHaveStatus(?:Code)?|have\.status(?:Code)?|sendStatus)|response\(conn,|\bHttp\w{0,20}(?:Error|Exception)\([^\n()]{0,80},|\.status(?=\(\d{3}\)[.;]))[( ](?<status>[45]\d\d)(?=[),]|\s{0,4}$)/dg,
    weight,
    needs: /expect|reply|[sS]tatus|assert_response|conn|Http/,
    matches: [
      "    > 21 |     await request(app).get('/piers/9').expect(404);",
      "      17 |     mock.onGet('/piers').replyOnce(503).onGet('/piers').reply(200);",
      '      22 |       .expect(404)',
      '     Failure/Error: expect(response).to have_http_status(404)',
      '  ➜  13▕     $response->assertStatus(404);',
      '     ** (ExUnit.AssertionError) assert json_response(conn, 404)',
      "  54 |     expect(f).toThrow(new HttpException('no', 403));",
      '  55 |     res.status(404).json({ ok: false });',
    ],
    nonMatches: ['expect(404).toBe(boats)', 'boats.expect(404)', 'they expect 404 boats', 'reply(404)'],
  },
  {
    name: 'status in what differs',
    pattern:
      /^\s{0,12}[-+] {1,30}["']?(?:http_?|response_?)?[sS]tatus(?:_?[cC]ode)?["']?(?: ?=>|:| =) ?(?<status>[45]\d\d)(?=,?\s{0,4}$)/dg,
    weight,
    needs: /^\s{0,12}[-+] /,
    matches: ['    -     "status": 429,', '    +     "status": 503,', "- 'status_code' => 404,", '+   status: 500,'],
    nonMatches: ['    -     "count": 429,', '    -   "width": 404,', '- status: 404 boats'],
  },
  {
    name: 'status of which the name was cut',
    pattern: /\.\.\.(?:\w{0,5}s_?[cC]ode|\w{0,4}tus)["']: (?<status>[45]\d\d)(?=[,}])/dg,
    weight: 0.9,
    matches: [
      "E       AssertionError: assert {'error': 'Su...tusCode': 422} == {'error': 'Su...tusCode': 400}",
      "E       assert {'a': 1, ...status': 404} == {'a': 1}",
    ],
    nonMatches: ["assert {'a': 'Su...width': 422}", "assert {'a': 'Su...us': 422}", "assert {'a': 'Su...tus': 4220}"],
  },
  {
    name: 'where a status comes from',
    pattern: /\bwhere (?<status>[45]\d\d) = (?:<\w{0,20}Response\b|[^\n]{0,120}\.(?:status(?:_code)?)\s{0,4}$)/dg,
    weight: 0.9,
    needs: /where [45]/,
    matches: [
      "E        +  where 418 = <Response [418 I'm a teapot]>.status_code",
      'E        +    where 503 = get().status',
    ],
    nonMatches: ['E        +  where 404 = boat.planks', 'E        +  where 500 = len(response.status)'],
  },
  {
    name: 'status and its name in .NET',
    pattern: /\bHttpStatusCode\.\w{1,40} \{value: (?<status>[45]\d\d)\}/dg,
    weight: 0.9,
    matches: ['to be HttpStatusCode.OK {value: 200}, but found HttpStatusCode.NotFound {value: 404}.'],
    nonMatches: ['to be BoatCode.Sunk {value: 404}'],
  },
  {
    name: 'property that is a status',
    pattern: /[pP]roperty(?:\(| )["']status(?:_?[cC]ode)?["'](?:, ?| of | equal to )(?<status>[45]\d\d)(?![\w.])/dg,
    weight,
    matches: [
      "expected { status: 500 } to have property 'status' equal to 404",
      "    expect(res).to.have.property('status', 404);",
      "    expect(res.body).toHaveProperty('statusCode', 422);",
    ],
    nonMatches: ["to have property 'width' equal to 404", "to have property 'status' of pier 404"],
  },
  {
    name: 'value that a test was run with',
    pattern: new RegExp(
      String.raw`(?:'/[^'\n]{0,100}', (?:\w{1,30} = [^\n,]{1,40}, )?\w{1,20}|(?:^|, )(?:status(?:_code)?|(?:expected|wanted|want)_(?:status(?:_code)?|code))) = (?<status>${known})(?=\s{0,4}$)`,
      'dg',
    ),
    weight,
    needs: / = [45]\d\d\s{0,4}$/,
    matches: ["p = '/piers/7', want = 409", 'client = <Client>, expected_status = 404'],
    nonMatches: ["p = '/piers/7', want = 409.5", 'boat = <Boat>, expected_size = 404', 'exit_status = 404'],
  },
  {
    name: 'what paths answer in the values of a test',
    pattern: new RegExp(String.raw`\(["']/[^"'\n]{0,100}["'], ?(?<status>${known})(?=[,)])`, 'dg'),
    weight,
    needs: /\bparametrize\(/,
    matches: ['@pytest.mark.parametrize("p,want",[("/pier/1",413),("/boat/1",200)])'],
    nonMatches: ['@pytest.mark.parametrize("p,want",[("pier",413)])', 'moor("/pier/1",413)'],
  },
  {
    name: 'codes that a test is run with',
    pattern: new RegExp(
      String.raw`parametrize\(["'](?:\w{1,20}, ?)?(?:expected_)?code["'], ?[[(](?:[1-5]\d\d, ?){0,12}(?<status>(?:${known}|[45]00))(?=(?:, ?[1-5]\d\d){0,12},? ?[\])])`,
      'dg',
    ),
    weight,
    needs: /\bparametrize\(/,
    matches: ["@pytest.mark.parametrize('code', [400])", "@pytest.mark.parametrize('boat, code', [200, 409])"],
    nonMatches: ["@pytest.mark.parametrize('size', [400, 409])", "@pytest.mark.parametrize('code', [7, 409])"],
  },
  {
    name: 'status of an object, in what differs',
    pattern: new RegExp(
      String.raw`^[ \t]{0,12}[-+] {1,16}["']?(?:http_?)?(?:status(?:_?code)?|code)["']?: (?<status>${known}|[45]00)(?=,?\s{0,4}$)`,
      'dgi',
    ),
    weight: 0.7,
    needs: /: [45]\d\d,?\s{0,4}$/,
    matches: ['    -   "status": 503,', '+   code: 409,'],
    nonMatches: ['    -   "size": 503,', '    "status": 503,', '- code: 409 boats'],
  },
];
