import type { SourceRule } from './sourceRule';

export const answeredName: SourceRule = {
  name: 'what a request gave',
  says: 'A status that is compared with what a call for a path gave, under a name that says nothing, or with the short name of a code.',
  matches: [
    [
      'python',
      'import http.client\ndef test_pier(server):\n    assert request(server, moored=False)[0] == 401',
      ['http/401'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { stub.add("GET", "/x", 404, nil); hit(t, s, "/x", 410); verifyHTTP(t, url, 403, "lost"); g.Expect(code).To(BeEquivalentTo(422)) }',
      ['http/404', 'http/410', 'http/403', 'http/422'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc f(c *ctx) { if r.Status[:3] == "429" { c.code(409) }; h.errorPage(500, "500.html"); c.problem(404, "lost") }',
      ['http/429', 'http/409', 'http/500', 'http/404'],
    ],
    [
      'java',
      'class A { void f(HttpExchange t) { write(t, 404, "lost"); error(t, 500, e.getMessage()); Resp.builder().code(422).build(); assertThat(a.getStatusCodeValue()).isEqualTo(410); } }',
      ['http/404', 'http/500', 'http/422', 'http/410'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { if !strings.Contains(err.Error(), "500") {\n\tt.Fatalf("expected 500 error, got %v", err)\n} }',
      ['http/500', 'http/500'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t(t *testing.T) {\n\tc, err := call("GET", "/piers")\n\tassert.Equal(t, 404, c)\n\trc, body := get(t, "/boats")\n\trequire.Equal(t, 500, rc, body)\n\tif st != 401 {\n\t\tt.Fatalf("got %d, want 401", st)\n\t}\n\tif got := do("/x"); got != 410 {\n\t\tt.Errorf("do() = %d; want 410", got)\n\t}\n}',
      ['http/404', 'http/500', 'http/401', 'http/401', 'http/410', 'http/410'],
    ],
    [
      'java',
      'class A { // http\n void t() { int r = getUrl("http://localhost/a"); assertEquals(500, r); assertEquals(403, rc); assertThat(sc, is(404)); assertEquals(502, get("/b")); } }',
      ['http/500', 'http/403', 'http/404', 'http/502'],
    ],
    [
      'csharp',
      'using System.Net.Http;\nclass A { void T() { var c = Fetch("/boats"); Assert.Equal(422, c); } }',
      ['http/422'],
    ],
    [
      'java',
      'class A { // http\n void t() { check("/piers", 404); testUrl("http://localhost/piers", 403); expect("/b", 410, "sold"); } }',
      ['http/404', 'http/403', 'http/410'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { c.EXPECT().Get(gomock.Any()).Return(500, nil); m.On("Post", "/a").Return(422, errLost) }',
      ['http/500', 'http/422'],
    ],
    [
      'csharp',
      'using System.Net;\nclass A { async Task Run(HttpContext ctx) { await WriteAsync(ctx, 422, text); } H h = FakeHandler.Returning(404, "lost"); }',
      ['http/422', 'http/404'],
    ],
    ['kotlin', 'import okhttp3.*\nfun t() { server.enqueue(404, "lost") }', ['http/404']],
    [
      'csharp',
      'using System.Net.Http;\nclass A { async Task F() { await SendAsync(boat, 409, ct); } void T() { answer.Should().Be404NotFound(); } }',
      ['http/409', 'http/404'],
    ],
    ['kotlin', 'import io.ktor.http.*\nfun t() { answer shouldHaveStatus 404 }', ['http/404']],
    [
      'java',
      'class A { // http\n boolean f(Exception e) { return e.getMessage().startsWith("403" + sep); } }',
      ['http/403'],
    ],
  ],
  nonMatches: [
    [
      'python',
      'import http.client\ndef test_pier(server):\n    assert request(server)[1] == 401\n    assert boats(server)[0] == 401',
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { stub.add("GET", "/x", 500, nil); hit(t, s, "/x.png", 410); verifyHTTP(t, rows, 403, "lost"); if r.Name[:3] == "429" { c.width(409) }; out := b[:500]; c.Blob(200, "text/plain", out); h.page(500, "500 boats") }',
    ],
    ['java', 'class A { void f(Boat t) { // http\n write(t, 404, "lost"); Boat.builder().code(422).build(); } }'],
    [
      'go',
      'package a\nimport "net/http"\nfunc t(t *testing.T) {\n\trows, err := call("GET", "/piers")\n\tassert.Equal(t, 404, rows)\n\tn, err := count("/boats")\n\trequire.Equal(t, 404, n)\n\tif got := Sum(400, 4); got != 404 {\n\t\tt.Errorf("Sum = %d, want 404", got)\n\t}\n\tif len(read("/a")) != 404 {\n\t}\n}',
    ],
    [
      'java',
      'class A { // http\n void t() { int r = sizeOf("/a"); assertEquals(404, r); assertEquals(500, rc); resize("/a.png", 404, 403); check("/a.png", 404); load("/a", 503); check(boat, 404); } }',
    ],
    ['go', 'package a\nfunc t() { assert.Equal(t, 404, rc); assert.Equal(t, 404, get("/a")) }'],
    [
      'go',
      'package a\nimport "net/http"\nfunc t() { m.EXPECT().Width(gomock.Any()).Return(500, nil); m.On("Length").Return(404, nil) }',
    ],
    [
      'csharp',
      'using System.Net;\nclass A { async Task Run() { await WriteAsync(deck, 422, text); Paint(ctx, 404, text); } }',
    ],
    [
      'java',
      'class A { // http\n boolean f(Boat b) { return b.getName().startsWith("403" + sep) || say("404" + sep); } }',
    ],
  ],
};
