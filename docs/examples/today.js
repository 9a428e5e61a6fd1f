// Today's activities of a Gongshi site that take place. In a page (https): today("https://quanxi.example.cn").then(({lines}) => …).
// With Node 18 or newer: node today.js https://quanxi.example.cn [2026-11-21T10:00:00+08:00]. Give `held` of one answer to the next question.
async function today(base, now = new Date(), held = null) {
  const path = "/feeds/v1/activities.json", web = globalThis.crypto || require("crypto").webcrypto;
  const get = async (path) => {
    const answer = await fetch(base + path, { cache: "no-cache", signal: AbortSignal.timeout(20000) });
    if (!answer.ok) throw new Error(path + ": " + answer.status);
    return answer.arrayBuffer();
  };
  const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
  try {
    const digest = parsed(await get("/feeds/v1/index.json")).feeds.find((feed) => feed.url.endsWith(path)).sha256;
    if (!held || held.digest !== digest) {
      const bytes = await get(path), feed = parsed(bytes), sum = new Uint8Array(await web.subtle.digest("SHA-256", bytes));
      const isWhole = [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("") === digest;
      if (isWhole && (!held || feed.generation >= held.feed.generation)) held = { digest, feed };
    }
  } catch (error) { console.error("no news: " + error.message); }
  if (!held || !held.feed.data || now >= new Date(held.feed.validUntil)) return { held, lines: null }; // nothing that is known to be right
  const day = new Date(now.getTime() + held.feed.utcOffsetMinutes * 60000).toISOString().slice(0, 10);
  const takesPlace = (one) => one.startsAtLocal.slice(0, 10) === day && ["scheduled", "moved"].includes(one.status) && new Date(one.endsAt) > now;
  return { held, lines: held.feed.data.filter(takesPlace).map((one) => [one.startsAtLocal.slice(11, 16), one.title, one.venueName || ""].join(" ")) };
}
if (typeof process !== "undefined" && process.argv[2]) today(process.argv[2], process.argv[3] ? new Date(process.argv[3]) : new Date()).then(({ lines }) => {
  if (lines) console.log(lines.join("\n")); else process.exit(1);
});
