/* The index of a small library, a list of rows. */
const indexOf = ({ works }) => few(works.map(([url, title, names, venue, year, shown, type, topics, lang, pdf, has, kind, ids, text, also]) => ({
  url, title, names, venue, year, shown, lang, pdf, type: [type, kind], f: { type: [type], topic: topics, venue: [venue], has: has.split(' ') },
  read: () => parts(title, names.concat(also), venue, topics.join(' '), ids.split(' '), `${text} ${type} ${shown}`),
})));
