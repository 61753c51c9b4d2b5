import type { SourceRule } from './sourceRule';

export const testCases: SourceRule = {
  name: 'case of a test',
  says: 'What a test is run for, from a list, a table, an annotation or a function that gives the cases: the parameter tells.',
  matches: [
    [
      'go',
      'package a\nimport "net/http/httptest"\nfunc TestPier(t *testing.T) {\n\trecorder := httptest.NewRecorder()\n\tif recorder.Code != 404 {\n\t\tt.Fail()\n\t}\n\texpect(t, recorder.Code, 500)\n\tif IsInvalidStatusCode(err, 409) {\n\t\treturn\n\t}\n}',
      ['http/404', 'http/500', 'http/409'],
    ],
    [
      'typescript',
      "import { Client } from './client';\nit.each([[404, 'NotFound'], [429, 'RateLimit']])('%i', (status, name) => {});\nit.each([['busy', 503]])('%s', (name, statusCode) => {});",
      ['http/404', 'http/429', 'http/503'],
    ],
    [
      'typescript',
      "const table: [number, boolean][] = [[429, true]];\ntest.each(table)('%d', (status, again) => {});\nit.each`\n  status | again\n  ${408} | ${true}\n`('$status', ({ status, again }) => {});",
      ['http/429', 'http/408'],
    ],
    [
      'python',
      'import pytest\n@pytest.mark.parametrize(("status", "again"), [(429, True), pytest.param(503, True, id="busy")])\ndef test(status, again): pass\n@pytest.mark.parametrize(argnames="status", argvalues=[404])\ndef test_b(status): pass\n',
      ['http/429', 'http/503', 'http/404'],
    ],
    [
      'python',
      'import pytest\n@pytest.fixture(params=[502, 504])\ndef failing_status(request): return request.param\n@parameterized.expand([("missing", 404)])\ndef test(self, name, status_code): pass\n',
      ['http/502', 'http/504', 'http/404'],
    ],
    [
      'java',
      'class A { @ParameterizedTest @CsvSource({"429, true", "missing, 404"}) void f(int status, boolean b) {}\n@ParameterizedTest @CsvSource(value = {"missing, 410"}) void g(String name, int statusCode) {}\n@ParameterizedTest @ValueSource(ints = {400}) void h(int status) {} }',
      ['http/429', 'http/410', 'http/400'],
    ],
    [
      'java',
      'class A { @ParameterizedTest @MethodSource("failures") void f(int statusCode, Class<?> type) {}\nstatic Stream<Arguments> failures() { return Stream.of(Arguments.of(409, A.class), arguments(422, B.class)); }\n@ParameterizedTest @MethodSource void again(int status) {}\nstatic IntStream again() { return IntStream.of(429, 503); } }',
      ['http/409', 'http/422', 'http/429', 'http/503'],
    ],
    [
      'csharp',
      'class A { [Theory] [InlineData(404, 1)] void F(int status, int rows) {}\n[Theory, MemberData(nameof(Cases))] void G(int status, bool again) {}\npublic static TheoryData<int, bool> Cases => new() { { 503, true } };\n[TestCaseSource(nameof(More))] void H(int statusCode) {}\nstatic IEnumerable<object[]> More() { yield return new object[] { 410 }; } }',
      ['http/404', 'http/503', 'http/410'],
    ],
    [
      'php',
      "<?php class A { static function failures() { yield 'limited' => [429, L::class]; }\n#[DataProvider('failures')] function testF(int $status, string $c) {}\n/** @dataProvider refusals */\nfunction testR(int $statusCode, string $t) {}\nstatic function refusals() { return [[401, 'a'], 'b' => [403, 'c']]; }\n#[TestWith([409, true])] function testW(int $status, bool $again) {} }",
      ['http/429', 'http/401', 'http/403', 'http/409'],
    ],
    [
      'php',
      "<?php it('throws', function (int $status) {})->with([400, 404]);\nit('more', function (int $status, string $class) {})->with(['busy' => [503, B::class]]);",
      ['http/400', 'http/404', 'http/503'],
    ],
    [
      'swift',
      'import Testing\n@Test(arguments: [400, 404]) func f(status: Int) {}\n@Test(arguments: [(429, true)]) func g(status: Int, again: Bool) {}\n@Test("slow", arguments: zip([502, 503], [1, 2])) func h(statusCode: Int, tries: Int) {}',
      ['http/400', 'http/404', 'http/429', 'http/502', 'http/503'],
    ],
    [
      'rust',
      'use reqwest;\n#[rstest]\n#[case(404, "missing")]\n#[case::busy(503, "busy")]\nfn words(#[case] status: u16, #[case] word: &str) {}\n#[rstest]\nfn gone(#[values(410)] status: u16) {}\n#[test_case(500; "server")]\nfn server(status: u16) {}',
      ['http/404', 'http/503', 'http/410', 'http/500'],
    ],
    [
      'kotlin',
      'import io.ktor.client.HttpClient\nval s = FunSpec({\n  withData(404, 410) { status -> get(status) }\n  withData(listOf(429)) { status -> get(status) }\n  forAll(row(504, true)) { status, again -> get(status) }\n  table(headers("status", "again"), row(502, true)).forAll { status, again -> get(status) }\n  listOf(403 to A::class).forEach { (status, type) -> get(status) }\n})',
      ['http/404', 'http/410', 'http/429', 'http/504', 'http/502', 'http/403'],
    ],
    [
      'ruby',
      "require 'webmock'\nshared_examples 'a failing call' do |status, error|\nend\nit_behaves_like 'a failing call', 404, Missing\nlet(:status) { 418 }\nwhere(:status, :error) do\n  [[400, Bad], [410, Gone]]\nend",
      ['http/404', 'http/418', 'http/400', 'http/410'],
    ],
    [
      'powershell',
      "function Test-Retryable([int] $StatusCode) { $StatusCode -in 429, 503 }\nIt 'again' -ForEach 502, 504 { Test-Retryable $_ | Should -BeTrue }",
      ['http/429', 'http/503', 'http/502', 'http/504'],
    ],
    [
      'python',
      'import requests\nfor status, error in {403: Denied, 410: Gone}.items():\n    check(status, error)\n',
      ['http/403', 'http/410'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar _ = DescribeTable("codes", func(status int, again bool) { Expect(retried(status)).To(Equal(again)) }, Entry("bad", 400, false), Entry("busy", 503, true))',
      ['http/400', 'http/503'],
    ],
    [
      'powershell',
      "It 'again' -ForEach 502, 504 {\n  Mock Invoke-WebRequest { [pscustomobject]@{ StatusCode = $_ } }\n}",
      ['http/502', 'http/504'],
    ],
  ],
  nonMatches: [
    [
      'go',
      'package a\nimport "net/http/httptest"\nfunc TestPier(t *testing.T) {\n\tif purchaseOrder.Code != 404 {\n\t\tt.Fail()\n\t}\n\texpect(t, boats.Len, 500)\n\tif IsInvalidWidth(err, 409) {\n\t\treturn\n\t}\n}',
    ],
    [
      'python',
      'import requests\n@pytest.mark.parametrize("code, name", [(401, "lab"), (404, "hall")])\ndef test_room(code, name):\n    assert room_name(code) == name\n',
    ],
    [
      'java',
      'class A { HttpClient c; enum Part { BOLT(404), NUT(500); final int code; Part(int code) { this.code = code; } } }',
    ],
    [
      'typescript',
      "fetch(u);\nit.each([['wide', 404], ['narrow', 500]])('%s', (name, width) => {});\nit.each`\n  width | again\n  ${408} | ${true}\n`('$width', () => {});",
    ],
    [
      'python',
      'import requests\n@pytest.fixture(params=[502])\ndef rows(request): pass\n@parameterized.expand([("wide", 404)])\ndef test(self, name, width): pass\n',
    ],
    [
      'java',
      'class A { HttpClient c; @ParameterizedTest @CsvSource({"404, 1", "room 404, 2"}) void f(int rows, int pages) {}\n@ParameterizedTest @MethodSource void sizes(int width) {}\nstatic IntStream sizes() { return IntStream.of(404, 500); } }',
    ],
    [
      'csharp',
      'class A { HttpClient c; [Theory, MemberData(nameof(Cases))] void G(int rows, bool again) {}\npublic static TheoryData<int, bool> Cases => new() { { 503, true } }; }',
    ],
    [
      'php',
      "<?php class A { static function sizes() { return [[404, 'x'], [500, 'y']]; }\n#[DataProvider('sizes')] function testS(int $width, string $name) { Http::get('a'); } }",
    ],
    ['swift', 'import Testing\nlet url = "https://a.example"\n@Test(arguments: [400, 500]) func f(width: Int) {}'],
    ['rust', 'use reqwest;\n#[rstest]\n#[case(404)]\nfn wide(#[case] width: u32) {}'],
    [
      'kotlin',
      'import io.ktor.client.HttpClient\nval s = FunSpec({\n  withData(404, 500) { width -> shelf(width) }\n  forAll(row(404, "wide")) { width, name -> shelf(width) }\n})',
    ],
    [
      'ruby',
      "require 'webmock'\nshared_examples 'a shelf' do |width|\nend\nit_behaves_like 'a shelf', 404\nlet(:width) { 500 }",
    ],
    [
      'powershell',
      "$u = 'https://a.example'\nfunction Set-Shelf([int] $Width) { }\nIt 'fits' -ForEach 502, 504 { Set-Shelf $_ }",
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar _ = DescribeTable("rows", func(rows int, wide bool) { Expect(wideAt(rows)).To(Equal(wide)) }, Entry("small", 400, false), Entry("big", 503, true))',
    ],
    [
      'powershell',
      "$u = 'https://a.example'\nIt 'fits' -ForEach 502, 504 {\n  Mock Get-Shelf { [pscustomobject]@{ Width = $_ } }\n}",
    ],
  ],
};
