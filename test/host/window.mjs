// Drives the editor's window as a person does: pointer, keyboard, and what is to be seen.
import { readFile } from 'node:fs/promises';
import { startChromium } from './chromium.mjs';
import { until } from './progress.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a window, empty until something is opened in it.
 * @param {import('./editor.mjs').Editor} editor
 * @param {{ width?: number, height?: number, deviceScaleFactor?: number }} [size]
 */
export async function openWindow(editor, { width = 1400, height = 900, deviceScaleFactor = 2 } = {}) {
  const { browser, close } = await startChromium();
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor });
  page.setDefaultTimeout(30_000);
  return new EditorWindow(editor, page, close);
}

export class EditorWindow {
  /**
   * @param {import('./editor.mjs').Editor} editor
   * @param {Page} page
   * @param {() => Promise<void>} close ends the browser
   */
  constructor(editor, page, close) {
    this.editor = editor;
    this.page = page;
    this.close = close;
  }

  /** @param {string} url */
  async load(url) {
    await this.page.goto(url);
    await this.page.locator('.monaco-workbench .part.editor').waitFor();
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  /**
   * Opens a file in a window of its own load, so that nothing of the test before is open.
   * @param {string} file absolute path
   */
  async openFile(file) {
    await this.load(this.editor.open(file));
    await this.visible(`an editor with ${file}`, `${active} .view-line`);
    await this.focusEditor();
  }

  async focusEditor() {
    await this.page.locator(`${active} .native-edit-context, ${active} textarea.inputarea`).first().focus();
  }

  /**
   * Puts the cursor at a place and shows it.
   * @param {number} line one-based
   * @param {number} column one-based
   */
  async goTo(line, column) {
    await this.focusEditor();
    await this.page.keyboard.press('Control+g');
    await this.quickInput(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.hidden('the line prompt to close', '.quick-input-widget');
    const status = this.page.locator('.statusbar-item[id="status.editor.selection"]');
    await until(
      `the cursor at line ${line}, column ${column}`,
      async () => (await status.innerText()).includes(`Ln ${line}, Col ${column}`),
      { explain: async () => `The status bar says: ${await status.innerText()}` },
    );
  }

  /**
   * Moves the pointer to a text in the editor and gives the hover's text. The first hover after a start may come
   * late, or show only what another extension says, so the pointer moves again until the wanted text is there.
   * @param {string} text the first visible occurrence is taken
   * @param {{ line?: string, expect?: RegExp }} [options] a longer text around it; what the hover must say
   */
  async hoverText(text, { line = text, expect = /\S/ } = {}) {
    const place = await until(
      `"${text}" to be visible in the editor`,
      () => this.page.evaluate(locateText, { selector: `${active} .view-line`, line, text }),
      { explain: () => this.editorText() },
    );
    let shown = '';
    await until(
      `a hover over "${text}" that says ${expect}`,
      async () => {
        // The editor asks its extensions only when the pointer comes to a text, not when it moves on it.
        await this.page.mouse.move(5, 5);
        await this.page.mouse.move(place.x, place.y);
        const hovers = this.page.locator(`${active} .monaco-hover:visible`);
        await hovers
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => undefined);
        shown = (await hovers.allInnerTexts()).join('\n').trim();
        return expect.test(shown);
      },
      { explain: () => `The hover says: ${shown || '(nothing)'}` },
    );
    return shown;
  }

  /** The hover at the cursor, as the keyboard shows it. */
  async showHoverAtCursor() {
    await this.focusEditor();
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.press('Control+i');
    await this.visible('a hover at the cursor', `${active} .monaco-hover`);
    return (await this.page.locator(`${active} .monaco-hover:visible`).allInnerTexts()).join('\n').trim();
  }

  /** Takes the pointer out of the editor, and any hover with it. */
  async leaveHover() {
    await this.page.mouse.move(5, 5);
    await this.page.keyboard.press('Escape');
    await this.hidden('the hover to close', `${active} .monaco-hover`);
  }

  /** Waits for the lightbulb beside the cursor's line. */
  async lightbulb() {
    await this.visible('a lightbulb', `${active} [class*="codicon-light-bulb"], ${active} [class*="gutter-lightbulb"]`);
  }

  /**
   * Opens the menu of code actions at the cursor and gives the titles in it.
   * @param {RegExp} [expect] a title that must appear; the menu is opened again until it does
   */
  async quickFix(expect = /\S/) {
    /** @type {string[]} */
    let titles = [];
    await until(
      `a code action that is called ${expect}`,
      async () => {
        await this.focusEditor();
        await this.page.keyboard.press('Control+.');
        const items = this.page.locator('.action-widget .monaco-list-row.action');
        await items
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => undefined);
        titles = (await items.allInnerTexts()).map((title) => title.trim());
        if (titles.some((title) => expect.test(title))) return true;
        await this.page.keyboard.press('Escape');
        return false;
      },
      { interval: 500, explain: () => `The menu has: ${titles.join(', ') || '(nothing)'}` },
    );
    return titles;
  }

