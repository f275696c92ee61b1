/* One spelling for search: no case, accents, joiners or apostrophes; Arabic and Persian letters unified; scripts without
   blanks apart. The index is made with the same rules, in sitegen/text/search_words.py. */
const DENSE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7af\u{20000}-\u{3ffff}]/u;
const WORD = new RegExp(`${DENSE.source}+|(?:(?!${DENSE.source})[\\p{L}\\p{N}])+`, 'gu');
const QUOTES = /['’ʼ‘`´]/g, MAP = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ', ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ە: 'ه', ـ: '' };
const LONG = { ä: 'ae', æ: 'ae', ö: 'oe', ø: 'oe', œ: 'oe', ü: 'ue', å: 'aa', đ: 'dj' };
const western = text => text.replace(/[٠-٩۰-۹]/g, c => c.charCodeAt() & 15);
const mapped = (text, map) => text.replace(/[^\0-\x7f]/g, c => map[c] ?? c);
const fold = text => mapped(western(text).normalize('NFKD').toLowerCase().replace(/[\p{M}\p{Cf}]/gu, ''), MAP).replace(QUOTES, '');
const words = text => fold(text).normalize('NFC').match(WORD) || [], plain = text => words(text).join(' ');
const long = text => mapped(text.normalize('NFC').toLowerCase(), LONG);

// What a text is found by: Müller also as Mueller, O'Neill also as Neill, co-author also as coauthor.
const hay = text => {
  const low = text.toLowerCase(), forms = new Set([low, long(low), low.replace(QUOTES, ' '), low.replace(/([\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu, '$1'), low.replace(/(^|\s)ال(?=\p{L}{3})/gu, '$1')]);
  return ` ${[...forms].map(plain).join(' | ')} `;
};

// An identifier without its address and hyphens.
const bare = id => id.toLowerCase().replace(/^(https?:\/\/|(dx\.)?doi\.org\/|(www\.)?arxiv\.org\/(abs|pdf)\/|(doi|arxiv|isbn|key|pmid):)+|[.,;]+$|-/g, '').replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1');

// Words that differ by a letter more, less, other or swapped; the end of a long one may still be missing.
const nearest = (a, all) => {
  const close = all.filter(b => {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const same = (p, q) => a.length > 5 ? b.startsWith(a.slice(p), q) : a.slice(p) === b.slice(q);
    return same(i + 1, i + 1) || same(i, i + 1) || same(i + 1, i) || a[i] === b[i + 1] && a[i + 1] === b[i] && same(i + 2, i + 2);
  }), whole = close.filter(b => Math.abs(b.length - a.length) < 2);
  return a.length < 4 || /\d/.test(a) ? [] : (whole.length ? whole : close).slice(0, 9);
};
