import type { SourceRule } from './sourceRule';

export const fragment: SourceRule = {
  name: 'piece of a program',
  says:
    'In a piece without its beginning, which no parser reads: a number compared with what is named like a status, and the ' +
    'arms of a switch whose beginning is missing, if all are statuses and what they do is about errors.',
  matches: [
    [
      'python',
      '    :param pier: where the boat goes\n    """\n    if pier.closed:\n        raise HTTPException(\n            status_code=status.HTTP_423_LOCKED,\n            detail="The pier is closed.",\n        )\n    return pier\n\n\ndef leave(pier):\n    """Leaves a pier."""\n    raise HTTPException(status_code=410, detail="It sank")\n',
      ['http/423', 'http/410'],
    ],
    [
      'shellscript',
      '      "berth": "7",\n      "boat": "the \'$name\'"\n    }\')\n\n  local http_code=$(echo "$answer" | tail -n1)\n\n  if [ "$http_code" -eq 423 ]; then\n    passed "The pier is closed"\n',
      ['http/423'],
    ],
    [
      'java',
      '      case NotMooredException e -> 404;\n      case TakenException e -> 409;\n      default -> 500;\n    };\n',
      ['http/404', 'http/409', 'http/500'],
    ],
    [
      'powershell',
      "    It 'asks again after HTTP errors' {\n        foreach ($code in 429, 500, 404) {\n",
      ['http/429', 'http/500', 'http/404'],
    ],
    [
      'typescript',
      "    // over HTTP\n    it.each([400, 401])('gives up after %i', async (status) => {\n",
      ['http/400', 'http/401'],
    ],
    [
      'shellscript',
      '      -H "X: y" \\\n      2>/dev/null || true\n  )"\n  rm -f "$body"\n\n  case "$code" in\n    200) return 0 ;;\n    401|403) echo "left" ;;\n    429) echo "slow $u" ;;\n    *) echo "HTTP $u" ;;\n  esac\n}\n',
      ['http/401', 'http/403', 'http/429'],
    ],
    [
      'kotlin',
      '  200 -> A\n  else -> B\n })\n f(when {\n  responseCode == 200 && a < 10 -> "x"\n  responseCode == 503 -> "y"\n }, when {\n',
      ['http/503'],
    ],
    [
      'php',
      '        ], 404);\n    }\n\n    $boat = Boat::find($id);\n    return response()->json($boat);',
      ['http/404'],
    ],
    [
      'swift',
      `import Foundation\nfunc f(_ r: HTTPURLResponse) -> Bool {\n    if case 500..<600 = r.statusCode { return true }\n    let s = r.statusCode\n    if case 429 = s { return true }\n    return false\n}`,
      ['http/500', 'http/429'],
    ],
    [
      'python',
      `import requests\nclass Inn:\n    RETRY = {429, 503\n    def f(self, r):\n        return r.ok\n`,
      ['http/429', 'http/503'],
    ],
    [
      'kotlin',
      `import okhttp3.*\nfun f(r: Response) {\n    val rooms = listOf(1, 2\n    val c = r.code\n    if (c == 429) later()\n}`,
      ['http/429'],
    ],
    [
      'csharp',
      '            DockedException => (504, "The pier timed out."),\n            _ => (500, "It sank.")\n        };\n        log.Write(status, title);',
      ['http/504', 'http/500'],
    ],
    [
      'kotlin',
      '        server.enqueue(MockResponse().setResponseCode(403).setBody("{}"))\n    }\n\n    @Test\n    fun `a storm is told`() = runTest {\n        server.enqueue(MockResponse().setResponseCode(503))\n    }',
      ['http/403', 'http/503'],
    ],
    [
      'kotlin',
      '    } catch (e: HttpException) {\n        if (e.code() == 401) {\n            refreshToken()\n        } else if (e.code() >= 500) {\n            delay(410)\n        }\n    }',
      ['http/401', 'http/500'],
    ],
    [
      'java',
      '            case 401:\n                throw new UnauthorizedException(body);\n            case 410:\n                return Optional.empty();\n            default:\n                throw new ApiException(status, body);\n        }',
      ['http/401', 'http/410'],
    ],
    [
      'kotlin',
      '                429 -> {\n                    delay(response.header("Retry-After")!!.toLong())\n                }\n                401 -> throw TokenExpired()\n                in 500..599 -> retry()\n            }',
      ['http/429', 'http/401', 'http/500'],
    ],
    [
      'csharp',
      '            404 => null,\n            429 => throw new RateLimitException(),\n            >= 500 => throw new ServerException(),\n            _ => throw new ApiException((int)response.StatusCode)\n        };',
      ['http/404', 'http/429', 'http/500'],
    ],
    [
      'swift',
      '        case 403:\n            throw APIError.forbidden\n        case 500...599:\n            throw APIError.server\n        default:\n            throw APIError.unknown(http.statusCode)\n        }',
      ['http/403', 'http/403', 'http/500'],
    ],
    [
      'csharp',
      '                case HttpStatusCode.NotFound:\n                    return null;\n                case (HttpStatusCode)429:\n                    await Task.Delay(500);\n                    break;\n            }',
      ['http/404', 'http/429'],
    ],
    [
      'java',
      'class A { String f(HttpAnswer a) { switch (a.n) { case 401: throw new LoggedOut(); case 404: return null; case 429: return again(); case 200: return "ok"; default: throw new HttpFailure(); } } }',
      ['http/401', 'http/404', 'http/429'],
    ],
    [
      'swift',
      '    case badRequest = 400\n    case notFound = 404\n    case tooManyRequests = 429\n}',
      ['http/400', 'http/404', 'http/429'],
    ],
    [
      'kotlin',
      '    is Failed -> when (answer.statusCode) {\n        401 -> logout()\n        404 -> showEmpty()',
      ['http/401', 'http/404'],
    ],
    [
      'swift',
      '            case 400...499:\n                throw ApiError.client(http.statusCode)\n            case 500...599:\n                again()\n            }',
      ['http/400', 'http/500'],
    ],
    [
      'shellscript',
      '    401) echo "log in again" >&2; exit 1 ;;\n    429|503)\n      echo "throttled: retry later"\n      ;;\n  esac\ndone',
      ['http/401', 'http/429', 'http/503'],
    ],
    ['shellscript', 'test_it \'slower\' \'\n\tprintf "Status: 429 Too Many Requests\\n"\n\tcat "$1"', ['http/429']],
    ['swift', 'func f() {\n    if case 401 = http.statusCode { leave() }\n}', ['http/401']],
    [
      'ruby',
      '      when 401\n        raise Unauthorized, body\n      when 404\n        nil\n      when 429, 503\n        raise Unavailable\n      end\n    end\n',
      ['http/401', 'http/404', 'http/429', 'http/503'],
    ],
    [
      'ruby',
      'class Guard < Faraday::Middleware\n  def on_complete(env)\n    case env[:status]\n    when 402\n      raise Unpaid, env[:body]\n    when 409, 412\n      raise Clash\n    when 422 then raise Invalid\n',
      ['http/402', 'http/409', 'http/412', 'http/422'],
    ],
    [
      'shellscript',
      '    402) echo "Pay the harbour first" ;;\n    413) echo "The boat is too large" ;;\n    500|503) echo "Server error (HTTP $code)" ;;\n    000) echo "Network error" ;;\n',
      ['http/402', 'http/413', 'http/500', 'http/503'],
    ],
    [
      'go',
      '\t\tIgnoreStatusCodes: []int{404, 410},\n\t\tDelay: 500 * time.Millisecond,\n\t}\n',
      ['http/404', 'http/410'],
    ],
    ['typescript', "    status: 404,\n    message: 'No such berth',\n  });\n});", ['http/404']],
    [
      'typescript',
      "    status: 429,\n    headers: { 'retry-after': '1' },\n  })\n  .thenAnswer({ ok: true });",
      ['http/429'],
    ],
    [
      'python',
      '            "status_code": 410,\n            "detail": "The inn is closed",\n        },\n    )',
      ['http/410'],
    ],
    ['go', '\t\tStatusCode: 503,\n\t\tBody:       http.NoBody,\n\t}, nil', ['http/503']],
    ['rust', '            status: 409,\n            message: "taken".into(),\n        })\n    );', ['http/409']],
    [
      'go',
      '\tcase http.StatusGone:\n\t\treturn errLeft\n\tcase 429:\n\t\treturn errBusy\n\tdefault:',
      ['http/410', 'http/429'],
    ],
    [
      'javascript',
      "  case 403: return 'You are not allowed in';\n  case 404: return 'We could not find it';\n}",
      ['http/403', 'http/404'],
    ],
    [
      'javascript',
      "    case 413:\n      text = 'The chart is too large'\n      break\n    case 415:\n      text = 'Unsupported file type'\n      break",
      ['http/413', 'http/415'],
    ],
    ['python', '    "The harbour said 403 Forbidden to the boat. "\n    "Ask for a berth."\n)', ['http/403']],
    ['python', '        "retry_on_status": [429, 503],\n        "most": 4,\n    }', ['http/429', 'http/503']],
    [
      'typescript',
      "      statusCode: e.code === 'ENOENT' ? 404 : 500,\n      body: '',\n    };\n  }\n};",
      ['http/404', 'http/500'],
    ],
    ['typescript', '  RATE_LIMITED: 429,\n  UNAUTHORIZED: 401,\n} as const;', ['http/429', 'http/401']],
    [
      'rust',
      '            Some(429) => backoff(),\n            Some(code) if code >= 500 => retry(),\n            _ => return Err(e),\n        }\n    }',
      ['http/429', 'http/500'],
    ],
    [
      'shellscript',
      '      429)\n        moor 30\n        ;;\n      5*)\n        echo "storm"\n        ;;\n    esac\n  done',
      ['http/429'],
    ],
    [
      'python',
      '        404: "No such berth",\n        410: "Closed",\n    }.get(status, "Unknown")',
      ['http/404', 'http/410'],
    ],
    ['php', `const HTTP_GONE = 410;\nconst HTTP_LOCKED = 423;\n`, ['http/410', 'http/423']],
    ['php', `    410 => 'Gone',\n    429 => 'Too Many Requests',\n];`, ['http/410', 'http/429']],
    ['php', `            'message' => 'no such berth',\n        ], 404);\n    }`, ['http/404']],
    [
      'php',
      `    401 => 'Sign in first',\n    403 => 'Access denied',\n    404 => 'Not found: the berth',\n`,
      ['http/401', 'http/403', 'http/404'],
    ],
    [
      'csharp',
      `            401, //Unauthorized\n            402, //Payment Required\n            498, //Token of the port expired\n        };`,
      ['http/401', 'http/402', 'http/498'],
    ],
    [
      'java',
      `    BERTH_NOT_FOUND(404, "B1", "no berth"),\n    BERTH_TAKEN(409, "B2", "somebody moored"),\n    PASS_EXPIRED(401, "P1", "token expired"),\n    ;\n    private final int status;`,
      ['http/404', 'http/409', 'http/401'],
    ],
    ['powershell', `    400 = 'Bad Request'\n    429 = 'Too Many Requests'\n}`, ['http/400', 'http/429']],
    [
      'powershell',
      `            '401' { 'Sign in'; break }\n            '403' { 'No permission'; break }\n        }`,
      ['http/401', 'http/403'],
    ],
    ['ruby', `    403 => Forbidden,\n    404 => NotFound,\n  }.freeze`, ['http/403', 'http/404']],
    [
      'ruby',
      `      retry_statuses: [429, 502],\n      methods: %i[get]\n    }\n    conn.request :retry, opts`,
      ['http/429', 'http/502'],
    ],
    ['swift', `if statusCode ?? 0 >= 500 { later() }`, ['http/500']],
    [
      'swift',
      `        guard let r = out.response as? HTTPURLResponse, !(500..<600).contains(r.statusCode) else {`,
      ['http/500'],
    ],
    [
      'csharp',
      `        _ when statusCode is >= 500 and < 600 => throw new PortClosed(),\n        _ when statusCode == 404 => null,`,
      ['http/500', 'http/404'],
    ],
  ],
  nonMatches: [
    ['python', '    Moors at pier 404, or waits.\n    """\n    self.berth = 404\n    return self.moor("""\n)\n'],
    ['javascript', '      wait();\n    }, 500);\n  }\n  else {\n    $.get(pier);\n  }\n'],
    ['java', '      case OakCrate e -> 404;\n      case ElmCrate e -> 409;\n      default -> 500;\n    };\n'],
    ['powershell', "    It 'sails in HTTP weather' {\n        foreach ($boat in 429, 500, 404) {\n"],
    ['typescript', "    // over HTTP\n    it.each([400, 401])('has %i boats', async (boats) => {\n"],
    [
      'shellscript',
      '2>/dev/null || true\n  )"\n  case "$berth" in\n    12) echo "left" ;;\n    429) echo "right" ;;\n  esac\n}\n',
    ],
    [
      'kotlin',
      '  200 -> A\n  else -> B\n })\n f(when {\n  length == 200 && a < 10 -> "x"\n  length == 503 -> "y"\n }, when {\n',
    ],
    ['php', '        ], 640);\n    }\n\n    $boat = Boat::find($id);\n    return response()->json($boat);'],
    ['php', `    404 => 'Oak chair',\n    405 => 'Pine table',\n`],
    ['php', `        'width' => 404,\n        'limit' => 500,\n    ];\n`],
    ['php', `            'wood' => 'oak',\n        ], 404);\n    }`],
    ['csharp', `            401, // red\n            402, // green\n            403, // blue\n        };`],
    ['java', `    OAK(401, "Oak"),\n    ELM(403, "Elm"),\n    ;\n    private final int wood;`],
    ['powershell', `            '401' { 'Oak'; break }\n            '403' { 'Elm'; break }\n        }`],
    ['ruby', `    403 => Red,\n    404 => Green,\n  }.freeze`],
    ['swift', `if (cups ?? 0 >= 500) { later() }`],
    ['go', '\t\tBerthNumbers: []int{404, 410},\n\t\tDelay: 500 * time.Millisecond,\n\t}\n'],
    ['shellscript', '    402) echo "Pier 2" ;;\n    413) echo "Pier 3" ;;\n    000) echo "No pier" ;;\n'],
    [
      'swift',
      `import Foundation\nfunc f(_ r: HTTPURLResponse) -> Bool {\n    if case 500..<600 = r.cups { return true }\n    let s = order.status\n    if case 429 = rooms { return true }\n    return false\n}`,
    ],
    ['python', `import requests\nclass Inn:\n    ROOMS = {429, 503\n    def f(self, r):\n        return r.ok\n`],
    [
      'kotlin',
      `import okhttp3.*\nfun f(r: Response) {\n    val rooms = listOf(1, 2\n    val c = rooms.count()\n    if (c == 429) later()\n}`,
    ],
    [
      'csharp',
      '            Sloop => (504, "A boat."),\n            _ => (500, "Another.")\n        };\n        log.Write(width, title);',
    ],
    [
      'kotlin',
      '        dock.put(Crate().setWidth(403).setBody("{}"))\n    }\n\n    @Test\n    fun `a storm is told`() = runTest {\n        dock.put(Crate().setWidth(503))\n    }',
    ],
    ['ruby', '      when 404\n        turn_left\n      when 405\n        turn_right\n      end\n'],
    ['ruby', 'class Floor\n  def door\n    case room\n    when 404\n      "left"\n    when 500\n'],
    ['swift', '    case wide = 400\n    case narrow = 404\n    case tall = 429\n}'],
    [
      'java',
      '            case 404:\n                return "Lamp";\n            case 429:\n                return "Chair";\n        }',
    ],
    [
      'kotlin',
      '                404 -> "Lamp"\n                500 -> "Chair"\n                1200 -> throw HttpException()\n            }',
    ],
    ['kotlin', '        }\n        if (page.number == 404) {\n            show()\n        }'],
    ['swift', '            }\n            if view.tag == 500 {\n                self.hide()\n            }'],
    [
      'csharp',
      '            }\n            if (e.KeyCode == 404 || order.Status == 500)\n            {\n                Close();\n            }',
    ],
    [
      'java',
      'class A { String f(HttpAnswer a) { switch (a.room) { case 404: return "kitchen"; case 429: return "hall"; default: return "none"; } } }',
    ],
    [
      'swift',
      '            case 400..<500:\n                return .wide\n            case 500..<600:\n                return .tall\n            }',
    ],
    ['shellscript', '    401) echo "lamp" ;;\n    429|503)\n      echo "chair"\n      ;;\n  esac\ndone'],
    ['typescript', "    width: 404,\n    title: 'A berth',\n  });\n});"],
    [
      'python',
      '            "order_status": 410,\n            "zip_code": 415,\n            "code": 429,\n        },\n    )',
    ],
    ['go', '\t\tExitCode: 503,\n\t\tCode:     404,\n\t}, nil'],
    ['go', '\tcase http.MethodGet:\n\t\treturn 404\n\tcase 429:'],
    ['javascript', "  case 404: return 'Oak Street';\n  case 405: return 'Elm Street';\n}"],
    ['python', '    "The mail for 404 Broad Street. "\n    "Ring twice."\n)'],
    ['python', '        "pages": [429, 503],\n        "most": 4,\n    }'],
    ['typescript', '  OAK_STREET: 429,\n  ELM_STREET: 401,\n} as const;'],
    [
      'rust',
      '            Some(429) => left(),\n            Some(430) => right(),\n            _ => return Err(e),\n        }\n    }',
    ],
    ['python', '        404: "Oak Street",\n        410: "Elm Street",\n    }.get(room, "Unknown")'],
  ],
};