  /**
   * Takes an item of the open menu or list, by keyboard.
   * @param {string} title a part of it
   */
  async pick(title) {
    const items = '.action-widget .monaco-list-row, .quick-input-list .monaco-list-row';
    await this.visible(`an item "${title}"`, items, title);
    const focused = this.page
      .locator('.action-widget .monaco-list-row.focused, .quick-input-list .monaco-list-row.focused')
      .filter({ hasText: title, visible: true });
    await until(
      `the item "${title}" to be focused`,
      async () => {
        if (await focused.count()) return true;
        await this.page.keyboard.press('ArrowDown');
        return false;
      },
      { interval: 50 },
    );
    await this.page.keyboard.press('Enter');
    await this.hidden('the menu to close', '.action-widget, .quick-input-widget');
  }

  /**
   * Runs a command through the palette.
   * @param {string} command its title as the palette shows it
   */
  async palette(command) {
    await this.page.keyboard.press('F1');
    await this.quickInput(`>${command}`);
    await this.visible(`the command "${command}"`, '.quick-input-list .monaco-list-row', command);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Types into the quick input that is open or about to open, replacing what is in it.
   * @param {string} text
   */
  async quickInput(text) {
    await this.visible('a quick input', '.quick-input-widget input[type="text"]');
    await this.page.locator('.quick-input-widget input[type="text"]').fill(text);
  }

  /**
   * The rows of the open quick input.
   * @param {string} expect a text that one of them must hold
   */
  async quickInputRows(expect) {
    const rows = '.quick-input-list .monaco-list-row';
    await this.visible(`"${expect}" in the list`, rows, expect);
    return (await this.page.locator(rows).allInnerTexts()).map((row) => row.replaceAll('\n', ' ').trim());
  }

  /**
   * Saves the active editor and gives the file's text once it differs from before.
   * @param {string} file absolute path
   * @param {string} before
   */
  async saved(file, before) {
    return until(`${file} to be saved with a change`, async () => {
      await this.focusEditor();
      await this.page.keyboard.press('Control+s');
      const text = await readFile(file, 'utf8');
      // The editor empties the file before it writes it.
      return text === before || text === '' ? undefined : text;
    });
  }

  /** The visible lines of the active editor. */
  async editorText() {
    return this.page.evaluate(readLines, `${active} .view-line`);
  }

  /** @param {string} file */
  async screenshot(file) {
    await this.page.screenshot({ path: file });
  }

  /**
   * @param {string} what
   * @param {string} selector
   * @param {string} [hasText]
   */
  async visible(what, selector, hasText) {
    const found = this.page.locator(selector).filter({ visible: true, ...(hasText ? { hasText } : {}) });
    await found
      .first()
      .waitFor()
      .catch(() => {
        throw new Error(`Waited 30 s in vain for ${what}.`);
      });
  }

  /**
   * @param {string} what
   * @param {string} selector
   */
  async hidden(what, selector) {
    const found = this.page.locator(selector).filter({ visible: true });
    await until(what, async () => (await found.count()) === 0);
  }
}

const active = '.editor-group-container.active .editor-instance';

// The functions below run in the page. VS Code draws spaces as no-break spaces, and lines in any order.

/** @param {string} selector */
function readLines(selector) {
  const lines = [...document.querySelectorAll(selector)];
  lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  return lines.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('\n');
}

/** @param {{ selector: string, line: string, text: string }} wanted */
function locateText({ selector, line, text }) {
  for (const element of document.querySelectorAll(selector)) {
    const content = (element.textContent ?? '').replaceAll('\u00a0', ' ');
    const base = content.indexOf(line);
    const start = base < 0 ? -1 : content.indexOf(text, base);
    if (start < 0) continue;
    // The middle of the text: find the node that holds it.
    let offset = start + Math.floor(text.length / 2);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (offset < length) {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0 || box.right > innerWidth) return null;
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      offset -= length;
    }
  }
  return null;
}
