import type { SourceRule } from './sourceRule';

export const libraryNames: SourceRule = {
  name: 'errors and codes by the names that libraries give them',
  says: 'Ready-made errors, classes of errors, a filter of JSON in a string, and codes beside others of the same API.',
  matches: [
    [
      'javascript',
      "const restify = require('restify');\nnext(new restify.NotFoundError('no such pier'));\nnext(new restifyErrors.ConflictError());",
      ['http/404', 'http/409'],
    ],
    ['ruby', "class Boats < Sinatra::Base\n  get '/' do\n    redirect 404 if boats.empty?\n  end\nend", ['http/404']],
    [
      'swift',
      'let shape = #"^\\d{4}$"#\nguard isDate(shape) else {\n  throw Abort(.badRequest, reason: "No such day.")\n}',
      ['http/400'],
    ],
    [
      'javascript',
      `moor(http_status_1.default.NOT_FOUND, _httpStatus.default.GONE, Constants.HTTP_CONFLICT);\ntow(TRPC_ERROR_CODES_BY_KEY.FORBIDDEN);`,
      ['http/404', 'http/410', 'http/409', 'http/403'],
    ],
    [
      'javascript',
      `test(moor).toThrow(Harbour.ForbiddenError);\nthrow new errors_1.NotFoundError('no boat');\nthrow exceptions.GatewayTimeoutError();`,
      ['http/403', 'http/404', 'http/504'],
    ],
    [
      'ruby',
      'begin\n  f\nrescue Excon::Errors::NotFound, Elastic::Transport::Transport::Errors::Conflict\n  nil\nend\nres.status = WEBrick::HTTPStatus::RC_INTERNAL_SERVER_ERROR',
      ['http/404', 'http/409', 'http/500'],
    ],
    ['rust', 'assert_eq!(response.status(), Status::NOT_FOUND);', ['http/404']],
    [
      'python',
      'from keystoneauth1 import exceptions\ntry:\n    f()\nexcept exceptions.http.Conflict:\n    pass\n',
      ['http/409'],
    ],
    [
      'ruby',
      "require 'sinatra'\nraise Sinatra::NotFound unless boat\nlast_response.forbidden?",
      ['http/404', 'http/403'],
    ],
    [
      'php',
      "<?php\nthrow $this->createNotFoundException('no boat');\nreturn $this->failForbidden('no');",
      ['http/404', 'http/403'],
    ],
    [
      'java',
      'class T { void a() throws Exception { mvc.perform(get("/a")).andExpect(status().isBadRequest()); c.expectStatus().isForbidden(); } }',
      ['http/400', 'http/403'],
    ],
    [
      'java',
      '@HttpError(status = Response.SC_PRECONDITION_FAILED)\nclass A extends RestException { int b = HttpServletResponse.SC_GONE; }',
      ['http/412', 'http/410'],
    ],
    ['kotlin', 'fun a() { mvc.get("/a").andExpect { status { isNotFound() } } }', ['http/404']],
    [
      'php',
      "<?php\n$this->getJson('/crates')->assertUnprocessable();\n$this->getJson('/crates')->assertNotFound();",
      ['http/422', 'http/404'],
    ],
    [
      'csharp',
      'class A : ControllerBase { IActionResult Get(int id) { if (id < 1) return BadRequest("size"); return Find(id) ?? NotFound(); } void T() { Assert.IsType<ConflictObjectResult>(r); } }',
      ['http/400', 'http/404', 'http/409'],
    ],
    [
      'javascript',
      "throw Boom.unauthorized('who?');\nreply.notFound();\nctx.conflict('two');",
      ['http/401', 'http/404', 'http/409'],
    ],
    [
      'go',
      'package a\nfunc f(w W, r R) { http.NotFound(w, r); if apierrors.IsConflict(err) { again() } }',
      ['http/404', 'http/409'],
    ],
    ['ruby', 'it { expect(response).to be_not_found }', ['http/404']],
    [
      'python',
      'from django.urls import resolvers\ncallback = resolvers.get_resolver(None).resolve_error_handler(503)\n',
      ['http/503'],
    ],
    [
      'python',
      'from flask import Blueprint\nbp = Blueprint("a", __name__)\n@bp.app_errorhandler(405)\ndef f(e): return "no"\n',
      ['http/405'],
    ],
    [
      'typescript',
      "import Acme, { NotFoundError, RateLimitError } from '@acme/node';\ntry { await fetch(u); } catch (e) {\n  if (e instanceof RateLimitError || e instanceof NotFoundError) stop();\n}",
      ['http/429', 'http/404'],
    ],
    [
      'python',
      'import acme_api, requests\ntry:\n    go()\nexcept (acme_api.RateLimitError, acme_api.ConflictError):\n    pass\n',
      ['http/429', 'http/409'],
    ],
    [
      'csharp',
      'using System.Net.Http;\nclass A { void F() { try { Go(); } catch (AcmeRateLimitException e) { } } }',
      ['http/429'],
    ],
    [
      'typescript',
      "import PostPeer from '@postpeer/node';\nconst refusals = { 'duplicate': { status: 403, again: false } };",
      ['postpeer/duplicate', 'http/403'],
    ],
    ['go', 'package a\nfunc f() error { return echo.ErrInternalServerError }', ['http/500']],
    [
      'java',
      'class A { boolean f(Throwable t) { return t instanceof jakarta.ws.rs.ServiceUnavailableException; } }',
      ['http/503'],
    ],
    ['python', 'from twitter_ads.error import BadRequest\ntry:\n    f()\nexcept BadRequest:\n    pass\n', ['http/400']],
    ['ruby', 'begin\n  f\nrescue Twitter::Error::DuplicateStatus\n  true\nend', ['x-api-v1.1/187']],
    [
      'python',
      'import tweepy\nACCOUNT_CODES = {64: "suspended", 326: "locked"}\n',
      ['x-api-v1.1/64', 'x-api-v1.1/326'],
    ],
    [
      'python',
      'from twitter_ads.client import Client\nFATAL = {"UNAUTHORIZED_CLIENT_APPLICATION", "ACCOUNT_NOT_FOUND"}\n',
      ['x-ads/UNAUTHORIZED_CLIENT_APPLICATION', 'x-ads/ACCOUNT_NOT_FOUND'],
    ],
    [
      'shellscript',
      `curl -s https://api.x.com/2/tweets >a; jq -e '.errors[0].code == 187' a && exit`,
      ['x-api-v1.1/187'],
    ],
    [
      'shellscript',
      'status_of() {\n  curl -s -w "%{http_code}" "$1"\n}\ncode=$(status_of "$url")\ncase "$code" in\n  401|403) exit 4 ;;\nesac',
      ['http/401', 'http/403'],
    ],
    [
      'go',
      'package a\nimport "net/http"\nfunc f(err error) bool { _, ok := err.(*github.AbuseRateLimitError); return ok }',
      ['http/429'],
    ],
    ['rust', 'use rocket::Catcher;\n#[catch(404)]\nfn a() {}\n#[error(413)]\nfn b() {}', ['http/404', 'http/413']],
    ['rust', 'define_rejection! {\n    #[status = BAD_REQUEST]\n    pub struct Unread;\n}', ['http/400']],
    ['swift', 'import Vapor\nfunc f() throws { throw Abort.BadRequest }', ['http/400']],
    [
      'python',
      'from twython import TwythonAuthError, TwythonRateLimitError\nif isinstance(e, (TwythonAuthError, TwythonRateLimitError)):\n    stop()\n',
      ['http/401', 'http/429'],
    ],
  ],
  nonMatches: [
    ['javascript', "const rest = require('rest');\nnext(new rows.NotFoundError('no such row'));"],
    [
      'ruby',
      "class Boats < Sinatra::Base\n  get '/' do\n    redirect '/boats/404'\n    boat.redirect 404\n    redirect to_room(500)\n  end\nend",
    ],
    ['javascript', `moor(pier_1.default.NOT_FOUND, Constants.HTTP_PORT, Constants.NOT_FOUND, KEYS.FORBIDDEN);`],
    [
      'javascript',
      `test(moor).toThrow(Prisma.NotFoundError);\nthrow new boats_1.NotFoundError('no boat');\nHarbour.ForbiddenArea();`,
    ],
    ['ruby', 'begin\n  f\nrescue Boats::Errors::NotFound, Elastic::Boats::Conflict\n  nil\nend'],
    ['rust', 'assert_eq!(file.kind(), Status::NOT_FOUND);'],
    ['python', 'from twython import TwythonAuthError\n# TwythonAuthError is raised where it is refused\n'],
    ['swift', 'import Vapor\nfunc f() throws { throw Abort.BadRoom }'],
    ['rust', 'use rocket::Catcher;\n#[limit(404)]\nfn a() {}\n#[status = WIDE]\nfn b() {}'],
    ['ruby', "require 'sinatra'\nraise Boats::NotFound unless boat\nboat.forbidden?"],
    ['php', "<?php\n$this->createNotFoundBoat('no boat');\n$this->failForbiddenBoats('no');"],
    [
      'python',
      'from flask import Blueprint\nbp = Blueprint("a", __name__)\n@bp.app_template_global(405)\ndef f(e): return "no"\n',
    ],
    ['java', 'class T { void a() { if (door.status().isOpen() || lock.isNotFound()) shut(); } }'],
    ['kotlin', 'fun a() { state { isNotFound() } }'],
    ['php', '<?php\n$this->assertNotFoundIn($rows);\n$this->assertGone($a);'],
    ['csharp', 'class A { bool F() { NotFound(); var conflict = Conflict(a, b); return NotFoundYet(); } }'],
    ['javascript', 'index.notFound();\nreply.conflicts();\nctx.forbidden = true;'],
    ['go', 'package a\nfunc f() { if os.IsNotExist(err) || store.IsNotFound(err) { again() } }'],
    ['ruby', 'it { expect(crate).to be_found }'],
    [
      'typescript',
      "import { NotFoundError } from '@acme/db';\ntry { await fetch(u); } catch (e) {\n  if (e instanceof NotFoundError) stop();\n}",
    ],
    [
      'typescript',
      "import { NotFoundError, ConflictError } from './errors';\ntry { await fetch(u); } catch (e) {\n  if (e instanceof NotFoundError || e instanceof ConflictError) stop();\n}",
    ],
    [
      'python',
      'import requests\nclass RateLimitError(Exception):\n    pass\ntry:\n    go()\nexcept RateLimitError:\n    pass\n',
    ],
    [
      'typescript',
      "import PostPeer from '@postpeer/node';\nconst states = { 'duplicate': { shelf: 403 }, frozen: 'no' };",
    ],
    ['javascript', "import axios from 'axios';\nexpect(res.body.message).toMatch(/voucher 503/);"],
    ['go', 'package a\nimport "net/http"\nfunc f() error { return errs.ErrNotFound }'],
    ['python', 'import tweepy\nAREA_CODES = {64: "Wien", 326: "Graz"}\n'],
    ['python', 'import tweepy\nclass Weather:\n    code = 63\n'],
    [
      'go',
      'package a\nimport "github.com/ChimeraCoder/anaconda"\nvar routes = map[string]int{"north": 88, "south": 187}\nfunc f(route string) bool { code := routes[route]; return code == 187 }',
    ],
    ['shellscript', `curl -s https://api.x.com/2/tweets >a; jq -e '.rows[0].zip == 187' a && exit`],
  ],
};
