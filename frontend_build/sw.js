const VERSION = "omavirta-OqKYEV6e";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-BNj8u0yG.js","/assets/account-fi--m2xUB99.js","/assets/account-sv-CYFR_7Xm.js","/assets/app-B_jwkplB.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-BCvZktAI.js","/assets/choice-Cd967nnm.js","/assets/closed-page-CYbxmPpp.js","/assets/code-field-CTckjZOJ.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-JqbYid3X.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-DgL1Ex90.js","/assets/data-BdljLJb4.js","/assets/details-page-CD0f9Ze8.js","/assets/form-B8pg1nF7.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-MMHEVXtm.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-D-hCgEec.js","/assets/identification-page-CRJF0rjH.js","/assets/index-Bgbx5e_x.js","/assets/invitation-page-7JPPw62T.js","/assets/moments-9qnbOIfs.js","/assets/new-password-0dWHVTp2.js","/assets/newpassword-page-4Dl61v1h.js","/assets/notfound-page--bL1E-ne.js","/assets/offline-D3J2aqr9.js","/assets/options-field-BlGwINQg.js","/assets/own-CJ9OESxu.js","/assets/owndata-page-BGVElUWt.js","/assets/passkey-Dz_Og_2W.js","/assets/phones-DAELRFWe.js","/assets/place-name-6p70uR2U.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-DR1KrpD8.js","/assets/recovery-page-CPZZaT6L.js","/assets/refresh-BrGUWPJy.js","/assets/registration-page-fE3vb2cc.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-BAN44sEj.js","/assets/signin-en-CO48cIeq.js","/assets/signin-fi-CQLHqhrH.js","/assets/signin-page-DV4sofsm.js","/assets/signin-sv-e4Z41O79.js","/assets/step-up-Do-N3iyO.js","/assets/steps-scaFybr-.js","/assets/style-CbtRWYC6.css","/assets/theme-L1XxBJZq.js","/assets/username-page-CxaAaaKE.js","/assets/users-page-mNCMI8nM.js","/assets/webauthn-mjKrM_wn.js"];
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
