import type { SourceRule } from './sourceRule';

const program = "import axios from 'axios';\nif (answer.statusCode === 200) go();\n";

export const titles: SourceRule = {
  name: 'title of a test',
  says: 'A status in the title of a test, where the words around it are those of answers; in a program that handles statuses.',
  matches: [
    [
      'kotlin',
      'import okhttp3.mockwebserver.MockWebServer\nclass T { @Test fun `mooring 401 maps to Unmoored`() { a() } }',
      ['http/401'],
    ],
    ['javascript', `${program}describe('Testes de código 404', f);`, ['http/404']],
    [
      'go',
      'package a\nimport "net/http"\nfunc f(t *testing.T) { t.Run("sunk pier returns 500", g); if w.Code != http.StatusGone { h() } }',
      ['http/500', 'http/410'],
    ],
    ['typescript', `${program}it('quai hors service → 400 ; quai fermé → 400', f);`, ['http/400', 'http/400']],
    ['typescript', `${program}it('cierra el puerto y propaga el 401', f);`, ['http/401']],
    ['typescript', `${program}it('der Hafen antwortet auf 429 mit Warten', f);`, ['http/429']],
    ['typescript', `${program}it('tries again after the other statuses (408, 502)', f);`, ['http/408', 'http/502']],
    [
      'typescriptreact',
      `${program}it('is red', () => {\n  expect(screen.getByText('404').className).toContain('red');\n});`,
      ['http/404'],
    ],
    [
      'typescript',
      `${program}test('404 page renders for unknown piers', f);\nit('500 error page offers the harbour master', f);\nit('503 screen is drawn again', f);`,
      ['http/404', 'http/500', 'http/503'],
    ],
    [
      'kotlin',
      'import okhttp3.Response\nclass A {\n  @Test\n  fun `404 page has a link to the piers`() {}\n}',
      ['http/404'],
    ],
    ['typescript', `${program}it('full (0 berths) → 503, load shed', f);`, ['http/503']],
    ['ruby', 'it "422が返ってくる" do\n  expect(response.status).to eq(422)\nend', ['http/422', 'http/422']],
    [
      'java',
      'class A {\n  @Test\n  @DisplayName("dos veces lo mismo es 409 con motivo")\n  void a() { mvc.perform(x).andExpect(status().isConflict()); }\n}',
      ['http/409', 'http/409'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nvar tests = []test{{name: "422 when the pier has no name", code: http.StatusUnprocessableEntity}}',
      ['http/422', 'http/422'],
    ],
    [
      'php',
      "<?php\n$r->assertStatus(422);\nit('refuse un quai fermé (422)', function () {});",
      ['http/422', 'http/422'],
    ],
    [
      'typescript',
      `${program}it('does not try 3 times, nor retry on 400', f);\nit('does not retry 429 when headers are missing', f);\nit('throws PierError on 500 with the body', f);`,
      ['http/400', 'http/429', 'http/500'],
    ],
    [
      'typescript',
      `${program}test('401 clears the session', f);\ntest('signs in again for 403 requests', f);\ndescribe('given that the pier returns a non 401 status code', f);`,
      ['http/401', 'http/403', 'http/401'],
    ],
    [
      'javascript',
      `${program}it('should map post 401 to AuthError', f);\nit('should return true for 500', f);\ntest.skip('simple POST resulting in 500 error code', f);`,
      ['http/401', 'http/500', 'http/500'],
    ],
    [
      'kotlin',
      'import okhttp3.Response\nclass A {\n  @Test\n  fun `a shut pier answering 404 throws`() {}\n  @Test\n  fun `goes on when it gets a 503`() {}\n}',
      ['http/404', 'http/503'],
    ],
    [
      'kotlin',
      'import okhttp3.Response\nclass A {\n  @Test\n  fun `handles 500 error`() {}\n  @Test\n  fun `the 400 response is shown`() {}\n  @Test\n  fun `401 error rings the bell`() {}\n  @Test\n  fun `503 response sends the boat back`() {}\n}',
      ['http/500', 'http/400', 'http/401', 'http/503'],
    ],
    [
      'php',
      "<?php\ntest('a lost boat draws fleet 404 page', function () {\n  $this->get('/pier')->assertStatus(404);\n});",
      ['http/404', 'http/404'],
    ],
    [
      'typescript',
      `${program}it('zeigt die 404-Seite', () => {\n  expect(answer.status).toBe(404);\n});\nit('le quai affiche 500 en rouge', () => {\n  expect(answer.status).toBe(500);\n});`,
      ['http/404', 'http/404', 'http/500', 'http/500'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc f(t *testing.T) { t.Run("draws fleet 404 page", func(t *testing.T) { if w.Code != http.StatusNotFound { h() } }) }',
      ['http/404', 'http/404'],
    ],
    [
      'ruby',
      "require 'net/http'\nit 'warns if it gives something other than 200 or 404' do\n  response.code == '404'\nend",
      ['http/404', 'http/404'],
    ],
  ],
  nonMatches: [
    [
      'kotlin',
      'import okhttp3.mockwebserver.MockWebServer\nclass T { @Test fun `mooring 401 boats to Unmoored`() { a() } }',
    ],
    ['go', 'package a\nimport "net/http"\nfunc f(t *testing.T) { crane.Run("sunk pier returns 500", g) }'],
    ['typescript', `${program}it('makes boats shorter, 800 → 400 feet', f);`],
    [
      'typescript',
      `${program}it('404 page book opens', f);\nit('500 pages are printed', f);\nit('400 screen boats are drawn', f);\nit('prints 500 page books', f);`,
    ],
    ['typescript', `${program}it('mide el barco 404', f);`],
    ['typescript', `${program}it('tries the other piers (331, 502)', f);`],
    [
      'typescriptreact',
      `${program}it('is red', () => {\n  expect(boats.count('404').className).toContain('red');\n});`,
    ],
    ['go', 'package a\nimport "net/http"\nvar tests = []test{{name: "422 boats", code: http.StatusOK}}'],
    [
      'java',
      'class A {\n  @Test\n  @DisplayName("dos veces 409 botes")\n  void a() { mvc.perform(x).andExpect(status().isOk()); }\n}',
    ],
    ['typescript', `${program}it('counts boats (404 of them)', f);\nit('(422)', f);`],
    [
      'kotlin',
      'import okhttp3.Response\nclass A {\n  @Test\n  fun `lists 404 boats`() {}\n  fun `paints berth 503`() {}\n}',
    ],
    ['kotlin', 'class A {\n  @Test\n  fun `a shut pier answering 404 throws`() {}\n}'],
    [
      'typescript',
      `${program}it('lists 404 boats', f);\nit('draws 503 rows', f);\nit('404 boats are listed', f);\nit('returns 500 rows', f);\nit('waits for 400 ms', f);`,
    ],
    [
      'typescript',
      `${program}it('fits on page 404', f);\nit('sums up 400', f);\nit('takes the first 500', f);\nit('is 500 wide', f);`,
    ],
    ['typescript', "it('does not retry on 400', f);\nit('401 clears the deck', f);"],
    [
      'kotlin',
      'import okhttp3.Response\nclass A {\n  @Test\n  fun `handles 500 error messages`() {}\n  @Test\n  fun `handles 500 boats`() {}\n}',
    ],
    [
      'php',
      "<?php\nuse Illuminate\\Support\\Facades\\Route;\ntest('a lost boat draws berth 404 page', function () {\n  $this->get('/pier')->assertStatus(200);\n});",
    ],
    ['typescript', `${program}it('zeigt die 404-Seite', () => {\n  expect(answer.status).toBe(200);\n});`],
    ['typescript', `${program}it('sails past pier 404 at night', () => {\n  sail(404);\n});`],
  ],
};
