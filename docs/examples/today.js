// Today's activities of a Gongshi site that take place. In a page (https): today("https://quanxi.example.cn").then(({lines}) => …).
// With Node 18 or newer: node today.js https://quanxi.example.cn [2026-11-21T10:00:00+08:00]. Give `held` of one answer to the next question.
async function today(base, now = new Date(), held = null) {
  const web = globalThis.crypto || require("crypto").webcrypto, isMain = (url) => url.endsWith("/feeds/v1/activities.json");
  const get = async (url) => {
    const answer = await fetch(new URL(url, base), { cache: "no-cache", signal: AbortSignal.timeout(20000) });
    if (!answer.ok) throw new Error(url + ": " + answer.status);
    return answer.arrayBuffer();
  };
  const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
  const files = {}, digests = {}, list = (ones) => ones.forEach((one) => { digests[one.url] = one.sha256; });
  const take = async (url) => { // what the index promises, held already or asked for; else a release was switched in between: ask again next time
    const old = (held || {})[url];
    if (old && old.digest === digests[url]) return (files[url] = old).feed;
    const bytes = await get(url), feed = parsed(bytes), sum = new Uint8Array(await web.subtle.digest("SHA-256", bytes));
    const digest = [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (digest !== digests[url] || (old && feed.generation < old.feed.generation)) throw new Error(url + " is not what the index promises");
    return (files[url] = { digest, feed }).feed;
  };
  const dayOf = (feed) => new Date(now.getTime() + feed.utcOffsetMinutes * 60000).toISOString().slice(0, 10);
  const partsOf = (feed) => (feed.parts || []).filter((part) => part.firstDay <= dayOf(feed) && dayOf(feed) <= part.lastDay); // of a large site's feed
  try {
    const index = parsed(await get(base.replace(/\/$/, "") + "/feeds/v1/index.json")), parts = index.parts || [];
    list(index.feeds.concat(parts));
    for (const part of parts) if (part.folder.endsWith("/activities/all/")) list((await take(part.url)).feeds);
    for (const part of partsOf(await take(Object.keys(digests).find(isMain)))) await take(part.url);
    held = files;
  } catch (error) { console.error("no news: " + error.message); }
  const main = held && held[Object.keys(held).find(isMain)].feed, parts = main ? partsOf(main) : [];
  const feeds = [main, ...parts.map((part) => held[part.url] && held[part.url].feed)];
  if (feeds.some((feed) => !feed || now >= new Date(feed.validUntil))) return { held, lines: null }; // nothing that is known to be right
  const takesPlace = (one) => one.startsAtLocal.slice(0, 10) === dayOf(main) && ["scheduled", "moved"].includes(one.status) && new Date(one.endsAt) > now;
  const ones = feeds.flatMap((feed) => feed.data || []).filter(takesPlace);
  return { held, lines: ones.map((one) => [one.startsAtLocal.slice(11, 16), one.title, one.venueName || ""].join(" ")) };
}
if (typeof process !== "undefined" && process.argv[2]) today(process.argv[2], process.argv[3] ? new Date(process.argv[3]) : new Date()).then(({ lines }) => {
  if (lines) console.log(lines.join("\n")); else process.exit(1);
});
