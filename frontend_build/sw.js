const VERSION = "omavirta-EpJHBY55";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-BNj8u0yG.js","/assets/account-fi--m2xUB99.js","/assets/account-sv-CYFR_7Xm.js","/assets/app-C-7Z_300.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-Dabw2VjJ.js","/assets/choice-Cd967nnm.js","/assets/closed-page-BXm2GT_b.js","/assets/code-field-BL0qSh8N.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-BFp30abK.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-42zYzqKj.js","/assets/data-BRUE5Dg6.js","/assets/details-page-CXJpWNVm.js","/assets/form-Dzj2Ascf.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-DBtrqpR-.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-ZA1PDuCD.js","/assets/identification-page-DhGoHNad.js","/assets/index-DoI4d1-i.js","/assets/invitation-page-B2wg67ow.js","/assets/moments-B4kOHGfP.js","/assets/new-password-BozadHcp.js","/assets/newpassword-page-JYvcwk93.js","/assets/notfound-page-DOiF1Sfi.js","/assets/offline-D3J2aqr9.js","/assets/options-field-CyEeQskB.js","/assets/own-nUNkLKQN.js","/assets/owndata-page-C4pUJxKr.js","/assets/passkey-TOjttaiY.js","/assets/phones-DAELRFWe.js","/assets/place-name-VytcuoD7.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-HGE6528s.js","/assets/recovery-page-Dbqyg6d_.js","/assets/refresh-C5NQVAvD.js","/assets/registration-page-fzpdzWrE.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-JP1SqQl9.js","/assets/signin-en-CO48cIeq.js","/assets/signin-fi-CQLHqhrH.js","/assets/signin-page-K9LAmo40.js","/assets/signin-sv-e4Z41O79.js","/assets/step-up-BbciXh-g.js","/assets/steps-z9JisyN9.js","/assets/style-CbtRWYC6.css","/assets/theme-L1XxBJZq.js","/assets/username-page-xnDeqKMl.js","/assets/users-page-Bhh4jwqe.js","/assets/webauthn-mjKrM_wn.js"];
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
} else if (request.mode === "navigate" && !/^\/(graphql|graphiql|healthz|readyz|identification|exports|demo)\b/.test(url.pathname)) {
event.respondWith(fetch(request).catch(async () => await caches.match("/index.html") ?? Response.error()));
}
});
