import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

const files: Record<string, string> = {
  '/': 'live.html',
  '/webhook-log': 'webhook-log.html',
  '/webhook-log/details': 'details.html',
  '/pages/theme.css': 'theme.css',
  '/pages/live.css': 'live.css',
  '/pages/live.js': 'live.js',
  '/pages/requests.js': 'requests.js',
  '/pages/chats.js': 'chats.js',
  '/pages/dom.js': 'dom.js',
  '/pages/webhook-log.css': 'webhook-log.css',
};

const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** Creates the routes of the pages for people: the live page and the webhook log. They load nothing from other servers. */
export function createPages(): Hono {
  const pages = new Hono();
  for (const [path, file] of Object.entries(files)) {
    pages.get(path, async (c) => {
      const text = await readFile(new URL(`pages/${file}`, import.meta.url), 'utf8');
      const type = types[file.split('.').at(-1) ?? ''] ?? 'text/plain';
      return c.body(text, 200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'",
      });
    });
  }
  return pages;
}
