import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      '.vscode-test/',
      'node_modules/',
      'server/handlers/',
      'samples/',
      'test/handlers/fixtures/',
      'test/corpus/*/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // A namespace pairs a request's name with its types, as the protocol library itself does.
      '@typescript-eslint/no-namespace': 'off',
    },
  },
  {
    files: ['server/**', 'shared/**', 'test/**'],
    ignores: ['test/editor/**', 'test/bench/references/bareClient*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'Only clients and the editor tests see VS Code.' }] },
      ],
    },
  },
);
