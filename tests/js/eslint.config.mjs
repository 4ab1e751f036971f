// The rules for the page's modules and their tests; run them with `npm run check`.
import js from '@eslint/js';
import globals from 'globals';

const unsafe = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write'];

export default [
    js.configs.recommended,
    {
        languageOptions: {
            ecmaVersion: 2024,
            sourceType: 'module',
            globals: { ...globals.browser, L: 'readonly', Supercluster: 'readonly' },
        },
        rules: {
            eqeqeq: 'error',
            'no-eval': 'error',
            'no-implied-eval': 'error',
            // Text from documents is set as text, never as markup.
            'no-restricted-properties': [
                'error',
                ...unsafe.map((property) => ({ property })),
            ],
            'no-shadow': 'error',
            'no-var': 'error',
            'prefer-const': 'error',
        },
    },
    { files: ['tests/js/**'], languageOptions: { globals: globals.node } },
];
