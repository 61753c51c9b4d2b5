/** `import text from './file?raw'` gives the text of a file; the bundler and the test runner both do it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
