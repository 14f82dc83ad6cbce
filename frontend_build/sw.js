const VERSION = "omavirta-wgtfVHpY";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-Ca0ptf0x.js","/assets/account-fi-UXvVUToo.js","/assets/account-sv-BFNdFYx_.js","/assets/app-Co5s9kob.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-DZC6cr2y.js","/assets/choice-Cd967nnm.js","/assets/closed-page-B5rB5mIZ.js","/assets/code-field-Do_GaUu7.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-DyHCY4he.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-D70y8Jz_.js","/assets/data-CB9jCBp6.js","/assets/details-page-Cz62iUoC.js","/assets/form-CyibYWsH.js","/assets/guest-en-DzSia4AI.js","/assets/guest-fi-CHnDtra2.js","/assets/guest-sv-BaEkdyAw.js","/assets/home-en-DXzuFDw2.js","/assets/home-fi-DosRDJ9L.js","/assets/home-page-befGjtlE.js","/assets/home-sv-BSn2Gr7u.js","/assets/identification-page-DFDecql8.js","/assets/identification-whvIdx-8.js","/assets/index-GBZQGJna.js","/assets/invitation-page-BMUWA71d.js","/assets/moments--ubw4Gu-.js","/assets/new-password-BBXsCxwd.js","/assets/newpassword-page-DNndmrkd.js","/assets/notfound-page-B5Hp0z-r.js","/assets/offline-D3J2aqr9.js","/assets/options-field-BAEoD7XY.js","/assets/own-BJq6PsHo.js","/assets/owndata-page-CfinaIMH.js","/assets/passkey-CFmCP56p.js","/assets/phones-DAELRFWe.js","/assets/place-name-DHwOn6p5.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-BjAKJusw.js","/assets/recovery-page-Pd3iWzhH.js","/assets/registration-page-CxSh1hX1.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-BeEcZxpI.js","/assets/signin-en-DTtqzhWU.js","/assets/signin-fi-jbXBEvSf.js","/assets/signin-page-DP9ZaYyx.js","/assets/signin-sv-DXXe-xvH.js","/assets/step-up-C6FUHPhO.js","/assets/steps-8SEYrE4m.js","/assets/style-D-_09nlt.css","/assets/theme-L1XxBJZq.js","/assets/username-page-C1NJ2bPZ.js","/assets/users-page-Bzg36SzW.js","/assets/webauthn-mjKrM_wn.js"];
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
