/* What every script of the theme begins with. None of them writes markup: only text, and copies of a template or a page. */
const d = document, root = d.documentElement;
const $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];
