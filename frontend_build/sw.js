const VERSION = "omavirta-oPpAabFo";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/chart-JfKErdHb.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-D5dzLpGG.js","/assets/consumption-sv-B8vYKAlc.js","/assets/home-en-D8GFyLFm.js","/assets/home-fi-DoylCRc2.js","/assets/home-page-BaZwZc46.js","/assets/home-sv-BBDYd7Ra.js","/assets/index-Cfw61SKh.js","/assets/notfound-page-oBkmWJT8.js","/assets/place-name-DHwOn6p5.js","/assets/plural-nfBzhWlH.js","/assets/preact-DEBJ9K3y.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/signin-en-B-1oxR1i.js","/assets/signin-fi-CopV0G7N.js","/assets/signin-page-Bf8mZ8Xw.js","/assets/signin-sv-D8AQhQzD.js","/assets/style-UE51-Dud.css","/assets/theme-L1XxBJZq.js"];
const worker = self;
worker.addEventListener("install", (event) => {
event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)));
});
worker.addEventListener("activate", (event) => {
event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)))).then(() => worker.clients.claim()));
});
worker.addEventListener("fetch", (event) => {
const { request } = event;
const url = new URL(request.url);
if (request.method !== "GET" || url.origin !== location.origin) return;
if (FILES.includes(url.pathname)) {
event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
} else if (request.mode === "navigate" && !/^\/(graphql|graphiql|healthz|readyz)\b/.test(url.pathname)) {
event.respondWith(fetch(request).catch(async () => await caches.match("/index.html") ?? Response.error()));
}
});
