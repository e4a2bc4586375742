import type { openApiDocument } from './openapi.ts';

type ApiDocument = ReturnType<typeof openApiDocument>;
type PathItem = NonNullable<ApiDocument['paths']>[string];
type Operation = NonNullable<PathItem['get']>;

const methods = ['get', 'post', 'put', 'delete'] as const;

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 0 auto; padding: 2rem 1rem; }
  a { color: #1255a0; } h1 { margin-top: 0; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc; }
  nav ul { columns: 3 12rem; padding-left: 1.2rem; }
  details { border: 1px solid #ddd; border-radius: 6px; margin: .5rem 0; padding: .5rem .8rem; }
  summary { cursor: pointer; } summary code { font-weight: 600; }
  .method { display: inline-block; min-width: 4.2rem; text-transform: uppercase; font-weight: 700; color: #1255a0; }
  pre { background: #f5f5f5; padding: .8rem; overflow: auto; border-radius: 6px; font-size: .85rem; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #eee; }
`;

/** The OpenAPI document as one page a person can read: every door by its theme, every schema once. */
export function documentationPage(document: ApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method, path, operation }];
    }),
  );
  const themes = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))];
  const schemas = Object.entries(document.components?.schemas ?? {});
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Placet: the API</title><style>${style}</style></head><body>
<h1>${escapeHtml(document.info.title)}: the API</h1>
<p>${escapeHtml(document.info.description ?? '')}</p>
<p>The same for machines: <a href="/api/openapi.json">OpenAPI ${escapeHtml(document.openapi)}</a>.</p>
<nav aria-label="Themes"><ul>${themes.map((theme) => `<li><a href="#${escapeHtml(theme)}">${escapeHtml(theme)}</a></li>`).join('')}<li><a href="#schemas">schemas</a></li></ul></nav>
${themes.map((theme) => section(theme, operations)).join('\n')}
<h2 id="schemas">schemas</h2>
${schemas.map(([name, schema]) => `<details id="schema-${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code></summary>${json(schema)}</details>`).join('\n')}
</body></html>`;
}

type Described = { method: string; path: string; operation: Operation };

function section(theme: string, operations: readonly Described[]): string {
  const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? 'other') === theme);
  return `<h2 id="${escapeHtml(theme)}">${escapeHtml(theme)}</h2>\n${own.map(door).join('\n')}`;
}

function door({ method, path, operation }: Described): string {
  const right: unknown = operation['x-right'];
  const body = operation.requestBody;
  return `<details><summary><span class="method">${method}</span> <code>${escapeHtml(path)}</code> ${escapeHtml(operation.summary ?? '')}</summary>
${operation.description === undefined ? '' : `<p>${escapeHtml(operation.description)}</p>`}
<p>Right: <code>${escapeHtml(String(right))}</code></p>
${parameters(operation)}
${body === undefined ? '' : `<h3>Body</h3>${json('content' in body ? contentOf(body.content) : body)}`}
<h3>Answers</h3>${Object.entries(operation.responses ?? {})
    .map(([status, answer]) => answerOf(status, answer))
    .join('')}
</details>`;
}

function parameters(operation: Operation): string {
  const rows = (operation.parameters ?? []).map((parameter) => {
    if (!('name' in parameter)) return '';
    const needed = parameter.required === true ? 'required' : '';
    const about = parameter.description ?? ('schema' in parameter ? JSON.stringify(parameter.schema) : '');
    return `<tr><td><code>${escapeHtml(parameter.name)}</code></td><td>${escapeHtml(parameter.in)}</td><td>${needed}</td><td>${escapeHtml(about)}</td></tr>`;
  });
  return rows.length === 0
    ? ''
    : `<table><thead><tr><th>Parameter</th><th>In</th><th></th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function answerOf(status: string, answer: unknown): string {
  const description = fieldOf(answer, 'description');
  const schema = status < '300' ? json(contentOf(fieldOf(answer, 'content'))) : '';
  return `<p><strong>${escapeHtml(status)}</strong> ${escapeHtml(String(description ?? ''))}</p>${schema}`;
}

/** The schema of the only content type. */
function contentOf(content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return {};
  return fieldOf(Object.values(content)[0], 'schema');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function json(value: unknown): string {
  const text = escapeHtml(JSON.stringify(value ?? {}, null, 2));
  const linked = text.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$1</a>');
  return `<pre tabindex="0">${linked}</pre>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
