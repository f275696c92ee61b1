// Settings of Eleventy for the comparison: a page for each work, one for each person, and no more.
export default function (config) {
  config.setQuietMode(true);
  return { dir: { input: ".", output: "output", includes: "_includes", data: "_data" } };
}
