import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { Strategy } from '../../shared/catalog/catalog';
import { isRefusal, planRetry } from '../../server/retry/retry';
import { applyEdits } from '../../server/retry/textEdits';
import { SyntaxService } from '../../server/syntax/syntax';

const fixtures = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');
const grammars = dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));
const syntax = new SyntaxService((fileName) => readFile(join(grammars, fileName)));
const languages: Readonly<Record<string, string>> = { '.ts': 'typescript', '.js': 'javascript', '.py': 'python' };

/** Short waits of our own; what the server asks for stays as long as it is. */
const strategy: Strategy = { name: 'backoff', baseDelay: 0.1, cap: 0.15, jitter: 0.02 };

/** What a program printed about its result. */
export interface Outcome {
  readonly status?: number;
  readonly body?: string;
  readonly error?: string;
  /** What the error is: its name or class, and the response that it holds. */
  readonly kind?: string;
  /** An ISO date, or epoch seconds. */
  readonly resetAt?: string | number;
  /** What went to standard error, where retries are logged. */
  readonly log: string;
}

/**
 * Applies the quick fix to the call of one function of a fixture, and runs the result against a server. `change` may
 * edit the program once more, as its owner would.
 */
export async function runFixed(
  file: string,
  name: string,
  url: string,
  change = (text: string): string => text,
): Promise<Outcome> {
  const language = languages[extname(file)] ?? '';
  const program = change(await fix(await readFile(join(fixtures, file), 'utf8'), language, name));
  const folder = await mkdtemp(join(tmpdir(), 'aea-handlers-'));
  try {
    if (language === 'python') {
      const path = join(folder, file);
      await writeFile(path, program);
      return await run(pythonWith(/^import (httpx|requests)$/m.exec(program)?.[1]), [path, url, name]);
    }
    for (const module of ['axios', 'got', 'twitter-api-v2']) {
      const target = join(folder, 'node_modules', module);
      await mkdir(target, { recursive: true });
      await cp(join(fixtures, 'standIns', `${module}.js`), join(target, 'index.js'));
      await writeFile(join(target, 'package.json'), '{"type":"module","exports":"./index.js"}');
    }
    const path = join(folder, `${basename(file, extname(file))}.mjs`);
    const loader = language === 'typescript' ? 'ts' : 'js';
    await writeFile(path, (await transform(program, { loader, target: 'es2022' })).code);
    return await run(process.execPath, [path, url, name]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The program with the call in function `name` wrapped. */
async function fix(text: string, languageId: string, name: string): Promise<string> {
  const start = text.search(new RegExp(`(?:function|def) ${name}\\(`));
  const offset =
    start + text.slice(start).search(/\b(?:fetch|axios\.get|got|v2\.\w+|urlopen|(?:client|session|requests)\.\w+)\(/);
  const tree = await syntax.parse(languageId, text);
  if (!tree) {
    throw new Error(`no grammar for ${languageId}`);
  }
  const plan = planRetry({ text, languageId, tree, offset, strategy, entryTitle: '', advice: '' });
  tree.delete();
  if (isRefusal(plan)) {
    throw new Error(`${name}: ${plan.refusal}`);
  }
  return applyEdits(text, plan.edits);
}

function run(program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error) {
        reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
      } else {
        resolve({ ...(JSON.parse(stdout) as Outcome), log: stderr });
      }
    });
  });
}

const interpreters = ['python3', '/usr/bin/python3'];

/** Whether one of the interpreters has a module. Fails when there is no interpreter at all. */
export function hasPythonModule(module: string): boolean {
  return interpreters.some((interpreter) => imports(interpreter, module));
}

function pythonWith(module = 'json'): string {
  return interpreters.find((interpreter) => imports(interpreter, module)) ?? 'python3';
}

function imports(interpreter: string, module: string): boolean {
  try {
    execFileSync(interpreter, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
