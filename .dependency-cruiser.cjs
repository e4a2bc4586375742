/**
 * The order of the folders, as rules that a test runs (tests/architecture/arrows.test.ts).
 *
 *   rules <- database <- activities <- workflows <- api <- bin
 *
 * Each folder imports from itself and from those to its left. The sources are read with swc: it keeps type
 * imports apart from value imports, which is what the workflow sandbox and the console need.
 */

const folder = (...names) => `^(${names.join('|')})/`;
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)|^(${names.join('|')})(/|$)`;
const valuesOnly = { dependencyTypesNot: ['type-only', 'type-import'] };

/** `from` may import nothing of ours but what stands in `allowed` (folder names). */
const arrow = (from, allowed, comment) => ({
  name: `arrow-${from}`,
  comment,
  severity: 'error',
  from: { path: folder(from) },
  to: { path: folder(...others(from, allowed)) },
});

const FOLDERS = [
  'rules',
  'database',
  'migrations',
  'activities',
  'workflows',
  'api',
  'admin-ui',
  'bin',
  'tests',
];
const others = (from, allowed) => FOLDERS.filter((name) => name !== from && !allowed.includes(name));

/** Files that the Temporal sandbox bundles: no Node, no state table, no business rule may reach them. */
const SANDBOX = '^workflows/(.+[.]workflow[.]ts|contracts/.+|index[.]ts)$';

/** What knows the list of migrations: the migrator and the configuration it is given. */
const MIGRATOR = '^database/(migrate|orm[.]config)[.]ts$';

module.exports = {
  forbidden: [
    arrow('rules', [], 'rules/ is what is true: it knows nobody.'),
    {
      ...arrow('database', ['rules'], 'database/ stores; it decides nothing and calls no verb.'),
      from: { path: folder('database'), pathNot: MIGRATOR },
    },
    {
      name: 'arrow-migrate',
      comment: 'The migrator lists the migrations, and only them.',
      severity: 'error',
      from: { path: MIGRATOR },
      to: { path: [folder(...others('database', ['rules', 'migrations'])), '^migrations/seeders/'] },
    },
    {
      name: 'arrow-migrations',
      comment: 'A migration is frozen: it imports nothing of ours that may change.',
      severity: 'error',
      from: { path: folder('migrations'), pathNot: '^migrations/seeders/' },
      to: { path: folder(...others('migrations', [])), ...valuesOnly },
    },
    {
      name: 'arrow-seeders',
      comment: 'A seeder calls verbs; it knows no door and no process.',
      severity: 'error',
      from: { path: '^migrations/seeders/' },
      to: { path: folder(...others('migrations', ['rules', 'database', 'activities'])) },
    },
    arrow('activities', ['rules', 'database'], 'A verb knows rules and rows, not who called it.'),
    arrow('workflows', ['rules', 'database', 'activities'], 'A story knows verbs, not the doors.'),
    arrow('api', ['rules', 'database', 'activities', 'workflows'], 'A door is opened by bin/ only.'),
    {
      name: 'arrow-admin-ui',
      comment: 'The console takes values from rules/ and types from api/.',
      severity: 'error',
      from: { path: folder('admin-ui') },
      to: { path: folder(...others('admin-ui', ['rules', 'api'])) },
    },
    {
      name: 'arrow-admin-ui-types',
      comment: 'From api/ the console takes types, never values: they would bring Node into the browser.',
      severity: 'error',
      from: { path: folder('admin-ui') },
      to: { path: folder('api'), ...valuesOnly },
    },
    {
      name: 'arrow-bin',
      comment: 'The launcher builds the console and starts parts; it imports no screen and no test.',
      severity: 'error',
      from: { path: folder('bin') },
      to: { path: folder('admin-ui', 'tests') },
    },
    {
      name: 'rules-pure',
      comment: 'rules/: no Node module, and only these packages.',
      severity: 'error',
      from: { path: folder('rules') },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: packages('temporal-polyfill', 'json-rules-engine'),
      },
    },
    {
      name: 'sandbox-values',
      comment:
        'A workflow takes values only from @temporalio/workflow, contracts/, other stories and rules/processes.ts.',
      severity: 'error',
      from: { path: SANDBOX },
      to: {
        ...valuesOnly,
        pathNot: [SANDBOX, '^rules/processes[.]ts$', packages('@temporalio/workflow')],
      },
    },
    {
      name: 'temporal-behind-workflows',
      comment:
        'Temporal is spoken to by workflows/host; a verb may name its failures, nobody else knows it is there.',
      severity: 'error',
      from: { path: folder('rules', 'database', 'migrations', 'activities', 'api', 'admin-ui') },
      to: { path: packages('@temporalio/(client|worker|workflow|testing)') },
    },
    {
      name: 'http-behind-api',
      comment: 'Only api/ knows HTTP.',
      severity: 'error',
      from: { path: folder('rules', 'database', 'migrations', 'activities', 'workflows') },
      to: { path: packages('express', 'express-session', 'helmet', 'pino-http') },
    },
    {
      name: 'doors-without-sql',
      comment: 'Routes, schemas and presenters hold no SQL: a question is a read model, a change is a verb.',
      severity: 'error',
      from: { path: '^api/[^/]+/(routes|schema|presenter)[.]ts$' },
      to: { path: packages('pg', 'kysely', '@mikro-orm/.+') },
    },
    {
      name: 'browser-without-node',
      comment: 'The console runs in a browser; what builds it does not.',
      severity: 'error',
      from: { path: folder('admin-ui'), pathNot: ['[.]config[.](ts|mjs|js)$', '^admin-ui/build/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'launcher-needs-nothing',
      comment:
        'The launcher runs before anything is installed, on Node 18 too: Node modules, its own files, then main.ts.',
      severity: 'error',
      from: { path: '^bin/.+[.]mjs$' },
      to: { pathNot: '^bin/(.+[.]mjs|main[.]ts)$', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'A file nobody imports is dead, unless something starts it by name.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '[.]d[.]ts$',
          '(^|/)[^/]+[.]config[.](js|ts|mjs|cjs)$',
          '^[.][^/]+[.]cjs$',
          '^admin-ui/build/light/',
          '^bin/',
          '^migrations/',
          '^tests/',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages',
      comment: 'Only packages that package.json names, and none of the development ones in the product.',
      severity: 'error',
      from: { path: folder(...others('tests', [])), pathNot: '[.]config[.](ts|mjs|js)$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(admin-ui/dist|[.]placet|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
